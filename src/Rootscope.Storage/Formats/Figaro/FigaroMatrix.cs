using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Figaro;

/// <summary>The matrix form: rows and columns under their codes.</summary>
internal static class FigaroMatrix
{
    /// <summary>Published tables have six rows below the sectors; more than this is another layout.</summary>
    private const int MostInputs = 100;

    public static FigaroCells Read(string path, CancellationToken cancellation)
    {
        using GridFile file = GridFile.Open(path, ',', cancellation);
        string[] header = file.ReadCells()!;
        file.ColumnNames = header;
        string[] sectors = [.. header.Skip(1).TakeWhile(c => FigaroReader.Split(c) is { } code && !FinalUses.Has(code.Item))];
        string[] uses = header[(sectors.Length + 1)..];
        int stranger = Array.FindIndex(uses, c => FigaroReader.Split(c) is not { } code || !FinalUses.Has(code.Item));
        if (stranger >= 0)
        {
            throw file.Fault(
                1,
                sectors.Length + 1 + stranger,
                $"'{GridCells.Shortened(uses[stranger])}' is no sector such as AT_A01 before the final uses, and no final use such as "
                    + $"AT_P3_S14."
            );
        }

        var below = new SortedDictionary<int, (string Code, double[] Values)>();
        var cells = new FigaroCells(sectors, uses, [], k => $"{path}, line 1, column {k + 2}");
        int n = sectors.Length;
        int rows = file.ReadRows(
            1,
            n + uses.Length,
            row =>
            {
                string code = row.Labels[0];
                if (row.Number < n)
                {
                    if (code != sectors[row.Number])
                    {
                        throw file.Fault(
                            row.Line,
                            0,
                            $"expected '{sectors[row.Number]}', found '{GridCells.Shortened(code)}'. Rows must be the sectors of the "
                                + $"columns, each once and in the same order."
                        );
                    }

                    row.Values.AsSpan(0, n).CopyTo(cells.Flows.AsSpan(row.Number * n));
                    row.Values.AsSpan(n).CopyTo(cells.FinalDemand.AsSpan(row.Number * uses.Length));
                    return;
                }

                if (!FigaroReader.IsInput(code) || row.Number >= n + MostInputs)
                {
                    throw file.Fault(
                        row.Line,
                        0,
                        $"'{GridCells.Shortened(code)}' is no row of primary inputs such as W2_D1 below the sectors."
                    );
                }

                lock (below)
                {
                    below.Add(row.Number, (code, row.Values[..n]));
                }
            }
        );
        if (rows < n)
        {
            throw new TableException(path, $"has {n} columns of sectors but {rows} rows. The file may be cut off.");
        }

        return cells.With([.. below.Values.Select(b => b.Code)], [.. below.Values.SelectMany(b => b.Values)]);
    }
}

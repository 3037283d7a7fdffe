using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Icio;

/// <summary>The rows of an ICIO file: sectors in the order of the columns, taxes less subsidies, value added, output.</summary>
internal sealed class IcioRows
{
    private readonly GridFile _file;
    private readonly IcioHeader _header;
    private readonly Lock _lock = new();

    /// <summary>The rows below the sectors by number: few, and taken in any order.</summary>
    private readonly SortedDictionary<int, (string Label, int Line, double[] Values)> _below = [];

    private IcioRows(GridFile file, IcioHeader header)
    {
        _file = file;
        _header = header;
        int n = header.SectorCodes.Count;
        Flows = new double[n * n];
        FinalDemand = new double[n * header.FinalDemand.Count];
        Output = new double[n];
        PrintedOutput = header.HasOutput ? new double[n] : null;
    }

    public double[] Flows { get; }

    public double[] FinalDemand { get; }

    /// <summary>The sums of the rows.</summary>
    public double[] Output { get; }

    /// <summary>The column OUT, where the file has one.</summary>
    public double[]? PrintedOutput { get; }

    /// <summary>
    /// Taxes less subsidies on products paid by each sector, the rows of all countries together; null where the file has none.
    /// </summary>
    public double[]? Taxes { get; private set; }

    /// <summary>The same on final uses: no sector's input, told and left out.</summary>
    public double TaxesOnFinalDemand { get; private set; }

    /// <summary>Value added by sector; in the edition of 2016 with taxes less subsidies in it.</summary>
    public double[] ValueAdded { get; private set; } = [];

    /// <summary>The row of output, its line, where the file has one.</summary>
    public (int Line, double[] Values)? OutputRow { get; private set; }

    public bool TaxesAreInValueAdded { get; private set; }

    public static IcioRows Read(GridFile file, IcioHeader header)
    {
        var rows = new IcioRows(file, header);
        int count = file.ReadRows(1, header.Width, rows.Take);
        int n = header.SectorCodes.Count;
        if (count < n)
        {
            throw new TableException(
                file.Path,
                $"has {n} columns of sectors but {count} rows. Rows and columns must be the same sectors in the same order; the file "
                    + $"may be cut off."
            );
        }

        rows.ReadBelow();
        return rows;
    }

    private void Take(GridRow row)
    {
        int n = _header.SectorCodes.Count;
        int k = _header.FinalDemand.Count;
        if (row.Number >= n)
        {
            lock (_lock)
            {
                _below.Add(row.Number, (row.Labels[0], row.Line, row.Values.ToArray()));
            }

            return;
        }

        if (!string.Equals(row.Labels[0], _header.SectorCodes[row.Number], StringComparison.Ordinal))
        {
            throw _file.Fault(
                row.Line,
                0,
                $"expected '{_header.SectorCodes[row.Number]}', found '{GridCells.Shortened(row.Labels[0])}'. Rows must be the sectors "
                    + $"of the columns, each once and in the same order."
            );
        }

        ReadOnlySpan<double> values = row.Values;
        values[..n].CopyTo(Flows.AsSpan(row.Number * n));
        values.Slice(n, k).CopyTo(FinalDemand.AsSpan(row.Number * k));
        Output[row.Number] = Sums.Of(values[..(n + k)]);
        if (PrintedOutput is not null)
        {
            PrintedOutput[row.Number] = values[^1];
        }
    }

    private void ReadBelow()
    {
        int n = _header.SectorCodes.Count;
        foreach ((string label, int line, double[] values) in _below.Values)
        {
            if (label is "TLS" || label.EndsWith("_TAXSUB", StringComparison.Ordinal))
            {
                Taxes ??= new double[n];
                for (int j = 0; j < n; j++)
                {
                    Taxes[j] += values[j];
                }

                TaxesOnFinalDemand += Sums.Of(values.AsSpan(n, _header.FinalDemand.Count));
            }
            else if (label is "VA" or "VALU" or "VA+TAXSUB" && ValueAdded.Length == 0)
            {
                ValueAdded = values[..n];
                TaxesAreInValueAdded = label is "VA+TAXSUB";
            }
            else if (label is "OUT" or "OUTPUT" or "TOTAL" && OutputRow is null)
            {
                OutputRow = (line, values[..n]);
            }
            else
            {
                throw _file.Fault(
                    line,
                    0,
                    $"'{GridCells.Shortened(label)}' is no row known below the sectors. Expected once each: TLS (or one row AUS_TAXSUB "
                        + $"a country), VA (or VALU), and OUT (or OUTPUT)."
                );
            }
        }

        if (ValueAdded.Length == 0)
        {
            throw new TableException(_file.Path, "there is no row VA (or VALU) of value added below the sectors. The file may be cut off.");
        }
    }

    /// <summary>Taxes on final uses as text in millions.</summary>
    public string TaxesOnFinalDemandText() => TaxesOnFinalDemand.ToString("N0", CultureInfo.InvariantCulture);
}

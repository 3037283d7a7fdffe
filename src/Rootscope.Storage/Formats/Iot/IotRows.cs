using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Iot;

/// <summary>The rows of a national table by label, and what its columns are.</summary>
internal sealed class IotRows
{
    private readonly Dictionary<string, (int Line, double[] Values)> _rows = new(StringComparer.Ordinal);
    private readonly CsvFile _file;

    private IotRows(CsvFile file)
    {
        _file = file;
        Industries = [.. file.Header.Skip(1).TakeWhile(c => !FinalUses.Has(c)).Select(CodeOf)];
        if (Industries.Count == 0 || Industries.Count == file.Header.Count - 1)
        {
            throw new TableException(
                $"{file.Path}, line 1",
                "there are no columns of industries (D01T03, A01_02 …) followed by final uses (HFCE …). Check that this is a national "
                    + "table of the OECD."
            );
        }

        Index = new SectorIndex([LayoutNames.RegionOf("XXX")], [.. Industries.Select(LayoutNames.IndustryOf)]);
        for (int c = Industries.Count + 1; c < file.Header.Count; c++)
        {
            string code = file.Header[c];
            if (FinalUses.Has(code))
            {
                Uses.Add((c, FinalUses.Of(code, code, Index.Regions[0], 0, named: false)));
            }
            else if (code is not ("IMPO" or "TOTAL"))
            {
                throw new TableException(
                    $"{file.Path}, line 1, column {c + 1}",
                    $"'{code}' is no final use known (HFCE, NPISH, GGFC, GFCF, INVNT, CONS_ABR, CONS_NONRES, EXPO, DISC), nor IMPO or "
                        + $"TOTAL."
                );
            }
        }
    }

    /// <summary>Codes of industries without the D before digits, which rows do not have.</summary>
    public IReadOnlyList<string> Industries { get; }

    /// <summary>The industries of the columns, unique; the region is a stand-in.</summary>
    public SectorIndex Index { get; }

    public List<(int Column, FinalDemandCategory Category)> Uses { get; } = [];

    public static IotRows Read(CsvFile file)
    {
        var rows = new IotRows(file);
        while (file.Read())
        {
            string label = file.Text(0);
            var values = new double[file.Header.Count];
            for (int c = 1; c < values.Length; c++)
            {
                values[c] = file.Number(c);
            }

            if (!rows._rows.TryAdd(label, (file.Line, values)))
            {
                throw file.Fault(0, $"row '{label}' occurs twice (first on line {rows._rows[label].Line}). Remove one.");
            }
        }

        return rows;
    }

    public bool Has(string label) => _rows.ContainsKey(label);

    public int LineOf(string label) => _rows[label].Line;

    /// <summary>A row by its label.</summary>
    /// <exception cref="TableException">There is none.</exception>
    public double[] Row(string label) =>
        _rows.TryGetValue(label, out (int Line, double[] Values) row)
            ? row.Values
            : throw new TableException(
                _file.Path,
                $"there is no row '{label}'. Expected a row DOM_ and a row IMP_ for every industry of the columns, then TXS_INT_FNL, "
                    + $"VALU and OUTPUT; the file may be cut off."
            );

    private static string CodeOf(string column) =>
        column.Length > 1 && column[0] == 'D' && char.IsAsciiDigit(column[1]) ? column[1..] : column;
}

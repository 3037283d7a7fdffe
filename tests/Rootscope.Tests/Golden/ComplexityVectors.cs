using System.Globalization;
using Rootscope.Complexity;

namespace Rootscope.Tests.Golden;

/// <summary>The golden vectors of economic complexity: small CSV files by set, and world exports of 1998 to 2000.</summary>
internal static class ComplexityVectors
{
    /// <summary>A file with an id in the first column; empty cells and nan are null.</summary>
    public static Dictionary<string, double?[]> Rows(string set, string name) =>
        Lines(set, name).Skip(1).ToDictionary(l => l[0], l => l.Skip(1).Select(Number).ToArray(), StringComparer.Ordinal);

    /// <summary>One column of such a file, by its name.</summary>
    public static double[] Column(string set, string name, string column)
    {
        string[][] lines = [.. Lines(set, name)];
        int at = Array.IndexOf(lines[0], column);
        return [.. lines.Skip(1).Select(l => Number(l[at])!.Value)];
    }

    /// <summary>The matrix of exports of a set, in the order of its other files.</summary>
    public static ExportMatrix Exports(string set)
    {
        if (set == "real226x785")
        {
            string[][] entries =
            [
                .. File.ReadLines(SharedData.Require("golden", "complexity", "wt_1998_2000.csv"))
                    .Skip(1)
                    .Select(l => l.Replace("\"", string.Empty, StringComparison.Ordinal).Split(',')),
            ];
            return ExportMatrix.From(entries.Select(e => new ExportEntry(e[0], e[1], double.Parse(e[2], CultureInfo.InvariantCulture))));
        }

        string[] products = [.. Lines(set, "rca").First().Skip(1)];
        string[][] rows = [.. Lines(set, "X")];

        // One of the files has neither a line of names nor a column of them.
        double[] values =
        [
            .. (rows[0][0] == "id" ? rows.Skip(1).Select(r => r.Skip(1)) : rows).SelectMany(r => r.Select(c => Number(c)!.Value)),
        ];
        return new ExportMatrix([.. Rows(set, "rca").Keys], products, values);
    }

    private static IEnumerable<string[]> Lines(string set, string name) =>
        File.ReadLines(SharedData.Require("golden", "complexity", $"{set}_{name}.csv")).Select(l => l.Split(','));

    private static double? Number(string text) =>
        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var value && double.IsFinite(value) ? value : null;
}

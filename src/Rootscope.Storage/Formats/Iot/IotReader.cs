using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Iot;

/// <summary>
/// Reads the harmonised national input-output tables of the OECD: one CSV file a country and year, with domestic (DOM_) and imported (IMP_)
/// rows.
/// </summary>
/// <remarks>
/// Unit: million US dollars, basic prices. The table has one region, imports by product and by user. Cells are rounded one by one to a
/// tenth of a million, so output is the sum of the domestic row and value added closes the columns; both are held against the printed rows
/// OUTPUT and VALU.
/// </remarks>
internal static class IotReader
{
    internal const string Licence = "OECD terms and conditions: use with credit to the OECD; confirm before commercial redistribution";

    /// <summary>Share of output that a row or column may be off beyond what rounding can explain.</summary>
    public const double DefaultTolerance = 1e-4;

    /// <summary>Half a unit of the first decimal.</summary>
    private const double HalfDigit = 0.05;

    private static readonly string[] TaxRows = ["TXS_IMP_FNL", "TXS_INT_FNL"];

    /// <summary>Reads one file.</summary>
    /// <param name="path">The CSV file, named as published: country, year, "dom" (CHN2015dom.csv).</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from the file's name.</param>
    /// <param name="tolerance">Share of output that a row or column may be off.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit the layout, a cell is no number, or a row or column does not add
    /// up.</exception>
    public static FlowTable Read(
        string path,
        string id,
        int? year = null,
        double tolerance = DefaultTolerance,
        CancellationToken cancellation = default
    )
    {
        using CsvFile file = CsvFile.Open(path, cancellation);
        int known = SourceYear.Of(path, year);
        IotRows rows = IotRows.Read(file);
        RequireBothOrigins(path, rows);
        int n = rows.Industries.Count;
        int k = rows.Uses.Count;
        var parts = new Parts(n, k);
        for (int i = 0; i < n; i++)
        {
            string industry = rows.Industries[i];
            double[] domestic = rows.Row($"DOM_{industry}");
            double[] imported = rows.Row($"IMP_{industry}");
            for (int j = 0; j < n; j++)
            {
                parts.Flows[(i * n) + j] = domestic[j + 1] + imported[j + 1];
                parts.ImportedFlows[(i * n) + j] = imported[j + 1];
            }

            for (int u = 0; u < k; u++)
            {
                parts.Final[(i * k) + u] = domestic[rows.Uses[u].Column] + imported[rows.Uses[u].Column];
                parts.ImportedFinal[(i * k) + u] = imported[rows.Uses[u].Column];
            }

            parts.Imports[i] = Sums.Of(parts.ImportedFlows.AsSpan(i * n, n)) + Sums.Of(parts.ImportedFinal.AsSpan(i * k, k));
            parts.Output[i] = Sums.Of(parts.Flows.AsSpan(i * n, n)) + Sums.Of(parts.Final.AsSpan(i * k, k)) - parts.Imports[i];
        }

        return Assemble(path, id, known, rows, parts, tolerance);
    }

    /// <summary>The OECD publishes total flows and imported flows in files of their own too, and neither is a whole table.</summary>
    private static void RequireBothOrigins(string path, IotRows rows)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string first = rows.Industries[0];
        if (rows.Has($"DOM_{first}") && rows.Has($"IMP_{first}"))
        {
            return;
        }

        string? found =
            rows.Has($"TTL_{first}") || name.EndsWith("ttl", StringComparison.OrdinalIgnoreCase)
                ? "total flows, in which home and foreign products are not told apart"
            : rows.Has($"IMP_{first}") || name.EndsWith("imp", StringComparison.OrdinalIgnoreCase) ? "imported flows alone"
            : rows.Has($"DOM_{first}") ? "domestic flows alone"
            : null;
        if (found is not null)
        {
            string stem = name.Length > 3 && name[^3..].ToLowerInvariant() is "ttl" or "imp" or "dom" ? name[..^3] : "CHN2015";
            throw new TableException(
                path,
                $"holds {found}. Bring the file of the same country, year and edition that has both: {stem}dom.csv, of the archive "
                    + $"NATIODOMIMP, with a row DOM_{first} and a row IMP_{first} for every industry."
            );
        }
    }

    private static FlowTable Assemble(string path, string id, int year, IotRows rows, Parts parts, double tolerance)
    {
        int n = rows.Industries.Count;
        double[] printed = rows.Row("OUTPUT")[1..(n + 1)];
        PrintedTotals.Check(
            parts.Output,
            printed,
            n + parts.Uses,
            HalfDigit,
            tolerance,
            k => $"{path}, line {rows.LineOf($"DOM_{rows.Industries[k]}")}",
            k => $"industry '{rows.Industries[k]}': the domestic row sums"
        );
        double[] taxes = new double[n];
        foreach (string label in TaxRows.Where(rows.Has))
        {
            Sums.AddColumns(rows.Row(label).AsSpan(1, n), taxes);
        }

        double[] inputs = [.. taxes];
        Sums.AddColumns(parts.Flows, inputs);
        double[] valueAdded = [.. parts.Output.Zip(inputs, (x, i) => x - i)];
        double[] valu = rows.Row("VALU")[1..(n + 1)];
        double worst = valueAdded.Zip(valu, (a, b) => Math.Abs(a - b)).Max();
        double[] columns = [.. inputs.Zip(valu, (a, b) => a + b)];
        PrintedTotals.Check(
            columns,
            printed,
            (2 * n) + 3,
            HalfDigit,
            tolerance,
            k => $"{path}, line {rows.LineOf("OUTPUT")}, column {k + 2}",
            k => $"industry '{rows.Industries[k]}': inputs, taxes and VALU sum"
        );
        Region country = LayoutNames.RegionOf(CountryOf(path));
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = Metadata(id, year, country, n, worst),
                Sectors = new SectorIndex([country], rows.Index.Industries),
                FinalDemandCategories = [.. rows.Uses.Select(u => u.Category)],
                ValueAddedCategories =
                [
                    new ValueAddedCategory("TXS", "Taxes less subsidies on intermediate products", ValueAddedKind.Taxes),
                    new ValueAddedCategory("VALU", "Value added at basic prices", ValueAddedKind.Total),
                ],
                Flows = parts.Flows,
                FinalDemand = parts.Final,
                ValueAdded = [.. taxes, .. valueAdded],
                Output = parts.Output,
                Imports = parts.Imports,
                ImportedFlows = parts.ImportedFlows,
                ImportedFinalDemand = parts.ImportedFinal,
            }
        );
    }

    /// <summary>The country of a file's name; names without one give the stand-in XXX.</summary>
    private static string CountryOf(string path)
    {
        string name = Path.GetFileName(path);
        return name.Length >= 3 && name[..3].All(char.IsAsciiLetterUpper) ? name[..3] : "XXX";
    }

    private static TableMetadata Metadata(string id, int year, Region country, int industries, double worst) =>
        new()
        {
            Id = id,
            Title = $"{country.Name} {year}, OECD national table, {industries} industries",
            Year = year,
            Currency = "USD",
            UnitScale = 1_000_000,
            Unit = "million USD",
            Prices = "basic prices, current year",
            Source = "OECD, Input-Output Tables (harmonised national tables); cite them with the year of the edition",
            Licence = Licence,
            Classification = $"icio-{industries}",
            Derivations =
            [
                LayoutNames.EditionOf("iot", 1, industries),
                "Imported and domestic uses are the source's own, by user; which country imports come from is not known.",
                "Output is the sum of the domestic row, because cells are rounded one by one; value added closes the columns and "
                    + "differs from the printed VALU by at most "
                    + $"{worst.ToString("0.###", CultureInfo.InvariantCulture)} million USD.",
                "Taxes less subsidies on domestic and imported products are one row; those on final uses are left out.",
            ],
        };

    private sealed class Parts(int n, int k)
    {
        public int Uses => k;

        public double[] Flows { get; } = new double[n * n];

        public double[] ImportedFlows { get; } = new double[n * n];

        public double[] Final { get; } = new double[n * k];

        public double[] ImportedFinal { get; } = new double[n * k];

        public double[] Imports { get; } = new double[n];

        public double[] Output { get; } = new double[n];
    }
}

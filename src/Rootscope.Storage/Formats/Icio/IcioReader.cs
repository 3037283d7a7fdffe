using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Icio;

/// <summary>Reads the Inter-Country Input-Output tables of the OECD, editions of 2016 to 2025: one CSV file a year.</summary>
/// <remarks>
/// Unit: million US dollars, basic prices. Extended files split China and Mexico into parts; they are added to their countries, or kept on
/// request. Assumptions: output is the column OUT where there is one and the sum of the row otherwise; taxes less subsidies on products,
/// given by country that levies them up to 2021, become one row; those on final uses are no sector's input and are left out. Cost: about
/// 1.5 s for 3465 sectors on two processors, and the size of the table in memory (twice that while parts are added up).
/// </remarks>
internal static class IcioReader
{
    internal const string Licence = "OECD terms and conditions: use with credit to the OECD; confirm before commercial redistribution";

    /// <summary>Share of output that a row or column may be off beyond what rounding can explain.</summary>
    public const double DefaultTolerance = 1e-4;

    /// <summary>Half a unit of the third decimal in million US dollars: the coarsest rounding met in published files.</summary>
    private const double HalfDigit = 0.0005;

    /// <summary>Reads one year.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, the last four digits that stand alone in the file's name.</param>
    /// <param name="tolerance">Share of output that a row or column may be off.</param>
    /// <param name="keepParts">Whether the parts of China and Mexico in an extended file stay regions of their own.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">The file does not fit the layout, a cell is no number, or a row or column does not add
    /// up.</exception>
    public static FlowTable Read(
        string path,
        string id,
        int? year = null,
        double tolerance = DefaultTolerance,
        bool keepParts = false,
        CancellationToken cancellation = default
    )
    {
        using GridFile file = GridFile.Open(path, ',', cancellation);
        int known = SourceYear.LastIn(path, year);
        IcioHeader header = IcioHeader.Read(file);
        IcioRows rows = IcioRows.Read(file, header);
        double[] output = rows.PrintedOutput ?? rows.Output;
        Check(path, header, rows, output, tolerance);
        bool split = IcioSplits.Are(header.Sectors);
        var table = new FlowTable(
            new FlowTableParts
            {
                Metadata = Metadata(id, known, header.Sectors, split, Derivations(header, rows, split, keepParts)),
                Sectors = header.Sectors,
                FinalDemandCategories = header.FinalDemand,
                ValueAddedCategories = Categories(rows),
                Flows = rows.Flows,
                FinalDemand = rows.FinalDemand,
                ValueAdded = [.. rows.Taxes ?? [], .. rows.ValueAdded],
                Output = output,
            }
        );
        return split && !keepParts ? IcioSplits.Joined(table) : table;
    }

    private static ValueAddedCategory[] Categories(IcioRows rows)
    {
        string name = rows.TaxesAreInValueAdded ? "Value added with taxes less subsidies on products" : "Value added at basic prices";
        var valueAdded = new ValueAddedCategory("VA", name, ValueAddedKind.Total);
        return rows.Taxes is null
            ? [valueAdded]
            : [new ValueAddedCategory("TLS", "Taxes less subsidies on intermediate products", ValueAddedKind.Taxes), valueAdded];
    }

    private static void Check(string path, IcioHeader header, IcioRows rows, double[] output, double tolerance)
    {
        int n = output.Length;
        int width = header.Width;
        if (rows.PrintedOutput is not null)
        {
            PrintedTotals.Check(
                rows.Output,
                output,
                width,
                HalfDigit,
                tolerance,
                k => $"{path}, line {k + 2}, column {width + 1} ('OUT')",
                k => $"sector '{header.SectorCodes[k]}': the row sums"
            );
        }

        double[] columns = [.. rows.ValueAdded];
        Sums.AddColumns(rows.Taxes ?? [], columns);
        Sums.AddColumns(rows.Flows, columns);
        PrintedTotals.Check(
            columns,
            output,
            n + 2,
            HalfDigit,
            tolerance,
            k => $"{path}, column {k + 2} ('{header.SectorCodes[k]}')",
            _ => "inputs, taxes and value added sum"
        );
        if (rows.OutputRow is { } total)
        {
            PrintedTotals.Check(
                total.Values,
                output,
                width,
                HalfDigit,
                tolerance,
                k => $"{path}, line {total.Line}, column {k + 2} ('{header.SectorCodes[k]}')",
                _ => "the row of output comes"
            );
        }
    }

    private static List<string> Derivations(IcioHeader header, IcioRows rows, bool split, bool keepParts)
    {
        int regions = header.Sectors.Regions.Select(r => IcioSplits.WholeOf(r.Code)).Distinct(StringComparer.Ordinal).Count();
        List<string> texts = [LayoutNames.EditionOf("icio", regions, header.Sectors.Industries.Count)];
        if (rows.PrintedOutput is null)
        {
            texts.Add("Output is the sum of the row: the file has no column of it.");
        }

        if (rows.Taxes is not null)
        {
            texts.Add(
                "Taxes less subsidies on products are one row, whichever country levies them; those on final uses "
                    + $"({rows.TaxesOnFinalDemandText()} million USD) are left out."
            );
        }

        if (split)
        {
            texts.Add(
                keepParts
                    ? "China and Mexico stand in their parts (CN1, CN2 …, MX1, MX2 …); the sectors of CHN and MEX are empty and only "
                        + "their final uses are used."
                    : "The parts of China (CN1, CN2 …) and Mexico (MX1, MX2 …) are added to CHN and MEX."
            );
        }

        return texts;
    }

    private static TableMetadata Metadata(string id, int year, SectorIndex sectors, bool split, IReadOnlyList<string> derivations) =>
        new()
        {
            Id = id,
            Title =
                $"World {year}, OECD ICIO, "
                + $"{sectors.Regions.Select(r => IcioSplits.WholeOf(r.Code)).Distinct(StringComparer.Ordinal).Count()} regions × "
                + $"{sectors.Industries.Count} industries{(split ? ", extended" : string.Empty)}",
            Year = year,
            Currency = "USD",
            UnitScale = 1_000_000,
            Unit = "million USD",
            Prices = "basic prices, current year",
            Source = "OECD, Inter-Country Input-Output Tables; cite them with the year of the edition",
            Licence = Licence,
            Classification = $"icio-{sectors.Industries.Count}",
            Derivations = derivations,
        };
}

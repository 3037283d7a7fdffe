using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Gloria;

/// <summary>Reads GLORIA: the parts T, Y and V as CSV without labels, and the labels from the ReadMe workbook saved as CSV.</summary>
/// <remarks>
/// Unit: thousand US dollars. GLORIA holds supply and use: rows and columns are, for every region, its industries and then its products.
/// The table made of it is product by product under the industry-technology assumption (Miller and Blair 2009, chapter 5): a product is
/// made with the inputs of the industries that make it, by their shares in its supply within the region. Memory: the square of sectors, 3.1
/// GB for all 164 regions × 120 sectors.
/// </remarks>
internal static class GloriaReader
{
    internal const string Licence = "terms of the Industrial Ecology Virtual Laboratory: citation required; confirm before redistribution";

    /// <summary>Reads one year.</summary>
    /// <param name="paths">The folder, or its files.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from a file's name.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">A file is missing or does not fit the labels, or a cell is no number.</exception>
    public static FlowTable Read(IReadOnlyList<string> paths, string id, int? year = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = new SourceFiles(paths);
        int known = files.Year(year);
        string transactions = Part(files, "t");
        string final = Part(files, "y");
        string valueAdded = Part(files, "v");
        var labels = GloriaLabels.Read(files, cancellation);
        var figures = new GloriaFigures(labels);
        figures.ReadTransactions(transactions, cancellation);
        figures.ReadFinalDemand(final, cancellation);
        figures.ReadValueAdded(valueAdded, cancellation);
        figures.ToProducts(cancellation);
        return RegionalAssembly.Complete(
            new FlowTableParts
            {
                Metadata = StatedUnit.Applied(Metadata(id, known, labels.Sectors, figures.Astray, transactions), transactions),
                Sectors = labels.Sectors,
                FinalDemandCategories = labels.FinalDemand,
                ValueAddedCategories = labels.ValueAdded,
                Flows = figures.Uses,
                FinalDemand = figures.FinalDemand,
                ValueAdded = figures.ValueAdded,
            }
        );
    }

    private static string Part(SourceFiles files, string part) =>
        files.Require(
            f => f.Contains($"_{part}-results_", StringComparison.Ordinal) && f.EndsWith(".csv", StringComparison.Ordinal),
            $"…_{part.ToUpperInvariant()}-Results_YYYY_0VV_Markup001(full).csv"
        );

    private static TableMetadata Metadata(string id, int year, SectorIndex sectors, double astray, string transactions) =>
        new()
        {
            Id = id,
            Title = $"World {year}, GLORIA, {sectors.Regions.Count} regions × {sectors.Industries.Count} products",
            Year = year,
            Currency = "USD",
            UnitScale = 1_000,
            Unit = "thousand USD",
            Prices = Path.GetFileName(transactions).Contains("Markup005", StringComparison.OrdinalIgnoreCase)
                ? "purchasers' prices, current year"
                : "basic prices, current year",
            Source =
                "GLORIA, built in the Industrial Ecology Virtual Laboratory for the UN International Resource Panel; cite Lenzen et "
                + "al. (2022), Journal of Economic Structures 11: 7",
            Licence = Licence,
            Classification = $"gloria-{sectors.Industries.Count}",
            Derivations =
            [
                LayoutNames.EditionOf("gloria", sectors.Regions.Count, sectors.Industries.Count),
                "Supply and use are turned into a table of products by products under the industry-technology assumption, region by "
                    + "region.",
                .. astray > 0
                    ? (string[])
                        [
                            "Figures outside supply, use and primary inputs of the own region, "
                                + $"{astray.ToString("N0", CultureInfo.InvariantCulture)} thousand USD in absolute terms, are left out.",
                        ]
                    : [],
            ],
        };
}

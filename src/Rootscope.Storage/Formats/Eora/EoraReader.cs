using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Eora;

/// <summary>Reads Eora26: T, FD and VA as tab-separated figures without labels, and the labels in files of their own.</summary>
/// <remarks>
/// Unit: thousand US dollars, basic prices (bp) or purchasers' prices (pp). The last region, ROW, is one sector of statistical
/// discrepancies. It is no economy: what is sold to it and to its final uses becomes one column of discrepancy, what is bought from it one
/// row of primary inputs, so that rows and columns stay whole. Output is the sum of the row; what columns miss is a row of its own.
/// </remarks>
internal static class EoraReader
{
    internal const string Licence =
        "licence of worldmrio.com: free for academic use at degree-granting institutions, otherwise by agreement; no " + "redistribution";

    /// <summary>Reads one year.</summary>
    /// <param name="paths">The folder, or its files: Eora26_2015_bp_T.txt, …_FD.txt, …_VA.txt, labels_T.txt, labels_FD.txt,
    /// labels_VA.txt.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from a name.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">A file is missing or does not fit its labels, or a cell is no number.</exception>
    public static FlowTable Read(IReadOnlyList<string> paths, string id, int? year = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = new SourceFiles(paths);
        int known = files.Year(year);
        var labels = EoraLabels.Read(files, cancellation);
        string flowFile = Part(files, "t");
        var figures = new EoraFigures(labels);
        figures.ReadFlows(flowFile, cancellation);
        figures.ReadFinalDemand(Part(files, "fd"), cancellation);
        figures.ReadValueAdded(Part(files, "va"), cancellation);
        bool discrepancies = labels.HasDiscrepancies;
        return RegionalAssembly.Complete(
            new FlowTableParts
            {
                Metadata = StatedUnit.Applied(
                    Metadata(
                        id,
                        known,
                        labels,
                        Path.GetFileName(flowFile).Contains("_pp_", StringComparison.OrdinalIgnoreCase),
                        discrepancies
                    ),
                    flowFile
                ),
                Sectors = labels.Sectors,
                FinalDemandCategories = discrepancies
                    ?
                    [
                        .. labels.FinalDemand,
                        new FinalDemandCategory(
                            "ROW",
                            "Statistical discrepancy",
                            FinalDemandKind.Discrepancy,
                            new(labels.Sectors.Regions.Count - 1)
                        ),
                    ]
                    : labels.FinalDemand,
                ValueAddedCategories = discrepancies
                    ? [.. labels.ValueAdded, new ValueAddedCategory("ROW", "Statistical discrepancy", ValueAddedKind.Other)]
                    : labels.ValueAdded,
                Flows = figures.Flows,
                FinalDemand = figures.FinalDemand,
                ValueAdded = figures.ValueAdded,
            }
        );
    }

    private static string Part(SourceFiles files, string part) =>
        files.Require(
            f => f.EndsWith($"_{part}.txt", StringComparison.Ordinal) && !f.StartsWith("labels", StringComparison.Ordinal),
            $"Eora26_YYYY_bp_{part.ToUpperInvariant()}.txt"
        );

    private static TableMetadata Metadata(string id, int year, EoraLabels labels, bool purchasers, bool discrepancies) =>
        new()
        {
            Id = id,
            Title = $"World {year}, Eora26, {labels.Sectors.Regions.Count} regions × {labels.Sectors.Industries.Count} sectors",
            Year = year,
            Currency = "USD",
            UnitScale = 1_000,
            Unit = "thousand USD",
            Prices = purchasers ? "purchasers' prices, current year" : "basic prices, current year",
            Source =
                "Eora26, worldmrio.com; cite Lenzen et al. (2012), Environmental Science and Technology 46: 8374-8381, and Lenzen et "
                + "al. (2013), Economic Systems Research 25: 20-49",
            Licence = Licence,
            Classification = $"eora-{labels.Sectors.Industries.Count}",
            Derivations =
            [
                LayoutNames.EditionOf("eora26", labels.Sectors.Regions.Count, labels.Sectors.Industries.Count),
                .. discrepancies
                    ? (string[])["The region ROW of statistical discrepancies is one column of final use and one row of primary inputs."]
                    : [],
            ],
        };
}

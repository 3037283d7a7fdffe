using Rootscope.Tables;

namespace Rootscope.Dependence.Indicators;

/// <summary>What an indicator is called, measured in and about.</summary>
/// <param name="Indicator">Which one.</param>
/// <param name="Name">Its name in rule files.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="IsBounded">Whether it lies between 0 and 1; otherwise it has no upper end.</param>
/// <param name="OfBuyer">Whether it belongs to a buyer; otherwise to the product in the world.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record IndicatorDefinition(
    DependenceIndicator Indicator,
    string Name,
    string Unit,
    bool IsBounded,
    bool OfBuyer,
    string Meaning
);

/// <summary>All indicators, by the names that rules use.</summary>
public static class DependenceIndicators
{
    /// <summary>Every indicator, in the order of <see cref="DependenceIndicator"/>.</summary>
    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new(
            DependenceIndicator.ImportConcentration,
            "import-hhi",
            "index from 0 to 1",
            true,
            true,
            "Sum of squared shares of origins in imports from outside the buyer."
        ),
        new(
            DependenceIndicator.EffectiveSuppliers,
            "effective-suppliers",
            "suppliers",
            false,
            true,
            "1 over the former: as many equal suppliers would be as concentrated."
        ),
        new(DependenceIndicator.Suppliers, "suppliers", "suppliers", false, true, "Number of origins outside the buyer."),
        new(
            DependenceIndicator.ImportTheil,
            "import-theil",
            "nats",
            false,
            true,
            "Theil's index of the shares of origins over all economies outside the buyer."
        ),
        new(
            DependenceIndicator.LargestOriginShare,
            "largest-origin-share",
            "share",
            true,
            true,
            "Largest share of one origin in imports from outside the buyer."
        ),
        new(
            DependenceIndicator.ExternalShare,
            "external-share",
            "share",
            true,
            true,
            "Imports from outside the buyer over all imports of its members; 1 for one economy."
        ),
        new(
            DependenceIndicator.ImportExportRatio,
            "import-export-ratio",
            "ratio",
            false,
            true,
            "Imports from outside over all exports of the members, those to each other included."
        ),
        new(
            DependenceIndicator.ExternalImportExportRatio,
            "external-import-export-ratio",
            "ratio",
            false,
            true,
            "Imports from outside over exports to outside."
        ),
        new(
            DependenceIndicator.ImportPenetration,
            "import-penetration",
            "ratio",
            false,
            true,
            "Imports over production less exports plus imports."
        ),
        new(DependenceIndicator.Imports, "imports", "money", false, true, "Imports from outside the buyer."),
        new(DependenceIndicator.Exports, "exports", "money", false, true, "Exports to outside the buyer."),
        new(
            DependenceIndicator.WorldExportConcentration,
            "world-export-hhi",
            "index from 0 to 1",
            true,
            false,
            "Sum of squared shares of economies in world exports."
        ),
        new(
            DependenceIndicator.WorldExportTheil,
            "world-export-theil",
            "nats",
            false,
            false,
            "Theil's index of these shares over all economies."
        ),
        new(
            DependenceIndicator.LargestExporterShare,
            "largest-exporter-share",
            "share",
            true,
            false,
            "Largest share of one economy in world exports."
        ),
        new(
            DependenceIndicator.ExporterShareDeviation,
            "exporter-share-sd",
            "share",
            true,
            false,
            "Standard deviation of the shares of all economies in world exports."
        ),
        new(
            DependenceIndicator.Clustering,
            "clustering",
            "index from 0 to 1",
            true,
            false,
            "Mean clustering of the network of the product's trade (Fagiolo 2007)."
        ),
    ];

    /// <summary>The definition of an indicator.</summary>
    public static IndicatorDefinition Of(DependenceIndicator indicator) =>
        (uint)indicator < (uint)All.Count
            ? All[(int)indicator]
            : throw new ArgumentOutOfRangeException(nameof(indicator), indicator, "There is no such indicator.");

    /// <summary>The indicator of a name.</summary>
    /// <exception cref="UnknownNameException">There is none; the message has the nearest names.</exception>
    public static DependenceIndicator Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.Ordinal))?.Indicator
            ?? throw new UnknownNameException(
                "indicator",
                name,
                NearestNames.Of(name, All.Select(d => d.Name)),
                $"Indicators are {string.Join(", ", All.Select(d => d.Name))}."
            );
    }
}

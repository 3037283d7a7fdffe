using Rootscope.Answers.Reports;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Answers.Scenarios;

/// <summary>What one region loses under one lens in two scenarios.</summary>
/// <param name="Lens">Word of the lens.</param>
/// <param name="Region">The region.</param>
/// <param name="First">Loss in the first; null where it has no figure. Unit: share.</param>
/// <param name="Second">Loss in the second, likewise.</param>
internal sealed record ComparedLoss(string Lens, Region Region, double? First, double? Second)
{
    /// <summary>The second less the first; null where one has no figure. Unit: share.</summary>
    public double? Difference => Second - First;

    /// <summary>The larger of the two losses or gains. Unit: share.</summary>
    public double Size => Math.Max(Math.Abs(First ?? 0), Math.Abs(Second ?? 0));
}

/// <summary>Two scenarios side by side: by lens, largest losses first; lenses and columns are the same for all who compare.</summary>
internal static class ScenarioComparison
{
    /// <summary>The lens.</summary>
    public static readonly Column<ComparedLoss> Lens = new("lens", string.Empty, "The model.", ColumnStyle.Text, "lens", r => r.Lens);

    /// <summary>The region's code.</summary>
    public static readonly Column<ComparedLoss> Region = new(
        "region",
        string.Empty,
        "Code of the region.",
        ColumnStyle.Text,
        "region",
        r => r.Region.Code
    );

    /// <summary>The region's name.</summary>
    public static readonly Column<ComparedLoss> Name = new("name", string.Empty, "Its name.", ColumnStyle.Text, "name", r => r.Region.Name);

    /// <summary>The loss in the first.</summary>
    public static readonly Column<ComparedLoss> First = new(
        "firstLoss",
        "share",
        $"Loss under the first scenario: share of real final spending, or of value added under {ScenarioColumns.OfValueAdded}; below 0 "
            + "where the region gains.",
        ColumnStyle.Share,
        "first loses",
        r => r.First
    )
    {
        IsLoss = true,
    };

    /// <summary>The loss in the second.</summary>
    public static readonly Column<ComparedLoss> Second = new(
        "secondLoss",
        "share",
        "Loss under the second scenario.",
        ColumnStyle.Share,
        "second loses",
        r => r.Second
    )
    {
        IsLoss = true,
    };

    /// <summary>By how much they differ.</summary>
    public static readonly Column<ComparedLoss> Difference = new(
        "difference",
        "share",
        "The second less the first.",
        ColumnStyle.Share,
        "second less first, % points",
        r => r.Difference
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Column<ComparedLoss>> Columns { get; } = [Lens, Region, Name, First, Second, Difference];

    /// <summary>The losses of two results, by the lenses that have figures in both.</summary>
    public static IReadOnlyList<ComparedLoss> Of(ScenarioResult first, ScenarioResult second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        string[] lenses =
        [
            .. first
                .Lenses.Where(l => l.HasFigures)
                .Select(l => l.Lens.Word)
                .Where(w => second.Lenses.Any(l => l.HasFigures && l.Lens.Word == w)),
        ];
        return
        [
            .. lenses
                .SelectMany(l => Under(first, second, l))
                .OrderBy(r => Array.IndexOf(lenses, r.Lens))
                .ThenByDescending(r => r.Size)
                .ThenBy(r => r.Region.Code, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ComparedLoss> Under(ScenarioResult first, ScenarioResult second, string lens)
    {
        Dictionary<string, double?> before = Losses(first, lens);
        Dictionary<string, double?> after = Losses(second, lens);
        return first
            .Table.Source.Sectors.Regions.Concat(second.Table.Source.Sectors.Regions)
            .DistinctBy(r => r.Code)
            .Select(r => new ComparedLoss(lens, r, before.GetValueOrDefault(r.Code), after.GetValueOrDefault(r.Code)));
    }

    private static Dictionary<string, double?> Losses(ScenarioResult result, string lens)
    {
        IReadOnlyList<Region> regions = result.Table.Source.Sectors.Regions;
        return result
            .Lenses.First(l => l.Lens.Word == lens)
            .Figures.Regions.ToDictionary(r => regions[r.Region].Code, r => (double?)r.Loss, StringComparer.Ordinal);
    }
}

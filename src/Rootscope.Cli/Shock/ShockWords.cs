using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Cli.Shock;

/// <summary>What a scenario's result means, in sentences.</summary>
internal static class ShockWords
{
    public static IEnumerable<string> Of(ScenarioResult result)
    {
        if (ShockReport.Fullest(result) is not { } lens)
        {
            IEnumerable<string> statuses = result.Lenses.Select(l => $"{l.Lens.Word} is {StatusWords.Of(l.Status)}");
            yield return $"No lens has figures: {string.Join("; ", statuses)}.";
            yield break;
        }

        SectorIndex sectors = result.Table.Table.Sectors;
        RegionOutcome worst = lens.Figures.Regions.MaxBy(r => r.Money)!;
        RegionOutcome best = lens.Figures.Regions.MinBy(r => r.Money)!;
        var money = MoneyScale.Of(result.Table.Source);
        yield return worst.Loss > 0
            ? $"In words: under the {lens.Lens.Word} lens {Name(sectors, worst)} loses {Percent(worst.Loss)} of its "
                + $"{lens.Lens.LossOf}, {money.Text(worst.Money)} {money.Unit}{Period(lens)}{Most(sectors)}{Gainer(sectors, best)}"
                + $"{Without(result, lens)}."
            : $"In words: under the {lens.Lens.Word} lens {Name(sectors, best)} gains {Percent(-best.Loss)} of its {lens.Lens.LossOf}, "
                + $"{money.Text(-best.Money)} {money.Unit}{Period(lens)}{Most(sectors)}{Without(result, lens)}.";
    }

    /// <summary>What the money is of: a year, or all days that a lens of days looks at.</summary>
    private static string Period(LensResult lens) =>
        lens.Figures.Course is { } course ? string.Create(CultureInfo.InvariantCulture, $" in {course.Days} days") : " a year";

    /// <summary>How many shocks the figures leave out.</summary>
    private static string Without(ScenarioResult result, LensResult lens)
    {
        int left = lens.Unrepresented.Select(u => u.Shock).Distinct().Count();
        return left == 0
            ? string.Empty
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; {left} of {result.Scenario.Shocks.Count} shocks are not, or not wholly, in that"
            );
    }

    private static string Gainer(SectorIndex sectors, RegionOutcome best) =>
        best.Loss < 0 ? $"; {Name(sectors, best)} gains most, {Percent(-best.Loss)}" : string.Empty;

    private static string Most(SectorIndex sectors) =>
        sectors.Regions.Count > 1
            ? string.Create(CultureInfo.InvariantCulture, $", in money the most of {sectors.Regions.Count} regions")
            : string.Empty;

    private static string Name(SectorIndex sectors, RegionOutcome region) => SpokenName.Of(sectors.Regions[region.Region].Name);

    private static string Percent(double share) => CellText.ForPeople(share, ColumnStyle.Share);
}

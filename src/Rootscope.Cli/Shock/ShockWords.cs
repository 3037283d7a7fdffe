using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Output;
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
        RegionOutcome worst = lens.Figures.Regions.MaxBy(r => r.Loss)!;
        RegionOutcome best = lens.Figures.Regions.MinBy(r => r.Loss)!;
        string unit = UnitOf(result.Table.Source.Metadata.Unit);
        yield return worst.Loss > 0
            ? $"In words: under the {lens.Lens.Word} lens {Name(sectors, worst)} loses {Percent(worst.Loss)} of its "
                + $"{lens.Lens.LossOf}, {Money(worst.Money)}{unit} a year{Most(sectors)}{Gainer(sectors, best)}."
            : $"In words: under the {lens.Lens.Word} lens {Name(sectors, best)} gains {Percent(-best.Loss)} of its {lens.Lens.LossOf}, "
                + $"{Money(-best.Money)}{unit} a year{Most(sectors)}.";
    }

    /// <summary>A unit behind a number: "million USD" follows it, "10 000 yuan" is multiplied.</summary>
    private static string UnitOf(string unit) => char.IsAsciiDigit(unit[0]) ? $" × {unit}" : $" {unit}";

    private static string Gainer(SectorIndex sectors, RegionOutcome best) =>
        best.Loss < 0 ? $"; {Name(sectors, best)} gains most, {Percent(-best.Loss)}" : string.Empty;

    private static string Most(SectorIndex sectors) =>
        sectors.Regions.Count > 1
            ? string.Create(CultureInfo.InvariantCulture, $", the most of {sectors.Regions.Count} regions")
            : string.Empty;

    private static string Name(SectorIndex sectors, RegionOutcome region) => SpokenName.Of(sectors.Regions[region.Region].Name);

    private static string Percent(double share) => CellText.ForPeople(share, ColumnStyle.Share);

    private static string Money(double money) => CellText.ForPeople(money, ColumnStyle.Money);
}

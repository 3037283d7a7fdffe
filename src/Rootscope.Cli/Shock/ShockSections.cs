using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Scenarios;
using Rootscope.Cli.Output;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Cli.Shock;

/// <summary>
/// What people read after <c>shock run</c>: what happens, what each lens says, who loses and who gains, and what is not in the figures.
/// </summary>
internal sealed class ShockSections(ScenarioResult result, ScenarioView view)
{
    private const int LeastNeeded = 9;

    private readonly MoneyScale _money = MoneyScale.Of(result.Table.Source);

    private readonly ScenarioLines _lines = new(result, view);

    private SectorIndex Sectors => result.Table.Table.Sectors;

    public IEnumerable<Section> All()
    {
        yield return Shocks();
        if (result.Table.Carried.Count > 0)
        {
            yield return Carriers();
        }

        yield return Headline();
        LensResult? fullest = ShockReport.Fullest(result);
        if (fullest is not null && !result.Table.IsOneRegion)
        {
            yield return Regions(fullest);
        }

        foreach (
            Section section in fullest is null
                ? []
                : SectorLists(fullest).Prepend(Parts(fullest)).Concat(Lifted(fullest)).Where(s => s.Rows.Count > 0)
        )
        {
            yield return section;
        }

        foreach (Section section in result.Lenses.SelectMany(l => new[] { Causes(l), Investment(l) }).Where(s => s.Rows.Count > 0))
        {
            yield return section;
        }

        foreach (Section section in new[] { Unrepresented(), Infeasible() }.Where(s => s.Rows.Count > 0))
        {
            yield return section;
        }
    }

    private Section Shocks() =>
        Section.Of(
            $"{result.Scenario.Name} ({result.Table.Source.Metadata.Id})",
            [
                Shown(ScenarioColumns.Shock, "#"),
                Prose(ScenarioColumns.Words, "what happens"),
                .. result.Lenses.Select(l => Text(l.Lens.Word, l.Lens.Word, line => Represents(l, line.Shock!.Value - 1))),
            ],
            _lines.Shocks()
        );

    private static string Represents(LensResult lens, int shock) =>
        lens.Unrepresented.Any(u => u.Shock == shock)
            ? lens.Status is ScenarioStatus.NotRepresented
                ? "no"
                : "left out"
            : "yes";

    private Section Carriers() =>
        Section.Of(
            "technologies and their carriers",
            [
                Shown(ScenarioColumns.Name, "technology"),
                Shown(ScenarioColumns.Carrier, "carrying industry") with
                {
                    Value = line => $"{line.Carrier} {result.Table.Source.Sectors.Industries[IndustryOf(line.Carrier!)].Name}",
                },
                Shown(ScenarioColumns.ShareOfCarrier, "share of it"),
                Prose(ScenarioColumns.Words, "how it is taken"),
            ],
            _lines.Carriers()
        );

    private int IndustryOf(string code) => result.Table.Source.Sectors.FindIndustry(code);

    private Section Headline()
    {
        bool one = result.Table.IsOneRegion;
        return Section.Of(
            "what each lens says",
            [
                Shown(ScenarioColumns.Lens, "lens"),
                Text("horizon", "speaks of", l => l.Lens!.Lens.Horizon),
                Shown(ScenarioColumns.Name, "loss of"),
                Shown(ScenarioColumns.Loss, one ? "loss" : "all regions"),
                .. result.Bands is null ? (Column<ScenarioLine>[])[] : [Text("band", "90% band", l => Band(l.Band))],
                Amount(ScenarioColumns.LossMoney, $"loss, {_money.Unit}"),
                .. one
                    ? (Column<ScenarioLine>[])[]
                    :
                    [
                        Text("worst", "loses most", l => Extreme(l.Lens!, gains: false)),
                        Text("best", "gains most", l => Extreme(l.Lens!, gains: true)),
                    ],
                Shown(ScenarioColumns.Status, "status") with
                {
                    Value = l => StatusOf(l.Lens!),
                },
            ],
            result.Lenses.Select(_lines.WholeOf)
        );
    }

    private static string? Band(FigureBand? band) =>
        band is { Low: { } low, High: { } high }
            ? $"{CellText.ForPeople(low, ColumnStyle.Share)} to {CellText.ForPeople(high, ColumnStyle.Share)}"
            : null;

    private string? Extreme(LensResult lens, bool gains)
    {
        RegionOutcome? it = gains ? lens.Figures.Regions.MinBy(r => r.Loss) : lens.Figures.Regions.MaxBy(r => r.Loss);
        bool any = it is not null && (gains ? it.Loss < 0 : it.Loss > 0);
        return any ? $"{Sectors.Regions[it!.Region].Name} {CellText.ForPeople(Math.Abs(it.Loss), ColumnStyle.Share)}" : null;
    }

    private static string StatusOf(LensResult lens) =>
        lens.Status == ScenarioStatus.Partial
            ? string.Create(CultureInfo.InvariantCulture, $"partial: {lens.Unrepresented.Select(u => u.Shock).Distinct().Count()} left out")
            : StatusWords.Of(lens.Status);

    private Section Regions(LensResult fullest)
    {
        ScenarioLine[] rows = ShownRegions(fullest);
        return Section.Of(
            $"what each region loses or gains{Count(rows.Length, fullest.Figures.Regions.Count(r => view.Shows(r.Region)))}",
            [
                Shown(ScenarioColumns.RegionName, "region"),
                .. result
                    .Lenses.Where(l => l.HasFigures && l.Figures.Regions.Count > 0)
                    .Select(l => ScenarioColumns.LossUnder(l, l.Lens.Word, l.Lens.Word)),
                .. result.Bands is null ? (Column<ScenarioLine>[])[] : [Text("band", $"90% band, {fullest.Lens.Word}", l => Band(l.Band))],
                Amount(ScenarioColumns.LossMoney, $"{fullest.Lens.Word}, {_money.Unit}"),
                Shown(ScenarioColumns.OutputChange, "output", 1),
                Shown(ScenarioColumns.ExportsChange, "exports", 2),
                Shown(ScenarioColumns.ImportsChange, "imports", 3),
                Shown(ScenarioColumns.TermsOfTradeChange, "terms of trade", 4),
            ],
            rows
        );
    }

    /// <summary>The first regions in the order asked for, and those that the scenario names wherever they stand.</summary>
    private ScenarioLine[] ShownRegions(LensResult lens)
    {
        ScenarioLine[] all = [.. _lines.Regions(lens)];
        HashSet<int?> kept = [.. view.First(all).Select(r => r.RegionNumber), .. Named()];
        return [.. all.Where(r => kept.Contains(r.RegionNumber))];
    }

    private IEnumerable<int?> Named() => result.Table.RegionsNamedBy(result.Scenario).Select(r => (int?)r);

    /// <summary>Why regions lose or gain: the parts of the change, as losses.</summary>
    private Section Parts(LensResult lens) =>
        Section.Of(
            $"where it comes from ({lens.Lens.Word})",
            [
                Shown(ScenarioColumns.RegionName, "region"),
                Shown(ScenarioColumns.Loss, "loss"),
                Part("direct", "own makers and purchases", p => p.Direct),
                Part("supplier", "through suppliers", p => p.Supplier),
                Part("buyer", "through buyers", p => p.Buyer),
                Part("terms", "terms of trade", p => p.TermsOfTrade),
            ],
            ShownRegions(lens).Where(r => r.Outcome!.Parts is not null)
        );

    private static Column<ScenarioLine> Part(string name, string heading, Func<WelfareParts, double> part) =>
        new(name, "share", string.Empty, ColumnStyle.Share, heading, line => -part(line.Outcome!.Parts!)) { IsLoss = true };

    private Section Causes(LensResult lens) =>
        Listed(
            $"what holds output back ({lens.Lens.Word})",
            [
                .. Place(),
                Prose(ScenarioColumns.Words, "because"),
                Amount(ScenarioColumns.ValueAddedLost, $"value added lost, {_money.Unit}"),
                Shown(ScenarioColumns.ShareOfLoss, "of all losses", 2),
            ],
            _lines.CausesUnder(lens)
        );

    /// <summary>The first month and every third: what is ordered of capital goods, and what is left of the capital.</summary>
    private Section Investment(LensResult lens)
    {
        const int Quarter = 3;
        return Section.Of(
            $"what becomes of investment ({lens.Lens.Word})",
            [
                .. Place(),
                Shown(ScenarioColumns.Month, "month"),
                Shown(ScenarioColumns.CapitalOrders, "orders of capital goods"),
                Shown(ScenarioColumns.CapitalLeft, "capital left"),
            ],
            ScenarioLines
                .InvestmentUnder(lens, result.Table.Table.Sectors)
                .Where(l => view.Shows(l.RegionNumber!.Value) && (l.Month == 1 || l.Month % Quarter == 0))
        );
    }

    private IEnumerable<Section> SectorLists(LensResult lens)
    {
        ScenarioLine[] shown = [.. _lines.SectorsOf(lens).Where(s => s.Sector!.OutputMoney is not null)];
        yield return SectorList(
            $"sectors whose output falls most ({lens.Lens.Word})",
            shown.Where(s => s.Sector!.OutputMoney < 0).OrderBy(s => s.Sector!.OutputMoney)
        );
        yield return SectorList(
            $"sectors whose output rises most ({lens.Lens.Word})",
            shown.Where(s => s.Sector!.OutputMoney > 0).OrderByDescending(s => s.Sector!.OutputMoney)
        );
    }

    private Section SectorList(string title, IEnumerable<ScenarioLine> sectors) =>
        Listed(
            title,
            [
                .. Place(),
                Amount(ScenarioColumns.Output, $"output before, {_money.Unit}", 3),
                Shown(ScenarioColumns.OutputChange, "change"),
                Amount(ScenarioColumns.OutputMoney, $"in money, {_money.Unit}"),
                Shown(ScenarioColumns.ExportsChange, "exports", 2),
                Shown(ScenarioColumns.CostChange, "unit cost", 1),
            ],
            sectors
        );

    private IEnumerable<Section> Lifted(LensResult lens)
    {
        yield return LiftList($"downstream: those who buy save cost ({lens.Lens.Word})", "cost saved", lens, LiftDirection.Downstream);
        yield return LiftList($"upstream: those who sell to what is uplifted ({lens.Lens.Word})", "sales", lens, LiftDirection.Upstream);
    }

    private Section LiftList(string title, string heading, LensResult lens, LiftDirection direction) =>
        Listed(
            title,
            [.. Place(), Shown(ScenarioColumns.Lift, heading), Amount(ScenarioColumns.LiftMoney, $"in money, {_money.Unit}")],
            _lines.Lifted(lens, direction).OrderByDescending(l => Math.Abs(l.Lifted!.Money))
        );

    private Section Unrepresented() =>
        Section.Of(
            "what is not in the figures",
            [
                Shown(ScenarioColumns.Shock, "#"),
                Shown(ScenarioColumns.Lens, "lens"),
                Shown(ScenarioColumns.Name, "left out"),
                Prose(ScenarioColumns.Words, "why"),
            ],
            result.Lenses.SelectMany(ScenarioLines.UnrepresentedBy).OrderBy(l => l.Shock)
        );

    private Section Infeasible() =>
        Section.Of(
            "buyers left without what they need",
            [Shown(ScenarioColumns.Lens, "lens"), Prose(ScenarioColumns.Words, "who, why, and what to do")],
            result.Lenses.SelectMany(l => view.First(ScenarioLines.InfeasibleUnder(l)))
        );

    private IReadOnlyList<Column<ScenarioLine>> Place() =>
        [
            .. result.Table.IsOneRegion ? (Column<ScenarioLine>[])[] : [Shown(ScenarioColumns.RegionName, "region")],
            Shown(ScenarioColumns.Code, "code", LeastNeeded),
            Shown(ScenarioColumns.Name, "industry"),
        ];

    /// <summary>The first rows of a list, with how many there are.</summary>
    private Section Listed(string title, IReadOnlyList<Column<ScenarioLine>> columns, IEnumerable<ScenarioLine> rows)
    {
        ScenarioLine[] all = [.. rows];
        return Section.Of(title, columns, view.First(all)) with { OutOf = all.Length };
    }

    private static string Count(int shown, int all) =>
        shown < all ? string.Create(CultureInfo.InvariantCulture, $", {shown} of {all}") : string.Empty;

    private static Column<ScenarioLine> Shown(Column<ScenarioLine> column, string heading, int dispensable = 0) =>
        column with
        {
            Heading = heading,
            Dispensable = dispensable,
        };

    /// <summary>Money in the economy's usual unit.</summary>
    private Column<ScenarioLine> Amount(Column<ScenarioLine> column, string heading, int dispensable = 0) =>
        Shown(column, heading, dispensable) with
        {
            Value = line =>
                column.Value(line) is not double amount ? null
                : column.IsLoss && amount < 0 ? CellText.Gain(_money.Text(-amount))
                : _money.Text(amount),
        };

    private static Column<ScenarioLine> Prose(Column<ScenarioLine> column, string heading) =>
        Shown(column, heading) with
        {
            Style = ColumnStyle.Prose,
        };

    private static Column<ScenarioLine> Text(string name, string heading, Func<ScenarioLine, object?> value) =>
        new(name, string.Empty, string.Empty, ColumnStyle.Text, heading, value);
}

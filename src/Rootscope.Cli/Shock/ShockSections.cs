using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Cli.Shock;

/// <summary>
/// What people read after <c>shock run</c>: what happens, what each lens says, who loses and who gains, and what is not in the figures.
/// </summary>
internal sealed class ShockSections(ScenarioResult result, ShockView view)
{
    private readonly string _unit = result.Table.Source.Metadata.Unit;

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

        foreach (Section section in new[] { Unrepresented(), Infeasible() }.Where(s => s.Rows.Count > 0))
        {
            yield return section;
        }
    }

    private Section Shocks() =>
        new(
            $"{result.Scenario.Name} ({result.Table.Source.Metadata.Id})",
            [
                new("shock", string.Empty, string.Empty, ColumnStyle.Whole, "#"),
                new("text", string.Empty, string.Empty, ColumnStyle.Prose, "what happens"),
                .. result.Lenses.Select(l => Text(l.Lens.Word, l.Lens.Word)),
            ],
            [
                .. result.Scenario.Shocks.Select(
                    (s, i) => (object?[])[i + 1, s.InWords(result.Table), .. result.Lenses.Select(l => Represents(l, i))]
                ),
            ]
        );

    private static string Represents(LensResult lens, int shock) =>
        lens.Unrepresented.Any(u => u.Shock == shock)
            ? lens.Status is ScenarioStatus.NotRepresented
                ? "no"
                : "left out"
            : "yes";

    private Section Carriers() =>
        new(
            "technologies and their carriers",
            [
                Text("technology", "technology"),
                Text("carrier", "carrying industry"),
                new("share", "share", string.Empty, ColumnStyle.Share, "share of it"),
                Text("how", "how it is taken"),
            ],
            [
                .. result.Table.Carried.Select(c =>
                    new object?[]
                    {
                        c.TechnologyName,
                        $"{c.Code} {result.Table.Source.Sectors.Industries[result.Table.Source.Sectors.FindIndustry(c.Code)].Name}",
                        result.Table.ShareOf(c),
                        result.Table.HowTaken(c),
                    }
                ),
            ]
        );

    private Section Headline()
    {
        bool one = result.Table.IsOneRegion;
        return new Section(
            "what each lens says",
            [
                Text("lens", "lens"),
                Text("horizon", "speaks of"),
                Text("of", "loss of"),
                new("loss", "share", string.Empty, ColumnStyle.Share, one ? "loss" : "all regions"),
                new("money", _unit, string.Empty, ColumnStyle.Money, $"loss, {_unit}"),
                .. one ? (Column[])[] : [Text("worst", "loses most"), Text("best", "gains most")],
                Text("status", "status"),
            ],
            [
                .. result.Lenses.Select(l =>
                    (object?[])
                        [
                            l.Lens.Word,
                            l.Lens.Horizon,
                            l.Lens.LossOf,
                            ScenarioSweep.LossOfAll(l),
                            l.Figures.Regions.Count > 0 ? l.Figures.Regions.Sum(r => r.Money) : null,
                            .. one ? (object?[])[] : [Extreme(l, gains: false), Extreme(l, gains: true)],
                            StatusOf(l),
                        ]
                ),
            ]
        );
    }

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
        LensResult[] lenses = [.. result.Lenses.Where(l => l.HasFigures && l.Figures.Regions.Count > 0)];
        RegionOutcome[] rows = ShownRegions(fullest);
        return new Section(
            $"what each region loses (a minus is a gain){Shown(rows.Length, fullest.Figures.Regions.Count(r => view.Shows(r.Region)))}",
            [
                Text("region", "region"),
                .. lenses.Select(l => new Column(l.Lens.Word, "share", string.Empty, ColumnStyle.Share, l.Lens.Word)),
                new("money", _unit, string.Empty, ColumnStyle.Money, $"{fullest.Lens.Word}, {_unit}"),
                Share("output", "output", 1),
                Share("exports", "exports", 2),
                Share("imports", "imports", 3),
                Share("terms", "terms of trade", 4),
            ],
            [
                .. rows.Select(r =>
                    (object?[])
                        [
                            Sectors.Regions[r.Region].Name,
                            .. lenses.Select(l => (object?)l.Figures.Regions.First(o => o.Region == r.Region).Loss),
                            r.Money,
                            r.OutputChange,
                            r.ExportsChange,
                            r.ImportsChange,
                            r.TermsOfTradeChange,
                        ]
                ),
            ]
        );
    }

    /// <summary>The first regions in the order asked for, and those that the scenario names wherever they stand.</summary>
    private RegionOutcome[] ShownRegions(LensResult lens)
    {
        RegionOutcome[] all = [.. ShockReport.Sorted(lens.Figures.Regions.Where(r => view.Shows(r.Region)), view)];
        HashSet<int> kept = [.. view.First(all).Select(r => r.Region), .. result.Table.RegionsNamedBy(result.Scenario)];
        return [.. all.Where(r => kept.Contains(r.Region))];
    }

    /// <summary>Why regions lose or gain: the parts of the change, as losses.</summary>
    private Section Parts(LensResult lens) =>
        new(
            $"where it comes from ({lens.Lens.Word}; a minus is a gain)",
            [
                Text("region", "region"),
                Share("loss", "loss", 0),
                Share("direct", "own makers and purchases", 0),
                Share("supplier", "through suppliers", 0),
                Share("buyer", "through buyers", 0),
                Share("terms", "terms of trade", 0),
            ],
            [
                .. ShownRegions(lens)
                    .Where(r => r.Parts is not null)
                    .Select(r =>
                        new object?[]
                        {
                            Sectors.Regions[r.Region].Name,
                            r.Loss,
                            -r.Parts!.Direct,
                            -r.Parts.Supplier,
                            -r.Parts.Buyer,
                            -r.Parts.TermsOfTrade,
                        }
                    ),
            ]
        );

    private IEnumerable<Section> SectorLists(LensResult lens)
    {
        SectorOutcome[] shown =
        [
            .. lens.Figures.Sectors.Where(s => s.OutputMoney is not null && view.Shows(Sectors.RegionNumberOf(s.Sector))),
        ];
        yield return SectorList(
            $"sectors whose output falls most ({lens.Lens.Word})",
            view.First(shown.Where(s => s.OutputMoney < 0).OrderBy(s => s.OutputMoney))
        );
        yield return SectorList(
            $"sectors whose output rises most ({lens.Lens.Word})",
            view.First(shown.Where(s => s.OutputMoney > 0).OrderByDescending(s => s.OutputMoney))
        );
    }

    private Section SectorList(string title, IEnumerable<SectorOutcome> sectors) =>
        new(
            title,
            [
                .. Place(),
                new("output", _unit, string.Empty, ColumnStyle.Money, $"output before, {_unit}"),
                Share("change", "change", 0),
                new("money", _unit, string.Empty, ColumnStyle.Money, "in money"),
                Share("exports", "exports", 2),
                Share("cost", "unit cost", 1),
            ],
            [
                .. sectors.Select(s =>
                    (object?[])[.. PlaceCells(s.Sector), s.Output, s.OutputChange, s.OutputMoney, s.ExportsChange, s.CostChange]
                ),
            ]
        );

    private IEnumerable<Section> Lifted(LensResult lens)
    {
        yield return LiftList($"downstream: those who buy save cost ({lens.Lens.Word})", "cost saved", lens, LiftDirection.Downstream);
        yield return LiftList($"upstream: those who sell to what is uplifted ({lens.Lens.Word})", "sales", lens, LiftDirection.Upstream);
    }

    private Section LiftList(string title, string heading, LensResult lens, LiftDirection direction)
    {
        IEnumerable<LiftedSector> lifted = lens.Figures.Lifted.Where(l =>
            l.Direction == direction && view.Shows(Sectors.RegionNumberOf(l.Sector))
        );
        return new Section(
            title,
            [.. Place(), Share("lift", heading, 0), new("money", _unit, string.Empty, ColumnStyle.Money, $"in money, {_unit}")],
            [
                .. view.First(lifted.OrderByDescending(l => Math.Abs(l.Money)))
                    .Select(l => (object?[])[.. PlaceCells(l.Sector), l.Change, l.Money]),
            ]
        );
    }

    private Section Unrepresented() =>
        new(
            "what is not in the figures",
            [
                new("shock", string.Empty, string.Empty, ColumnStyle.Whole, "#"),
                Text("lens", "lens"),
                Text("part", "left out"),
                new("reason", string.Empty, string.Empty, ColumnStyle.Prose, "why"),
            ],
            [
                .. result
                    .Lenses.SelectMany(l => l.Unrepresented.Select(u => new object?[] { u.Shock + 1, l.Lens.Word, u.Part, u.Reason }))
                    .OrderBy(r => (int)r[0]!),
            ]
        );

    private Section Infeasible() =>
        new(
            "buyers left without what they need",
            [Text("lens", "lens"), new("buyer", string.Empty, string.Empty, ColumnStyle.Prose, "who, why, and what to do")],
            [.. result.Lenses.SelectMany(l => view.First(l.Figures.Infeasible).Select(b => new object?[] { l.Lens.Word, b }))]
        );

    private IEnumerable<Column> Place() =>
        result.Table.IsOneRegion
            ? [Text("code", "code"), Text("name", "industry")]
            : [Text("region", "region"), Text("code", "code"), Text("name", "industry")];

    private object?[] PlaceCells(int sector)
    {
        (Region region, Industry industry) = ShockReport.PlaceOf(result, sector);
        return result.Table.IsOneRegion ? [industry.Code, industry.Name] : [region.Name, industry.Code, industry.Name];
    }

    private static string Shown(int shown, int all) =>
        shown < all ? string.Create(CultureInfo.InvariantCulture, $", {shown} of {all}") : string.Empty;

    private static Column Text(string name, string heading) => new(name, string.Empty, string.Empty, ColumnStyle.Text, heading);

    private static Column Share(string name, string heading, int dispensable) =>
        new(name, "share", string.Empty, ColumnStyle.Share, heading) { Dispensable = dispensable };
}

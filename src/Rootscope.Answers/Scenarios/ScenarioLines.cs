using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Answers.Scenarios;

/// <summary>What lenses say about a scenario, row by row: shocks, carriers, then for each lens the whole, regions and sectors.</summary>
internal sealed class ScenarioLines(ScenarioResult result, ScenarioView view)
{
    private const int SectorsFollowed = 20;

    private SectorIndex Sectors => result.Table.Table.Sectors;

    /// <summary>Every row.</summary>
    public IEnumerable<ScenarioLine> All() => [.. Shocks(), .. Carriers(), .. result.Lenses.SelectMany(OfLens)];

    /// <summary>The shocks of the scenario.</summary>
    public IEnumerable<ScenarioLine> Shocks() =>
        result.Scenario.Shocks.Select(
            (shock, i) =>
                new ScenarioLine(ScenarioLine.OfShock)
                {
                    Shock = i + 1,
                    Name = shock.Kind,
                    Text = shock.InWords(result.Table),
                }
        );

    /// <summary>Technologies and the industries that carry them.</summary>
    public IEnumerable<ScenarioLine> Carriers() =>
        result.Table.Carried.Select(carried => new ScenarioLine(ScenarioLine.OfCarrier)
        {
            Code = carried.Technology,
            Name = carried.TechnologyName,
            Carrier = carried.Code,
            ShareOfCarrier = result.Table.ShareOf(carried),
            Text = result.Table.HowTaken(carried),
        });

    /// <summary>What a lens says of all regions together.</summary>
    public ScenarioLine WholeOf(LensResult lens) =>
        new(ScenarioLine.OfLens)
        {
            Band = result.BandsOf(lens) is { Regions.Count: > 0 } bands ? bands.Whole : null,
            Lens = lens,
            Name = lens.Lens.LossOf,
            Text = lens.Lens.Meaning,
            Whole = LensWhole.Of(lens),
        };

    /// <summary>What a lens cannot represent.</summary>
    public static IEnumerable<ScenarioLine> UnrepresentedBy(LensResult lens) =>
        lens.Unrepresented.Select(missing => new ScenarioLine(ScenarioLine.OfUnrepresented)
        {
            Lens = lens,
            Shock = missing.Shock + 1,
            Name = missing.Part,
            Text = missing.Reason,
        });

    /// <summary>Who is left without what it needs.</summary>
    public static IEnumerable<ScenarioLine> InfeasibleUnder(LensResult lens) =>
        lens.Figures.Infeasible.Select(buyer => new ScenarioLine(ScenarioLine.OfInfeasible) { Lens = lens, Text = buyer });

    /// <summary>The regions that are shown, all of them in the order asked for.</summary>
    public IEnumerable<ScenarioLine> Regions(LensResult lens) =>
        view.Sorted(lens.Figures.Regions)
            .Select(r =>
                ScenarioLine.At(Sectors, r.Region, lens, r) with
                {
                    Band = result.BandsOf(lens)?.Regions[r.Region].Loss,
                    RankShare = result.BandsOf(lens)?.Regions[r.Region].RankShare,
                }
            );

    /// <summary>The sectors of the regions that are shown, in the order of the table.</summary>
    public IEnumerable<ScenarioLine> SectorsOf(LensResult lens) =>
        lens
            .Figures.Sectors.Where(s => view.Shows(Sectors.RegionNumberOf(s.Sector)))
            .Select(s =>
                ScenarioLine.At(Sectors, s.Sector, ScenarioLine.OfSector, lens) with
                {
                    Sector = s,
                    Band = result.BandsOf(lens)?.Output[s.Sector],
                }
            );

    /// <summary>What an uplift lifts in one direction.</summary>
    public IEnumerable<ScenarioLine> Lifted(LensResult lens, LiftDirection direction) =>
        lens
            .Figures.Lifted.Where(l => l.Direction == direction && view.Shows(Sectors.RegionNumberOf(l.Sector)))
            .Select(l =>
                ScenarioLine.At(
                    Sectors,
                    l.Sector,
                    direction == LiftDirection.Downstream ? ScenarioLine.OfDownstream : ScenarioLine.OfUpstream,
                    lens
                ) with
                {
                    Lifted = l,
                }
            );

    /// <summary>What the largest losses are due to, largest first.</summary>
    public IEnumerable<ScenarioLine> CausesUnder(LensResult lens)
    {
        double all = lens.Figures.Regions.Sum(r => Math.Max(0, r.Money));
        return lens
            .Figures.Causes.Where(c => view.Shows(Sectors.RegionNumberOf(c.Sector)))
            .Select(c =>
                ScenarioLine.At(Sectors, c.Sector, ScenarioLine.OfCause, lens) with
                {
                    Cause = c,
                    Input = c.Product is { } product ? Sectors.Industries[product].Code : null,
                    Origin = OriginOf(c.From),
                    Text = InWords(c),
                    ShareOfLoss = all > 0 ? c.ValueAddedLost / all : null,
                }
            );
    }

    /// <summary>What becomes of investment, month by month.</summary>
    public static IEnumerable<ScenarioLine> InvestmentUnder(LensResult lens, SectorIndex sectors) =>
        (lens.Figures.Course?.Investment ?? []).SelectMany(course =>
            course.Orders.Select(
                (orders, month) =>
                    ScenarioLine.At(sectors, course.Sector, ScenarioLine.OfInvestment, lens) with
                    {
                        Month = month + 1,
                        CapitalOrders = orders,
                        CapitalLeft = course.Capital[month],
                    }
            )
        );

    /// <summary>What regions lose month by month, in the order asked for.</summary>
    public IEnumerable<ScenarioLine> CourseUnder(LensResult lens)
    {
        if (lens.Figures.Course is not { } course)
        {
            return [];
        }

        IReadOnlyList<double> parts = course.PartsByMonth;
        return view.Sorted(lens.Figures.Regions)
            .SelectMany(region =>
                course
                    .LossByMonth(region.Region)
                    .Select(
                        (loss, month) =>
                            new ScenarioLine(ScenarioLine.OfCourse)
                            {
                                Lens = lens,
                                RegionNumber = region.Region,
                                Region = Sectors.Regions[region.Region],
                                Month = month + 1,
                                Outcome = new RegionOutcome
                                {
                                    Region = region.Region,
                                    Loss = loss,
                                    Base = region.Base * parts[month],
                                },
                            }
                    )
            );
    }

    /// <summary>Output, month by month, of the sectors whose output changes most in money.</summary>
    public IEnumerable<ScenarioLine> MonthsUnder(LensResult lens)
    {
        if (lens.Figures.Course is not { } course)
        {
            return [];
        }

        IReadOnlyList<double> parts = course.PartsByMonth;
        return lens
            .Figures.Sectors.Where(s => s.OutputChange is not null && view.Shows(Sectors.RegionNumberOf(s.Sector)))
            .OrderByDescending(s => Math.Abs(s.OutputMoney ?? 0))
            .Take(SectorsFollowed)
            .SelectMany(sector =>
                course
                    .OutputOf(sector.Sector)
                    .Select(
                        (change, month) =>
                            ScenarioLine.At(Sectors, sector.Sector, ScenarioLine.OfMonth, lens) with
                            {
                                Month = month + 1,
                                Sector = new SectorOutcome
                                {
                                    Sector = sector.Sector,
                                    Output = sector.Output * parts[month],
                                    OutputChange = change,
                                },
                            }
                    )
            );
    }

    private string? OriginOf(RegionNumber? from) =>
        from is null ? null
        : from == ScenarioTable.Abroad ? ScenarioTable.AbroadWord
        : Sectors.Regions[from.Value].Code;

    private string InWords(LossCause cause)
    {
        string input = cause.Product is { } product ? Sectors.Industries[product].Name : string.Empty;
        string from =
            cause.From is not { } region || (result.Table.IsOneRegion && region != ScenarioTable.Abroad) ? string.Empty
            : region == ScenarioTable.Abroad ? " from abroad"
            : $" from {Sectors.Regions[region].Name}";
        return cause.Cause switch
        {
            CauseOfLoss.Orders => "less is ordered",
            CauseOfLoss.Capacity => "capacity is lost",
            CauseOfLoss.CapitalGood => $"worn out and not replaced: {input}{from}",
            _ => $"out of stock: {input}{from}",
        };
    }

    private IEnumerable<ScenarioLine> OfLens(LensResult lens)
    {
        IEnumerable<ScenarioLine> sectors = SectorsOf(lens);
        return
        [
            WholeOf(lens),
            .. UnrepresentedBy(lens),
            .. InfeasibleUnder(lens),
            .. view.First(Regions(lens)),
            .. view.First(view.Sort == ScenarioOrder.Table ? sectors : sectors.OrderBy(l => l.Sector!.OutputMoney ?? 0)),
            .. view.First(CausesUnder(lens)),
            .. CourseUnder(lens),
            .. MonthsUnder(lens),
            .. InvestmentUnder(lens, Sectors),
            .. Enum.GetValues<LiftDirection>().SelectMany(d => view.First(Lifted(lens, d).OrderByDescending(l => l.Lifted!.Money))),
        ];
    }
}

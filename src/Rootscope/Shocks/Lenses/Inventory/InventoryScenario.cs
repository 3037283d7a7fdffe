using System.Globalization;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>What a scenario does to an economy of stocks and orders, gathered change by change, and its course.</summary>
internal sealed class InventoryScenario
{
    private const int MostCauses = 100;

    private readonly ScenarioTable _table;
    private readonly DailyFlows _flows;
    private readonly InventoryOptions _options;
    private readonly ElasticitySet _elasticities;
    private readonly InventoryEvents _events = new();
    private double _lastsToDay;

    public InventoryScenario(ScenarioTable table, InventoryOptions options, ElasticitySet elasticities)
    {
        (_table, _elasticities) = (table, elasticities);
        _flows = DailyFlows.Of(table.Table, WearIn(table));
        _options = options with
        {
            Essentiality = options.Essentiality ?? table.Ratings,
            RewiringOf = table.Replacement is null ? options.RewiringOf : TimesIn(table),
            Days = table.HorizonMonths is { } months ? Math.Max(1, (int)Math.Round(months * FollowedMonths.DaysOfMonth)) : options.Days,
        };
    }

    private static Dictionary<string, double> TimesIn(ScenarioTable table) =>
        table
            .Table.Sectors.Industries.Select((industry, i) => (industry.Code, Months: table.MonthsToReplace(new(i))))
            .Where(t => t.Months is not null)
            .ToDictionary(t => t.Code, t => t.Months!.Value * FollowedMonths.DaysOfMonth, StringComparer.Ordinal);

    private static CapitalWear? WearIn(ScenarioTable table) =>
        table.Capital is { } capital
            ? new CapitalWear(
                (seller, buyer) => capital.ShareOf(new(seller), new(buyer)),
                [.. Enumerable.Range(0, table.ProductCount).Select(p => capital.RateOf(new(p)))]
            )
            : null;

    public void Add(OutputCut cut) =>
        _events.Capacity.Add(new CapacityLoss(_flows.SellerOf(cut.Product, cut.Region), cut.Share, ProfileOf(cut.Timing)));

    public void Add(ProductivityShift shift) =>
        _events.Capacity.Add(new CapacityLoss(_flows.SellerOf(shift.Product, shift.Region), 1 - shift.Factor, ProfileOf(shift.Timing)));

    public void Add(DeliveryCut cut)
    {
        if (_table.IsOneRegion && cut.To == ScenarioTable.Abroad)
        {
            int home = _flows.SellerOf(cut.Product, 0);
            _events.Demand.Add(new DemandShock(home, 0, -cut.Share * _flows.Exports[cut.Product], ProfileOf(cut.Timing)));
            return;
        }

        int from = cut.From == ScenarioTable.Abroad ? _flows.Regions : cut.From;
        _events.Lanes.Add(new LaneShock(_flows.SellerOf(cut.Product, from), cut.To, cut.Share, 1, ProfileOf(cut.Timing)));
    }

    /// <summary>A tariff moves orders to other origins, by the elasticity between home and abroad.</summary>
    public void Add(TariffChange tariff)
    {
        double elasticity = _elasticities.Of(Nest.DomesticImported, _flows.Sectors.Industries[tariff.Product].Code);
        int from = tariff.From == ScenarioTable.Abroad ? _flows.Regions : tariff.From;
        double weight = Math.Pow(1 + tariff.Rate, -elasticity);
        _events.Lanes.Add(new LaneShock(_flows.SellerOf(tariff.Product, from), tariff.To, 0, weight, ProfileOf(tariff.Timing)));
    }

    /// <summary>What one sector may no longer buy.</summary>
    public void Add(PurchaseCut cut)
    {
        int from = cut.From == ScenarioTable.Abroad ? _flows.Regions : cut.From;
        _events.Purchases.Add(new PurchaseShock(_flows.Sectors.SectorOf(cut.Region, cut.Industry), from, cut.Share, ProfileOf(cut.Timing)));
    }

    /// <summary>Orders of capital goods fall, or rise, now; capacity follows as they wear out.</summary>
    public void Add(InvestmentChange change) =>
        _events.Investment.Add(
            new InvestmentShock(_flows.Sectors.SectorOf(change.Region, change.Industry), change.Factor - 1, ProfileOf(change.Timing))
        );

    public LensFigures Solve(CancellationToken cancellation)
    {
        InventoryPath path = new InventoryModel(_flows, _options, _events).Run(threads: 1, cancellation);
        return new LensFigures
        {
            Status = ScenarioStatus.Ok,
            Iterations = path.Days,
            Regions = [.. Enumerable.Range(0, _flows.Regions).Select(r => RegionOf(path, r))],
            Sectors = [.. Enumerable.Range(0, _flows.Buyers).Select(s => SectorOf(path, s))],
            Course = new LensCourse
            {
                Days = path.Days,
                LossOfRegions = path.LossOfRegions(),
                OutputByMonth = path.OutputByMonth(),
                Investment =
                [
                    .. path.Investors.Select(
                        (sector, i) =>
                            new InvestmentCourse(new(sector), path.ByMonth(path.CapitalOrders, i), path.ByMonth(path.CapitalLeft, i))
                    ),
                ],
            },
            Causes = [.. CausesIn(path)],
            Notes = [.. NotesOn(path)],
        };
    }

    private ShockProfile ProfileOf(ShockTiming timing)
    {
        double duration = timing.DurationMonths is { } months ? months * FollowedMonths.DaysOfMonth : double.PositiveInfinity;
        var profile = new ShockProfile(
            timing.StartMonth * FollowedMonths.DaysOfMonth,
            timing.RampMonths * FollowedMonths.DaysOfMonth,
            duration,
            timing.RecoveryMonths > 0 ? timing.Recovery : RecoveryCurve.Sudden,
            timing.RecoveryMonths * FollowedMonths.DaysOfMonth
        );
        _lastsToDay = Math.Max(_lastsToDay, profile.Start + duration);
        return profile;
    }

    private RegionOutcome RegionOf(InventoryPath path, int region)
    {
        (double lost, double before, double made, double output) = (0, 0, 0, 0);
        for (int sector = region * _flows.Products; sector < (region + 1) * _flows.Products; sector++)
        {
            double mean = path.MeanChangeOf(sector);
            lost -= _flows.ValueAdded[sector] * mean;
            before += _flows.ValueAdded[sector];
            output += _flows.Output[_flows.SellerOf(sector)];
            made += _flows.Output[_flows.SellerOf(sector)] * (1 + mean);
        }

        return new RegionOutcome
        {
            Region = new(region),
            Loss = before > 0 ? lost / before : 0,
            Base = before * path.Days,
            OutputChange = Figures.Change(output, made),
        };
    }

    private SectorOutcome SectorOf(InventoryPath path, int sector)
    {
        double output = _flows.Output[_flows.SellerOf(sector)] * path.Days;
        double mean = path.MeanChangeOf(sector);
        return new SectorOutcome
        {
            Sector = new(sector),
            Output = output,
            OutputChange = output > 0 ? mean : null,
            ValueAddedLost = -mean * _flows.ValueAdded[sector] * path.Days,
        };
    }

    /// <summary>The largest losses by what held a sector back: its own capacity, orders, or an input of an origin.</summary>
    private IEnumerable<LossCause> CausesIn(InventoryPath path)
    {
        var causes = new List<LossCause>();
        for (int sector = 0; sector < _flows.Buyers; sector++)
        {
            Add(sector, CauseOfLoss.Capacity, null, null, path.LostToCapacity[sector]);
            Add(sector, CauseOfLoss.Orders, null, null, path.LostToOrders[sector]);
        }

        foreach ((int buyer, int input, int origin, double lost) in path.LostToOrigin)
        {
            CauseOfLoss cause = input < _flows.Products ? CauseOfLoss.Input : CauseOfLoss.CapitalGood;
            Add(buyer, cause, _flows.ProductOf[input], origin, lost);
        }

        return causes
            .OrderByDescending(c => c.ValueAddedLost)
            .ThenBy(c => c.Sector)
            .ThenBy(c => c.Product?.Value)
            .ThenBy(c => c.From)
            .Take(MostCauses);

        void Add(int sector, CauseOfLoss cause, int? product, int? origin, double days)
        {
            double lost = days * _flows.ValueAdded[sector];
            if (lost > 0)
            {
                RegionNumber? from = origin is { } o ? (o == _flows.Regions ? ScenarioTable.Abroad : new RegionNumber(o)) : null;
                causes.Add(new LossCause(new(sector), cause, product is { } p ? new IndustryNumber(p) : null, from, lost));
            }
        }
    }

    private IEnumerable<string> NotesOn(InventoryPath path)
    {
        if (path.Days != InventoryOptions.DaysOfYear)
        {
            yield return $"Inventory: money, and output before, are of the {path.Days} days looked at, those of other lenses of a year; "
                + "shares are of the same time before.";
        }

        double least = _options.CoverOf.Values.Append(_options.CoverDays).Min();
        if (least < InventoryOptions.LeastSteadyCover)
        {
            yield return $"Stocks of {Number(least)} days are below {Number(InventoryOptions.LeastSteadyCover)}: orders and stocks "
                + "then chase each other, and swings or a collapse come from the model's arithmetic rather than from the economy.";
        }

        if (_options.Essentiality is null || _options.Essentiality.AreAllEssential)
        {
            yield return "Every product is alone and critical here, as in the published models: a lack of the smallest stops whoever "
                + "buys it, "
                + "and in a detailed table that stops nearly all. The loss is the worst that can be; ratings of inputs make it less.";
        }

        if (path.Swings() is > 0 and { } swings)
        {
            yield return $"Output of all turns up and down {swings} times by more than a hundredth of what is lost: part of the course "
                + "is a swing of orders and stocks, not of the shock.";
        }

        if (path.PeakOfOrders() is { } peak && peak.Day > _lastsToDay && _lastsToDay > 0)
        {
            yield return $"Output is {Number(peak.Above * 100)}% above that of before on day {peak.Day}, after the last shock has passed: "
                + "stocks that were used up are filled again.";
        }

        bool isReplaced = double.IsFinite(_options.RewiringDays) || _options.RewiringOf.Count > 0;
        yield return isReplaced
            ? "What is forbidden is had from others in a share that grows with time: it is ordered elsewhere, and makers in the "
                + "buyers' region build the capacity for it. Nobody changes a recipe."
            : "Nobody finds a new seller or another recipe here: what is forbidden is ordered elsewhere only as far as stocks fall short. "
                + "Over months that is too dark; 'replacement: by-product' in a scenario lets others take over in the years to replace.";

        if (_flows.NegativeFlows > 0)
        {
            yield return $"{_flows.NegativeFlows} sales between sectors are below 0 in the table and left out.";
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

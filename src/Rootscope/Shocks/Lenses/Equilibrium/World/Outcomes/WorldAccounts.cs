using Rootscope.Numerics;
using Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>What a shock does to every region and sector, and to every flow between them.</summary>
/// <remarks>
/// Read from a converged outcome. Cost: one price solve for the parts of welfare, two more for each region that is hit beside others;
/// passes over the flows.
/// </remarks>
public sealed class WorldAccounts
{
    private readonly WorldOutcome _outcome;
    private readonly WorldModel _model;
    private readonly double[] _before;
    private readonly double[] _after;
    private readonly double[] _logCost;
    private readonly double[] _logMoving;

    private WorldAccounts(WorldOutcome outcome, CancellationToken cancellation)
    {
        _outcome = outcome;
        _model = outcome.Model;
        _before = Flows(_model.Economy, _model.BaseSpending);
        _after = Flows(outcome.Economy, outcome.Spending);
        _logCost = [.. outcome.Solution.Bundle];
        foreach (ProductivityChange change in outcome.Change.Productivity)
        {
            _logCost[change.Cell] -= change.Log;
        }

        _logMoving = new double[_before.Length];
        foreach (TradeFlowChange flow in outcome.Change.Flows)
        {
            _logMoving[Cell(flow.Product, flow.Buyer, flow.Origin)] =
                flow.Banned > 0 ? 0 : flow.LogFactor - Math.Log((1 + flow.After) / (1 + flow.Before));
        }

        WelfareParts?[] parts = WelfareDecomposition.Of(outcome, cancellation);
        Regions = [.. Enumerable.Range(0, _model.Regions).Select(region => RegionOf(region, parts[region]))];
        Sectors = [.. Enumerable.Range(0, _model.Cells).Select(SectorOf)];
    }

    /// <summary>One account a region, in the order of the economy.</summary>
    public IReadOnlyList<RegionAccount> Regions { get; }

    /// <summary>One account a sector [n·N + k].</summary>
    public IReadOnlyList<SectorAccount> Sectors { get; }

    /// <summary>Reads an outcome.</summary>
    /// <exception cref="ArgumentException">The outcome has not converged, so that it has no figures.</exception>
    public static WorldAccounts Of(WorldOutcome outcome, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Status == SolveStatus.Converged
            ? new WorldAccounts(outcome, cancellation)
            : throw new ArgumentException(
                $"The outcome is {outcome.Status}; only a converged one has figures. Look at its status first.",
                nameof(outcome)
            );
    }

    /// <summary>What a region spends on a product of an origin, before tariffs. Unit: money.</summary>
    public BeforeAfter Flow(IndustryNumber product, RegionNumber buyer, RegionNumber origin)
    {
        int cell = Cell(product, buyer, origin);
        return new BeforeAfter(_before[cell], _after[cell]);
    }

    /// <summary>
    /// Who gains and who loses sales of a product to one region: every origin, the largest gain first, ties in the order of regions.
    /// </summary>
    public IReadOnlyList<TradeShift> Diversion(IndustryNumber product, RegionNumber buyer) =>
        Sorted(
            Enumerable
                .Range(0, _model.Regions)
                .Select(origin => new TradeShift(product, new(origin), buyer, Flow(product, buyer, new(origin))))
        );

    /// <summary>
    /// Who gains and who loses sales of a product to all regions: every origin, the largest gain first, ties in the order of regions.
    /// </summary>
    public IReadOnlyList<TradeShift> Diversion(IndustryNumber product) =>
        Sorted(
            Enumerable
                .Range(0, _model.Regions)
                .Select(origin => new TradeShift(
                    product,
                    new(origin),
                    null,
                    Sum(Enumerable.Range(0, _model.Regions).Select(n => Flow(product, new(n), new(origin))))
                ))
        );

    private static TradeShift[] Sorted(IEnumerable<TradeShift> shifts) => [.. shifts.OrderByDescending(s => s.Gain).ThenBy(s => s.Origin)];

    private static BeforeAfter Sum(IEnumerable<BeforeAfter> values)
    {
        double before = 0;
        double after = 0;
        foreach (BeforeAfter value in values)
        {
            before += value.Before;
            after += value.After;
        }

        return new BeforeAfter(before, after);
    }

    private double[] Flows(WorldEconomy economy, double[] spending)
    {
        var flows = new double[economy.TradeShares.Length];
        for (int cell = 0; cell < flows.Length; cell++)
        {
            int buyer = cell / _model.Regions % _model.Regions;
            flows[cell] =
                economy.TradeShares[cell]
                * spending[(buyer * _model.Products) + (cell / (_model.Regions * _model.Regions))]
                / (1 + economy.Tariffs[cell]);
        }

        return flows;
    }

    private int Cell(int product, int buyer, int origin) => (((product * _model.Regions) + buyer) * _model.Regions) + origin;

    private int SectorNumber(int region, int product) => (region * _model.Products) + product;

    private IEnumerable<int> Others(int region) => Enumerable.Range(0, _model.Regions).Where(other => other != region);

    private BeforeAfter ExportsOf(int region, int product) =>
        Sum(Others(region).Select(buyer => Flow(new(product), new(buyer), new(region))));

    private BeforeAfter ImportsOf(int region, int product) =>
        Sum(Others(region).Select(origin => Flow(new(product), new(region), new(origin))));

    private SectorAccount SectorOf(int cell)
    {
        int region = cell / _model.Products;
        int product = cell % _model.Products;
        double before = _model.BaseSales[cell];
        double after = _outcome.Sales[cell];
        return new SectorAccount
        {
            Region = new(region),
            Product = new(product),
            Output = new BeforeAfter(before, after),
            OutputVolume = before > 0 ? (after / before * Math.Exp(-_logCost[cell])) - 1 : null,
            OutputPrice = AccurateExponentials.ExpMinusOne(_logCost[cell]),
            UserPrice = AccurateExponentials.ExpMinusOne(_outcome.Solution.Price[cell]),
            ValueAdded = new BeforeAfter(before * _model.Economy.ValueAddedShares[cell], after * _outcome.Economy.ValueAddedShares[cell]),
            Exports = ExportsOf(region, product),
            Imports = ImportsOf(region, product),
        };
    }

    private RegionAccount RegionOf(int region, WelfareParts? parts)
    {
        var trade = new RegionTrade();
        for (int j = 0; j < _model.Products; j++)
        {
            foreach (int other in Others(region))
            {
                int bought = Cell(j, region, other);
                trade.Export(Flow(new(j), new(other), new(region)), _logCost[SectorNumber(region, j)]);
                trade.Import(
                    Flow(new(j), new(region), new(other)),
                    _logCost[SectorNumber(other, j)],
                    _logMoving[bought],
                    _model.Economy.Tariffs[bought]
                );
            }

            int cell = SectorNumber(region, j);
            trade.Final(
                new BeforeAfter(
                    _model.Economy.FinalShares[cell] * _outcome.Income.Before[region],
                    _outcome.Economy.FinalShares[cell] * _outcome.Income.After[region]
                ),
                _outcome.Solution.Price[cell]
            );
        }

        double earned = _model.Economy.ValueAdded[region];
        double earnedAfter = _outcome.Wages[region] * earned;
        return new RegionAccount
        {
            Region = new(region),
            Welfare = _outcome.WelfareChange(new(region)),
            TermsOfTrade = trade.TermsOfTrade / _outcome.Income.Before[region],
            VolumeOfTrade = trade.VolumeOfTrade / _outcome.Income.Before[region],
            RealWage = _outcome.RealWageChange(new(region)),
            RealGdp = trade.RealGdp,
            TermsOfTradeIndex = trade.TermsOfTradeIndex,
            FinalPrice = AccurateExponentials.ExpMinusOne(_outcome.Solution.FinalPrice[region]),
            ValueAdded = new BeforeAfter(earned, earnedAfter),
            TariffRevenue = new BeforeAfter(
                _outcome.Income.Before[region] - earned - _model.Economy.Deficits[region],
                _outcome.Income.After[region] - earnedAfter - _outcome.Change.Deficits[region]
            ),
            Exports = trade.Exports,
            Imports = trade.Imports,
            Parts = parts,
        };
    }
}

using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Lenses.Equilibrium.World.Outcomes;

namespace Rootscope.Tests.Shocks.Lenses.Equilibrium.World.Outcomes;

/// <summary>What an outcome says of regions, sectors and flows, and the parts of welfare.</summary>
public class WorldAccountsTests
{
    /// <summary>Parts are sums of logs of solved prices: what prices lack, no part adds.</summary>
    private const double Exact = 1e-12;

    /// <summary>Factor prices are solved to 1e-11 in logs.</summary>
    private const double SolverTolerance = 1e-9;

    private static readonly WorldEconomy World = SmallWorlds.Three();

    public static TheoryData<string> Shocks => ["cut", "import", "ban", "tariff", "uplift", "war"];

    [Theory]
    [MemberData(nameof(Shocks))]
    public void The_parts_of_welfare_add_up(string shock)
    {
        foreach (FactorMobility factors in Enum.GetValues<FactorMobility>())
        {
            WorldAccounts accounts = Solve(World with { Factors = factors }, ShockOf(shock));
            foreach (RegionAccount region in accounts.Regions)
            {
                Assert.Equal(Math.Log(1 + region.Welfare), region.Parts!.Sum, Exact);
            }
        }
    }

    [Fact]
    public void No_shock_has_no_parts()
    {
        foreach (RegionAccount region in Solve(World, new WorldShock()).Regions)
        {
            WelfareParts parts = region.Parts!;
            Assert.All(
                [parts.Direct, parts.Supplier, parts.Buyer, parts.TermsOfTrade, region.TermsOfTrade, region.RealGdp!.Value],
                p => Assert.Equal(0, p, SolverTolerance)
            );
        }
    }

    [Fact]
    public void A_region_that_is_not_hit_has_no_direct_part_and_one_that_alone_is_hit_no_supplier_part()
    {
        WorldAccounts accounts = Solve(World, ShockOf("cut"));
        Assert.Equal(0, accounts.Regions[0].Parts!.Supplier);
        Assert.True(accounts.Regions[0].Parts!.Direct < 0);
        foreach (int other in new[] { 1, 2 })
        {
            Assert.Equal(0, accounts.Regions[other].Parts!.Direct, SolverTolerance);
            Assert.True(accounts.Regions[other].Parts!.Supplier < 0);
        }
    }

    [Fact]
    public void A_region_without_trade_has_nothing_but_a_direct_part()
    {
        WorldEconomy closed = World with
        {
            TradeShares = [.. World.TradeShares.Select((_, c) => c % 3 == c / 3 % 3 ? 1.0 : 0)],
            Deficits = new double[3],
        };
        WorldEconomy balanced = WorldEquilibrium.Solve(closed, new WorldShock()).Economy;
        WelfareParts parts = Solve(balanced, ShockOf("cut")).Regions[0].Parts!;
        Assert.True(parts.Direct < 0);
        Assert.Equal(0, parts.Supplier);
        Assert.Equal(0, parts.Buyer, SolverTolerance);
        Assert.Equal(0, parts.TermsOfTrade, SolverTolerance);
    }

    [Fact]
    public void Buyers_who_may_no_longer_buy_show_in_the_buyer_part_of_the_seller()
    {
        WorldAccounts accounts = Solve(World, ShockOf("ban"));
        Assert.True(accounts.Regions[0].Parts!.Direct < 0, "the region that may not buy pays more");
        Assert.True(accounts.Regions[1].Parts!.Buyer < 0, "the region that may not sell is asked for less");
        Assert.True(accounts.Regions[2].Parts!.Buyer > 0, "the third sells instead");
    }

    [Fact]
    public void Diversion_names_the_gainers_first_and_the_banned_last()
    {
        WorldAccounts accounts = Solve(World, ShockOf("ban"));
        IReadOnlyList<TradeShift> shifts = accounts.Diversion(new(2), new(0));
        Assert.Equal(3, shifts.Count);
        Assert.Equal(1, shifts[^1].Origin);
        Assert.Equal(0, shifts[^1].Sales.After);
        Assert.True(shifts[0].Gain > 0);
        Assert.True(shifts[0].Gain >= shifts[1].Gain);
        Assert.Equal(1, accounts.Diversion(new(2))[^1].Origin);
    }

    [Fact]
    public void Accounts_balance()
    {
        WorldAccounts accounts = Solve(World, ShockOf("war"));
        double exports = accounts.Regions.Sum(r => r.Exports.After);
        Assert.Equal(exports, accounts.Regions.Sum(r => r.Imports.After), SolverTolerance * exports);
        for (int region = 0; region < 3; region++)
        {
            RegionAccount account = accounts.Regions[region];
            SectorAccount[] sectors = [.. accounts.Sectors.Where(s => s.Region == region)];
            Assert.Equal(account.ValueAdded.After, sectors.Sum(s => s.ValueAdded.After), SolverTolerance * account.ValueAdded.After);
            Assert.Equal(account.Exports.After, sectors.Sum(s => s.Exports.After), SolverTolerance * exports);
            Assert.Equal(World.Deficits[region], account.Imports.After - account.Exports.After, SolverTolerance * exports);
            Assert.Equal(
                accounts.Sectors.Sum(s => s.Region == region ? s.Output.After : 0),
                Enumerable.Range(0, 9).Sum(c => accounts.Flow(new(c % 3), new(c / 3), new(region)).After),
                SolverTolerance * exports
            );
        }
    }

    [Fact]
    public void Real_gdp_of_an_uplift_rises_by_the_sales_of_what_is_lifted_over_gdp()
    {
        double[] productivity = [.. Enumerable.Repeat(1.0, 9)];
        productivity[4] = 1.0001;
        RegionAccount region = Solve(World, new WorldShock { Productivity = productivity }).Regions[1];
        WorldAccounts still = Solve(World, new WorldShock());
        double expected = 1e-4 * still.Sectors[4].Output.Before / region.ValueAdded.Before;
        Assert.Equal(expected, region.RealGdp!.Value, 1e-3 * expected);
    }

    [Fact]
    public void An_outcome_without_figures_has_no_accounts()
    {
        WorldOutcome infeasible = WorldEquilibrium.Solve(
            World,
            new WorldShock { Banned = SmallWorlds.Ban(World, (product, buyer, _) => product == 2 && buyer == 0) }
        );
        Assert.Contains(
            "Infeasible",
            Assert.Throws<ArgumentException>(() => WorldAccounts.Of(infeasible)).Message,
            StringComparison.Ordinal
        );
    }

    private static WorldAccounts Solve(WorldEconomy world, WorldShock shock) => WorldAccounts.Of(WorldEquilibrium.Solve(world, shock));

    private static WorldShock ShockOf(string name)
    {
        double[] tariffs = [.. Enumerable.Range(0, 27).Select(c => c / 3 % 3 == 0 && c % 3 == 1 ? 0.25 : 0)];
        bool[] banned = SmallWorlds.Ban(World, (product, buyer, origin) => product == 2 && buyer == 0 && origin == 1);
        return name switch
        {
            "cut" => new WorldShock { Cuts = [new WorldCut(new(0), new(1), 0.5, SupplyScope.Domestic)] },
            "import" => new WorldShock { Cuts = [new WorldCut(new(0), new(1), 0.5, SupplyScope.Imported, new RegionNumber(2))] },
            "ban" => new WorldShock { Banned = banned },
            "tariff" => new WorldShock { Tariffs = tariffs },
            "uplift" => new WorldShock { Cuts = [new WorldCut(new(2), new(0), -0.2, SupplyScope.Domestic)] },
            _ => new WorldShock
            {
                Tariffs = tariffs,
                Banned = banned,
                Cuts = [new WorldCut(new(1), new(0), 0.3, SupplyScope.All), new WorldCut(new(2), new(2), 0.2, SupplyScope.All)],
            },
        };
    }
}

using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Networks;
using Rootscope.Tests.Golden;

namespace Rootscope.Tests.Shocks.Lenses.Cascade.Spreading;

/// <summary>
/// The limit of a cascade, by three roads: the accelerated search, brute force, and a linear system where the model is one.
/// </summary>
public class FixedPointTests
{
    /// <summary>Brute force stops at steps of 1e-14; where losses shrink by a fixed factor, what is left is a few tens of that.</summary>
    private const double BruteForce = 1e-14;

    private const double Same = 1e-10;

    [Theory]
    [InlineData("fig1_11", false)]
    [InlineData("g12_edge", true)]
    [InlineData("g20_revcost", true)]
    [InlineData("g20_revcost", false)]
    [InlineData("g20", false)]
    public void The_limit_is_where_brute_force_ends(string name, bool markets)
    {
        string folder = SharedData.Require("golden", "cascade", name);
        SupplyNetwork network = CascadeGoldenTests.NetworkOf(folder);
        var options = new CascadeOptions
        {
            Essentiality = EssentialityReader.Read(Path.Combine(folder, "ess.csv")),
            Market = markets ? CascadeMarket.Sector : CascadeMarket.None,
        };
        var brute = CascadeModel.Of(network, options with { Epsilon = BruteForce });
        var limit = CascadeModel.Of(network, options with { Stop = CascadeStop.FixedPoint });
        int compared = 0;
        for (int f = 0; f < network.Count; f++)
        {
            FirmLosses slow = brute.RunByFirm([new CapacityLoss(new(f), 1)], TestContext.Current.CancellationToken);
            FirmLosses fast = limit.RunByFirm([new CapacityLoss(new(f), 1)], TestContext.Current.CancellationToken);
            Assert.Equal(CascadeStatus.Ok, fast.Total.Status);
            Assert.InRange(fast.Total.Residual, 0, CascadeOptions.FixedPointTolerance);
            if (slow.Total.Status == CascadeStatus.Ok && slow.Total.Steps < 20_000)
            {
                compared++;
                Assert.Equal(slow.Downstream, fast.Downstream, (a, b) => Math.Abs(a - b) <= Same);
                Assert.Equal(slow.Upstream, fast.Upstream, (a, b) => Math.Abs(a - b) <= Same);
            }
        }

        Assert.InRange(compared, network.Count / 2, network.Count);
    }

    [Theory]
    [InlineData("g5")]
    [InlineData("g20")]
    [InlineData("g200")]
    public void Where_the_published_packages_never_return_the_limit_is_found_in_few_steps(string name)
    {
        string folder = SharedData.Require("golden", "cascade", name);
        SupplyNetwork network = CascadeGoldenTests.NetworkOf(folder);
        var options = new CascadeOptions { Essentiality = EssentialityReader.Read(Path.Combine(folder, "ess.csv")) };
        var limit = CascadeModel.Of(network, options with { Stop = CascadeStop.FixedPoint });
        var legacy = CascadeModel.Of(network, options with { Epsilon = 1e-5 });
        for (int f = 0; f < network.Count; f += Math.Max(1, network.Count / 20))
        {
            CascadeOutcome end = limit.Run([new CapacityLoss(new(f), 1)], TestContext.Current.CancellationToken);
            Assert.Equal(CascadeStatus.Ok, end.Status);
            Assert.InRange(end.Steps, 1, 5000);
            Assert.True(end.Loss >= legacy.Run([new CapacityLoss(new(f), 1)], TestContext.Current.CancellationToken).Loss - BruteForce);
        }
    }

    [Fact]
    public void Lost_sales_alone_solve_a_linear_system()
    {
        SupplyNetwork network = NetworkGenerator.Generate(
            new GeneratorOptions
            {
                Firms = 60,
                MeanDegree = 4,
                Sectors = ["a", "b", "c"],
                Seed = 3,
            },
            TestContext.Current.CancellationToken
        );
        var model = CascadeModel.Of(
            network,
            new CascadeOptions
            {
                Essentiality = EssentialityMatrix.Uniform(InputRating.Negligible, network.Firms.Sectors.Codes),
                Stop = CascadeStop.FixedPoint,
            }
        );
        int n = network.Count;
        for (int closed = 0; closed < n; closed += 7)
        {
            // ℓ_i = Σ_j Λ_ij ℓ_j for all but the closed firm, whose ℓ is 1.
            var matrix = new double[n * n];
            var right = new double[n];
            for (int i = 0; i < n; i++)
            {
                matrix[(i * n) + i] = 1;
                right[i] = i == closed ? 1 : 0;
                for (int e = 0; i != closed && e < network.CustomersOf(new(i)).Length; e++)
                {
                    matrix[(i * n) + network.CustomersOf(new(i))[e]] -=
                        network.SalesOf(new(i))[e] / (network.Firms.RevenueOf(new(i)) ?? network.Sales[i]);
                }
            }

            Gauss(matrix, right, n);
            FirmLosses losses = model.RunByFirm([new CapacityLoss(new(closed), 1)], TestContext.Current.CancellationToken);
            Assert.Equal(right, losses.Upstream, (a, b) => Math.Abs(a - b) <= Same);
            Assert.Equal(1, losses.Downstream.Sum(), Same);
        }
    }

    [Fact]
    public void Firms_that_only_feed_each_other_lose_what_comes_from_outside_and_no_more()
    {
        // B and C are each other's only essential supplier; A delivers two tenths of B's other input. Any common loss of B and C from 0.2
        // to 1 solves the equations.
        SupplyNetwork network = CascadeEdgeTests.Network(["A", "B", "C", "A"], [(0, 1, 2), (3, 1, 8), (1, 2, 5), (2, 1, 5)]);
        var model = CascadeModel.Of(
            network,
            new CascadeOptions
            {
                Essentiality = EssentialityMatrix.Uniform(InputRating.Essential, ["A", "B", "C"]),
                Market = CascadeMarket.None,
                Stop = CascadeStop.FixedPoint,
            }
        );
        FirmLosses losses = model.RunByFirm([new CapacityLoss(new(0), 1)], TestContext.Current.CancellationToken);
        Assert.Equal([1, 0.2, 0.2, 0], losses.Downstream.Select(l => Math.Round(l, 12)));
    }

    /// <summary>Gauss-Jordan elimination with partial pivoting, written here so that nothing of the library is in the comparison.</summary>
    private static void Gauss(double[] a, double[] b, int n)
    {
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[(i * n) + k]));
            for (int j = 0; j < n; j++)
            {
                (a[(k * n) + j], a[(pivot * n) + j]) = (a[(pivot * n) + j], a[(k * n) + j]);
            }

            (b[k], b[pivot]) = (b[pivot], b[k]);
            for (int i = 0; i < n; i++)
            {
                double factor = i == k ? 0 : a[(i * n) + k] / a[(k * n) + k];
                for (int j = k; factor != 0 && j < n; j++)
                {
                    a[(i * n) + j] -= factor * a[(k * n) + j];
                }

                b[i] -= factor * b[k];
            }
        }

        for (int k = 0; k < n; k++)
        {
            b[k] /= a[(k * n) + k];
        }
    }
}

using CsCheck;
using Rootscope.Numerics.Dense;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Tests.Properties;

/// <summary>
/// Baqaee and Farhi (2019), second order: d λ_i = Σ_k (θ_k − 1) λ_k Cov_Ω(k)(Ψ_(i), Ψ dlogA), against a central difference of λ.
/// </summary>
public class SecondOrderLaw
{
    /// <summary>The law's own bar: relative 1e-5, with prices solved to 1e-13.</summary>
    private const double Tolerance = 1e-5;

    private const double ResidualBar = 1e-13;

    private const double Step = 1e-3;

    [Fact]
    public void The_change_of_Domar_weights_is_the_covariance_formula() =>
        Gen.Select(RandomEconomies.Closed, Gen.Double[0.05, 2.5], Gen.Double[0.05, 2.5], Gen.Double[0.05, 2.5])
            .ForAll(
                (table, va, among, final) =>
                {
                    RegionEconomy economy = RegionEconomy.Of(
                        table,
                        new EquilibriumOptions
                        {
                            Elasticities = ElasticitySet.Uniform("random", va, among, 1, final),
                            Trade = TradeClosure.Balanced,
                            OwnUse = OwnUseTreatment.Gross,
                            Tolerance = 1e-14,
                        }
                    );
                    const int Shocked = 0;
                    double[] expected = Formula(economy, Shocked, va, among, final);
                    double[] derivative = CentralDifference(economy, Shocked, Step);
                    double[] half = CentralDifference(economy, Shocked, Step / 2);
                    double scale = expected.Max(Math.Abs);
                    for (int i = 0; i < table.Size; i++)
                    {
                        // The error of a central difference is of second order in the step; two steps take it away.
                        double limit = ((4 * half[i]) - derivative[i]) / 3;
                        Assert.True(
                            Math.Abs(-expected[i] - limit) <= Tolerance * Math.Max(scale, 0.1),
                            $"sector {i}: formula {-expected[i]:R}, difference {limit:R}"
                        );
                    }
                },
                count: 60
            );

    /// <summary>How Domar weights move with the log cost of one industry, from as much above as below.</summary>
    private static double[] CentralDifference(RegionEconomy economy, int shocked, double step)
    {
        double[] above = DomarWeights(economy, shocked, step);
        double[] below = DomarWeights(economy, shocked, -step);
        return [.. above.Select((weight, i) => (weight - below[i]) / (2 * step))];
    }

    /// <summary>Sales over income after the log cost of one industry has risen by a step, or fallen where the step is below 0.</summary>
    private static double[] DomarWeights(RegionEconomy economy, int shocked, double step)
    {
        var shock = new PriceShock(shocked, SupplyScope.Domestic, step, null);
        var solver = new PriceSolver(economy);
        PriceSolution prices = solver.Solve(shock, CancellationToken.None);
        Assert.Equal(CutStatus.Ok, prices.Status);
        Assert.InRange(prices.Residual, 0, ResidualBar);
        var quantities = new QuantitySystem(economy);
        Assert.True(quantities.Solve(solver.Prices, solver.Home, shock));
        var weights = new double[economy.Size];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = quantities.Output[i] * Math.Exp(solver.Home[i]) / economy.FinalSpending;
        }

        return weights;
    }

    /// <summary>
    /// The right-hand side with d log A = 1 for one industry, every nest a producer of its own: final demand, industries, bundles of
    /// inputs, factor.
    /// </summary>
    private static double[] Formula(RegionEconomy economy, int shocked, double va, double among, double final)
    {
        int n = economy.Size;
        int nodes = (2 * n) + 2;
        int Industry(int j) => 1 + j;
        int Bundle(int j) => 1 + n + j;
        int factor = nodes - 1;
        var omega = new double[nodes * nodes];
        for (int j = 0; j < n; j++)
        {
            omega[Industry(j)] = economy.Shares.FinalShare[j];
            double beta = economy.Shares.ValueAddedShare[j];
            omega[(Industry(j) * nodes) + factor] = beta;
            omega[(Industry(j) * nodes) + Bundle(j)] = 1 - beta;
            for (int k = 0; k < n; k++)
            {
                omega[(Bundle(j) * nodes) + Industry(k)] = economy.Shares.InputShares[(j * n) + k];
            }
        }

        var matrix = new double[nodes * nodes];
        for (int c = 0; c < matrix.Length; c++)
        {
            matrix[c] = (c % (nodes + 1) == 0 ? 1 : 0) - omega[c];
        }

        var workspace = new DenseWorkspace(nodes, threads: 1);
        double[] psi = LuFactors.Of(matrix, nodes, workspace).InvertInPlace(workspace);
        double ElasticityOf(int node) =>
            node == 0 ? final
            : node <= n ? va
            : among;
        var result = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int node = 0; node < factor; node++)
            {
                double lambda = psi[node];
                double meanI = 0,
                    meanA = 0,
                    meanIA = 0;
                for (int m = 0; m < nodes; m++)
                {
                    double weight = omega[(node * nodes) + m];
                    double toI = psi[(m * nodes) + Industry(i)];
                    double toShock = psi[(m * nodes) + Industry(shocked)];
                    meanI += weight * toI;
                    meanA += weight * toShock;
                    meanIA += weight * toI * toShock;
                }

                result[i] += (ElasticityOf(node) - 1) * lambda * (meanIA - (meanI * meanA));
            }
        }

        return result;
    }
}

using Rootscope.Numerics.Dense;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

/// <summary>
/// How log prices of home output settle after a small push on each of them: (I − J)⁻¹, J the derivative of the price map at the base.
/// </summary>
/// <remarks>
/// J_ji = (1 − β_j)(γ_ji (1 − m_i) + a_j ε_i), with ε the composition of exports and a_j what industry j imports, directly and as own use,
/// of its inputs; a = 0 where import prices are fixed in units of the factor. Independent of every elasticity. n × n, row-major. Cost: n³.
/// </remarks>
internal static class PassThroughMatrix
{
    public static double[] Of(RegionEconomy economy)
    {
        CalibratedShares shares = economy.Shares;
        int n = economy.Size;
        bool balanced = economy.Options.Trade == TradeClosure.Balanced;
        var matrix = new double[n * n];
        for (int j = 0; j < n; j++)
        {
            Span<double> row = matrix.AsSpan(j * n, n);
            ReadOnlySpan<double> inputs = shares.InputShares.AsSpan(j * n, n);
            double imported = shares.OwnImportShare[j];
            for (int i = 0; i < n; i++)
            {
                imported += inputs[i] * shares.ImportShare[i];
            }

            for (int i = 0; i < n; i++)
            {
                double passed = (inputs[i] * (1 - shares.ImportShare[i])) + (balanced ? imported * shares.ExportShare[i] : 0);
                row[i] = (i == j ? 1 : 0) - ((1 - shares.ValueAddedShare[j]) * passed);
            }
        }

        var workspace = new DenseWorkspace(n, threads: 1);
        var factors = LuFactors.Of(matrix, n, workspace);
        return factors.IsSingular
            ? throw new ModelException(
                $"{economy.Table.Metadata.Id}: the cost of some industry is all its own, so prices have no base to settle at. Check "
                    + $"the table with {Repair.Step(RepairStep.CheckTable, economy.Table.Metadata.Id)}."
            )
            : factors.InvertInPlace(workspace);
    }
}

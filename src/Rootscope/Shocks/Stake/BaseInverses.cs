using Rootscope.Numerics.Dense;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

namespace Rootscope.Shocks.Stake;

/// <summary>Inverse Jacobians of prices and of quantities at the base: by them steps towards a solution are taken at any prices.</summary>
/// <remarks>
/// Independent of every elasticity, because the base's cost shares are, so that one of each serves all products and all moments. A step is
/// exact at the base and close to it elsewhere; what is missing is made good by mixing steps. Row-major.
/// </remarks>
internal static class BaseInverses
{
    /// <summary>
    /// (I − J)⁻¹ over the log costs of industries and the log price of exports at n: costs follow home prices by their shares and import
    /// prices by theirs, and the price of exports follows costs by composition.
    /// </summary>
    public static double[] OfPrices(RegionEconomy economy, DenseWorkspace workspace)
    {
        CalibratedShares shares = economy.Shares;
        int n = economy.Size;
        int m = n + 1;
        var matrix = new double[m * m];
        for (int j = 0; j < n; j++)
        {
            double inputs = 1 - shares.ValueAddedShare[j];
            for (int i = 0; i < n; i++)
            {
                double share = shares.InputShares[(j * n) + i];
                matrix[(j * m) + i] = (i == j ? 1 : 0) - (inputs * share * (1 - shares.ImportShare[i]));
            }

            matrix[(j * m) + n] = -inputs * ImportedOf(shares, j, n);
            matrix[(n * m) + j] = -shares.ExportShare[j];
        }

        matrix[^1] = 1;
        return Factored(matrix, m, workspace, economy).InvertInPlace(workspace);
    }

    /// <summary>
    /// The inverse over outputs, the volume of exports at n and real final spending at n + 1, all in money: outputs meet use, exports pay
    /// for imports, and the factor is used up.
    /// </summary>
    public static double[] OfQuantities(RegionEconomy economy, DenseWorkspace workspace)
    {
        CalibratedShares shares = economy.Shares;
        int n = economy.Size;
        int m = n + 2;
        var matrix = new double[m * m];
        double importedFinal = 0;
        for (int i = 0; i < n; i++)
        {
            double home = 1 - shares.ImportShare[i];
            importedFinal += shares.ImportShare[i] * shares.FinalShare[i];
            for (int j = 0; j < n; j++)
            {
                double inputs = 1 - shares.ValueAddedShare[j];
                matrix[(i * m) + j] = (i == j ? 1 : 0) - (home * inputs * shares.InputShares[(j * n) + i]);
            }

            matrix[(i * m) + n] = -shares.ExportShare[i];
            matrix[(i * m) + n + 1] = -home * shares.FinalShare[i];
            matrix[(n * m) + i] = -(1 - shares.ValueAddedShare[i]) * ImportedOf(shares, i, n);
            matrix[((n + 1) * m) + i] = shares.ValueAddedShare[i];
        }

        matrix[(n * m) + n] = 1;
        matrix[(n * m) + n + 1] = -importedFinal;
        return Factored(matrix, m, workspace, economy).InvertInPlace(workspace);
    }

    /// <summary>The factors of a matrix, or the error that says what a table without them lacks.</summary>
    public static LuFactors Factored(double[] matrix, int size, DenseWorkspace workspace, RegionEconomy economy)
    {
        var factors = LuFactors.Of(matrix, size, workspace);
        return factors.IsSingular
            ? throw new ModelException(
                $"{economy.Table.Metadata.Id}: the cost of some industry is all its own, so neither prices nor quantities have a base to "
                    + $"settle at. Check the table with {Repair.Step(RepairStep.CheckTable, economy.Table.Metadata.Id)}."
            )
            : factors;
    }

    /// <summary>Imported share of an industry's inputs, with its imported own use.</summary>
    private static double ImportedOf(CalibratedShares shares, int industry, int n)
    {
        double imported = shares.OwnImportShare[industry];
        for (int i = 0; i < n; i++)
        {
            imported += shares.InputShares[(industry * n) + i] * shares.ImportShare[i];
        }

        return imported;
    }
}

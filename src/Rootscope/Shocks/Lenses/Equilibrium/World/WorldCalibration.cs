using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Equilibrium.World;

/// <summary>Makes a world economy of a table of many regions.</summary>
/// <remarks>
/// All users of a region draw a product from its origins in the same proportions. Negative cells are set to 0; outputs are then the sums of
/// the rows, and where inputs exceed output they are scaled down to it, until nothing moves, so that the base is an equilibrium of the
/// model exactly. Without tariffs: tables in basic prices do not tell them. Unit of money: the table's.
/// </remarks>
public static class WorldCalibration
{
    private const int MostPasses = 1_000;
    private const double Tolerance = 1e-13;

    /// <summary>Calibrates a table.</summary>
    /// <param name="table">A table of many regions.</param>
    /// <param name="elasticities">Elasticities; home against imported supply is taken for the choice among all origins.</param>
    /// <exception cref="ModelException">The table has one region only, or a region uses nothing.</exception>
    public static WorldEconomy Of(FlowTable table, ElasticitySet elasticities)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(elasticities);
        if (table.HasImports || table.Sectors.Regions.Count < 2)
        {
            throw new ModelException(
                $"{table.Metadata.Id} has one region; an equilibrium over many regions needs a table such as world-2011."
            );
        }

        int r = table.Sectors.Regions.Count;
        int n = table.Sectors.Industries.Count;
        double[] flows = [.. table.Flows.ToArray().Select(z => Math.Max(0, z))];
        double[] final = FinalByRegion(table);
        double[] output = Balance(flows, final, table.Size, r);
        string[] codes = [.. table.Sectors.Industries.Select(i => i.Code)];
        var shares = new Shares(flows, final, output, r, n);
        return new WorldEconomy
        {
            Regions = [.. table.Sectors.Regions.Select(region => region.Code)],
            Products = codes,
            TradeShares = shares.Trade,
            Tariffs = new double[n * r * r],
            InputShares = shares.Inputs,
            ValueAddedShares = shares.ValueAdded,
            FinalShares = shares.Final,
            ValueAdded = shares.Income,
            Deficits = shares.Deficits,
            Elasticities = new WorldElasticities(
                Array.ConvertAll(codes, c => elasticities.Of(Nest.ValueAddedInputs, c)),
                Array.ConvertAll(codes, c => elasticities.Of(Nest.AmongInputs, c)),
                Array.ConvertAll(codes, c => elasticities.Of(Nest.DomesticImported, c)),
                elasticities.Of(Nest.FinalDemand)
            ),
        };
    }

    /// <summary>Final use [sector · R + region], at least 0.</summary>
    private static double[] FinalByRegion(FlowTable table)
    {
        int r = table.Sectors.Regions.Count;
        var final = new double[table.Size * r];
        for (int i = 0; i < table.Size; i++)
        {
            ReadOnlySpan<double> row = table.FinalDemandFor(new(i));
            for (int k = 0; k < row.Length; k++)
            {
                final[(i * r) + table.FinalDemandCategories[k].Region] += row[k];
            }
        }

        return Array.ConvertAll(final, f => Math.Max(0, f));
    }

    /// <summary>Outputs as row sums, with no column of inputs above its output.</summary>
    private static double[] Balance(double[] flows, double[] final, int size, int r)
    {
        var output = new double[size];
        for (int pass = 0; pass < MostPasses; pass++)
        {
            var inputs = new double[size];
            for (int i = 0; i < size; i++)
            {
                double sum = 0;
                for (int j = 0; j < size; j++)
                {
                    sum += flows[(i * size) + j];
                    inputs[j] += flows[(i * size) + j];
                }

                for (int region = 0; region < r; region++)
                {
                    sum += final[(i * r) + region];
                }

                output[i] = sum;
            }

            int[] excess = [.. Enumerable.Range(0, size).Where(j => inputs[j] > output[j] * (1 + Tolerance))];
            if (excess.Length == 0)
            {
                break;
            }

            foreach (int j in excess)
            {
                for (int i = 0; i < size; i++)
                {
                    flows[(i * size) + j] *= output[j] / inputs[j];
                }
            }
        }

        return output;
    }

    private sealed class Shares
    {
        private readonly int _r;
        private readonly int _n;

        public Shares(double[] flows, double[] final, double[] output, int r, int n)
        {
            _r = r;
            _n = n;
            Trade = new double[n * r * r];
            Inputs = new double[r * n * n];
            ValueAdded = new double[r * n];
            Final = new double[r * n];
            Income = new double[r];
            Deficits = new double[r];
            for (int buyer = 0; buyer < r; buyer++)
            {
                for (int j = 0; j < n; j++)
                {
                    AddProduct(flows, final, buyer, j);
                }

                Normalise(output, buyer);
            }
        }

        public double[] Trade { get; }

        public double[] Inputs { get; }

        public double[] ValueAdded { get; }

        public double[] Final { get; }

        public double[] Income { get; }

        public double[] Deficits { get; }

        private void AddProduct(double[] flows, double[] final, int buyer, int product)
        {
            int size = _r * _n;
            Span<double> origins = Trade.AsSpan(((product * _r) + buyer) * _r, _r);
            double total = 0;
            for (int origin = 0; origin < _r; origin++)
            {
                int seller = (origin * _n) + product;
                double bought = final[(seller * _r) + buyer];
                Final[(buyer * _n) + product] += bought;
                for (int k = 0; k < _n; k++)
                {
                    double z = flows[(seller * size) + (buyer * _n) + k];
                    Inputs[(((buyer * _n) + k) * _n) + product] += z;
                    bought += z;
                }

                origins[origin] = bought;
                total += bought;
            }

            for (int origin = 0; origin < _r; origin++)
            {
                // What nobody buys comes from home: any share does, and this one sums to 1.
                origins[origin] =
                    total > 0 ? origins[origin] / total
                    : origin == buyer ? 1
                    : 0;
            }
        }

        private void Normalise(double[] output, int region)
        {
            double spent = 0;
            for (int k = 0; k < _n; k++)
            {
                Span<double> inputs = Inputs.AsSpan(((region * _n) + k) * _n, _n);
                double bought = 0;
                foreach (double z in inputs)
                {
                    bought += z;
                }

                double made = output[(region * _n) + k];
                ValueAdded[(region * _n) + k] = made > 0 ? Math.Max(0, 1 - (bought / made)) : 1;
                Income[region] += Math.Max(0, made - bought);
                for (int j = 0; j < _n && bought > 0; j++)
                {
                    inputs[j] /= bought;
                }

                spent += Final[(region * _n) + k];
            }

            if (spent <= 0)
            {
                throw new ModelException(
                    $"Region number {region + 1} of the table uses nothing, so it has nothing to lose. Leave it out by aggregation."
                );
            }

            for (int j = 0; j < _n; j++)
            {
                Final[(region * _n) + j] /= spent;
            }

            Deficits[region] = spent - Income[region];
        }
    }
}

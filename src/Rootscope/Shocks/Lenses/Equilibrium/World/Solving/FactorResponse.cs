using Rootscope.Numerics.Dense;

namespace Rootscope.Shocks.Lenses.Equilibrium.World.Solving;

/// <summary>
/// How the prices of factors are to answer to the excess demand for them: Newton's step of the base, or each factor for itself where they
/// are many.
/// </summary>
/// <remarks>
/// The Jacobian of excess demand in the base, by differences, less 1 v' with v the shares in world value added, which fixes the numeraire
/// (the Jacobian alone is singular by Walras's law). With very many factors, excess demand over the elasticity of the demand for the
/// factor.
/// </remarks>
internal sealed class FactorResponse
{
    /// <summary>Up to so many factors a full Jacobian is worth its solves and its memory, 200 MB.</summary>
    public const int MostCoupled = 5_000;

    private const double Step = 1e-3;
    private const double InnerTolerance = 1e-7;
    private const double LeastElasticity = 0.05;

    private readonly double[]? _inverse;
    private readonly double[] _elasticity;

    private FactorResponse(double[]? inverse, double[] elasticity)
    {
        _inverse = inverse;
        _elasticity = elasticity;
    }

    /// <summary>The response in the base.</summary>
    public static FactorResponse Of(WorldModel model, int threads, CancellationToken cancellation) =>
        At(model, WorldChange.None(model.Economy), new WorldStart(null, null, null), threads, cancellation);

    /// <summary>The response at a point on the way to a shock.</summary>
    public static FactorResponse At(WorldModel model, WorldChange change, WorldStart point, int threads, CancellationToken cancellation)
    {
        double[] own = OwnElasticities(model);
        return model.Factors > MostCoupled
            ? new FactorResponse(null, own)
            : new FactorResponse(Inverse(model, Jacobian(model, change, point, threads, cancellation), threads), own);
    }

    /// <summary>The change of log factor prices that excess demand asks for.</summary>
    public void Move(ReadOnlySpan<double> excess, Span<double> move)
    {
        int n = excess.Length;
        for (int f = 0; f < n; f++)
        {
            move[f] = _inverse is null ? excess[f] / _elasticity[f] : -Numerics.DenseKernels.Dot(_inverse.AsSpan(f * n, n), excess);
        }
    }

    /// <summary>Derivatives of log excess demand [factor asked for, factor whose price moves], at a point of a shock.</summary>
    private static double[] Jacobian(WorldModel model, WorldChange change, WorldStart point, int threads, CancellationToken cancellation)
    {
        int n = model.Factors;
        var jacobian = new double[n * n];
        double[] none = new double[n];
        var here = new ShockBatch(model, ShockBatch.Narrow);
        Perturb(here, 0, change, point, factor: null, cancellation);
        here.ExcessDemand(0, none);
        int width = ShockBatch.Wide;
        Parallel.For(
            0,
            (n + width - 1) / width,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => (Lanes: new ShockBatch(model, width), Excess: new double[n]),
            (batch, _, work) =>
            {
                int first = batch * width;
                int many = Math.Min(width, n - first);
                Array.Clear(work.Lanes.Active);
                for (int lane = 0; lane < many; lane++)
                {
                    Put(work.Lanes, lane, change, point, first + lane);
                }

                work.Lanes.Solve(cancellation);
                for (int lane = 0; lane < many; lane++)
                {
                    work.Lanes.ExcessDemand(lane, work.Excess);
                    for (int f = 0; f < n; f++)
                    {
                        jacobian[(f * n) + first + lane] = (work.Excess[f] - none[f]) / Step;
                    }
                }

                return work;
            },
            _ => { }
        );
        return jacobian;
    }

    private static void Perturb(
        ShockBatch lanes,
        int lane,
        WorldChange change,
        WorldStart point,
        int? factor,
        CancellationToken cancellation
    )
    {
        Put(lanes, lane, change, point, factor);
        lanes.Solve(cancellation);
    }

    private static void Put(ShockBatch lanes, int lane, WorldChange change, WorldStart point, int? factor)
    {
        lanes.Put(lane, change, point);
        lanes.Tolerance[lane] = InnerTolerance;
        if (factor is { } f)
        {
            lanes.LogFactor[(f * lanes.Count) + lane] += Step;
        }
    }

    /// <summary>The inverse with the numeraire fixed; null where there is none.</summary>
    private static double[]? Inverse(WorldModel model, double[] jacobian, int threads)
    {
        int n = model.Factors;
        double world = model.FactorIncome.Sum();
        for (int f = 0; f < n; f++)
        {
            for (int g = 0; g < n; g++)
            {
                // A factor that earns nothing is asked for by nobody: its price stays.
                jacobian[(f * n) + g] =
                    model.FactorIncome[f] > 0 ? jacobian[(f * n) + g] - (model.FactorIncome[g] / world)
                    : f == g ? -1
                    : 0;
            }
        }

        if (!Array.TrueForAll(jacobian, double.IsFinite))
        {
            return null;
        }

        var workspace = new DenseWorkspace(n, threads);
        var factors = LuFactors.Of(jacobian, n, workspace);
        return factors.IsSingular ? null : factors.InvertInPlace(workspace);
    }

    /// <summary>By how many percent the demand for each factor falls when it alone gets a percent dearer, roughly.</summary>
    private static double[] OwnElasticities(WorldModel model)
    {
        WorldEconomy economy = model.Economy;
        WorldElasticities elasticities = economy.Elasticities;
        var own = new double[model.Factors];
        var weights = new double[model.Factors];
        for (int cell = 0; cell < model.Cells; cell++)
        {
            int product = cell % model.Products;
            int origin = cell / model.Products;
            double share = economy.ValueAddedShares[cell];
            double sold = 0;
            double answered = 0;
            for (int buyer = 0; buyer < model.Regions; buyer++)
            {
                double part = economy.TradeShares[(((product * model.Regions) + buyer) * model.Regions) + origin];
                double sales = part * model.BaseSpending[(buyer * model.Products) + product];
                double below = Math.Min(elasticities.FinalDemand, elasticities.AmongInputs[product]);
                sold += sales;
                answered += sales * ((elasticities.Origins[product] * (1 - part)) + (below * part));
            }

            double demand = sold > 0 ? answered / sold : 1;
            double elasticity = (elasticities.ValueAddedInputs[product] * (1 - share)) + (share * demand);
            double weight = Math.Max(model.BaseSales[cell] * share, double.Epsilon);
            own[model.FactorOf(cell)] += weight * elasticity;
            weights[model.FactorOf(cell)] += weight;
        }

        for (int f = 0; f < own.Length; f++)
        {
            own[f] = Math.Max(LeastElasticity, own[f] / weights[f]);
        }

        return own;
    }
}

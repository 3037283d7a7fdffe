using System.Runtime.Intrinsics;
using Rootscope.Numerics;
using Rootscope.Numerics.Dense;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

namespace Rootscope.Shocks.Stake;

/// <summary>What users pay for a scarce product, as log prices in units of the factor; null where it costs what it costs.</summary>
/// <remarks>Of home output, of imports, or of the two together, as the supply that is short says.</remarks>
/// <param name="Flow">For current inputs, final use and exports.</param>
/// <param name="Services">For services as a capital good.</param>
internal readonly record struct UserPrices(double? Flow, double? Services);

/// <summary>The prices of an economy at given user prices of a scarce product. One instance a thread.</summary>
/// <remarks>
/// Unknowns are the log costs of industries and the log price of exports, which is that of imports. A sweep goes from them to the costs
/// that they imply; the step to the next guess is that difference times the inverse Jacobian of the base, and the last steps are mixed.
/// </remarks>
internal sealed class ScarcityPrices
{
    private const int MostSweeps = 200;

    private const int NewtonSteps = 60;
    private const double LongestStep = 2;
    private const double Difference = 1e-6;

    /// <summary>What Newton's method may miss of a price, relative to the highest.</summary>
    private const double NewtonMiss = 1e-12;

    /// <summary>The last step in log points; steps shrink by a factor of ten or so, and rounding is at 1e-15.</summary>
    private const double LastStep = 2e-13;

    /// <summary>What bundles may still be off by before Newton's step that doubles the digits.</summary>
    private const double BundleStep = 1e-7;

    private readonly StakeEconomy _economy;
    private readonly NestsAtMoment _nests;
    private readonly AndersonAcceleration _mixing;
    private readonly double[] _guess;
    private readonly double[] _next;
    private readonly double[] _image;
    private readonly double[] _import;
    private readonly double[] _oneLessImport;
    private readonly double[] _oneLessValueAdded;
    private ScarceProduct _scarce = null!;
    private UserPrices _users;

    public ScarcityPrices(StakeEconomy economy, NestsAtMoment nests)
    {
        _economy = economy;
        _nests = nests;
        int n = economy.Size;
        int stride = economy.Items.Stride;
        _mixing = new AndersonAcceleration(n + 1);
        _guess = new double[n + 1];
        _next = new double[n + 1];
        _image = new double[n + 1];
        Bundles = new StakeBundles(economy.Items, nests);
        Home = new double[stride];
        Composite = new double[stride];
        Cost = new double[stride];
        _import = Padded(economy.Shares.ImportShare, stride);
        _oneLessImport = Array.ConvertAll(_import, m => 1 - m);
        _oneLessValueAdded = Array.ConvertAll(Padded(economy.Shares.ValueAddedShare, stride), b => 1 - b);
    }

    public StakeBundles Bundles { get; }

    /// <summary>Log cost of home output by industry, padded.</summary>
    public double[] Home { get; }

    /// <summary>Log price to home users by product, and of imports at n; of the scarce product that of its current use.</summary>
    public double[] Composite { get; }

    /// <summary>Log cost of each industry that the last sweep found, padded.</summary>
    public double[] Cost { get; }

    /// <summary>Log price of exports, and of imports that are not scarce.</summary>
    public double Exports { get; private set; }

    /// <summary>Log price of the scarce product's current use and of its services.</summary>
    public ScarcePrice Flow { get; private set; }

    public ScarcePrice Services { get; private set; }

    /// <summary>Log price that exporters of the scarce product pay.</summary>
    public double ExportPriceOfScarce => _scarce.HitsHome ? Flow.Home : Home[_scarce.Product];

    /// <summary>How many sweeps there were, in all.</summary>
    public int Sweeps { get; private set; }

    /// <summary>Takes up a product and starts at the base.</summary>
    public void Take(ScarceProduct scarce)
    {
        _scarce = scarce;
        _mixing.Reset();
        Array.Clear(_guess);
        Bundles.Reset();
    }

    /// <summary>Takes up the product of another economy and starts where it stands.</summary>
    public void TakeFrom(ScarcityPrices other)
    {
        _scarce = other._scarce;
        _mixing.Resume(other._mixing);
        other._guess.CopyTo(_guess, 0);
        other.Bundles.Prices.CopyTo(Bundles.Prices, 0);
    }

    /// <summary>Solves from where the last solve ended; false where prices have no bound or did not settle.</summary>
    public bool Solve(UserPrices users, CancellationToken cancellation)
    {
        _users = users;
        _mixing.Resume();
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            double bundles = Sweep();
            for (int i = 0; i < _image.Length; i++)
            {
                _image[i] -= _guess[i];
            }

            DenseKernels.Multiply(_economy.PriceSteps, _image, _next);
            double step = 0;
            for (int i = 0; i < _next.Length; i++)
            {
                step = Math.Max(step, Math.Abs(_next[i]));
                _next[i] += _guess[i];
            }

            if (step <= LastStep && bundles <= BundleStep)
            {
                Bundles.Settle();
                return true;
            }

            if (!(step < PriceSystem.Ceiling))
            {
                break;
            }

            _mixing.Step(_guess, _next);
        }

        Array.Clear(_guess);
        Bundles.Reset();
        _mixing.Reset();
        return false;
    }

    /// <summary>
    /// Solves from the base by Newton's method with derivatives by differences: where steps of the base's inverse lost their way. Cost: n
    /// sweeps and n³ a step.
    /// </summary>
    public bool SolveByNewton(UserPrices users, CancellationToken cancellation)
    {
        _users = users;
        int m = _guess.Length;
        var matrix = new double[m * m];
        var image = new double[m];
        var workspace = new DenseWorkspace(m, threads: 1);
        for (int step = 0; step < NewtonSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int repeat = 0; repeat < NewtonSteps && Sweep() > BundleStep; repeat++) { }

            _image.CopyTo(image, 0);
            double largest = 0;
            double highest = 1;
            for (int i = 0; i < m; i++)
            {
                _next[i] = image[i] - _guess[i];
                largest = Math.Max(largest, Math.Abs(_next[i]));
                highest = Math.Max(highest, Math.Abs(_guess[i]));
            }

            if (largest <= NewtonMiss * highest)
            {
                Bundles.Settle();
                return true;
            }

            for (int i = 0; i < m; i++)
            {
                _guess[i] += Difference;
                Sweep();
                _guess[i] -= Difference;
                for (int row = 0; row < m; row++)
                {
                    matrix[(row * m) + i] = (row == i ? 1 : 0) - ((_image[row] - image[row]) / Difference);
                }
            }

            var factors = LuFactors.Of(matrix, m, workspace);
            if (factors.IsSingular)
            {
                break;
            }

            factors.Solve(_next, 1, workspace);
            double longest = 0;
            for (int i = 0; i < m; i++)
            {
                longest = Math.Max(longest, Math.Abs(_next[i]));
            }

            if (!double.IsFinite(longest))
            {
                break;
            }

            double part = Math.Min(1, LongestStep / longest);
            for (int i = 0; i < m; i++)
            {
                _guess[i] += part * _next[i];
            }
        }

        Array.Clear(_guess);
        Bundles.Reset();
        return false;
    }

    /// <summary>From the guess to what it implies; returns the last step of bundles.</summary>
    private double Sweep()
    {
        Sweeps++;
        int n = _economy.Size;
        _guess.AsSpan(0, n).CopyTo(Home);
        Exports = _guess[n];
        SetComposites();
        SetScarce();
        Bundles.SetSums(Composite, _scarce, Services.Composite);
        double last = Bundles.SetPrices();
        SetCosts();
        Cost.AsSpan(0, n).CopyTo(_image);
        _image[n] = Basket();
        return last;
    }

    private void SetComposites()
    {
        Vector256<double> abroad = Vector256.Create(Exports);
        double[] armington = _nests.DomesticImported;
        for (int i = 0; i < Composite.Length; i += LaneExponentials.Width)
        {
            Vector256<double> power = Vector256<double>.One - Vector256.LoadUnsafe(ref armington[i]);
            Vector256<double> sum =
                (Vector256.LoadUnsafe(ref _oneLessImport[i]) * LaneCes.Term(Vector256.LoadUnsafe(ref Home[i]), power))
                + (Vector256.LoadUnsafe(ref _import[i]) * LaneCes.Term(abroad, power));
            LaneCes.Index(sum, power).StoreUnsafe(ref Composite[i]);
        }

        Composite[_economy.Size] = Exports;
    }

    private void SetScarce()
    {
        int k = _scarce.Product;
        double plain = Composite[k];
        Flow = PriceOf(_users.Flow, plain);
        Services = PriceOf(_users.Services, plain);
        Composite[k] = Flow.Composite;
    }

    private ScarcePrice PriceOf(double? user, double plain)
    {
        int k = _scarce.Product;
        double cost = Home[k];
        if (user is not { } paid)
        {
            return new ScarcePrice(plain, cost, Exports, 0);
        }

        double elasticity = _nests.DomesticImported[k];
        double home = _oneLessImport[k];
        switch (_scarce.Scope)
        {
            case SupplyScope.Domestic:
                return new ScarcePrice(Ces.Pair(home, paid, Exports, elasticity), paid, Exports, paid - cost);
            case SupplyScope.Imported:
                return new ScarcePrice(Ces.Pair(home, cost, paid, elasticity), cost, paid, paid - Exports);
            default:
                double scarcity = paid - plain;
                return new ScarcePrice(paid, cost + scarcity, Exports + scarcity, scarcity);
        }
    }

    private void SetCosts()
    {
        double[] elasticity = _nests.ValueAddedInputs;
        for (int j = 0; j < Cost.Length; j += LaneExponentials.Width)
        {
            Vector256<double> power = Vector256<double>.One - Vector256.LoadUnsafe(ref elasticity[j]);
            Vector256<double> sum =
                Vector256.LoadUnsafe(ref _oneLessValueAdded[j]) * LaneCes.Term(Vector256.LoadUnsafe(ref Bundles.Prices[j]), power);
            LaneCes.Index(sum, power).StoreUnsafe(ref Cost[j]);
        }
    }

    private double Basket()
    {
        double[] weights = _economy.Shares.ExportShare;
        double elasticity = _economy.ExportsElasticity;
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double price = i == _scarce.Product ? ExportPriceOfScarce : Home[i];
            sum += weights[i] == 0 ? 0 : weights[i] * Ces.Term(price, elasticity);
        }

        return Ces.Index(sum, elasticity);
    }

    private static double[] Padded(double[] values, int length)
    {
        var result = new double[length];
        values.CopyTo(result, 0);
        return result;
    }
}

/// <summary>What a use of the scarce product costs, as log prices.</summary>
/// <param name="Composite">To its users.</param>
/// <param name="Home">Of its home part.</param>
/// <param name="Import">Of its imported part.</param>
/// <param name="Scarcity">By how much users pay more than it costs.</param>
internal readonly record struct ScarcePrice(double Composite, double Home, double Import, double Scarcity);

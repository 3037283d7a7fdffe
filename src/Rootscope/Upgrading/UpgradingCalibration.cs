using Rootscope.Numerics;

namespace Rootscope.Upgrading;

/// <summary>The rate at which the gap closes, fitted to dated tables of one economy.</summary>
/// <remarks>
/// What is fitted is <see cref="UpgradingParameters.Spill"/>, one rate for all products; all other parameters stand at their central
/// figures, without shocks and with every capability at hand. The loop is started from each table but the last two and run to the next; the
/// rate is the one of a grid from 0 to <see cref="MostRate"/> with the least sum of squared errors of home shares. Its range is that of the
/// rates that <see cref="Resamples"/> draws of products with replacement give, 5% to 95%. The last table is never looked at but for the
/// error told. Cost: some ten thousand paths of few years.
/// </remarks>
public sealed record UpgradingCalibration
{
    /// <summary>The largest rate tried: at 0.3 a year half of a gap is gone in two years. Unit: share of the gap a year.</summary>
    public const double MostRate = 0.3;

    /// <summary>How often products are drawn again for the range.</summary>
    public const int Resamples = 400;

    /// <summary>The fewest tables: two to fit to and one to hold out.</summary>
    public const int FewestTables = 3;

    private const int Steps = 120;
    private const int BandDraws = 200;

    /// <summary>The products, with their points.</summary>
    public required IReadOnlyList<ProductHistory> Products { get; init; }

    /// <summary>
    /// Number of products that tell of the rate: with a home share below a half in a table that is started from. The others have no gap of
    /// cost for the same quality that could close.
    /// </summary>
    public int Telling => TellingOf(Products);

    /// <summary>The fitted rate with its range; the rate without history where no product tells of it.</summary>
    public required UpgradingParameter Rate { get; init; }

    /// <summary>How well the last table was foreseen.</summary>
    public required HistoryHoldOut HoldOut { get; init; }

    /// <summary>
    /// Whether the rate is at an end of what was tried: at 0 home shares fell or stood still, which no rate of catching up gives.
    /// </summary>
    public bool IsAtEnd => Rate.IsFitted && Rate.Central is <= 0 or >= MostRate;

    /// <summary>Whether the tables leave the rate open: its range is all that is tried, or no product tells of it.</summary>
    public bool IsOpen => !Rate.IsFitted || !IsRateTold(Rate.Low, Rate.High);

    /// <summary>
    /// Whether the loop may be believed about years: the tables tell the rate, and with it the last table was foreseen better than by
    /// saying that nothing changes and than by the trend.
    /// </summary>
    public bool Holds => !IsOpen && HoldOut.IsBetter;

    /// <summary>Whether a range of the rate is less than all that is tried, 0 to <see cref="MostRate"/>.</summary>
    /// <param name="low">Its lower end. Unit: share of the gap a year.</param>
    /// <param name="high">Its upper end. Unit: share of the gap a year.</param>
    public static bool IsRateTold(double low, double high) => low > 0 || high < MostRate;

    /// <summary>Fits the rate.</summary>
    /// <param name="products">Products with a point a table, all of the same years, ascending, at least three.</param>
    /// <param name="parameters">What the loop rests on otherwise.</param>
    /// <param name="from">What the tables are called, told as the source of the rate.</param>
    /// <param name="seed">Seed of the draws for the ranges.</param>
    /// <exception cref="ModelException">There are too few tables, no products, or points out of range.</exception>
    public static UpgradingCalibration Of(
        IReadOnlyList<ProductHistory> products,
        UpgradingParameters parameters,
        string from,
        long seed = 1
    )
    {
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(parameters);
        Check(products);
        int tables = products[0].Points.Count;
        double[][] errors = [.. products.Select(p => ErrorsOf(p, tables - 2, parameters))];
        UpgradingParameter rate = TellingOf(products) > 0 ? Fitted(errors, parameters, from, seed) : parameters[UpgradingParameters.Spill];
        UpgradingParameters fitted = parameters.With(rate);
        return new UpgradingCalibration
        {
            Products = products,
            Rate = rate,
            HoldOut = HeldOut(products, parameters, fitted, seed),
        };
    }

    private static int TellingOf(IReadOnlyList<ProductHistory> products) =>
        products.Count(p => p.Points.SkipLast(2).Any(t => t.HomeShare < 0.5));

    private static void Check(IReadOnlyList<ProductHistory> products)
    {
        if (products.Count == 0)
        {
            throw new ModelException("No product is in all tables of the history, so that there is nothing to fit to.");
        }

        int[] years = [.. products[0].Points.Select(p => p.Year)];
        if (years.Length < FewestTables || years.Zip(years.Skip(1)).Any(y => y.Second <= y.First))
        {
            throw new ModelException(
                $"A history has to have at least {FewestTables} tables of different years, by ascending year; these have "
                    + $"{string.Join(", ", years)}."
            );
        }

        foreach (ProductHistory product in products)
        {
            bool holds = product.Points.All(p =>
                p.HomeMarket > 0
                && double.IsFinite(p.HomeMarket)
                && p.HomeShare is >= 0 and <= 1
                && p.Exports >= 0
                && double.IsFinite(p.Exports)
            );
            if (!holds || !product.Points.Select(p => p.Year).SequenceEqual(years))
            {
                throw new ModelException(
                    $"{product.Id}: each table has to have a home market above 0, a home share from 0 to 1 and exports of at least 0, and "
                        + "the years of the others."
                );
            }
        }
    }

    /// <summary>The squared error of a product's home share from each table to the next, added up, by rate of the grid.</summary>
    private static double[] ErrorsOf(ProductHistory product, int intervals, UpgradingParameters parameters)
    {
        double[] sums = new double[Steps + 1];
        for (int step = 0; step <= Steps; step++)
        {
            LoopDraw shared = LoopDraw.Central(parameters) with { Spill = RateAt(step) };
            for (int i = 0; i < intervals; i++)
            {
                double error =
                    Foreseen(product.Points[i], product.Points[i + 1].Year, shared, parameters) - product.Points[i + 1].HomeShare;
                sums[step] += error * error;
            }
        }

        return sums;
    }

    private static double RateAt(int step) => MostRate * step / Steps;

    /// <summary>The home share that the loop foresees from one table, with all other figures central.</summary>
    private static double Foreseen(HistoryPoint from, int year, in LoopDraw shared, UpgradingParameters parameters)
    {
        int years = year - from.Year;
        double[,] path = new double[years + 1, Enum.GetValues<UpgradingFigure>().Length];
        UpgradingStart start = StartOf(string.Empty, from);
        LoopPath.Run(start, shared, TechnologyDraw.Central(parameters, years), UpgradingPolicy.None, path);
        return path[years, (int)UpgradingFigure.HomeShare];
    }

    private static UpgradingStart StartOf(string id, HistoryPoint point) =>
        new()
        {
            Id = id,
            HomeMarket = point.HomeMarket,
            HomeShare = point.HomeShare,
            Exports = point.Exports,
        };

    private static UpgradingParameter Fitted(double[][] errors, UpgradingParameters parameters, string from, long seed)
    {
        double best = RateAt(BestOf(errors));
        double[] again = new double[Resamples];
        for (int draw = 0; draw < Resamples; draw++)
        {
            var stream = RandomStream.Of(seed, draw);
            again[draw] = RateAt(BestOf([.. errors.Select(_ => errors[stream.NextIndex(errors.Length)])]));
        }

        Array.Sort(again);
        return parameters[UpgradingParameters.Spill] with
        {
            Low = Math.Min(best, SampleQuantile.Of(again, 0.05)),
            Central = best,
            High = Math.Max(best, SampleQuantile.Of(again, 0.95)),
            Source = $"fitted to {from}",
            IsAssumption = false,
            IsFitted = true,
        };
    }

    private static int BestOf(double[][] errors)
    {
        (int best, double least) = (0, double.PositiveInfinity);
        for (int step = 0; step <= Steps; step++)
        {
            double sum = errors.Sum(e => e[step]);
            if (sum < least)
            {
                (best, least) = (step, sum);
            }
        }

        return best;
    }

    private static HistoryHoldOut HeldOut(
        IReadOnlyList<ProductHistory> products,
        UpgradingParameters usual,
        UpgradingParameters fitted,
        long seed
    )
    {
        HistoryPoint[] known = [.. products.Select(p => p.Points[^2])];
        double[] actual = [.. products.Select(p => p.Points[^1].HomeShare)];
        (int from, int to) = (known[0].Year, products[0].Points[^1].Year);
        IReadOnlyList<UpgradingCourse> courses = UpgradingLoop.Run(
            [.. products.Select((p, i) => StartOf(p.Id, known[i]))],
            fitted,
            UpgradingPolicy.None,
            new UpgradingOptions
            {
                Years = to - from,
                Draws = BandDraws,
                Seed = seed,
            }
        );
        return new HistoryHoldOut
        {
            YearKnown = from,
            YearHeldOut = to,
            Fitted = ErrorOf(i => Foreseen(known[i], to, LoopDraw.Central(fitted), fitted)),
            Usual = ErrorOf(i => Foreseen(known[i], to, LoopDraw.Central(usual), usual)),
            NoChange = ErrorOf(i => known[i].HomeShare),
            Trend = ErrorOf(i => Math.Clamp(known[i].HomeShare + (SlopeOf(products[i]) * (to - from)), 0, 1)),
            Inside = courses.Where((c, i) => IsInside(c[UpgradingFigure.HomeShare], actual[i])).Count(),
        };

        double ErrorOf(Func<int, double> foreseen) => Enumerable.Range(0, products.Count).Average(i => Math.Abs(foreseen(i) - actual[i]));

        static bool IsInside(UpgradingFan fan, double share) => fan.Low[^1] <= share && share <= fan.High[^1];
    }

    /// <summary>The slope of home share over years by least squares, the last table left out. Unit: share a year.</summary>
    private static double SlopeOf(ProductHistory product)
    {
        HistoryPoint[] points = [.. product.Points.SkipLast(1)];
        double year = points.Average(p => p.Year);
        double share = points.Average(p => p.HomeShare);
        return points.Sum(p => (p.Year - year) * (p.HomeShare - share)) / points.Sum(p => (p.Year - year) * (p.Year - year));
    }
}

using System.Globalization;
using Rootscope.Shocks.Lenses.Equilibrium.World;

namespace Rootscope.Tests;

/// <summary>
/// The world of Caliendo and Parro (2015): 31 countries, 40 sectors, 1993, from their replication files, prepared as their programs do.
/// </summary>
internal sealed class CaliendoParroData
{
    private const int R = 31;
    private const int N = 40;
    private const int Tradables = 20;
    private const double NonTradableElasticity = 8.22;

    private readonly double[,] _output = new double[N, R];
    private readonly double[] _bilateral = new double[N * R * R];
    private readonly double[] _tariffs1993;
    private readonly double[] _tariffs2005;
    private readonly string _folder;

    private CaliendoParroData(string folder)
    {
        _folder = folder;
        _tariffs1993 = Tariffs("tariffs1993.txt");
        _tariffs2005 = Tariffs("tariffs2005.txt");
    }

    public static string[] Countries { get; } =
        "ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR GBR USA ROW".Split(
            ' '
        );

    public static int Country(string code) => Array.IndexOf(Countries, code);

    public static int Cell(int product, int buyer, int origin) => (((product * R) + buyer) * R) + origin;

    public static (WorldEconomy Economy, CaliendoParroData Data) Load()
    {
        var data = new CaliendoParroData(SharedData.Require("data", "caliendo_parro_2015"));
        return (data.Prepare(), data);
    }

    /// <summary>1993 tariffs, with those among Canada, Mexico and the United States as in 2005.</summary>
    public double[] NaftaTariffs()
    {
        int[] members = [Country("CAN"), Country("MEX"), Country("USA")];
        double[] tariffs = [.. _tariffs1993];
        for (int j = 0; j < Tradables; j++)
        {
            foreach (int buyer in members)
            {
                foreach (int origin in members)
                {
                    tariffs[Cell(j, buyer, origin)] = _tariffs2005[Cell(j, buyer, origin)];
                }
            }
        }

        return tariffs;
    }

    public static bool[] Ban(string buyer, string origin)
    {
        var banned = new bool[N * R * R];
        for (int j = 0; j < Tradables; j++)
        {
            banned[Cell(j, Country(buyer), Country(origin))] = true;
        }

        return banned;
    }

    private WorldEconomy Prepare()
    {
        double[] valueAddedShares = ReadTable("B.txt", N, R);
        double[] gross = ReadTable("GO.txt", N, R);
        double[] io = ReadTable("IO.txt", R * N, N);
        double[] trade = ReadTable("xbilat1993.txt", Tradables * R, R);
        var exports = new double[N, R];
        var imports = new double[N, R];
        for (int j = 0; j < Tradables; j++)
        {
            for (int buyer = 0; buyer < R; buyer++)
            {
                for (int origin = 0; origin < R; origin++)
                {
                    double value = trade[(((j * R) + buyer) * R) + origin] * 1000;
                    _bilateral[Cell(j, buyer, origin)] = value;
                    exports[j, origin] += value;
                    imports[j, buyer] += value;
                }
            }
        }

        for (int j = 0; j < N; j++)
        {
            for (int region = 0; region < R; region++)
            {
                _output[j, region] = Math.Max(gross[(j * R) + region], exports[j, region]);
                _bilateral[Cell(j, region, region)] = _output[j, region] - exports[j, region];
            }
        }

        return Assemble(valueAddedShares, io, exports, imports);
    }

    private WorldEconomy Assemble(double[] valueAddedShares, double[] io, double[,] exports, double[,] imports)
    {
        var tradeShares = new double[N * R * R];
        var spending = new double[R * N];
        for (int j = 0; j < N; j++)
        {
            for (int buyer = 0; buyer < R; buyer++)
            {
                for (int origin = 0; origin < R; origin++)
                {
                    spending[(buyer * N) + j] += _bilateral[Cell(j, buyer, origin)] * (1 + _tariffs1993[Cell(j, buyer, origin)]);
                }

                for (int origin = 0; origin < R; origin++)
                {
                    double value = _bilateral[Cell(j, buyer, origin)] * (1 + _tariffs1993[Cell(j, buyer, origin)]);
                    tradeShares[Cell(j, buyer, origin)] = value / spending[(buyer * N) + j];
                }
            }
        }

        var inputs = new double[R * N * N];
        var beta = new double[R * N];
        var final = new double[R * N];
        var valueAdded = new double[R];
        var deficits = new double[R];
        for (int region = 0; region < R; region++)
        {
            for (int k = 0; k < N; k++)
            {
                beta[(region * N) + k] = valueAddedShares[(k * R) + region];
                valueAdded[region] += beta[(region * N) + k] * _output[k, region];
                double column = Enumerable.Range(0, N).Sum(j => io[(((region * N) + j) * N) + k]);
                for (int j = 0; j < N; j++)
                {
                    inputs[(((region * N) + k) * N) + j] = column > 0 ? io[(((region * N) + j) * N) + k] / column : 0;
                }

                deficits[region] += imports[k, region] - exports[k, region];
            }

            SetFinal(region, spending, inputs, beta, final);
        }

        double[] origins =
        [
            .. ReadTable("T.txt", Tradables, 1).Select(t => 1 + t),
            .. Enumerable.Repeat(1 + NonTradableElasticity, N - Tradables),
        ];
        double[] ones = [.. Enumerable.Repeat(1.0, N)];
        return new WorldEconomy
        {
            Regions = Countries,
            Products = [.. Enumerable.Range(1, N).Select(j => $"sector {j}")],
            TradeShares = tradeShares,
            Tariffs = _tariffs1993,
            InputShares = inputs,
            ValueAddedShares = beta,
            FinalShares = final,
            ValueAdded = valueAdded,
            Deficits = deficits,
            Elasticities = new WorldElasticities(ones, ones, origins, 1),
        };
    }

    private void SetFinal(int region, double[] spending, double[] inputs, double[] beta, double[] final)
    {
        double total = 0;
        for (int j = 0; j < N; j++)
        {
            double left = spending[(region * N) + j];
            for (int k = 0; k < N; k++)
            {
                left -= inputs[(((region * N) + k) * N) + j] * (1 - beta[(region * N) + k]) * _output[k, region];
            }

            final[(region * N) + j] = Math.Max(0, left);
            total += final[(region * N) + j];
        }

        for (int j = 0; j < N; j++)
        {
            final[(region * N) + j] /= total;
        }
    }

    private double[] Tariffs(string name)
    {
        double[] percent = ReadTable(name, Tradables * R, R);
        var tariffs = new double[N * R * R];
        for (int c = 0; c < percent.Length; c++)
        {
            tariffs[c] = percent[c] / 100;
        }

        return tariffs;
    }

    private double[] ReadTable(string name, int rows, int columns)
    {
        double[] numbers =
        [
            .. File.ReadAllText(Path.Combine(_folder, name))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(t => double.Parse(t, CultureInfo.InvariantCulture)),
        ];
        Assert.Equal(rows * columns, numbers.Length);
        return numbers;
    }
}

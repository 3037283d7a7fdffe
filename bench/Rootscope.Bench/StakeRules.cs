using System.Globalization;
using System.Text;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Wiod2013;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;
using Rootscope.Tables.Regions;
using Rootscope.Upgrading;

namespace Rootscope.Bench;

/// <summary>
/// What the loop and plans take for what is at stake without solving it: between the cuts of the curve, and in later years; held against
/// what is solved there, in dated tables of the same economies.
/// </summary>
internal static class StakeRules
{
    /// <summary>Less than this says nothing about an error of it. Unit: share of a year's final spending.</summary>
    private const double Least = 1e-5;

    /// <summary>Products that the curve is held against.</summary>
    private const int MostAtStake = 40;

    private static readonly int[] Years = [1995, 2000, 2005, 2011];
    private static readonly string[] Economies = ["CHN", "KOR", "TWN", "IND", "POL", "CZE", "MEX", "TUR", "USA", "DEU"];
    private static readonly double[] Nodes = [0.1, 0.3, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99];
    private static readonly double[] Between = [0.15, 0.2, 0.4, 0.57, 0.73, 0.85, 0.925, 0.97, 0.98];
    private static readonly double[] Cuts = [0.2, 0.5, 0.8];

    private static readonly (string Name, Func<double, double, UpgradingStart, double?> Of)[] Rules =
    [
        ("no change, V(φ)", (cut, _, start) => start.AtStake(cut)),
        ("V(φ) m/m₀", (cut, times, start) => start.AtStake(cut) * times),
        ("V(φ m/m₀)", (cut, times, start) => start.AtStake(cut * times)),
    ];

    /// <summary>Writes the report.</summary>
    /// <param name="folder">The folder of the source data, with wiod2013.</param>
    public static int Run(string folder)
    {
        var tables = Years
            .Select(y => WiodReader.Read(Path.Combine(folder, "wiod2013", $"wiot{y}.csv"), NameOf(y), y))
            .ToDictionary(t => t.Metadata.Id, StringComparer.Ordinal);
        var analyst = new Analyst(new TableLibrary(new KeptTables(tables)));
        var text = new StringBuilder("# What is at stake where it is not solved\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Machine.Line()}\n\n");
        BetweenCuts(analyst, text);
        Console.Error.WriteLine("between cuts done");
        LaterYears(analyst, text);
        return Machine.Write("stake-rules.md", text.ToString());
    }

    private static void BetweenCuts(Analyst analyst, StringBuilder text)
    {
        text.Append(
            """
            ## Between the cuts of the curve

            What the monotone cubic says of a cut over what is solved there; size of the error, the products with most at stake.

            | table | cut | products | median | 95% | largest |
            | --- | ---: | ---: | ---: | ---: | ---: |

            """
        );
        const string table = "china-2020";
        {
            StakeAnswer answer = analyst.Stake(new StakeQuestion(table) { Supply = SupplyScope.Imported });
            IndustryNumber[] products = [.. answer.Ranking.Rows.Take(MostAtStake).Select(r => r.Product)];
            Dictionary<int, UpgradingStart> curves = CurvesOf(answer, products);
            foreach ((double cut, StakeRanking solved) in Between.Zip(Solved(answer, Between, products)))
            {
                double[] errors =
                [
                    .. solved
                        .Rows.Where(r => r.AtStakeShare > Least && curves.ContainsKey(r.Product))
                        .Select(r => Math.Abs((curves[r.Product].AtStake(cut)!.Value / r.AtStakeShare!.Value) - 1))
                        .Order(),
                ];
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {table} | {cut} | {errors.Length} | {At(errors, 0.5):0.00%} | {At(errors, 0.95):0.00%} | {errors[^1]:0.0%} |\n"
                );
            }
        }
    }

    private static void LaterYears(Analyst analyst, StringBuilder text)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## In later years

            What is at stake with a foreign cut φ in a later table of the same economy (WIOD 2013, {string.Join(", ", Years)};
            {string.Join(
                ", ",
                Economies
            )}), foreseen from the earlier table and from imports m of both, over what is solved in the later one.
            m is the share of imports in the home market, as the loop has it, or imports over final spending, which tells the growth of the
            market too. All products with something at stake in both. Median and mean size of the error in log points, and how often a rule
            is the nearest of the three.

            | φ | m | rule | cases | median | mean | nearest |
            | ---: | --- | --- | ---: | ---: | ---: | ---: |

            """
        );
        var dated = Economies
            .SelectMany(e => Years.Select(y => (e, y)))
            .ToDictionary(
                k => k,
                k => analyst.Stake(new StakeQuestion(new EconomyQuestion(NameOf(k.y)) { Region = k.e }) { Supply = SupplyScope.Imported })
            );
        var curves = dated.ToDictionary(d => d.Key, d => CurvesOf(d.Value));
        var solved = dated.ToDictionary(d => d.Key, d => Solved(d.Value, Cuts));
        for (int c = 0; c < Cuts.Length; c++)
        {
            foreach (bool ofMarket in new[] { true, false })
            {
                double[][] errors = [.. Cases(dated, curves, solved, c, ofMarket)];
                for (int rule = 0; rule < Rules.Length; rule++)
                {
                    double[] own = [.. errors.Select(e => e[rule]).Order()];
                    int nearest = errors.Count(e => e[rule] == e.Min());
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"| {Cuts[c]} | {(ofMarket ? "share of the market" : "over final spending")} | {Rules[rule].Name} | {own.Length} | "
                            + $"{At(own, 0.5):0.000} | {own.Average():0.000} | {(double)nearest / errors.Length:0%} |\n"
                    );
                }
            }
        }
    }

    /// <summary>The size of the error of every rule, by economy, pair of tables one after the other, and product.</summary>
    private static IEnumerable<double[]> Cases(
        Dictionary<(string Economy, int Year), StakeAnswer> dated,
        Dictionary<(string Economy, int Year), Dictionary<int, UpgradingStart>> curves,
        Dictionary<(string Economy, int Year), IReadOnlyList<StakeRanking>> solved,
        int cut,
        bool ofMarket
    ) =>
        from economy in Economies
        from pair in Years.Zip(Years.Skip(1))
        let before = (economy, pair.First)
        let after = (economy, pair.Second)
        let was = ImportsOf(dated[before], ofMarket)
        let became = ImportsOf(dated[after], ofMarket)
        from row in solved[after][cut].Rows
        where row.AtStakeShare > Least && curves[before].ContainsKey(row.Product) && was[row.Product] > 0 && became[row.Product] > 0
        let times = became[row.Product] / was[row.Product]
        select Rules
            .Select(rule => Math.Abs(Math.Log(rule.Of(Cuts[cut], times, curves[before][row.Product])!.Value / row.AtStakeShare!.Value)))
            .ToArray();

    private static double[] ImportsOf(StakeAnswer answer, bool ofMarket)
    {
        FlowTable table = answer.Ranking.Inputs.Table;
        return ofMarket
            ? [.. ImportShares.Of(table).Values.ToArray()]
            : [.. table.Imports.ToArray().Select(i => i / answer.Ranking.FinalSpending)];
    }

    private static Dictionary<int, UpgradingStart> CurvesOf(StakeAnswer answer, IReadOnlyList<IndustryNumber>? products = null)
    {
        IReadOnlyList<StakeRanking> solved = Solved(answer, Nodes, products);
        return solved
            .SelectMany((ranking, c) => ranking.Rows.Select(r => (r.Product, Cut: Nodes[c], r.AtStakeShare)))
            .Where(r => r.AtStakeShare is > 0)
            .GroupBy(r => (int)r.Product)
            .ToDictionary(
                g => g.Key,
                g => new UpgradingStart
                {
                    Id = g.Key.ToString(CultureInfo.InvariantCulture),
                    HomeMarket = 1,
                    HomeShare = 0.5,
                    Exports = 0,
                    Stake = [.. g.Select(r => new StakePoint(r.Cut, r.AtStakeShare!.Value))],
                }
            );
    }

    private static IReadOnlyList<StakeRanking> Solved(
        StakeAnswer answer,
        IReadOnlyList<double> cuts,
        IReadOnlyList<IndustryNumber>? products = null
    ) =>
        StakeRanking.OfCuts(
            answer.Ranking.Inputs,
            answer.Ranking.Options with
            {
                WithTail = false,
            },
            cuts,
            products,
            Environment.ProcessorCount
        );

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static string NameOf(int year) => string.Create(CultureInfo.InvariantCulture, $"wiod-{year}");

    /// <summary>Tables in memory.</summary>
    private sealed class KeptTables(Dictionary<string, FlowTable> tables) : ITableStore
    {
        public string Place => "memory";

        public IReadOnlyList<TableSummary> List() => [];

        public FlowTable? Find(string name) => tables.GetValueOrDefault(name);

        public void Put(FlowTable table) => tables[table.Metadata.Id] = table;

        public bool Remove(string name) => tables.Remove(name);
    }
}

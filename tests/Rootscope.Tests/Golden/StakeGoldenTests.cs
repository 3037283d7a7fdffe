using System.Text.Json;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Stake;

namespace Rootscope.Tests.Golden;

/// <summary>What is at stake, by an independent program: made economies with every variant, and two countries.</summary>
public class StakeGoldenTests
{
    /// <summary>Losses of made economies agree to rounding of both solvers.</summary>
    private const double LossTolerance = 1e-10;

    /// <summary>Sums over years: two quadratures, or what rounding leaves of a year's spending.</summary>
    private const double Relative = 1e-7;
    private const double OfSpending = 1e-10;

    /// <summary>
    /// The vectors do not split a recovery in a straight line where a limit ceases to bind (their page: 2.5e-6 without it).
    /// </summary>
    private const double WithoutSplit = 1e-6;

    /// <summary>The tail is told beside and summed more coarsely in the vectors.</summary>
    private const double TailTolerance = 1e-8;

    /// <summary>The vectors bisect for when a limit begins to bind, to about this many years.</summary>
    private const double SwitchTolerance = 1e-4;

    /// <summary>Made economies are summed with as many nodes as the vectors have.</summary>
    private const int Nodes = 12;

    /// <summary>Of what is not the default, every so many products: the whole takes minutes. All with ROOTSCOPE_CASES above 1.</summary>
    private const int Sample = 12;

    private static readonly bool WithAll = Laws.AsksForMore;

    [Theory]
    [InlineData("made_a")]
    [InlineData("made_b")]
    public void Made_economies_lose_what_the_vectors_say(string name)
    {
        (StakeInputs inputs, HorizonElasticities elasticities) = StakeVectors.Made(name);
        int found = 0;
        foreach (JsonElement @case in GoldenFile.Open("stake", name + ".json").Items("cases"))
        {
            foreach (string variant in new[] { "stock", "stock_equal", "stock_linear", "flow", "off" })
            {
                Check(inputs, Question(@case, variant, elasticities, exports: 0), @case, variant);
                found++;
            }
        }

        Assert.True(found >= 90, $"only {found} cases");
    }

    [Theory]
    [InlineData("made_a")]
    [InlineData("made_b")]
    public void Made_economies_whose_exports_substitute_lose_what_the_vectors_say(string name)
    {
        (StakeInputs inputs, HorizonElasticities elasticities) = StakeVectors.Made(name);
        GoldenFile vectors = GoldenFile.Open("stake", name + "_exports09.json");
        foreach (JsonElement @case in vectors.Items("cases"))
        {
            foreach (string variant in new[] { "stock", "flow" })
            {
                StakeOptions question = Question(@case, variant, elasticities, vectors.Number("exports_elasticity"));
                Check(inputs, question, @case, variant);
            }
        }
    }

    [Fact]
    public void In_the_textbook_economy_losses_have_a_closed_form()
    {
        GoldenFile vectors = GoldenFile.Open("stake", "textbook.json");
        GoldenFile given = vectors["inputs"];
        double[] flows = given.Figures("z");
        double[] support = [.. flows.Zip(given.Figures("k"), (z, k) => z + k)];
        double[] final = given.Figures("final");
        double[] none = [0, 0];
        foreach (JsonElement @case in vectors.Items("cases"))
        {
            double e = @case.GetProperty("elasticity").GetDouble();
            var set = Rootscope.Shocks.Lenses.Equilibrium.Nests.ElasticitySet.Uniform("textbook", e, e, e, e);
            string[] names = ["good", "input"];
            var inputs = new StakeInputs(
                StakeVectors.OneRegion(names, flows, final, none, given.Figures("output"), none),
                StakeVectors.OneRegion(names, support, final, none, given.Figures("output"), none),
                [1, @case.GetProperty("years").GetDouble()],
                [0, @case.GetProperty("delta").GetDouble()]
            );
            var question = new StakeOptions
            {
                Elasticities = new HorizonElasticities(set, set, set),
                Cut = @case.GetProperty("phi").GetDouble(),
            };
            Near(@case.GetProperty("V_stock").GetDouble(), Row(inputs, question, 1, Nodes).AtStakeShare, Relative, OfSpending, "stock");
            StakeOptions flow = question with { Capital = StakeCapital.Flow };
            Near(@case.GetProperty("V_flow").GetDouble(), Row(inputs, flow, 1, Nodes).AtStakeShare, Relative, OfSpending, "flow");
            StakeOptions year = question with { YearAlone = 1 };
            Near(@case.GetProperty("loss_at_1").GetDouble(), Row(inputs, year, 1, Nodes).AtStakeShare, 0, LossTolerance, "loss at 1");
        }
    }

    [Theory]
    [InlineData("china-2020", "china-2020-stake.csv", 0.0)]
    [InlineData("china-2020", "china-2020-stake-exports09.csv", 0.9)]
    [InlineData("usa-2017", "usa-2017-stake.csv", 0.0)]
    public void Countries_have_at_stake_what_the_vectors_say(string country, string file, double exports)
    {
        (StakeInputs inputs, HorizonElasticities elasticities) = StakeVectors.Country(country);
        Dictionary<string, string>[] rows = [.. StakeVectors.Csv(file)];
        foreach (IGrouping<(string Supply, string Cut), Dictionary<string, string>> block in rows.GroupBy(r => (r["supply"], r["phi"])))
        {
            foreach (string variant in new[] { "stock", "flow", "off", "equal" }.Where(v => rows[0].ContainsKey("V_share_" + v)))
            {
                StakeOptions question = Question(block.Key.Supply, block.Key.Cut, variant, elasticities, exports);
                var solver = StakeSolver.Of(inputs, question, variant != "equal");
                bool isDefault = country == "china-2020" && variant == "stock" && block.Key == ("imported", "0.5") && exports > 0;
                Dictionary<string, string>[] checkedRows =
                [
                    .. block.Where((_, i) => WithAll || isDefault || i % (country == "usa-2017" ? 4 : Sample) == 0),
                ];
                Parallel.ForEach(checkedRows, row => Check(inputs, solver, row, variant));
                Assert.NotEmpty(checkedRows);
            }
        }
    }

    private static void Check(StakeInputs inputs, StakeSolver solver, Dictionary<string, string> expected, string variant)
    {
        int product = StakeVectors.IndexOf(inputs.Table, expected["code"]);
        StakeRow row = solver.RowOf(product, solver.NewWorkspace(), CancellationToken.None);
        string what = $"{expected["code"]} {expected["supply"]} {expected["phi"]} {variant}";
        if (expected["status_" + variant] == "no-use")
        {
            Assert.Equal(CutStatus.NoUse, row.Status);
            return;
        }

        Assert.Equal(row.Strain > StakeRanking.FarthestStrain ? CutStatus.Extrapolated : CutStatus.Ok, row.Status);
        Near(StakeVectors.Number(expected["V_share_" + variant]), row.AtStakeShare, Relative, OfSpending, what);
        Near(StakeVectors.Number(expected["leverage_" + variant]), row.Leverage, Relative * 1.5, OfSpending, what + " leverage");
        if (variant == "stock" && expected["ceiling_from_year"].Length > 0)
        {
            Near(
                StakeVectors.Number(expected["ceiling_from_year"]),
                row.ServicesScarceFromYears,
                SwitchTolerance,
                SwitchTolerance,
                what + " ceiling"
            );
        }
    }

    private static void Check(StakeInputs inputs, StakeOptions question, JsonElement @case, string variant)
    {
        int product = @case.GetProperty("product").GetInt32();
        string what = $"{product} {question.Supply} {question.Cut} {variant}";
        var solver = StakeSolver.Of(inputs, question, variant != "stock_equal", Nodes);
        ShortageSolver workspace = solver.NewWorkspace();
        StakeRow row = solver.RowOf(product, workspace, CancellationToken.None);
        if (!@case.TryGetProperty(variant, out JsonElement expected))
        {
            // The vectors have no figures of what is not imported.
            Assert.Equal(CutStatus.NoUse, row.Status);
            return;
        }

        double tolerance = variant == "stock_linear" ? WithoutSplit : Relative;
        Near(expected.GetProperty("V_share").GetDouble(), row.AtStakeShare, tolerance, OfSpending, what);
        Near(expected.GetProperty("leverage").GetDouble(), row.Leverage, tolerance, OfSpending, what + " leverage");
        if (expected.TryGetProperty("tail_share_after_T_to_H", out JsonElement tail))
        {
            Near(tail.GetDouble(), row.TailShare, TailTolerance, TailTolerance, what + " tail");
        }

        workspace.Take(ScarceProduct.Of(solver.Economy, product, question.Supply));
        Episode episode = solver.EpisodeOf(product);
        foreach (JsonElement moment in expected.TryGetProperty("loss", out JsonElement losses) ? losses.EnumerateArray() : default)
        {
            double years = moment.GetProperty("t").GetDouble();
            double loss = workspace.Solve(years, episode.At(years, ended: false), CancellationToken.None).Loss;
            Near(moment.GetProperty("loss").GetDouble(), loss, 0, LossTolerance, $"{what} after {years}");
        }
    }

    private static StakeRow Row(StakeInputs inputs, StakeOptions question, int product, int nodes)
    {
        var solver = StakeSolver.Of(inputs, question, nodes: nodes);
        return solver.RowOf(product, solver.NewWorkspace(), CancellationToken.None);
    }

    private static StakeOptions Question(JsonElement @case, string variant, HorizonElasticities elasticities, double exports) =>
        Question(@case.GetProperty("supply").GetString()!, @case.GetProperty("phi").GetRawText(), variant, elasticities, exports);

    private static StakeOptions Question(string supply, string cut, string variant, HorizonElasticities elasticities, double exports) =>
        new()
        {
            Elasticities = elasticities,
            Supply = Enum.Parse<SupplyScope>(supply, ignoreCase: true),
            Cut = StakeVectors.Number(cut),
            ExportsElasticity = exports,
            Recovery = variant == "stock_linear" ? StakeRecovery.Linear : StakeRecovery.Sudden,
            Capital = variant switch
            {
                "flow" => StakeCapital.Flow,
                "off" => StakeCapital.Off,
                _ => StakeCapital.Stock,
            },
        };

    private static void Near(double expected, double? actual, double relative, double absolute, string what)
    {
        double allowed = Math.Max(relative * Math.Abs(expected), absolute);
        Assert.True(actual is { } found && Math.Abs(found - expected) <= allowed, $"{what}: expected {expected:R}, found {actual:R}");
    }
}

using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>Questions are values: whole by default, checked at once, and the same after they were written and read.</summary>
public class QuestionTests
{
    /// <summary>The hash of the plainest question. It changes with every default and option, and then every run has another name.</summary>
    private const string HashOfTheDefaultRanking = "14df6c7032e8c6c5d415b0a06bb20b369d86037d98052952535323e79ddb1edd";

    public static TheoryData<Question> Questions =>
        [
            new RootQuestion(),
            new RootQuestion(
                new EconomyQuestion("world-2011")
                {
                    Region = "CHN",
                    Capital = CapitalTreatment.Off,
                    Technologies = EconomyQuestion.None,
                    Ratings = RatingUse.Off,
                    Elasticities = "long-run",
                }
            )
            {
                Lens = LensRegistry.Default.Named("cascade"),
                By = RootSubject.Technology,
                Cut = 0.1 + 0.2,
                Supply = SupplyScope.Domestic,
                Trade = TradeClosure.Factor,
                OwnUse = OwnUseTreatment.Gross,
                CutAs = CutKind.Quantity,
                Essentiality = "all-essential",
                Sort = RootMeasures.Reach,
                Draws = 40,
                Seed = long.MaxValue,
                DrawsSources = false,
                Top = 7,
            },
            new RootQuestion(new EconomyQuestion("world-2011") { Region = "DEU" }) { Supply = SupplyScope.Imported, Origin = "all" },
            new StakeQuestion(new EconomyQuestion("world-2011") { Region = "CHN", Ratings = RatingUse.Off })
            {
                Cut = 0.2,
                Supply = SupplyScope.Imported,
                Capital = StakeCapital.Flow,
                Elasticities = "long-run",
                Exports = 0,
                Horizon = 2.5,
                AtMostYears = 20,
                Discount = 0.03,
                By = RootSubject.Technology,
                Top = 7,
            },
            new StakeOfOneQuestion(
                "078",
                new StakeQuestion("usa-2017")
                {
                    Cut = 0.3,
                    Capital = StakeCapital.Flow,
                    AtMostYears = 5,
                }
            )
            {
                Supply = SupplyScope.Domestic,
                Alone = true,
            },
            new StakeOfOneQuestion("logic_chips"),
            new TechnologyQuestion("先进逻辑 \"chips\" {cut}", "usa-2017") { Draws = 3 },
            new ScenarioQuestion("name: A\ntable: china-2020\n")
            {
                Capital = CapitalTreatment.Off,
                Technologies = EconomyQuestion.None,
                Ratings = RatingUse.Any,
                Elasticities = "long-run",
                Essentiality = "ihs",
                Lenses = [LensRegistry.Default.Named("cascade")],
            },
            new AccountsQuestion(),
            new AccountsQuestion("EXTRACTION-partial", "usa-2017") { Sort = AccountOrder.Value, Top = 7 },
            new AccountsQuestion("extraction-bilateral", "world-2011") { Supplier = "TWN.c14", Buyer = "CHN" },
            new WeakSpotQuestion("USA")
            {
                Rule = "eu2021",
                Table = "usa-2017",
                Trade = ["a.csv", "b.csv"],
                Countries = "c.csv",
                Exports = "e.csv",
                Holdings = "h.csv",
                Exposure = InputOriginUse.Off,
                Making = new EconomyQuestion { CapitalFlows = "flows.csv" },
            },
            new NetworkRiskQuestion("edges.csv", "firms.csv")
            {
                Cascade = new CascadeQuestion
                {
                    Essentiality = CascadeQuestion.AllEssential,
                    Market = "district",
                    Stop = CascadeStop.FixedPoint,
                    Epsilon = 1e-9,
                    Weight = CascadeWeight.Revenue,
                },
                Select = "top:7",
                Top = 3,
            },
            new BlacklistQuestion("edges.csv", "firms.csv", "listed.csv")
            {
                Cascade = new CascadeQuestion { Market = "none" },
                Top = 0,
            },
            new NetworkLinksQuestion("edges.csv", "firms.csv") { Firm = "f07" },
            new MadeNetworkQuestion
            {
                Firms = 30,
                MeanDegree = 2.5,
                Sectors = 4,
                Seed = -1,
            },
            new NetworkQuestion(),
            new NetworkQuestion(new EconomyQuestion("world-2011") { Region = "CHN", Technologies = EconomyQuestion.Reference })
            {
                Firms = NetworkQuestion.OneASector,
                MeanDegree = 3,
                Fitness = 0.5,
                Seed = 9,
                Draws = 2,
            },
            new NetworkEnsembleQuestion("usa-2017"),
            new NetworkEnsembleQuestion(new NetworkQuestion("usa-2017") { Firms = "firms.csv" })
            {
                Cascade = new CascadeQuestion { Stop = CascadeStop.FixedPoint },
                Select = "none",
                Listed = "listed.csv",
                Top = 4,
            },
        ];

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_reads_back_from_its_JSON_as_an_equal_one(Question question)
    {
        Question read = Question.FromJson(question.ToJson());
        Assert.Equal(question, read);
        Assert.Equal(question.ToJson(), read.ToJson());
        Assert.Equal(question.ContentHash, read.ContentHash);
    }

    [Fact]
    public void An_account_tells_every_fault_at_once_and_writes_the_share_that_it_uses()
    {
        var wrong = new AccountsQuestion("upstreamness", " ")
        {
            Share = 2,
            Wedge = -1,
            Buyer = "CHN",
            Top = -1,
        };
        Assert.Equal(
            ["table", "share", "wedge", "buyer", "share", "wedge", "top"],
            Assert.Throws<QuestionException>(wrong.Validate).Faults.Select(f => f.Option)
        );
        Assert.Equal("measure", Assert.Single(new AccountsQuestion("upstreamnes").Faults()).Option);
        Assert.Contains("\"share\":0.5", new AccountsQuestion("extraction-partial").ToJson(), StringComparison.Ordinal);
        Assert.Equal(new AccountsQuestion("extraction-partial"), new AccountsQuestion("extraction-partial") { Share = 0.5 });
        Assert.Contains("\"share\":null", new AccountsQuestion().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_leaves_capital_goods_in_investment_and_tells_every_fault_at_once()
    {
        Assert.Contains("\"capital\":\"off\"", new NetworkQuestion("china-2020").ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("elasticities", new NetworkQuestion("china-2020").ToJson(), StringComparison.Ordinal);
        Assert.Equal(new NetworkQuestion("china-2020"), Question.FromJson("""{"question":"network-reconstruct","table":"china-2020"}"""));
        var wrong = new NetworkEnsembleQuestion(
            new NetworkQuestion(new EconomyQuestion(" ") { Capital = CapitalTreatment.Off, CapitalFlows = "flows.csv" })
            {
                Firms = NetworkQuestion.OneASector,
                MeanDegree = double.NaN,
                Fitness = 1.5,
                Draws = 0,
            }
        )
        {
            Cascade = new CascadeQuestion { Market = "district", Epsilon = 1 },
            Select = "top:none",
            Listed = "top:0",
            Top = -1,
        };
        QuestionException fault = Assert.Throws<QuestionException>(wrong.Validate);
        Assert.Equal(
            ["table", "capitalFlows", "meanDegree", "fitness", "draws", "epsilon", "select", "listed", "top", "firms", "market"],
            fault.Faults.Select(f => f.Option)
        );
        Assert.Contains("--mean-degree cannot be NaN", fault.Told(OptionPhrases.Of), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_is_in_the_JSON_and_every_other_value_of_it_gives_another_hash()
    {
        string[] hashes = [.. Questions.Select(q => q.Data.ContentHash)];
        Assert.Equal(hashes.Length, hashes.Distinct(StringComparer.Ordinal).Count());
        var plain = new RootQuestion();
        Question[] changed =
        [
            plain with
            {
                Cut = 0.6,
            },
            plain with
            {
                Seed = 2,
            },
            plain with
            {
                Top = 1,
            },
            plain with
            {
                Sort = RootMeasures.Leverage,
            },
            plain with
            {
                Economy = new EconomyQuestion { Region = "CHN" },
            },
            plain with
            {
                Economy = new EconomyQuestion { Technologies = "china-2020" },
            },
        ];
        Assert.DoesNotContain(plain.ContentHash, changed.Select(q => q.ContentHash));
    }

    [Fact]
    public void The_hash_of_a_question_is_the_same_in_every_run_and_culture()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            var comma = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            System.Globalization.CultureInfo.CurrentCulture = comma;
            Assert.Equal(HashOfTheDefaultRanking, new RootQuestion("china-2020").ContentHash);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Options_that_JSON_leaves_out_have_their_defaults()
    {
        Assert.Equal(new RootQuestion("china-2020"), Question.FromJson("""{"question":"roots"}"""));
        Assert.Equal(
            new RootQuestion("usa-2017") { Cut = 0.7 },
            Question.FromJson("""{"cut":0.7,"table":"usa-2017","question":"roots"}""")
        );
    }

    [Theory]
    [InlineData("not json", "cannot be read as JSON")]
    [InlineData("[]", "There is no question")]
    [InlineData("""{"question":"rotos"}""", "It is one of roots, root, stake, stake-of-one, scenario, accounts, weakspots, network-risk")]
    [InlineData("""{"question":"roots","ctu":0.7}""", "Nearest: cut")]
    [InlineData("""{"question":"roots","cut":"half"}""", "cut cannot be half")]
    [InlineData("""{"question":"roots","lens":"crystal-ball"}""", "It is one of first-order")]
    public void What_is_no_question_says_what_is_wrong_with_it(string json, string expected)
    {
        QuestionException fault = Assert.Throws<QuestionException>(() => Question.FromJson(json));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once_with_its_option_in_the_words_of_each_face()
    {
        var question = new RootQuestion(new EconomyQuestion { Capital = CapitalTreatment.Off, CapitalFlows = "flows.csv" })
        {
            Cut = double.NaN,
            Draws = 1,
            Top = -1,
            Essentiality = "all-essential",
            CutAs = CutKind.Quantity,
            Origin = "USA",
        };
        QuestionException fault = Assert.Throws<QuestionException>(question.Validate);
        Assert.Equal(["capitalFlows", "cut", "draws", "essentiality", "top", "origin", "draws"], fault.Faults.Select(f => f.Option));
        string typed = fault.Told(OptionPhrases.Of);
        Assert.Contains("--capital-flows says", typed, StringComparison.Ordinal);
        Assert.Contains("--capital off leaves", typed, StringComparison.Ordinal);
        Assert.Contains("--cut cannot be NaN", typed, StringComparison.Ordinal);
        Assert.Contains("leave --lens and --cut-as at", typed, StringComparison.Ordinal);
        Assert.DoesNotContain('{', typed);
        Assert.Contains("Add supply=imported", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("--", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void What_can_be_asked_has_no_fault(Question question) => Assert.Empty(question.Faults());

    [Fact]
    public async Task The_command_line_tells_every_fault_of_a_question_at_once()
    {
        CliRun run = await CliRun.Of("roots", "--cut", "1.5", "--draws", "1", "--top", "-2");
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("--cut cannot be 1.5", run.Error, StringComparison.Ordinal);
        Assert.Contains("--draws cannot be 1", run.Error, StringComparison.Ordinal);
        Assert.Contains("--top cannot be -2", run.Error, StringComparison.Ordinal);
    }
}

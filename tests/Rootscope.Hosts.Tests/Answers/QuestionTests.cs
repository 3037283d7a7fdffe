using Rootscope.Accounts.Decomposition;
using Rootscope.Accounts.Exposure;
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
public partial class QuestionTests
{
    /// <summary>The hash of the plainest question. It changes with every default and option, and then every run has another name.</summary>
    private const string HashOfTheDefaultRanking = "be731d82ab5e491f8093d05561c320386d72d625c2042bf937e688633c0a4827";

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
    public void Questions_about_trade_and_chains_tell_every_fault_at_once()
    {
        Assert.Equal(
            ["trade", "bloc", "years", "top"],
            new DependenceQuestion(" ")
            {
                Importer = "CHN",
                Bloc = "EU27",
                Years = "2021-2019",
                Top = -1,
            }
                .Faults()
                .Select(f => f.Option)
        );
        Assert.Equal("importer", Assert.Single(new DependenceQuestion("trade.csv").Faults()).Option);
        var wrong = new ComplexityQuestion(string.Empty) { Columns = "geo", Top = -1 };
        Assert.Equal(["trade", "columns", "top"], wrong.Faults().Select(f => f.Option));
        QuestionException fault = Assert.Throws<QuestionException>(wrong.Validate);
        Assert.Contains("country=geo,product=hs", fault.Told(OptionPhrases.Of), StringComparison.Ordinal);
        Assert.Equal(
            ["final", "top", "threshold", "tiers"],
            new PathsQuestion
            {
                Final = "079",
                Root = "003",
                Top = 0,
                Threshold = double.NaN,
                Tiers = -1,
            }
                .Faults()
                .Select(f => f.Option)
        );
        Assert.Equal(new PathsQuestion { Final = "079" }, new PathsQuestion { Final = "079", Top = PathsQuestion.UsualTop });
        Assert.Equal(["table", "region"], new ExposureQuestion(" ", " ").Faults().Select(f => f.Option));
        Assert.Equal(
            ["cut", "labels", "draws", "permutations"],
            new ValidityQuestion(new RootQuestion { Cut = 2, Top = -1 }, " ") { Draws = 1, Permutations = -1 }
                .Faults()
                .Select(f => f.Option)
        );
        Assert.Equal("technology", Assert.Single(new WeakSpotOfOneQuestion(" ", new WeakSpotQuestion()).Faults()).Option);
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
    [InlineData("""{"question":"rotos"}""", "It is one of roots, root, stake, stake-of-one, scenario, accounts, weakspots")]
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

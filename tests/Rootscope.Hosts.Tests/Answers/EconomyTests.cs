using System.Text.Json;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>The economy under study is made in one order, and says how.</summary>
public class EconomyTests
{
    /// <summary>Totals that a split keeps: relative rounding of a few thousand additions.</summary>
    private const double KeptTotals = 1e-9;

    private readonly Analyst _analyst = new(new TableLibrary(), threads: 1);

    [Fact]
    public void Steps_are_named_in_the_order_in_which_they_were_taken()
    {
        EconomyUnderStudy economy = _analyst.Economy(new EconomyQuestion("world-2011") { Region = "DEU" }, aboutTechnologies: true);
        Assert.Equal(["table", "region", "capital", "technologies", "ratings"], economy.Steps.Select(s => s.Name));
        Assert.Contains("DEU out of", economy.Steps[1].Done, StringComparison.Ordinal);
        Assert.Contains("parts split off", economy.Steps[3].Done, StringComparison.Ordinal);
        Assert.Contains("has no traits", economy.Steps[4].Done, StringComparison.Ordinal);
        Assert.All(economy.Steps, s => Assert.NotEqual(string.Empty, s.Done));
    }

    [Fact]
    public void Technologies_are_split_off_for_questions_about_them_and_totals_are_kept()
    {
        var question = new EconomyQuestion("china-2020");
        EconomyUnderStudy industries = _analyst.Economy(question);
        EconomyUnderStudy technologies = _analyst.Economy(question, aboutTechnologies: true);
        Assert.Null(industries.Bridge);
        Assert.Same(industries.Whole, industries.Table);
        Assert.Equal("china-2020", technologies.Bridge!.Name);
        Assert.Equal(industries.Table.Size + technologies.Bridge.SplitOff.Count, technologies.Table.Size);
        double before = Sum(industries.Table);
        Assert.InRange(Sum(technologies.Table) / before, 1 - KeptTotals, 1 + KeptTotals);
        Assert.Contains("parts split off", technologies.Steps[^2].Done, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_asked_for_overrides_what_goes_by_itself()
    {
        EconomyUnderStudy whole = _analyst.Economy(
            new EconomyQuestion
            {
                Technologies = EconomyQuestion.None,
                Ratings = RatingUse.Off,
                Capital = CapitalTreatment.Off,
            },
            aboutTechnologies: true
        );
        Assert.Null(whole.Bridge);
        Assert.Null(whole.Elasticities.RatedBy);
        Assert.Contains("as asked", whole.Steps[^2].Done, StringComparison.Ordinal);
        Assert.Contains("stay in investment", whole.Steps[1].Done, StringComparison.Ordinal);
        Assert.Equal("china-2020", _analyst.Economy(new EconomyQuestion { Technologies = "china-2020" }).Bridge!.Name);
    }

    [Fact]
    public void A_file_that_a_step_used_is_named_with_its_hash()
    {
        using var folder = new TemporaryFolder();
        string flows = folder.PathOf("flows.csv");
        File.WriteAllText(flows, "product,industry,amount\n068,070,1\n");
        EconomyStep step = _analyst.Economy(new EconomyQuestion { CapitalFlows = flows }).Steps.Single(s => s.Name == "capital");
        Assert.Matches("^flows.csv, SHA-256 [0-9a-f]{64}$", step.Source);
    }

    [Fact]
    public void Capital_flows_of_the_users_hold_for_whole_industries_and_are_carried_to_technologies()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("flows.csv");
        File.WriteAllText(file, "product,industry,amount\n078,012,5\n078,080,3\n078,094,2\n");
        var question = new EconomyQuestion { CapitalFlows = file };
        EconomyUnderStudy whole = _analyst.Economy(question);
        EconomyUnderStudy split = _analyst.Economy(question, aboutTechnologies: true);
        double all = UsedOf(whole, "078", string.Empty);
        foreach (string user in new[] { "012", "080", "094" })
        {
            Assert.Equal(UsedOf(whole, "078", user), UsedOf(split, "078", user), KeptTotals * all);
        }

        double made = UsedOf(split, "078-semiconductor-machinery", string.Empty);
        Assert.True(UsedOf(split, "078-semiconductor-machinery", "094") / made > 2 * UsedOf(split, "078", "094") / all);
    }

    [Fact]
    public void A_technology_goes_before_part_of_an_industry_s_name_and_a_slice_says_whose_buyers_it_has()
    {
        EconomyUnderStudy economy = _analyst.Economy(new EconomyQuestion("china-2020"), aboutTechnologies: true);
        var notes = new List<string>();
        string Found(string name) => economy.Table.Sectors.Industries[ProductName.Find(economy.Table, name, economy.Bridge, notes)].Code;
        Assert.Equal("067-power-boilers", Found("nuclear"));
        Assert.Equal("041", Found("Processing of petroleum and nuclear fuel"));
        Assert.Equal("041", Found("petroleum and nuclear"));
        Assert.Equal("087", Found("hydrogen"));
        Assert.Contains("Its buyers are its carrier's: ", notes[^1], StringComparison.Ordinal);
        Assert.Equal("092", Found("nav_radar_lidar"));
        Assert.Contains("an industry of the table", notes[^1], StringComparison.Ordinal);
        Assert.Null(ProductName.SliceOf(economy.Table, "robots", economy.Bridge));
        Assert.Null(ProductName.SliceOf(economy.Table, "087", economy.Bridge));
    }

    [Fact]
    public void A_table_of_several_regions_asks_which()
    {
        QuestionException fault = Assert.Throws<QuestionException>(() => _analyst.Economy(new EconomyQuestion("world-2011")));
        Assert.Equal("region", Assert.Single(fault.Faults).Option);
        Assert.Contains("region=", fault.Message, StringComparison.Ordinal);
        Assert.Throws<UnknownNameException>(() => _analyst.Economy(new EconomyQuestion("world-2011") { Region = "XXX" }));
    }

    [Fact]
    public async Task Provenance_carries_the_question_its_hash_and_the_steps()
    {
        CliRun run = await CliRun.Of("roots", "china-2020", "--horizon", "settled", "--by", "technology", "--top", "1", "-f", "json");
        JsonElement provenance = JsonDocument.Parse(run.Output).RootElement.GetProperty("provenance");
        var question = Question.FromJson(provenance.GetProperty("question").GetRawText());
        Assert.Equal(new RootQuestion("china-2020") { By = RootSubject.Technology, Top = 1 }, question);
        Assert.Equal(question.ContentHash, provenance.GetProperty("questionHash").GetString());
        Assert.Equal(
            ["table", "capital", "technologies", "ratings"],
            provenance.GetProperty("economy").EnumerateArray().Select(s => s.GetProperty("step").GetString())
        );
    }

    /// <summary>Capital goods of an industry and its parts, or of one part, that another and its parts use up.</summary>
    private static double UsedOf(EconomyUnderStudy economy, string product, string user)
    {
        var use = CapitalUse.Of(economy.Table, economy.CapitalFlows);
        string[] codes = [.. economy.Table.Sectors.Industries.Select(i => i.Code)];
        double used = 0;
        for (int c = 0; c < use.Cells.Length; c++)
        {
            bool isAsked =
                codes[c / codes.Length].StartsWith(product, StringComparison.Ordinal)
                && codes[c % codes.Length].StartsWith(user, StringComparison.Ordinal);
            used += isAsked ? use.Cells[c] : 0;
        }

        return used;
    }

    private static double Sum(FlowTable table) => table.Output.ToArray().Sum();
}

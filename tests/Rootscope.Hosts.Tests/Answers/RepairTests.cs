using Microsoft.AspNetCore.Http.HttpResults;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Web.Requests;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>One fault carries one repair, and every edge says it in its own words.</summary>
public class RepairTests
{
    private static readonly ModelException NoRegion = Assert.Throws<ModelException>(() =>
        RegionEconomy.Of(WrittenTables.ManyRegions, new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") })
    );

    private static readonly UnknownNameException NoIndustry = Assert.Throws<UnknownNameException>(() =>
        WrittenTables.ManyRegions.Sectors.FindIndustry("no such industry")
    );

    [Fact]
    public void The_library_names_options_and_lists()
    {
        Assert.Contains("Name it with option region.", NoRegion.Message, StringComparison.Ordinal);
        Assert.Contains("see the list of the industries of the table", NoIndustry.Message, StringComparison.Ordinal);
        Assert.Equal([Repair.Option("region")], NoRegion.Text.Repairs);
        Assert.Equal([Repair.Step(RepairStep.ListIndustries)], NoIndustry.Text.Repairs);
    }

    [Fact]
    public void The_command_line_names_what_is_typed()
    {
        Assert.Contains("Name it with --region.", OptionPhrases.Told(NoRegion), StringComparison.Ordinal);
        Assert.Contains("see 'rootscope data show TABLE --industries'", OptionPhrases.Told(NoIndustry), StringComparison.Ordinal);
    }

    [Fact]
    public void The_API_names_parameters_and_addresses()
    {
        ProblemHttpResult problem = Assert.IsType<ProblemHttpResult>(ApiProblems.Of(NoRegion));
        Assert.Contains("Name it with query parameter region.", problem.ProblemDetails.Detail, StringComparison.Ordinal);
        Assert.Contains("see /api/v1/tables/TABLE/sectors", RepairWords.Api(NoIndustry), StringComparison.Ordinal);
    }

    [Fact]
    public void Tools_name_arguments()
    {
        Assert.Contains("Name it with argument region.", RepairWords.Tool(NoRegion), StringComparison.Ordinal);
        var question = new QuestionException([new QuestionFault("sort", "{sort} is empty.", "Give {sort=loss}.")]);
        Assert.Equal("measure is empty. Give measure=loss.", RepairWords.Tool(question));
    }

    [Fact]
    public void The_command_line_has_a_command_for_every_step() =>
        Assert.All(
            Enum.GetValues<RepairStep>(),
            s =>
            {
                Assert.StartsWith("'rootscope ", OptionPhrases.Of(Repair.Step(s, "it")), StringComparison.Ordinal);
                Assert.DoesNotContain("rootscope", Repair.Step(s, "it").ToString(), StringComparison.OrdinalIgnoreCase);
            }
        );

    [Fact]
    public void A_place_keeps_its_repair_and_another_name_of_a_folder_changes_no_option()
    {
        var fault = new TableException("/tmp/region.csv", $"holds /tmp/region twice. Give {Repair.Option("region", "NAME")}.");
        var named = new TableException("own.zip", fault.Fault.With(t => t.Replace("/tmp/region", "own.zip", StringComparison.Ordinal)));
        Assert.Equal("own.zip: holds own.zip twice. Give --region NAME.", OptionPhrases.Told(named));
    }
}

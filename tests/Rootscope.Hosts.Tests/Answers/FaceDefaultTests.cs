using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Server;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Roots;
using Rootscope.Cli.WeakSpots;
using Rootscope.Hosts.Tests.Web;
using Rootscope.Web.Addresses;
using Rootscope.Web.Api;
using Rootscope.Web.Mcp;
using Rootscope.Web.Runs;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>
/// What holds where nothing is said is what the question holds, on every face: a default that changes leaves none behind.
/// </summary>
public class FaceDefaultTests(ApiSite api) : IClassFixture<ApiSite>
{
    private const string Named = "semi_equipment";

    /// <summary>The question that each resource puts, with the question as it is where nothing is said.</summary>
    private static readonly Dictionary<string, (Func<ResourceQuery, Question> Put, Question Usual)> Questions = new(StringComparer.Ordinal)
    {
        ["at-stake"] = (QueryQuestions.Stake, new StakeQuestion()),
        ["stake-of-one"] = (QueryQuestions.StakeOfOne, new StakeOfOneQuestion(Named)),
        ["roots"] = (QueryQuestions.Roots, new RootQuestion()),
        ["industry"] = (q => QueryQuestions.Technology(q, Named), new TechnologyQuestion(Named)),
        ["technology"] = (q => QueryQuestions.Technology(q, Named), new TechnologyQuestion(Named)),
        ["accounts"] = (QueryQuestions.Accounts, new AccountsQuestion()),
        ["weak-spots"] = (QueryQuestions.WeakSpots, new WeakSpotQuestion()),
        ["upgrade"] = (QueryQuestions.Upgrade, new UpgradeQuestion()),
        ["plan"] = (QueryQuestions.Plan, new PlanQuestion()),
    };

    /// <summary>
    /// Parameters whose default is no option's: rows that assistants read one by one, the largest first (docs/api.md), rows of what is no
    /// ranking, the table of many regions where partners are asked for, both supplies and the place of one product, which the question
    /// says in other words.
    /// </summary>
    private static readonly HashSet<(string Where, string Parameter)> OfTheFace =
    [
        ("rank_stakes", "top"),
        ("rank_roots", "top"),
        ("show_accounts", "top"),
        ("show_accounts", "sort"),
        ("find_weak_spots", "top"),
        ("weak-spots", "top"),
        ("region", "table"),
        ("stake-of-one", "supply"),
        ("stake-of-one", "place"),
        ("show_stake", "supply"),
        ("show_stake", "place"),
    ];

    private static readonly Dictionary<string, string> ResourceOf = new(StringComparer.Ordinal)
    {
        ["rank_stakes"] = "at-stake",
        ["show_stake"] = "stake-of-one",
        ["rank_roots"] = "roots",
        ["show_technology"] = "technology",
        ["show_accounts"] = "accounts",
        ["find_weak_spots"] = "weak-spots",
        ["show_upgrade"] = "upgrade",
        ["plan_investment"] = "plan",
    };

    [Fact]
    public void A_request_that_says_nothing_puts_the_question_as_it_is()
    {
        string[] unknown =
        [
            .. ApiResources
                .All.Where(r => r.Parameters.Any(p => p.Default is not null && p.Name != "table") && !Questions.ContainsKey(r.Name))
                .Select(r => r.Name),
        ];
        Assert.Empty(unknown);
        foreach ((string name, (Func<ResourceQuery, Question> put, Question usual)) in Questions)
        {
            Resource resource = ApiResources.All.Single(r => r.Name == name);
            var query = ResourceQuery.Of(
                resource,
                resource.Parameters.Where(p => p.IsRequired).Select(p => KeyValuePair.Create(p.Name, Named))
            );
            Assert.Equal(usual.ToJson(), put(query).ToJson());
        }
    }

    [Fact]
    public async Task Every_default_of_the_document_is_the_questions()
    {
        using var document = JsonDocument.Parse((await api.Visitor.Get("/api/v1/openapi.json")).Text);
        JsonElement paths = document.RootElement.GetProperty("paths");
        int compared = 0;
        foreach (Resource resource in ApiResources.All)
        {
            JsonElement operation = paths.GetProperty($"/api/v1/{resource.Path}").GetProperty("get");
            foreach (
                JsonElement parameter in operation.TryGetProperty("parameters", out JsonElement all) ? all.EnumerateArray().ToArray() : []
            )
            {
                string name = parameter.GetProperty("name").GetString()!;
                string? told = parameter.GetProperty("schema").TryGetProperty("default", out JsonElement text) ? text.ToString() : null;
                compared += Compare(resource.Name, resource.Name, name, told);
            }
        }

        Assert.True(compared >= 50, $"only {compared} defaults were compared");
    }

    [Fact]
    public void Every_default_of_a_tool_is_the_questions()
    {
        int compared = 0;
        foreach (McpServerTool tool in McpHost.OptionsOf(workspaceFolder: null, threads: 1).ToolCollection!)
        {
            string name = tool.ProtocolTool.Name;
            JsonElement properties = tool.ProtocolTool.InputSchema.GetProperty("properties");
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                string? told = property.Value.TryGetProperty("default", out JsonElement value) ? value.ToString() : null;
                compared +=
                    name == "run_scenario" ? CompareRun(property.Name, told)
                    : name == "screen_name" ? CompareScreen(property.Name, told)
                    : ResourceOf.TryGetValue(name, out string? resource) ? Compare(name, resource, property.Name, told)
                    : Compare(name, name, property.Name, told);
            }
        }

        Assert.True(compared >= 40, $"only {compared} defaults were compared");
    }

    [Fact]
    public void Commands_that_say_nothing_put_the_question_as_it_is()
    {
        var root = new RootChoices();
        var bands = new BandChoices();
        var stake = new StakeChoices();
        var command = new RootCommand();
        root.AddTo(command);
        bands.AddTo(command);
        stake.AddTo(command);
        ParseResult parsed = command.Parse(string.Empty);
        RootQuestion ranking = bands.With(root.Ranking(parsed, EconomyQuestion.DefaultTable), parsed);
        Assert.Equal(new RootQuestion().ToJson(), ranking.ToJson());
        Assert.Equal(new StakeQuestion().ToJson(), stake.Question(parsed, ranking, root.Making).ToJson());
        Assert.Equal(
            new StakeOfOneQuestion(Named).ToJson(),
            stake.OfOne(parsed, root.Technology(parsed, Named, EconomyQuestion.DefaultTable), root.Making).ToJson()
        );
        var spots = new WeakSpotChoices();
        var other = new RootCommand();
        spots.AddTo(other);
        Assert.Equal(new WeakSpotQuestion().ToJson(), spots.Read(other.Parse(string.Empty)).ToJson());
    }

    [Fact]
    public void Pages_and_the_lab_begin_where_questions_do()
    {
        var page = new PageState();
        var stake = new StakeQuestion();
        var roots = new RootQuestion();
        Assert.Equal((stake.Economy.Table, stake.Cut, stake.Supply), (page.Table, page.Cut, page.Supply));
        Assert.Equal((roots.Cut, roots.Supply, roots.Lens), (page.Cut, page.Supply, page.Lens));
        Assert.Equal(new WeakSpotQuestion().Rule, page.Rule);
        var scenario = new ScenarioQuestion(string.Empty);
        Assert.All(RunOptions.All, o => Assert.Equal(RunOptions.WordOf(scenario, o), o.Words[0]));
    }

    private static int CompareRun(string option, string? told)
    {
        if (RunOptions.All.FirstOrDefault(o => o.Name == option) is not { } found)
        {
            Assert.Null(told);
            return 0;
        }

        Assert.Equal(RunOptions.WordOf(new ScenarioQuestion(string.Empty), found), told);
        return 1;
    }

    private static int CompareScreen(string option, string? told)
    {
        using var question = JsonDocument.Parse(new ScreenQuestion(string.Empty).ToJson());
        JsonElement usual = question.RootElement.GetProperty(option);
        bool isOpen = usual.ValueKind == JsonValueKind.Array || usual.ToString().Length == 0;
        Assert.Equal(isOpen ? null : usual.ToString(), told);
        return isOpen ? 0 : 1;
    }

    /// <summary>Holds a default against the question's; a parameter that is no option must be one of the face's own.</summary>
    private static int Compare(string where, string resource, string parameter, string? told)
    {
        if (OfTheFace.Contains((where, parameter)))
        {
            return 0;
        }

        if (!Questions.TryGetValue(resource, out (Func<ResourceQuery, Question> Put, Question Usual) known))
        {
            Assert.Equal(parameter == "table" && told is not null ? EconomyQuestion.DefaultTable : null, told);
            return told is null ? 0 : 1;
        }

        string option = parameter == "measure" && resource == "roots" ? "sort" : parameter;
        Dictionary<string, object?> values = known.Usual.Values().ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        if (!values.TryGetValue(option, out object? value))
        {
            // A part of the path, or the lens that figures are told of one by one.
            Assert.True(told is null || option == "lens", $"{where} has a default of '{parameter}', which is no option");
            value = option == "lens" ? new RootQuestion().Lens.Word : null;
        }

        string? held = value switch
        {
            IReadOnlyCollection<string> { Count: 0 } => null,
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null,
        };
        Assert.True(Equals(held, told), $"{where} has '{told}' for '{parameter}', the question '{value}'");
        return told is null ? 0 : 1;
    }
}

using System.CommandLine;
using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Storage;

namespace Rootscope.Cli.Options;

/// <summary>The options that say how the economy under study is made, the same for every command that answers about one.</summary>
internal sealed class EconomyChoices
{
    private readonly Choice<CapitalTreatment> _capital = new(
        "--capital",
        "Count the yearly use of capital goods among inputs, or leave them in investment. Of what is at stake: stock, missed when the old "
            + "one wears out (default), flow, missed at once, or off.",
        new EconomyQuestion().Capital,
        ("on", CapitalTreatment.On),
        ("stock", CapitalTreatment.On),
        ("flow", CapitalTreatment.On),
        ("off", CapitalTreatment.Off)
    );

    private readonly Option<string?> _capitalFlows = CapitalFlows();

    private readonly Option<string?> _bridge = Bridge();

    private readonly Option<string?> _elasticities;

    private readonly Choice<RatingUse> _ratings = RatingChoice.Create();

    /// <summary>The options, of a command about one economy or about a scenario, which names its table and has elasticities.</summary>
    public EconomyChoices(bool ofScenario = false)
    {
        string sets = $"A named set ({string.Join(", ", ElasticitySets.Names)}) or a CSV file";
        _elasticities = new("--elasticities")
        {
            Description = ofScenario
                ? $"{sets}, in place of the scenario's own."
                : $"{sets}. Default: {EconomyQuestion.DefaultElasticities}.",
            HelpName = "SET|FILE",
            DefaultValueFactory = ofScenario ? null : _ => EconomyQuestion.DefaultElasticities,
        };
    }

    /// <summary>The option that names a capital-flow table.</summary>
    public static Option<string?> CapitalFlows() =>
        new("--capital-flows")
        {
            Description =
                "A capital-flow table: CSV with the columns product, industry, amount. Only its proportions count. Default: every "
                + "product is spread by depreciation.",
            HelpName = "FILE",
        };

    /// <summary>The option that says how technologies are split off.</summary>
    public static Option<string?> Bridge() =>
        new("--bridge")
        {
            Description =
                $"Split industries into technologies by a bridge: embedded ({string.Join(", ", BridgeLibrary.Names)}), a CSV file, "
                + $"reference, one derived from {BridgeLibrary.Reference} for any table of known classes, or none. Default: the table's "
                + "own or the derived one for questions about technologies, otherwise none.",
            HelpName = "NAME|FILE",
        };

    public void AddTo(Command command, bool withBridge = true)
    {
        command.Add(_capital.Option);
        command.Add(_capitalFlows);
        if (withBridge)
        {
            command.Add(_bridge);
        }

        command.Add(_elasticities);
        command.Add(_ratings.Option);
    }

    /// <summary>How the use of capital goods is read where what is at stake is asked.</summary>
    public StakeCapital Reading(ParseResult parsed) =>
        QuestionWords.CapitalReadings.Find(parsed.GetValue(_capital.Option) ?? string.Empty) ?? StakeCapital.Stock;

    /// <summary>The elasticities that were named; null for those that grow with the horizon.</summary>
    public string? GivenElasticities(ParseResult parsed) =>
        parsed.GetResult(_elasticities) is { Implicit: false } ? parsed.GetValue(_elasticities) : null;

    /// <summary>The question that the words put.</summary>
    public EconomyQuestion Read(ParseResult parsed, string table, string? region) =>
        new(table)
        {
            Region = region,
            Capital = _capital.Of(parsed),
            CapitalFlows = parsed.GetValue(_capitalFlows),
            Technologies = parsed.GetValue(_bridge) ?? EconomyQuestion.Auto,
            Ratings = _ratings.Of(parsed),
            Elasticities = parsed.GetRequiredValue(_elasticities)!,
        };

    /// <summary>The question about a scenario that the words put.</summary>
    public ScenarioQuestion ReadScenario(ParseResult parsed, string text) =>
        new(text)
        {
            Capital = _capital.Of(parsed),
            CapitalFlows = parsed.GetValue(_capitalFlows),
            Technologies = parsed.GetValue(_bridge) ?? EconomyQuestion.Auto,
            Ratings = _ratings.Of(parsed),
            Elasticities = parsed.GetValue(_elasticities),
        };
}

using System.CommandLine;
using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Cli.Options;
using Rootscope.Cli.Trade;
using Rootscope.Storage;

namespace Rootscope.Cli.WeakSpots;

/// <summary>The options that <c>weakspots</c> and <c>weakspots show</c> share: words for one question.</summary>
internal sealed class WeakSpotChoices
{
    private readonly Option<string> _region = new("--region")
    {
        Description = "The economy, by its three-letter code.",
        HelpName = "CHN",
        DefaultValueFactory = _ => WeakSpotQuestion.DefaultRegion,
    };

    private readonly Option<string> _rule = new("--rule")
    {
        Description = $"When an economy counts as dependent: {string.Join(", ", DependenceRules.Names)}, or a YAML file. Default: geodep.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => WeakSpotQuestion.DefaultRule,
    };

    private readonly Option<string?> _table = new("--table")
    {
        Description =
            $"The table for leverage. Default: china-2020 for CHN, usa-2017 for USA, otherwise the region in "
            + $"{WeakSpotQuestion.WorldTable}.",
        HelpName = "TABLE",
    };

    private readonly EconomyChoices _economy = new();

    private readonly Option<string[]> _trade = new("--trade")
    {
        Description =
            "Trade between economies, from which dependence is measured, and feasibility too: files as 'rootscope dependence' reads "
            + "them, such as BACI's, or the name of a set in the workspace.",
        HelpName = "FILE|SET",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _exports = new("--exports")
    {
        Description = "Exports by country and product, for feasibility; see 'rootscope complexity'.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _holdings = new("--holdings")
    {
        Description =
            "Shares of suppliers by technology, for what trade does not show (software, services): CSV, see docs/methods/weak-spots.md.",
        HelpName = "FILE",
    };

    private readonly Choice<InputOriginUse> _exposure = new(
        "--exposure",
        $"Where the inputs of the carrying industries come from, through all tiers, by {WeakSpotQuestion.WorldTable}.",
        InputOriginUse.On,
        QuestionWords.InputOrigins
    );

    public void AddTo(Command command)
    {
        command.Add(_region);
        command.Add(_rule);
        command.Add(_table);
        _economy.AddTo(command);
        foreach (Option option in new Option[] { _trade, TradeSets.Countries, _exports, _holdings, _exposure.Option })
        {
            command.Add(option);
        }
    }

    /// <summary>The question that the words put.</summary>
    public WeakSpotQuestion Read(ParseResult parsed) =>
        new(parsed.GetRequiredValue(_region))
        {
            Rule = parsed.GetRequiredValue(_rule),
            Table = parsed.GetValue(_table),
            Making = _economy.Read(parsed, EconomyQuestion.DefaultTable, region: null),
            Trade = parsed.GetValue(_trade) ?? [],
            Countries = parsed.GetValue(TradeSets.Countries),
            Exports = parsed.GetValue(_exports),
            Holdings = parsed.GetValue(_holdings),
            Exposure = _exposure.Of(parsed),
        };

    /// <summary>The answer to the question that the words put.</summary>
    public WeakSpotAnswer Answer(ParseResult parsed, CancellationToken cancellation) =>
        Analysts.Of(parsed).WeakSpots(Read(parsed), progress: null, cancellation);
}

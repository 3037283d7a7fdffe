using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Cli.Options;
using Rootscope.Cli.Trade;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;

namespace Rootscope.Cli.WeakSpots;

/// <summary>The options that <c>weakspots</c> and <c>weakspots show</c> share: words for one question.</summary>
internal sealed class WeakSpotChoices
{
    private readonly Option<string> _region = new("--region")
    {
        Description = "The economy, by a code or name of it.",
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
            $"The table that says how much rests on a technology. Default: china-2020 for CHN, usa-2017 for USA, otherwise the region in "
            + $"{WeakSpotQuestion.WorldTable}.",
        HelpName = "TABLE",
    };

    private static readonly string Replaced = QuestionWords.WeakSpotMeasures.WordOf(WeakSpotMeasure.AtStake);
    private static readonly string Settled = QuestionWords.WeakSpotMeasures.WordOf(WeakSpotMeasure.Leverage);
    private static readonly double UsualCut = new WeakSpotQuestion().Stake.Cut;

    private readonly Option<string> _horizon = new("--horizon")
    {
        Description =
            $"How much rests on a technology: '{Replaced}', what is at stake until it is replaced; YEARS, the loss of the year that long "
            + $"after, alone; '{Settled}', root leverage, the older measure. Default: {Replaced}.",
        HelpName = $"{Replaced}|YEARS|{Settled}",
        DefaultValueFactory = _ => Replaced,
    };

    private readonly Choice<SupplyScope> _supply = new(
        "--supply",
        $"Which supply goes missing. Default: imported; all with --horizon {Settled}.",
        QuestionWords.Supplies
    );

    private readonly Option<double> _cut = new("--cut")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"Share of the supply that goes missing. Default: {UsualCut}."),
        HelpName = "SHARE",
        DefaultValueFactory = _ => UsualCut,
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
        command.Add(_horizon);
        command.Add(_supply.Option);
        command.Add(_cut);
        _economy.AddTo(command);
        foreach (Option option in new Option[] { _trade, TradeSets.Countries, TradeSets.Columns, _exports, _holdings, _exposure.Option })
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
            Measure = Measure(parsed),
            Stake = Stake(parsed),
            Supply = _supply.Given(parsed),
            Trade = parsed.GetValue(_trade) ?? [],
            Countries = parsed.GetValue(TradeSets.Countries),
            Columns = parsed.GetValue(TradeSets.Columns),
            Exports = parsed.GetValue(_exports),
            Holdings = parsed.GetValue(_holdings),
            Exposure = _exposure.Of(parsed),
        };

    private StakeQuestion Stake(ParseResult parsed) =>
        new(_economy.Read(parsed, EconomyQuestion.DefaultTable, region: null) with { Elasticities = EconomyQuestion.DefaultElasticities })
        {
            Cut = parsed.GetValue(_cut),
            Capital = _economy.Reading(parsed),
            Elasticities = _economy.GivenElasticities(parsed) ?? StakeQuestion.ByHorizon,
            Horizon = Years(parsed),
        };

    private WeakSpotMeasure Measure(ParseResult parsed) =>
        QuestionWords.WeakSpotMeasures.Find(parsed.GetRequiredValue(_horizon)) ?? WeakSpotMeasure.AtStake;

    private double? Years(ParseResult parsed)
    {
        string horizon = parsed.GetRequiredValue(_horizon);
        return QuestionWords.WeakSpotMeasures.Find(horizon) is not null ? null
            : TypedNumber.Find(horizon) is { } years ? years
            : throw new UsageException($"--horizon cannot be '{horizon}': it is {Replaced}, {Settled} or a number of years, such as 2.");
    }

    /// <summary>The answer to the question that the words put.</summary>
    public WeakSpotAnswer Answer(ParseResult parsed, CancellationToken cancellation) =>
        Analysts.Of(parsed).WeakSpots(Read(parsed), progress: null, cancellation);
}

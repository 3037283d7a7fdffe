using System.CommandLine;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Roots;

namespace Rootscope.Cli.Network;

/// <summary>The options of the commands that make networks from a table: words for the economy and for how firms are linked.</summary>
/// <param name="firms">How many firms are made where nothing is said.</param>
/// <param name="otherFirms">What may stand in place of a number and a file, and what it does; null for nothing.</param>
/// <param name="draws">How many networks are drawn where nothing is said, with what they are for.</param>
internal sealed class TableNetworkChoices(int firms, (string Word, string Meaning)? otherFirms, (int Count, string Meaning) draws)
{
    private readonly Argument<string> _table = TableArgument.Required();

    private readonly Option<string?> _region = new("--region")
    {
        Description = "The region of a table with several, by code or name. Default: all of them.",
        HelpName = "R",
    };

    private readonly Choice<CapitalTreatment> _capital = new(
        "--capital",
        "Count the yearly use of capital goods among what firms sell to each other, or leave them in investment.",
        CapitalTreatment.Off,
        QuestionWords.Capitals
    );

    private readonly Option<string?> _capitalFlows = EconomyChoices.CapitalFlows();

    private readonly Option<string?> _bridge = EconomyChoices.Bridge();

    private readonly Option<string> _firms = new("--firms")
    {
        Description =
            "How many firms to make, or a file of firms (id, sector, in a table of many regions region, and revenue)"
            + (otherFirms is { } other ? $", or '{other.Word}': {other.Meaning}" : string.Empty)
            + $". Default: {firms}.",
        HelpName = otherFirms is { } word ? $"N|FILE|{word.Word}" : "N|FILE",
        DefaultValueFactory = _ => $"{firms}",
    };

    private readonly Option<double> _degree = new("--mean-degree")
    {
        Description = "Mean number of customers aimed at. Default: 10.",
        HelpName = "D",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<double> _fitness = new("--fitness")
    {
        Description =
            "The power of what flows between two firms to which the odds of a link grow, above 0 and at most 1: below 1 large firms "
            + "have fewer and larger links. Default: 1, the published model.",
        HelpName = "E",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "The seed; the same seed gives the same networks. Default: 1.",
        HelpName = "K",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _draws = new("--draws")
    {
        Description = $"{draws.Meaning} Default: {draws.Count}.",
        HelpName = "N",
        DefaultValueFactory = _ => draws.Count,
    };

    public void AddTo(Command command)
    {
        command.Add(_table);
        foreach (
            Option option in new Option[] { _region, _capital.Option, _capitalFlows, _bridge, _firms, _degree, _fitness, _seed, _draws }
        )
        {
            command.Add(option);
        }
    }

    /// <summary>The question that the words put.</summary>
    public NetworkQuestion Read(ParseResult parsed) =>
        new(
            new EconomyQuestion(parsed.GetRequiredValue(_table))
            {
                Region = parsed.GetValue(_region),
                Capital = _capital.Of(parsed),
                CapitalFlows = parsed.GetValue(_capitalFlows),
                Technologies = parsed.GetValue(_bridge) ?? EconomyQuestion.Auto,
            }
        )
        {
            Firms = parsed.GetRequiredValue(_firms),
            MeanDegree = parsed.GetValue(_degree),
            Fitness = parsed.GetValue(_fitness),
            Seed = parsed.GetValue(_seed),
            Draws = parsed.GetValue(_draws),
        };

    /// <summary>Every option as used.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Describe(NetworkQuestion question, int draws) =>
        [
            new("region", question.Economy.Region ?? "all"),
            new("capital", QuestionWords.Capitals.WordOf(question.Economy.Capital)),
            new("firms", question.Firms),
            new("mean-degree", FormattableString.Invariant($"{question.MeanDegree:R}")),
            new("fitness", FormattableString.Invariant($"{question.Fitness:R}")),
            NetworkFactsReport.Seed(question.Seed),
            new("draws", FormattableString.Invariant($"{draws}")),
        ];
}

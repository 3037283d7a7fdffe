using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Cli.Options;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Scores;

namespace Rootscope.Cli.Screen;

/// <summary>Options that say which lists are asked and how.</summary>
internal sealed class ScreenChoices
{
    private readonly Option<string[]> _lists = new("--list")
    {
        Description =
            "A list of the workspace, or a file as LAYOUT:FILE that is read as it is; several times for several. Default: all lists of "
            + "the workspace.",
        HelpName = "LIST",
    };

    private readonly Option<double> _threshold = ThresholdOption(
        "The least score of a match, above 0 and at most 1. What each costs and finds: docs/methods/screening.md."
    );

    private readonly Choice<RecordKind> _of = new(
        "--of",
        "What the name is of; records of other kinds are left out.",
        RecordKind.Unknown,
        ScreenWords.Kinds
    );

    public static Argument<string> Name() =>
        new("NAME") { Description = "The name in any script, or an LEI, USCC, ISIN or 'IMO' with a ship's number." };

    /// <summary>The option of the threshold.</summary>
    public static Option<double> ThresholdOption(string description) =>
        new("--threshold")
        {
            Description = description,
            HelpName = "SCORE",
            DefaultValueFactory = _ => NameScore.DefaultThreshold,
        };

    /// <summary>A day as it was typed; null where none was.</summary>
    public static string? DayOf(string? day, string option) =>
        day is null || DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? day
            : throw new UsageException($"{option} cannot be '{day}': write year-month-day, such as 2026-01-31.");

    /// <summary>A day as it was typed; today where none was.</summary>
    public static string DayOrToday(string? day) =>
        DayOf(day, "--date") ?? TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public void AddTo(Command command)
    {
        AddListsTo(command);
        command.Add(_of.Option);
    }

    public void AddListsTo(Command command)
    {
        command.Add(_lists);
        command.Add(_threshold);
    }

    public IReadOnlyList<string> Lists(ParseResult parsed) => parsed.GetValue(_lists) ?? [];

    public double Threshold(ParseResult parsed) => parsed.GetValue(_threshold);

    public RecordKind Of(ParseResult parsed) => _of.Of(parsed);

    public ScreenQuestion Question(ParseResult parsed, string name) =>
        new(name)
        {
            Lists = Lists(parsed),
            Threshold = Threshold(parsed),
            Of = Of(parsed),
        };
}

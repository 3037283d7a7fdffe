using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Answers.Screening;
using Rootscope.Cli.Options;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Names;

namespace Rootscope.Cli.Screen;

/// <summary><c>rootscope screen decide NAME --list LIST --record ID --verdict WORD</c>: writes down what a person decided.</summary>
internal static class ScreenDecideCommand
{
    private static readonly Argument<string> Name = ScreenChoices.Name();

    private static readonly Option<string> List = new("--list")
    {
        Description = "The list of the workspace.",
        HelpName = "LIST",
        Required = true,
    };

    private static readonly Option<string> Record = new("--record")
    {
        Description = "The record, by its id.",
        HelpName = "ID",
        Required = true,
    };

    private static readonly Choice<Verdict> Word = new(
        "--verdict",
        "That it is the same one, somebody else, or that somebody else is to decide.",
        ScreenWords.Verdicts
    );

    private static readonly Option<double> Threshold = ScreenChoices.ThresholdOption(
        "The threshold at which the name was screened; what is no match at it cannot be decided."
    );

    private static readonly Option<string?> Note = new("--note") { Description = "Why.", HelpName = "TEXT" };

    private static readonly Option<string?> User = new("--user")
    {
        Description = "Who decides. Default: the user of the system.",
        HelpName = "NAME",
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "decide",
            "Writes into the log what a person decided about a name and a record. It holds for the record as it is: one that changes is "
                + "open again.",
            "rootscope screen decide \"Example Instrument Company\" --list own --record R-001 --verdict false-positive --note \"another "
                + "firm\" --user analyst"
        )
        {
            Name,
            List,
            Record,
            Word.Option,
            Note,
            User,
            Threshold,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        Verdict verdict =
            Word.Given(parsed) ?? throw new UsageException("nothing is decided. Say --verdict true-match, false-positive or escalate.");
        Analyst analyst = Analysts.Of(parsed);
        _ = analyst.Screening.StampOf(parsed.GetRequiredValue(List));
        string name = parsed.GetRequiredValue(Name);
        if (ScreeningName.Of(name).IsEmpty)
        {
            throw new UsageException(
                "the name has nothing that could be compared, so that there is nothing to decide. Give the name that was screened."
            );
        }

        ScreenMatch match = analyst.Decide(
            new ScreenDecision(
                name,
                parsed.GetRequiredValue(List),
                parsed.GetRequiredValue(Record),
                verdict,
                parsed.GetValue(User) ?? Environment.UserName
            )
            {
                Note = parsed.GetValue(Note) ?? string.Empty,
                Threshold = parsed.GetValue(Threshold),
            },
            cancellation
        );
        Decision decision = match.Latest!;
        parsed.InvocationConfiguration.Output.WriteLine(
            $"{decision.Time} {decision.User}: '{decision.Query}' and '{match.Hit.Record.Names[0].Text}' "
                + $"({decision.List} {decision.Record}): {Word.WordOf(verdict)}."
        );
        return ExitCode.Ok;
    }
}

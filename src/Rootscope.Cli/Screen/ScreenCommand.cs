using System.CommandLine;
using Rootscope.Answers.Screening;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Screening.Decisions;

namespace Rootscope.Cli.Screen;

/// <summary><c>rootscope screen NAME</c>: is this one on a list.</summary>
internal static class ScreenCommand
{
    private static readonly Argument<string> Name = ScreenChoices.Name();

    private static readonly Option<int?> Top = ReportWriter.TopOption("How many matches to tell");

    private static readonly Option<bool> FailOnHit = new("--fail-on-hit")
    {
        Description =
            "End with code 10 where there is a match that was not decided to be somebody else, and with 3 where nothing could be compared.",
    };

    public static Command Create()
    {
        var choices = new ScreenChoices();
        var command = new DocumentedCommand(
            "screen",
            "Looks a name up in lists of restricted parties, in any script, and says why each match is one. An aid, not legal advice.",
            "rootscope screen \"Example Instrument Company\" --list plain:samples/restricted-parties.csv",
            "rootscope screen 示例儀器有限公司 --list plain:samples/restricted-parties.csv -f json"
        )
        {
            Name,
            Top,
            FailOnHit,
            ScreenFileCommand.Create(),
            ScreenOwnersCommand.Create(),
            ScreenListsCommand.Create(),
            ScreenExplainCommand.Create(),
            ScreenDecideCommand.Create(),
            ScreenAuditCommand.Create(),
        };
        choices.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, ScreenChoices choices, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        ScreenAnswer answer = Analysts
            .Of(parsed)
            .Screen(choices.Question(parsed, parsed.GetRequiredValue(Name)) with { Top = ReportWriter.TopOf(parsed, Top) }, cancellation);
        ReportWriter.Write(ScreenReport.Of(answer), parsed);

        // A name that was not looked up passes no gate.
        return !parsed.GetValue(FailOnHit) ? ExitCode.Ok
            : answer.Result.Query.IsEmpty ? ExitCode.BadData
            : answer.Matches.Any(IsHit) ? ExitCode.HitsFound
            : ExitCode.Ok;
    }

    private static bool IsHit(ScreenMatch match) =>
        !(match.State == DecisionState.Decided && match.Latest!.Verdict == Verdict.FalsePositive);
}

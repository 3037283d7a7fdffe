using System.CommandLine;
using Rootscope.Answers.Screening;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Screen;

/// <summary><c>rootscope screen explain NAME</c>: why a match has its score.</summary>
internal static class ScreenExplainCommand
{
    private static readonly Argument<string> Name = ScreenChoices.Name();

    private static readonly Option<string?> Record = new("--record")
    {
        Description = "The record, by its id. Default: the best match, or the nearest record where none matches.",
        HelpName = "ID",
    };

    public static Command Create()
    {
        var choices = new ScreenChoices();
        var command = new DocumentedCommand(
            "explain",
            "Why a match has its score, or why a record is none: the words that meet, those that do not, and what each adds.",
            "rootscope screen explain \"Example Instrument Company\" --list plain:samples/restricted-parties.csv"
        )
        {
            Name,
            Record,
        };
        choices.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, ScreenChoices choices, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        ReportWriter.Write(
            ScreenReport.Explained(
                Analysts.Of(parsed).Explain(choices.Question(parsed, parsed.GetRequiredValue(Name)), parsed.GetValue(Record), cancellation)
            ),
            parsed
        );
        return ExitCode.Ok;
    }
}

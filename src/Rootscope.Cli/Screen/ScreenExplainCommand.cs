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
        Description = "The record, by its id. Default: the best match.",
        HelpName = "ID",
    };

    public static Command Create()
    {
        var choices = new ScreenChoices();
        var command = new DocumentedCommand(
            "explain",
            "Why a match has its score: the words that meet, those that do not, and what each adds.",
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
        string? record = parsed.GetValue(Record);
        ScreenAnswer answer = Analysts
            .Of(parsed)
            .Screen(choices.Question(parsed, parsed.GetRequiredValue(Name)) with { Top = 0 }, cancellation);
        ScreenMatch? match = answer.Matches.FirstOrDefault(m => record is null || m.Hit.Record.Id == record);
        ReportWriter.Write(match is null ? ScreenReport.Of(answer) : ScreenReport.Explained(answer, match), parsed);
        return match is null && record is not null
            ? throw new UnknownNameException(
                "match with the record",
                record,
                [.. answer.Matches.Select(m => m.Hit.Record.Id).Take(3)],
                answer.Sentence
            )
            : ExitCode.Ok;
    }
}

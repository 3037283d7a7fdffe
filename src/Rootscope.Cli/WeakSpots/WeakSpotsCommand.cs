using System.CommandLine;
using Rootscope.Answers.WeakSpots;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;

namespace Rootscope.Cli.WeakSpots;

/// <summary>
/// <c>rootscope weakspots</c>: dependence, feasibility and what rests on each technology, and what to build first.
/// </summary>
internal static class WeakSpotsCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "weakspots",
            "Weak spots of an economy: who holds each technology, how feasible it is at home, how much rests on it, and what to build "
                + "first.",
            "rootscope weakspots --region CHN",
            "rootscope weakspots --region CHN --trade samples/made-trade.csv --rule eu2021 -f csv",
            "rootscope weakspots --region USA -o weakspots.svg"
        )
        {
            Draws = true,
        };
        var choices = new WeakSpotChoices();
        choices.AddTo(command);
        command.Add(WeakSpotsShowCommand.Create());
        command.SetAction(
            (parsed, cancellation) =>
            {
                _ = ReportWriter.FormatOf(parsed);
                WeakSpotAnswer answer = choices.Answer(parsed, cancellation);
                Report report = WeakSpotsReport.Of(answer, "weakspots");
                ReportWriter.Write(report, parsed, () => WeakSpotsPicture.Of(answer, report.Provenance));
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }
}

using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.WeakSpots;

/// <summary>
/// <c>rootscope weakspots show TECHNOLOGY</c>: who holds it, how concentrated over time, who else sells it, what leads there.
/// </summary>
internal static class WeakSpotsShowCommand
{
    private static readonly Argument<string> Technology = new("TECHNOLOGY")
    {
        Description = "A technology by identifier or name ('rootscope catalogue list' names them).",
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "show",
            "One technology: holders and shares, concentration over time, other suppliers, what the economy makes already that leads "
                + "there.",
            "rootscope weakspots show semi_equipment --region CHN",
            "rootscope weakspots show battery_materials --region DEU --rule eu2021 -f json",
            "rootscope weakspots show gas_turbine -o gas-turbines.png"
        )
        {
            Draws = true,
        };
        command.Add(Technology);
        var choices = new WeakSpotChoices();
        choices.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
            {
                _ = ReportWriter.FormatOf(parsed);
                Analyst analyst = Analysts.Of(parsed);
                var question = new WeakSpotOfOneQuestion(parsed.GetRequiredValue(Technology), choices.Read(parsed));
                WeakSpotOfOneAnswer answer = analyst.WeakSpotOfOne(question, progress: null, cancellation);
                Report report = WeakSpotOfOneReport.Of(answer, analyst.Catalogue, $"weakspots show {answer.Spot.Technology.Id}");
                ReportWriter.Write(report, parsed, () => HoldersPicture.Of(answer.All, answer.Spot, report.Provenance));
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }
}

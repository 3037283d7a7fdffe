using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary><c>rootscope shock check SCENARIO</c>: every fault of a scenario file, or what it says in words.</summary>
internal static class ShockCheckCommand
{
    /// <summary>One finding: a fault at its place, a shock that is sound, or a note.</summary>
    private sealed record Finding(int Line, int Column, string Status, string Text);

    private static readonly IReadOnlyList<Column<Finding>> Columns =
    [
        new(
            "line",
            "lines",
            "The line, from 1; null where the file as a whole is meant.",
            ColumnStyle.Whole,
            "line",
            f => f.Line > 0 ? f.Line : null
        ),
        new("column", "columns", "The column in that line, from 1.", ColumnStyle.Whole, "column", f => f.Column > 0 ? f.Column : null),
        new(
            "status",
            string.Empty,
            "fault; read, for a shock that is sound; note, for what is no fault but should be known.",
            ColumnStyle.Text,
            "status",
            f => f.Status
        ),
        new(
            "text",
            string.Empty,
            "What is wrong and how to repair it, or what the file says in words.",
            ColumnStyle.Prose,
            "what",
            f => f.Text
        ),
    ];

    public static Command Create()
    {
        Argument<string> scenario = ShockCommand.Scenario();
        var command = new DocumentedCommand(
            "check",
            "Checks a scenario file against its table and says in words what it holds. Every fault is told with its line, column and "
                + "repair; ends with code 3 if there is one.",
            "rootscope shock check samples/chip-equipment-embargo.yaml",
            "rootscope shock check samples/digital-spinning.yaml -f json"
        )
        {
            scenario,
        };
        var economy = new EconomyChoices(ofScenario: true);
        economy.AddTo(command);
        command.SetAction(parsed =>
        {
            _ = ReportWriter.FormatOf(parsed);
            string path = parsed.GetRequiredValue(scenario);
            Analyst analyst = Analysts.Of(parsed);
            ScenarioQuestion question = economy.ReadScenario(parsed, ShockCommand.TextOf(path));
            ScenarioReading reading = analyst.Check(question, path);
            ScenarioStudy? study = reading.Scenario is null ? null : Analyst.Study(question, reading);
            ReportWriter.Write(ToReport(reading, study, path), parsed);
            return reading.Faults.Count == 0 ? ExitCode.Ok : ExitCode.BadData;
        });
        return command;
    }

    private static Report ToReport(ScenarioReading reading, ScenarioStudy? study, string path) =>
        new Report<Finding>(
            "shock-check",
            Columns,
            [
                .. reading.Faults.Select(f => new Finding(f.Line, f.Column, "fault", f.Message)),
                .. Sound(study),
                .. reading.Notes.Select(n => new Finding(0, 0, "note", n)),
            ],
            new Provenance
            {
                Command = "shock check",
                Table = reading.Table,
                Question = study?.Question,
                Steps = study?.Economy.Steps ?? [],
                Options = [new("file", Path.GetFileName(path)), new("scenario", reading.Scenario?.ContentHash ?? "none")],
            }
        )
        {
            Remarks = [InWords(reading)],
        };

    private static IEnumerable<Finding> Sound(ScenarioStudy? study)
    {
        if (study is null)
        {
            return [];
        }

        var table = ScenarioTable.Of(study.Scenario, study.Made);
        return study.Scenario.Shocks.Select(s => new Finding(0, 0, "read", $"{s.InWords(table)}."));
    }

    private static string InWords(ScenarioReading reading) =>
        reading.Scenario is { } scenario
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Sound: '{scenario.Name}', {scenario.Shocks.Count} shock{(scenario.Shocks.Count == 1 ? string.Empty : "s")} to "
                    + $"{scenario.Table}, elasticities {scenario.Elasticities.Name}. 'rootscope shock run' says what it costs."
            )
            : $"{reading.Faults.Count} fault{(reading.Faults.Count == 1 ? string.Empty : "s")}. Nothing can be run until "
                + $"{(reading.Faults.Count == 1 ? "it is" : "they are")} repaired.";
}

using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary><c>rootscope shock run SCENARIO</c>: one scenario through every lens.</summary>
internal static class ShockRunCommand
{
    public static Command Create()
    {
        Argument<string> scenario = ShockCommand.Scenario();
        var choices = new ShockChoices();
        var command = new DocumentedCommand(
            "run",
            "Runs a scenario through the lenses: what each region and sector loses, who gains, and what a lens cannot represent.",
            "rootscope shock run samples/chip-equipment-embargo.yaml",
            "rootscope shock run samples/digital-spinning.yaml --sweep elasticity",
            "rootscope shock run samples/entity-list-wave.yaml -o losses.svg"
        )
        {
            Draws = true,
        };
        command.Add(scenario);
        choices.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, scenario, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, Argument<string> file, ShockChoices choices, CancellationToken cancellation)
    {
        string path = parsed.GetRequiredValue(file);
        return ShockRunning.Run(parsed, choices, Path.GetFileName(path), ShockCommand.TextOf(path), Read, cancellation);

        ScenarioReading Read(Analyst analyst, ScenarioQuestion question)
        {
            ScenarioReading reading = analyst.Check(question, path);
            ScenarioFiles.RequireSound(reading, path);
            return reading;
        }
    }
}

using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
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
            "rootscope shock run samples/tariff-round.yaml --lens equilibrium --top 5",
            "rootscope shock run samples/digital-spinning.yaml --sweep elasticity"
        )
        {
            scenario,
        };
        choices.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, scenario, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, Argument<string> file, ShockChoices choices, CancellationToken cancellation)
    {
        OutputFormat format = ReportWriter.FormatOf(parsed);
        ScenarioView view = choices.View(parsed, forPeople: format is OutputFormat.Table or OutputFormat.Md);
        IReadOnlyList<ILens> lenses = choices.Lenses(parsed);
        string path = parsed.GetRequiredValue(file);
        Analyst analyst = Analysts.Of(parsed);
        ScenarioQuestion question = choices.Question(parsed, ShockCommand.TextOf(path));
        ScenarioReading reading = analyst.Check(question, path);
        ScenarioFiles.RequireSound(reading, path);
        ScenarioStudy study = Analyst.Study(question, reading);
        view = view.At(reading.Table!);
        var origin = new ShockOrigin(Path.GetFileName(path), study);
        if (choices.Sweep(parsed, question) is { } sweep)
        {
            return Sweep(parsed, analyst, sweep, view, origin, cancellation);
        }

        using var progress = StepProgress.Of(parsed);
        int at = 0;
        var told = new Told<string>(lens =>
            progress.Say(string.Create(CultureInfo.InvariantCulture, $"running the {lens} lens ({++at} of {lenses.Count})"))
        );
        ScenarioResult result = Analyst.Scenario(study, told, cancellation).Result;
        progress.Dispose();
        ReportWriter.Write(ShockReport.Of(result, view, origin), parsed);
        return CodeOf(result);
    }

    private static int Sweep(
        ParseResult parsed,
        Analyst analyst,
        SweepQuestion question,
        ScenarioView view,
        ShockOrigin origin,
        CancellationToken cancellation
    )
    {
        using var progress = StepProgress.Of(parsed);
        progress.Say("sweeping an elasticity");
        var told = new Told<AnswerProgress>(done =>
            progress.Say(string.Create(CultureInfo.InvariantCulture, $"{done.Done} of {done.All} elasticities"))
        );
        SweepAnswer answer = analyst.Sweep(question, origin.Study, told, cancellation);
        progress.Dispose();
        ReportWriter.Write(ShockSweepReport.Of(answer, view, origin), parsed);
        return answer.Points.Any(p => p.Loss is not null) ? ExitCode.Ok : ExitCode.MathematicsFailed;
    }

    /// <summary>Figures under any lens are an answer; where no lens has one because the mathematics failed, the run did.</summary>
    private static int CodeOf(ScenarioResult result) =>
        result.Lenses.Any(l => l.HasFigures) || result.Lenses.All(l => l.Status == ScenarioStatus.NotRepresented)
            ? ExitCode.Ok
            : ExitCode.MathematicsFailed;

    /// <summary>Reports on the thread that works, in order.</summary>
    private sealed class Told<T>(Action<T> say) : IProgress<T>
    {
        public void Report(T value) => say(value);
    }
}

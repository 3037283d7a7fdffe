using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Scenarios;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary>Runs a scenario, or sweeps an elasticity of it, and writes what lenses say.</summary>
internal static class ShockRunning
{
    /// <summary>Runs the text of a scenario.</summary>
    /// <param name="parsed">The words given.</param>
    /// <param name="choices">The options of a run.</param>
    /// <param name="origin">Where the scenario is from, for provenance.</param>
    /// <param name="text">Its text.</param>
    /// <param name="read">Reads it and refuses it where it has a fault.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    public static int Run(
        ParseResult parsed,
        ShockChoices choices,
        string origin,
        string text,
        Func<Analyst, ScenarioQuestion, ScenarioReading> read,
        CancellationToken cancellation
    )
    {
        OutputFormat format = ReportWriter.FormatOf(parsed);
        ScenarioView view = choices.View(parsed, forPeople: format is OutputFormat.Table or OutputFormat.Md);
        IReadOnlyList<ILens> lenses = choices.Lenses(parsed);
        Analyst analyst = Analysts.Of(parsed);
        ScenarioQuestion question = choices.Question(parsed, text);
        ScenarioReading reading = read(analyst, question);
        ScenarioStudy study = Analyst.Study(question, reading);
        view = view.At(reading.Table!);
        var from = new ShockOrigin(origin, study);
        if (choices.Sweep(parsed, question) is { } sweep)
        {
            return Sweep(parsed, analyst, sweep, view, from, cancellation);
        }

        using var progress = StepProgress.Of(parsed);
        int at = 0;
        var told = new Told<string>(lens =>
            progress.Say(string.Create(CultureInfo.InvariantCulture, $"running the {lens} lens ({++at} of {lenses.Count})"))
        );
        var drawn = new Told<AnswerProgress>(done =>
            progress.Say(string.Create(CultureInfo.InvariantCulture, $"{done.Done} of {done.All} runs of draws"))
        );
        ScenarioResult result = analyst.Scenario(study, told, drawn, cancellation).Result;
        progress.Dispose();
        Report report = ShockReport.Of(result, view, from);
        if (format is OutputFormat.Table or OutputFormat.Md)
        {
            report = report with { Remarks = [.. report.Remarks, .. ShockStake.Beside(result, analyst, cancellation)] };
        }

        ReportWriter.Write(report, parsed, () => choices.Drawing(parsed, result, report));
        return CodeOf(result) is not ExitCode.Ok and var failed ? failed : Held(parsed, choices, report);
    }

    /// <summary>Holds a result to the one expected, where there is one.</summary>
    private static int Held(ParseResult parsed, ShockChoices choices, Report report)
    {
        if (parsed.GetValue(choices.Expect) is not { } file)
        {
            return ExitCode.Ok;
        }

        IReadOnlyList<string> differences = ExpectedResult.Differences(report, file);
        foreach (string difference in differences)
        {
            parsed.InvocationConfiguration.Error.WriteLine(difference);
        }

        return differences.Count == 0 ? ExitCode.Ok : ExitCode.Differs;
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
        if (ReportWriter.IsPicture(parsed))
        {
            throw new UsageException("--sweep gives a curve as figures: choose a format such as csv or json instead of a picture.");
        }

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

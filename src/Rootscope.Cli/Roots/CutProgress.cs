using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Roots;

/// <summary>Tells on a terminal of products while they are cut, and of exact draws while they are solved.</summary>
internal sealed class CutProgress : IProgress<AnswerProgress>
{
    private readonly StepProgress _steps;

    private CutProgress(StepProgress steps) => _steps = steps;

    /// <summary>Tells while an answer is made; the line is gone before the answer is written.</summary>
    public static TAnswer Tell<TAnswer>(ParseResult parsed, Func<IProgress<AnswerProgress>, TAnswer> answer)
    {
        using var steps = StepProgress.OnTerminalOnly(parsed);
        return answer(new CutProgress(steps));
    }

    /// <inheritdoc/>
    public void Report(AnswerProgress value)
    {
        string what = value.Work == AnswerProgress.Draws ? "exact draws" : "products";
        _steps.Say(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.All} {what}"));
    }
}

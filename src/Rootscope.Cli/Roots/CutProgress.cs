using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Roots;

/// <summary>Tells of products while they are cut, each in its turn.</summary>
internal sealed class CutProgress : IProgress<AnswerProgress>, IDisposable
{
    private readonly StepProgress _steps;

    private CutProgress(StepProgress steps) => _steps = steps;

    /// <summary>Begins to tell.</summary>
    public static CutProgress Of(ParseResult parsed) => new(StepProgress.Of(parsed));

    /// <inheritdoc/>
    public void Report(AnswerProgress value)
    {
        if (value.Work == AnswerProgress.Cuts)
        {
            _steps.Say(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.All} products"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _steps.Dispose();
}

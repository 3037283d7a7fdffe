using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Roots;

/// <summary>The options that ask for bands.</summary>
internal sealed class BandChoices
{
    /// <summary>What holds where an option is not given.</summary>
    private static readonly RootQuestion Usual = new();

    private readonly Option<int> _draws = new("--draws")
    {
        Description =
            "Draw what is not known this many times: medians, 90% bands, how often ranks hold. What is at stake: years to replace, "
            + "elasticities and ratings, solved anew; at 0 its bands are approximate. Older measures: the size of the cut, elasticities, "
            + "ratings, sizes of split parts; at 0 no bands. Default: 0.",
        HelpName = "N",
        DefaultValueFactory = _ => Usual.Draws,
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "The seed of the draws; one seed gives the same bands on any machine and number of threads. Default: 1.",
        HelpName = "S",
        DefaultValueFactory = _ => Usual.Seed,
    };

    public void AddTo(Command command)
    {
        command.Add(_draws);
        command.Add(_seed);
    }

    /// <summary>The question with the bands that the words ask for.</summary>
    public TQuestion With<TQuestion>(TQuestion question, ParseResult parsed)
        where TQuestion : CutQuestion => (TQuestion)(question with { Draws = parsed.GetValue(_draws), Seed = parsed.GetValue(_seed) });
}

/// <summary>Tells of draws while they are made.</summary>
internal sealed class DrawProgress : IProgress<AnswerProgress>, IDisposable
{
    private readonly StepProgress? _steps;

    private DrawProgress(StepProgress? steps) => _steps = steps;

    /// <summary>Tells of the draws of a question; says nothing where it asks for none.</summary>
    public static DrawProgress Of(ParseResult parsed, CutQuestion question) => new(question.Draws > 0 ? StepProgress.Of(parsed) : null);

    /// <inheritdoc/>
    public void Report(AnswerProgress value)
    {
        if (value.Work == AnswerProgress.Draws)
        {
            _steps?.Say(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.All} draws"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _steps?.Dispose();
}

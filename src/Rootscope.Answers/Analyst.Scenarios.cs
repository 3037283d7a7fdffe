using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Screening.Scores;
using Rootscope.Shocks.Scenarios;
using Rootscope.Shocks.Scenarios.Draws;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <content>Questions about scenarios.</content>
public sealed partial class Analyst
{
    /// <summary>What a scenario costs whom.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told the word of each lens as it begins.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">The scenario has a fault, or a file does not fit its layout.</exception>
    /// <exception cref="ModelException">Shares of carriers contradict each other, or the table cannot be such an economy.</exception>
    public ScenarioAnswer Scenario(ScenarioQuestion question, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ScenarioReading reading = Check(question);
        ScenarioFiles.RequireSound(reading, ScenarioQuestion.Name);
        return Scenario(Study(question, reading), progress, draws: null, cancellation);
    }

    /// <summary>
    /// Every fault of a question's scenario, or what it says: of firms that are looked up in a list of the workspace, those that count.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="file">The file that it was read from, which faults then name; null where there is none.</param>
    /// <param name="folder">Where files that a text names, such as a firm file, are found; null where none may be read. Files named by
    /// <paramref name="file"/> are found beside it.</param>
    /// <exception cref="UnknownNameException">The question names a bridge that is not there.</exception>
    public ScenarioReading Check(ScenarioQuestion question, string? file = null, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        return ListedShocks.Of(
            file is null
                ? ScenarioFiles.CheckText(question.Scenario, Library, kinds: null, ScenarioMaking.BridgeOf(question), folder)
                : ScenarioFiles.Check(file, Library, kinds: null, ScenarioMaking.BridgeOf(question)),
            file ?? ScenarioQuestion.Name,
            Screening,
            (names, list, accepts) => Screener.Counted(names, [list], NameScore.DefaultThreshold, accepts, CancellationToken.None)
        );
    }

    /// <summary>The economy that a scenario happens to.</summary>
    /// <param name="question">The question.</param>
    /// <param name="reading">What its scenario says, without fault.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout or the table.</exception>
    public static ScenarioStudy Study(ScenarioQuestion question, ScenarioReading reading)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(reading);
        question.Validate();
        return ScenarioMaking.Of(question, reading);
    }

    /// <summary>Runs a scenario that is ready.</summary>
    /// <param name="study">The scenario with its economy.</param>
    /// <param name="progress">Told the word of each lens as it begins.</param>
    /// <param name="draws">Told how many runs of draws are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    internal ScenarioAnswer Scenario(
        ScenarioStudy study,
        IProgress<string>? progress,
        IProgress<AnswerProgress>? draws,
        CancellationToken cancellation
    )
    {
        ScenarioAnswer answer = Once(study, progress, cancellation);
        if (study.Scenario.Draws == 0)
        {
            return answer;
        }

        int runs = study.Scenario.Draws * answer.Result.Lenses.Count(l => l.HasFigures);
        var options = new ScenarioDrawOptions
        {
            Draws = study.Scenario.Draws,
            Seed = study.Question.Seed,
            Threads = _threads,
        };
        IProgress<int>? told = AnswerProgress.Of(draws, AnswerProgress.Draws, runs);
        return answer with { Result = answer.Result with { Bands = ScenarioBands.Of(answer.Result, options, told, cancellation) } };
    }

    /// <summary>Runs a scenario that is ready at its point figures, without draws.</summary>
    internal static ScenarioAnswer Once(ScenarioStudy study, IProgress<string>? progress, CancellationToken cancellation) =>
        new(study, ScenarioRun.Of(study.Scenario, study.Made, study.Question.Lenses, progress, cancellation));

    /// <summary>How the cost of a scenario hangs on an elasticity.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how many elasticities are done.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">The scenario has a fault, or a file does not fit its layout.</exception>
    /// <exception cref="ModelException">Shares of carriers contradict each other, or the table cannot be such an economy.</exception>
    public SweepAnswer Sweep(SweepQuestion question, IProgress<AnswerProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        ScenarioReading reading = Check(question.Asked);
        ScenarioFiles.RequireSound(reading, ScenarioQuestion.Name);
        return Sweep(question, Study(question.Asked, reading), progress, cancellation);
    }

    /// <summary>Sweeps an elasticity of a scenario that is ready.</summary>
    internal SweepAnswer Sweep(
        SweepQuestion question,
        ScenarioStudy study,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation
    ) => SweepAnswer.Of(question, study, _threads, progress, cancellation);
}

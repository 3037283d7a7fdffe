using Rootscope.Answers.Questions;
using Rootscope.Answers.Trade;
using Rootscope.Answers.WeakSpots;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <content>Questions about trade between economies, and what it says of technologies.</content>
public sealed partial class Analyst
{
    /// <summary>The weak spots of an economy.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    public WeakSpotAnswer WeakSpots(
        WeakSpotQuestion question,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return WeakSpotAnalysis.Of(
            question,
            Roots(LeverageOf(question), progress, cancellation),
            Catalogue,
            Library.Workspace as FolderWorkspace,
            _inputs,
            _threads,
            cancellation
        );
    }

    /// <summary>One technology among the weak spots of an economy.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    public WeakSpotOfOneAnswer WeakSpotOfOne(
        WeakSpotOfOneQuestion question,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        string id = Catalogue.Find(question.Technology).Id;
        WeakSpotAnswer all = WeakSpots(question.Asked, progress, cancellation);
        return new WeakSpotOfOneAnswer(question, all, all.Spots.Single(s => s.Technology.Id == id));
    }

    /// <summary>The ranking by technology that gives the leverage of weak spots.</summary>
    internal RootQuestion LeverageOf(WeakSpotQuestion question)
    {
        bool isOneRegion = _tables(question.LeverageTable).Sectors.Regions.Count == 1;
        return new RootQuestion(
            question.Making with
            {
                Table = question.LeverageTable,
                Region = isOneRegion ? null : question.Region.ToUpperInvariant(),
            }
        )
        {
            By = RootSubject.Technology,
        };
    }

    /// <summary>What countries make and how hard it is.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="QuestionException">The question has faults, or the exports have no years.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    /// <exception cref="ModelException">The country that is asked about is not compared.</exception>
    public ComplexityAnswer Complexity(ComplexityQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return ComplexityAnswering.Of(question, Library.Workspace as FolderWorkspace, _threads, cancellation);
    }

    /// <summary>Which products an economy or a bloc depends on others for.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    public DependenceAnswer Dependence(DependenceQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return DependenceAnswer.Of(question, Library.Workspace as FolderWorkspace, _threads, cancellation);
    }
}

using Rootscope.Answers.Questions;
using Rootscope.Answers.Trade;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <content>Questions about trade between economies.</content>
public sealed partial class Analyst
{
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

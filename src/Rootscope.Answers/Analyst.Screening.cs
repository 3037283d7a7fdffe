using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Screening.Lists;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <content>Questions about names on lists.</content>
public sealed partial class Analyst
{
    private ScreenAnswering? _screening;

    /// <summary>Lists and decisions of the workspace.</summary>
    public ScreeningStore Screening => new(Library.Workspace.Place);

    /// <summary>The lists of those names, or LAYOUT:FILE; all of the workspace where none is named.</summary>
    /// <param name="names">The names.</param>
    /// <param name="cancellation">Stops while a file is read.</param>
    /// <exception cref="UnknownNameException">There is no such list, or none at all.</exception>
    /// <exception cref="TableException">A list is damaged, or a file is none.</exception>
    public IReadOnlyList<ScreeningList> ListsToScreen(IReadOnlyList<string> names, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        return ScreenAnswering.Lists(Screening, names, cancellation);
    }

    /// <summary>What lists say about a name. Neither the name nor the answer is kept.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops while a list is read.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">There is no such list, or none at all.</exception>
    /// <exception cref="TableException">A list is damaged, or a file is none.</exception>
    public ScreenAnswer Screen(ScreenQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return Screener.Answer(question, cancellation);
    }

    /// <summary>A name against a record of the lists, or against the one it comes nearest to, match or not.</summary>
    /// <param name="question">The question.</param>
    /// <param name="record">The record's id; null for the best match, or the nearest record where there is none.</param>
    /// <param name="cancellation">Stops while a list is read.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">There is no such list or record, or no list at all.</exception>
    /// <exception cref="TableException">A list is damaged, or a file is none.</exception>
    public ExplainedName Explain(ScreenQuestion question, string? record = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return Screener.Explain(question, record, cancellation);
    }

    /// <summary>Writes into the log of the workspace what a person decided about a match.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellation">Stops while the list is read.</param>
    /// <returns>The match with the decision.</returns>
    /// <exception cref="QuestionException">The name or the threshold has a fault.</exception>
    /// <exception cref="UnknownNameException">There is no such list or record.</exception>
    /// <exception cref="TableException">The name is no match of the record at the threshold, or the log is broken.</exception>
    public ScreenMatch Decide(ScreenDecision decision, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        new ScreenQuestion(decision.Name) { Threshold = decision.Threshold }.Validate();
        return Screener.Decide(decision, cancellation);
    }

    /// <summary>Who counts as listed because listed parties own him.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops while files are read and at the next name.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">There is no such list, rule or listed name.</exception>
    /// <exception cref="TableException">A file is not what its layout says, or the rule says nothing of the day.</exception>
    /// <exception cref="ModelException">Stakes of the day do not go together.</exception>
    public OwnersAnswer Owners(OwnersQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return Screener.Answer(question, cancellation);
    }

    private ScreenAnswering Screener => _screening ??= new ScreenAnswering(Screening, _threads);
}

using Rootscope.Answers.Networks;
using Rootscope.Answers.Questions;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Storage.Parts;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <content>Long questions in parts, for several processes or machines.</content>
public sealed partial class Analyst
{
    /// <summary>The same analyst, who takes the pieces of a long question from parts that others worked out.</summary>
    /// <param name="parts">All parts of one run.</param>
    /// <remarks>
    /// What it answers is bit for bit what one process would have answered: inputs are read again, and parts of another question or of
    /// inputs that have changed are refused. Questions that have no parts are answered as ever.
    /// </remarks>
    /// <example>
    /// <code>
    /// WorkPart part = analyst.Part(question, new WorkShare(2, 8));     // on one of eight machines
    /// part.Write("risk.2.part");
    /// NetworkRiskAnswer answer = analyst.From(Analyst.Parts(files)).NetworkRisk(question);
    /// </code>
    /// </example>
    public Analyst From(PartSet parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new Analyst(Library, _threads, _tables, _inverse, parts);
    }

    /// <summary>Opens the parts of one run, in any order.</summary>
    /// <param name="paths">Their files.</param>
    /// <exception cref="UnknownNameException">There is no such file.</exception>
    /// <exception cref="TableException">A file is no part, is cut off, was changed, or is of another version, question or input; one is
    /// missing or there twice.</exception>
    public static PartSet Parts(IReadOnlyList<string> paths) => PartSet.Open(paths, EngineVersion.Text);

    /// <summary>One share of the failures of a network's firms.</summary>
    /// <param name="question">The question.</param>
    /// <param name="share">Which share of the firms, in the order of the selection.</param>
    /// <param name="checkpoint">A file that keeps what is found, from which a run that was broken off goes on; null for none.</param>
    /// <param name="progress">Told how many firms of the share are done, those of an earlier run first.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">A firm that is selected is none of the network's.</exception>
    /// <exception cref="TableException">A file does not fit its layout, a sector has no rating, or the checkpoint is of another run.
    /// </exception>
    public WorkPart Part(
        NetworkRiskQuestion question,
        WorkShare share,
        string? checkpoint = null,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(share);
        question.Validate();
        return FirmNetworkAnswering.RiskPart(question, share, checkpoint, _threads, progress, cancellation);
    }

    /// <summary>One share of the networks of an ensemble.</summary>
    /// <param name="question">The question.</param>
    /// <param name="share">Which share of the networks.</param>
    /// <param name="progress">Told how many networks of the share are done.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout or the table, or a sector is not rated.</exception>
    /// <exception cref="ModelException">There are fewer firms than sectors with output.</exception>
    public WorkPart Part(
        NetworkEnsembleQuestion question,
        WorkShare share,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(share);
        question.Validate();
        return NetworkMaking.EnsemblePart(
            question,
            _tables(question.Network.Economy.Table),
            share,
            _threads,
            AnswerProgress.Of(progress, AnswerProgress.Networks, share.In(question.Network.Draws).Count),
            cancellation
        );
    }
}

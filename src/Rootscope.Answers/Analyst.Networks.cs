using Rootscope.Answers.Networks;
using Rootscope.Answers.Questions;
using Rootscope.Networks;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <content>Questions about networks of firms.</content>
public sealed partial class Analyst
{
    /// <summary>What it costs a network that each of its firms fails.</summary>
    /// <param name="question">The question.</param>
    /// <param name="checkpoint">A file that keeps what is found, from which a run that was broken off goes on; null for none.</param>
    /// <param name="progress">Told how many firms are done, those of an earlier run first.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">A firm that is selected is none of the network's.</exception>
    /// <exception cref="TableException">A file does not fit its layout, a sector has no rating, or the checkpoint is of another run.
    /// </exception>
    public NetworkRiskAnswer NetworkRisk(
        NetworkRiskQuestion question,
        string? checkpoint = null,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return FirmNetworkAnswering.Risk(question, checkpoint, _parts, _threads, progress, cancellation);
    }

    /// <summary>What it costs that listed firms are cut out of their network.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">A listed firm is none of the network's, or there is no such list.</exception>
    /// <exception cref="TableException">A file does not fit its layout, a sector is not rated, or lists are asked and no firm counts as
    /// listed.</exception>
    /// <exception cref="ModelException">The network has no sales.</exception>
    public BlacklistAnswer Blacklist(BlacklistQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return FirmNetworkAnswering.Blacklist(
            question,
            names => Screener.Counted(names, question.Lists, question.Threshold, question.AcceptMatches, cancellation),
            named => Screener.Owned(question, named, cancellation),
            cancellation
        );
    }

    /// <summary>Who sells how much to whom in a network.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops while files are read.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">The network has no such firm.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    public static NetworkLinksAnswer NetworkLinks(NetworkLinksQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return FirmNetworkAnswering.Links(question, cancellation);
    }

    /// <summary>A network that is made from nothing.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between firms.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    public static MadeNetworkAnswer MadeNetwork(MadeNetworkQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        SupplyNetwork network = NetworkGenerator.Generate(question.Options, cancellation);
        return new MadeNetworkAnswer(question, network, NetworkFacts.Of(network));
    }

    /// <summary>Networks whose sales from sector to sector are those of an economy.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between sweeps of the scaling.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout or the table.</exception>
    /// <exception cref="ModelException">There are fewer firms than sectors with output.</exception>
    public NetworkAnswer Network(NetworkQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return NetworkMaking.Of(question, _tables(question.Economy.Table), cancellation);
    }

    /// <summary>Systemic risk, the cost of a list and the structure of networks over many that an economy allows.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how many networks are done.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout or the table, or a sector is not rated.</exception>
    /// <exception cref="ModelException">There are fewer firms than sectors with output.</exception>
    public NetworkEnsembleAnswer NetworkEnsemble(
        NetworkEnsembleQuestion question,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return NetworkMaking.Ensemble(
            question,
            _tables(question.Network.Economy.Table),
            _parts,
            _threads,
            AnswerProgress.Of(progress, AnswerProgress.Networks, question.Network.Draws),
            cancellation
        );
    }
}

using Rootscope.Answers.Economies;
using Rootscope.Answers.Pieces;
using Rootscope.Answers.Questions;
using Rootscope.Networks;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;
using Rootscope.Storage.Formats.Networks;
using Rootscope.Storage.Parts;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Answers.Networks;

/// <summary>Networks of firms whose sales from sector to sector are those of an economy.</summary>
internal static class NetworkMaking
{
    /// <summary>Makes the networks of a question.</summary>
    public static NetworkAnswer Of(NetworkQuestion question, FlowTable given, CancellationToken cancellation)
    {
        (EconomyUnderStudy economy, FlowTable table, IReadOnlyList<string> notes) = Flows(question.Economy, given);
        if (question.Firms == NetworkQuestion.OneASector)
        {
            SupplyNetwork sectors = TableNetwork.Of(table);
            return new NetworkAnswer
            {
                Question = question,
                Economy = economy,
                Table = table,
                Network = sectors,
                Facts = [NetworkFacts.Of(sectors)],
                Notes = notes,
            };
        }

        var facts = new List<NetworkFacts>();
        Reconstruction? first = null;
        for (int draw = 0; draw < question.Draws; draw++)
        {
            ReconstructionOptions own = question.Options.ForDraw(draw);
            var one = NetworkReconstruction.Of(table, FirmsOf(question, table, own, cancellation), own, cancellation);
            first ??= one;
            facts.Add(NetworkFacts.Of(one.Network));
        }

        return new NetworkAnswer
        {
            Question = question,
            Economy = economy,
            Table = table,
            Network = first!.Network,
            Fit = first,
            Facts = facts,
            Notes = notes,
        };
    }

    /// <summary>Measures many networks of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="given">Its table.</param>
    /// <param name="parts">Parts that hold what the networks come to; null where that is worked out here.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="progress">Told how many networks are done.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    public static NetworkEnsembleAnswer Ensemble(
        NetworkEnsembleQuestion question,
        FlowTable given,
        PartSet? parts,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
    {
        EnsembleFlows made = Prepared(question, given, cancellation);
        PieceWork<NetworkDraw> work = EnsemblePieces.Of(question, made.Networks, made.Hashes, threads, progress, cancellation);
        return new NetworkEnsembleAnswer
        {
            Question = question,
            Economy = made.Economy,
            Table = made.Table,
            Cascade = made.Cascade,
            Ensemble = NetworkEnsemble.Of(made.Networks, work.All(parts)),
            Notes = made.Notes,
        };
    }

    /// <summary>Measures a share of the networks of a question.</summary>
    public static WorkPart EnsemblePart(
        NetworkEnsembleQuestion question,
        FlowTable given,
        WorkShare share,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
    {
        EnsembleFlows made = Prepared(question, given, cancellation);
        return EnsemblePieces.Of(question, made.Networks, made.Hashes, threads, progress, cancellation).Part(share);
    }

    private static EnsembleFlows Prepared(NetworkEnsembleQuestion question, FlowTable given, CancellationToken cancellation)
    {
        NetworkQuestion network = question.Network;
        (EconomyUnderStudy economy, FlowTable table, IReadOnlyList<string> notes) = Flows(network.Economy, given);
        FirmList firms = FirmsOf(network, table, network.Options, cancellation);
        var options = new EnsembleOptions
        {
            Reconstruction = network.Options,
            Cascade = question.Cascade.Options(EssentialityRatings.Matrix(question.Cascade.Essentiality, economy)),
            Draws = network.Draws,
            FirmCount = network.FirmCount ?? 0,
            Firms = network.FirmCount is null ? firms : null,
            Failing = question.Select == FirmWords.None ? null : SelectedFirms.Of(question.Select, firms),
            Listed = question.Listed is null ? null : SelectedFirms.Of(question.Listed, firms),
        };
        return new EnsembleFlows(economy, table, options.Cascade, EnsembleNetworks.Of(table, options, cancellation), notes);
    }

    /// <summary>An economy with the networks that carry its flows.</summary>
    private sealed record EnsembleFlows(
        EconomyUnderStudy Economy,
        FlowTable Table,
        CascadeOptions Cascade,
        EnsembleNetworks Networks,
        IReadOnlyList<string> Notes
    )
    {
        /// <summary>SHA-256 of what networks and cascades are made from.</summary>
        public IReadOnlyList<KeyValuePair<string, string>> Hashes =>
            [new("table", Table.ContentHash), new("ratings", Cascade.Essentiality.ContentHash)];
    }

    /// <summary>The economy, and its flows with the use of capital goods among them where that is asked for.</summary>
    private static (EconomyUnderStudy Economy, FlowTable Table, IReadOnlyList<string> Notes) Flows(
        EconomyQuestion question,
        FlowTable given
    )
    {
        EconomyUnderStudy economy = EconomyMaking.OfFlows(question, given);
        CapitalUse? use = question.Capital == CapitalTreatment.Off ? null : CapitalUse.Of(economy.Table, economy.CapitalFlows);
        return (economy, use?.Table ?? economy.Table, use?.Notes ?? []);
    }

    private static FirmList FirmsOf(
        NetworkQuestion question,
        FlowTable table,
        ReconstructionOptions options,
        CancellationToken cancellation
    ) =>
        question.FirmCount is { } count
            ? NetworkReconstruction.Firms(table, count, options)
            : NetworkReader.ReadFirms(question.Firms, cancellation: cancellation);
}

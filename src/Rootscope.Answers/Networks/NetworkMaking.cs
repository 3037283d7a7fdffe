using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Networks;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;
using Rootscope.Storage.Formats.Networks;
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
    public static NetworkEnsembleAnswer Ensemble(
        NetworkEnsembleQuestion question,
        FlowTable given,
        int threads,
        IProgress<int>? progress,
        CancellationToken cancellation
    )
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
        return new NetworkEnsembleAnswer
        {
            Question = question,
            Economy = economy,
            Table = table,
            Cascade = options.Cascade,
            Ensemble = NetworkEnsemble.Of(table, options, threads, progress, cancellation),
            Notes = notes,
        };
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

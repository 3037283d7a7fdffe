using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Storage.Formats.Networks;
using Rootscope.Tables;

namespace Rootscope.Answers.Networks;

/// <summary>What a <see cref="NetworkRiskQuestion"/> comes to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Reading">The network, and what was noted while it was read.</param>
/// <param name="Model">The cascade that it was run through.</param>
/// <param name="Firms">Numbers of the firms that failed, one at a time.</param>
/// <param name="Outcomes">What each failure comes to, in the order of <paramref name="Firms"/>.</param>
public sealed record NetworkRiskAnswer(
    NetworkRiskQuestion Question,
    NetworkReading Reading,
    CascadeModel Model,
    IReadOnlyList<FirmNumber> Firms,
    IReadOnlyList<CascadeOutcome> Outcomes
);

/// <summary>What a <see cref="BlacklistQuestion"/> comes to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Reading">The network, and what was noted while it was read.</param>
/// <param name="Model">The cascade that it was run through.</param>
/// <param name="Listed">The listed firms, each with the share of its capacity that is lost.</param>
/// <param name="Study">What that costs whom.</param>
public sealed record BlacklistAnswer(
    BlacklistQuestion Question,
    NetworkReading Reading,
    CascadeModel Model,
    IReadOnlyList<CapacityLoss> Listed,
    BlacklistStudy Study
)
{
    /// <summary>The firms that were looked up in lists; null where none was.</summary>
    public ScreenedFirms? Screened { get; init; }
}

/// <summary>What a <see cref="NetworkLinksQuestion"/> comes to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Network">The network.</param>
/// <param name="Firm">The number of the firm in the middle; null for sales from sector to sector.</param>
/// <param name="Links">Who sells how much to whom, the most first.</param>
public sealed record NetworkLinksAnswer(
    NetworkLinksQuestion Question,
    SupplyNetwork Network,
    FirmNumber? Firm,
    IReadOnlyList<NetworkLink> Links
);

/// <summary>Sales from one firm or sector to another.</summary>
/// <param name="From">Identifier of the firm, or code of the sector, that sells.</param>
/// <param name="To">That which buys.</param>
/// <param name="Value">What is sold. Unit: money, that of the edges.</param>
/// <param name="Share">Its share of all that is told; null where nothing is sold.</param>
public sealed record NetworkLink(string From, string To, double Value, double? Share);

/// <summary>What a <see cref="MadeNetworkQuestion"/> comes to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Network">The network: none of its firms exists.</param>
/// <param name="Facts">How it compares with real ones.</param>
public sealed record MadeNetworkAnswer(MadeNetworkQuestion Question, SupplyNetwork Network, NetworkFacts Facts);

/// <summary>What a <see cref="NetworkQuestion"/> comes to.</summary>
public sealed record NetworkAnswer
{
    internal NetworkAnswer() { }

    /// <summary>The question.</summary>
    public required NetworkQuestion Question { get; init; }

    /// <summary>The economy, with the steps by which it was made.</summary>
    public required EconomyUnderStudy Economy { get; init; }

    /// <summary>The table whose flows the network carries.</summary>
    public required FlowTable Table { get; init; }

    /// <summary>The first network.</summary>
    public required SupplyNetwork Network { get; init; }

    /// <summary>How well the first network fits the table; null where its sectors are the firms.</summary>
    public Reconstruction? Fit { get; init; }

    /// <summary>The facts of each network that was drawn, the first one's first.</summary>
    public required IReadOnlyList<NetworkFacts> Facts { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>What a <see cref="NetworkEnsembleQuestion"/> comes to.</summary>
public sealed record NetworkEnsembleAnswer
{
    internal NetworkEnsembleAnswer() { }

    /// <summary>The question.</summary>
    public required NetworkEnsembleQuestion Question { get; init; }

    /// <summary>The economy, with the steps by which it was made.</summary>
    public required EconomyUnderStudy Economy { get; init; }

    /// <summary>The table whose flows the networks carry.</summary>
    public required FlowTable Table { get; init; }

    /// <summary>How losses spread.</summary>
    public required CascadeOptions Cascade { get; init; }

    /// <summary>Every figure with its band.</summary>
    public required NetworkEnsemble Ensemble { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

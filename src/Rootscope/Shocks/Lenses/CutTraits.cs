namespace Rootscope.Shocks.Lenses;

/// <summary>What the loss of a cut is compared with.</summary>
public enum CutBenchmark
{
    /// <summary>The loss to first order of the cut, 1 − (1 − φ)^e: there is an excess over it, and a gap.</summary>
    FirstOrder,

    /// <summary>The same, of which the loss is no more than a copy: the gap is 1.</summary>
    Itself,

    /// <summary>Nothing: losses are in proportion to the cut, so that an excess and a gap say nothing.</summary>
    None,
}

/// <summary>What sets the cuts of a lens apart from those of others: what rankings, options and reports ask a lens.</summary>
public sealed record CutTraits
{
    /// <summary>What its losses are compared with.</summary>
    public CutBenchmark Benchmark { get; init; } = CutBenchmark.FirstOrder;

    /// <summary>Why a supply cannot be cut in whole, as what a sentence says of such a cut; null where it can.</summary>
    public string? AgainstFullCut { get; init; }

    /// <summary>Whether imports can be cut alone.</summary>
    public bool KnowsImports { get; init; } = true;

    /// <summary>Whether products are ranked by loss where nobody says otherwise, because leverage tells them apart by little.</summary>
    public bool RanksByLoss { get; init; }

    /// <summary>Whether everything may reach everything, so that a ranking has to be refused where most products cost the same.</summary>
    public bool MayReachAlike { get; init; }

    /// <summary>Whether elasticities of substitution, and ratings of products behind them, shape its figures.</summary>
    public bool UsesElasticities { get; init; }

    /// <summary>Whether ratings of how essential inputs are shape its figures.</summary>
    public bool UsesEssentiality { get; init; }

    /// <summary>Whether it is to have such ratings where nobody says otherwise: without them every input stops whoever lacks it.</summary>
    public bool NeedsEssentiality { get; init; }

    /// <summary>Whether a cut takes so long that all products are ranked only where somebody waits for it, not on a page.</summary>
    public bool TakesLong { get; init; }
}

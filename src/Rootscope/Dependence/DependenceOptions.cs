using Rootscope.Dependence.Panels;

namespace Rootscope.Dependence;

/// <summary>What to look at beside the rule.</summary>
public sealed record DependenceOptions
{
    /// <summary>
    /// The years to look at, in any order; null for all that the data have. The last is judged. The rule's window is looked at in any case.
    /// </summary>
    public IReadOnlyList<int>? Years { get; init; }

    /// <summary>Production, which takes the place of exports where it is known; null for none.</summary>
    public ProductionFigures? Production { get; init; }

    /// <summary>
    /// Whether the network indicator (clustering) is computed even where the rule does not need it: about 3 milliseconds a product at 230
    /// economies.
    /// </summary>
    public bool WithClustering { get; init; }

    /// <summary>How many of the largest origins and exporters each row names; at least 1.</summary>
    public int Holders { get; init; } = 3;

    /// <summary>
    /// Economies that split or joined, to be named in the notes where the years looked at hold the codes of before and after.
    /// </summary>
    public IReadOnlyList<EconomyChange> Changes { get; init; } = [];

    /// <summary>Most threads to use; results are the same on any number.</summary>
    public int Threads { get; init; } = 1;
}

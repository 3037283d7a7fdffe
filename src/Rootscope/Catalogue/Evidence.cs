namespace Rootscope.Catalogue;

/// <summary>Who answers for a claim.</summary>
public enum EvidenceKind
{
    /// <summary>A figure or statement that somebody published.</summary>
    Published,

    /// <summary>A figure or statement of a public authority.</summary>
    Official,

    /// <summary>The catalogue's own judgement, without a source.</summary>
    Judgement,
}

/// <summary>How well a claim was verified.</summary>
public enum EvidenceStatus
{
    /// <summary>It was read at its source.</summary>
    Seen,

    /// <summary>It was read in a text that names the source.</summary>
    Secondary,

    /// <summary>It was read in a text that names no source, or whose author has an interest in it.</summary>
    Weak,

    /// <summary>The technology stands on a published list, which gives no figure.</summary>
    Listed,

    /// <summary>It is a judgement.</summary>
    Judgement,
}

/// <summary>One claim about a technology, with its source and how sure it is.</summary>
public sealed record Evidence
{
    /// <summary>The technology it is about.</summary>
    public required Technology Technology { get; init; }

    /// <summary>The claim, as a phrase; where <see cref="Value"/> is given, what that figure measures.</summary>
    public required string Claim { get; init; }

    /// <summary>The figure, in <see cref="Unit"/>; null where the claim has none.</summary>
    public double? Value { get; init; }

    /// <summary>The unit of <see cref="Value"/>, such as "share"; empty where there is none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>True where the figure was computed from published ones rather than quoted.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Who published it and where; empty for a judgement.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>The year the claim is true of; null for a judgement.</summary>
    public int? Year { get; init; }

    /// <summary>Who answers for it.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>The licence of the source, or how it is used; empty for a judgement.</summary>
    public string Licence { get; init; } = string.Empty;

    /// <summary>How well it was verified.</summary>
    public required EvidenceStatus Status { get; init; }

    /// <summary>What a reader must know; may be empty.</summary>
    public string Note { get; init; } = string.Empty;
}

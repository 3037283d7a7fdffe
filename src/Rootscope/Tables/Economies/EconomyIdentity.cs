namespace Rootscope.Tables.Economies;

/// <summary>What a code or name in a column of economies stands for.</summary>
public enum EconomyKind
{
    /// <summary>An economy.</summary>
    Economy,

    /// <summary>One that has split or joined another, or reported together with others.</summary>
    Former,

    /// <summary>Several that may stand beside their sum: a union, a region, a group by income.</summary>
    Union,

    /// <summary>All economies together.</summary>
    World,

    /// <summary>What is not elsewhere specified: a part of the whole that is no economy.</summary>
    Rest,
}

/// <summary>How a text names an economy.</summary>
public enum EconomySpelling
{
    /// <summary>By the code that it is known by here: ISO 3166-1 alpha-3 where there is one.</summary>
    Code,

    /// <summary>By two letters.</summary>
    TwoLetters,

    /// <summary>By the number of ISO 3166-1, M49 or UN Comtrade.</summary>
    Number,

    /// <summary>By a code that one publisher has, or that was withdrawn, such as S19 or ROM.</summary>
    OtherCode,

    /// <summary>By a name.</summary>
    Name,
}

/// <summary>An economy, or several together, with every code and name it goes by.</summary>
public sealed record EconomyIdentity
{
    /// <summary>The code it has here: ISO 3166-1 alpha-3 where there is one.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required EconomyKind Kind { get; init; }

    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in Chinese; empty where none is known.</summary>
    public required string ChineseName { get; init; }

    /// <summary>Other codes: two letters, numbers, those of publishers.</summary>
    public required IReadOnlyList<string> OtherCodes { get; init; }

    /// <summary>Other names.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }

    /// <summary>Codes of what it is the sum of; empty where that is not listed.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>The first year it existed, where that matters.</summary>
    public int? FirstYear { get; init; }

    /// <summary>The last year it existed.</summary>
    public int? LastYear { get; init; }

    /// <summary>Whether figures of it hold those of others a second time.</summary>
    public bool IsAggregate => Kind is EconomyKind.World or EconomyKind.Union;
}

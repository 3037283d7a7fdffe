namespace Rootscope.Tables;

/// <summary>What a table is and where it comes from: everything a figure made from it has to carry.</summary>
public sealed record TableMetadata
{
    /// <summary>The name the table is called by, such as <c>china-2020</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The year the flows belong to.</summary>
    public required int Year { get; init; }

    /// <summary>ISO 4217 code of the currency, such as <c>CNY</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Units of currency in one unit of the table: 10 000 for a table in units of ten thousand yuan.</summary>
    public required double UnitScale { get; init; }

    /// <summary>The unit as the source writes it, such as "10 000 yuan".</summary>
    public required string Unit { get; init; }

    /// <summary>The price concept, such as "producers' prices, current year".</summary>
    public required string Prices { get; init; }

    /// <summary>Who published the figures, with the citation they ask for.</summary>
    public required string Source { get; init; }

    /// <summary>The licence or terms, as far as known; never a guess.</summary>
    public required string Licence { get; init; }

    /// <summary>Whether the figures may be passed on, where whoever read the table knows its terms.</summary>
    public Redistribution Redistribution { get; init; }

    /// <summary>The list its industry codes belong to: <c>nbs2020</c>, <c>bea2017</c>, <c>wiod2013</c> …; "own" if none.</summary>
    public required string Classification { get; init; }

    /// <summary>
    /// What was derived, assumed, moved or rounded on the way from the published figures to this table; one sentence each.
    /// </summary>
    public IReadOnlyList<string> Derivations { get; init; } = [];
}

/// <summary>Whether figures may be passed on to others.</summary>
public enum Redistribution
{
    /// <summary>Nobody has said; the licence's text may tell.</summary>
    Unstated,

    /// <summary>The terms allow it, with the citation.</summary>
    Allowed,

    /// <summary>The terms forbid it.</summary>
    Forbidden,
}

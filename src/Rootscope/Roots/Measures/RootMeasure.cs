namespace Rootscope.Roots.Measures;

/// <summary>What a ranking can be sorted by: what it means, how it is got from a row, and where it is used.</summary>
/// <remarks>
/// Sorting, bands, the validity table, columns of reports, the words of the command line, of addresses and of the API, and what pages
/// call it are all read from here. docs/how-to/add-a-root-measure.md says how one is added.
/// </remarks>
public sealed class RootMeasure
{
    private readonly Func<ICutFigures, double?> _value;

    /// <summary>A measure that is got from a row; null where it is not known.</summary>
    internal RootMeasure(Func<ICutFigures, double?> value)
    {
        _value = value;
    }

    /// <summary>The word it is asked for by, such as <c>leverage</c>.</summary>
    public required string Word { get; init; }

    /// <summary>The name of its column in data, such as <c>excessLoss</c>.</summary>
    public required string Column { get; init; }

    /// <summary>What people call it in English.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it in Chinese.</summary>
    public required string ChineseName { get; init; }

    /// <summary>What it is measured in: ratio or share.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit as people read it, in English and in Chinese; null for shares, which are read in per cent.</summary>
    public (string English, string Chinese)? ReadIn { get; init; }

    /// <summary>One sentence that says what it is.</summary>
    public required string Meaning { get; init; }

    /// <summary>Whether a larger value comes first.</summary>
    public bool LargerIsMore { get; init; } = true;

    /// <summary>Whether it comes from the lens, so that a collapse comes first and what has no use last.</summary>
    public bool IsModelled { get; init; } = true;

    /// <summary>Whether draws give a band of it beside that of what rows are sorted by.</summary>
    public bool HasBand { get; init; } = true;

    /// <summary>Whether it needs the reach of a cut, which costs a solve of its own.</summary>
    public bool NeedsReach { get; init; }

    /// <summary>Why values of all products are no ranking; null where every list of values is one.</summary>
    internal Func<IReadOnlyList<double>, string?>? Refusal { get; init; }

    /// <summary>Its value of a product. Unit: that of the measure; null where it is not known.</summary>
    /// <param name="row">The row.</param>
    public double? Of(RootRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _value(row);
    }

    /// <summary>Its value of a product of one origin. Unit: that of the measure; null where it is not known.</summary>
    /// <param name="row">The row.</param>
    public double? Of(OriginRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _value(row);
    }

    /// <inheritdoc />
    public override string ToString() => Word;

    /// <summary>Why rows are no ranking by it; null where they are one.</summary>
    internal string? RefusalOf(IEnumerable<ICutFigures> rows) => Refusal?.Invoke([.. rows.Select(r => _value(r) ?? 0)]);

    /// <summary>A value by which rows are put in order, the largest first.</summary>
    internal double? Order(ICutFigures row) => LargerIsMore ? _value(row) : -_value(row);
}

namespace Rootscope.Shocks.Scenarios;

/// <summary>What a field of a shock holds.</summary>
public enum ShockFieldType
{
    /// <summary>One product or a list: industries of the table or technologies of the catalogue.</summary>
    Products,

    /// <summary>
    /// One region or a list, by code or name; "all" for every other region, "abroad" for what lies outside a one-region table.
    /// </summary>
    Regions,

    /// <summary>One region.</summary>
    Region,

    /// <summary>A number, or a percentage such as 90%.</summary>
    Number,

    /// <summary>One of a fixed list of words.</summary>
    Word,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>One text or a list.</summary>
    Texts,

    /// <summary>A file beside the scenario, which the command line alone reads.</summary>
    File,

    /// <summary>Yes or no: "true" or "false".</summary>
    Flag,

    /// <summary>A moment: "month 0".</summary>
    Month,

    /// <summary>A length of time: "6 months", "2 years".</summary>
    Months,
}

/// <summary>One field of a shock: what drives reading, checking, documentation and any other user interface.</summary>
/// <param name="Name">The key in a file.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Meaning">What it is, in one sentence.</param>
public sealed record ShockField(string Name, ShockFieldType Type, string Meaning)
{
    /// <summary>Other keys that mean the same.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether a shock has to have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Its unit; empty for names and words.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>What holds where it is not given; empty for nothing.</summary>
    public string Default { get; init; } = string.Empty;

    /// <summary>The range of a number. Unit: that of the field.</summary>
    public ShockRange? Range { get; init; }

    /// <summary>The words it may be.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>The range of a number.</summary>
/// <param name="Above">It lies above this. Unit: that of the field.</param>
/// <param name="Most">It is at most this. Unit: that of the field.</param>
/// <param name="Example">A value that makes sense.</param>
/// <param name="IncludesLeast">Whether it may equal <paramref name="Above"/> as well.</param>
public sealed record ShockRange(double Above, double Most, string Example, bool IncludesLeast = false)
{
    /// <summary>Whether a number lies in the range.</summary>
    public bool Holds(double value) => (value > Above || (IncludesLeast && value == Above)) && value <= Most;

    /// <summary>The range in words.</summary>
    public string InWords() =>
        FormattableString.Invariant($"{(IncludesLeast ? "at least" : "above")} {Above} and at most {Most}, such as {Example}");
}

/// <summary>Fields that several kinds have.</summary>
public static class ShockFields
{
    /// <summary>The product, with the names that people give it.</summary>
    public static ShockField Product { get; } =
        new("product", ShockFieldType.Products, "The industry of the table, or the technology of the catalogue; one or a list.")
        {
            Aliases = ["industry", "technology"],
            IsRequired = true,
        };

    /// <summary>The industry that a technology is part of.</summary>
    public static ShockField Carrier { get; } =
        new("carrier", ShockFieldType.Text, "The industry of the table that carries the technology, where the table is coarser.");

    /// <summary>How much of the carrier the technology is.</summary>
    public static ShockField ShareOfCarrier { get; } =
        new("share_of_carrier", ShockFieldType.Number, "Share of that industry that the technology is, in every flow alike.")
        {
            Unit = "share",
            Range = new ShockRange(0, 1, "0.06"),
        };

    /// <summary>The moment at which a shock begins.</summary>
    public static ShockField Start { get; } =
        new("start", ShockFieldType.Month, "When it begins.") { Unit = "months", Default = "month 0" };

    /// <summary>The time that a shock takes to reach its full size.</summary>
    public static ShockField Ramp { get; } =
        new("ramp", ShockFieldType.Months, "How long it takes to reach its full size.") { Unit = "months", Default = "0 months" };

    /// <summary>How long a shock lasts.</summary>
    public static ShockField Duration { get; } =
        new("duration", ShockFieldType.Months, "How long it lasts from its beginning; without it, for good.")
        {
            Unit = "months",
            Aliases = ["for"],
        };

    /// <summary>How long what was taken needs to come back.</summary>
    public static ShockField Recovery { get; } =
        new("recovery", ShockFieldType.Months, "How long it takes to come back after that.") { Unit = "months", Default = "0 months" };

    /// <summary>The course of recovery.</summary>
    public static ShockField RecoveryCurveField { get; } =
        new("recovery_curve", ShockFieldType.Word, "How it comes back: evenly, fast first, or slow, fast, slow.")
        {
            Default = "linear",
            Words = ["linear", "convex", "concave"],
        };

    /// <summary>What a shock of any kind says about time.</summary>
    public static IReadOnlyList<ShockField> Times { get; } = [Start, Ramp, Duration, Recovery, RecoveryCurveField];

    /// <summary>A remark.</summary>
    public static ShockField Note { get; } = new("note", ShockFieldType.Text, "A remark; it shapes no figure.");

    /// <summary>Carrier, time and note: what every kind that names products has beside its own fields.</summary>
    public static IReadOnlyList<ShockField> OfProducts { get; } = [Carrier, ShareOfCarrier, .. Times, Note];
}

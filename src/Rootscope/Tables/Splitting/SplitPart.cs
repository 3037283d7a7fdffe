namespace Rootscope.Tables.Splitting;

/// <summary>A part that an industry is split into.</summary>
/// <param name="Parent">Code of the industry that is split.</param>
/// <param name="Code">Code of the part; of its own in the new table.</param>
/// <param name="Name">Its name.</param>
/// <param name="References">Codes of the reference table whose recipes and buyers stand for the part; at least one, but none for
/// <see cref="PartBasis.Carrier"/>.</param>
/// <param name="OutputShare">Its share of the parent's output. Unit: share. Null: as in the reference table.</param>
/// <param name="ImportShare">Its share of the parent's imports. Unit: share. Null: as its share of output.</param>
/// <param name="ExportShare">Its share of the parent's exports. Unit: share. Null: as its share of output.</param>
public sealed record SplitPart(
    string Parent,
    string Code,
    string Name,
    IReadOnlyList<string> References,
    double? OutputShare = null,
    double? ImportShare = null,
    double? ExportShare = null
)
{
    /// <summary>What the reference's codes are to the part. Default: they are the part.</summary>
    public PartBasis Basis { get; init; } = PartBasis.Class;

    /// <summary>
    /// Who uses the part at home, as input or as capital good, named by what the thing is; for <see cref="PartBasis.Lent"/> only. Empty,
    /// the default: the buyers of <see cref="References"/>.
    /// </summary>
    public IReadOnlyList<PartBuyer> Buyers { get; init; } = [];

    /// <summary>What named buyers use it as. Default: as the codes that lend their pattern are used.</summary>
    public PartUse Use { get; init; } = PartUse.AsLent;
}

/// <summary>What a part with named buyers is used as at home.</summary>
public enum PartUse
{
    /// <summary>As what lends it its pattern: so much of it is formed as capital, and the rest are inputs.</summary>
    AsLent,

    /// <summary>As an input alone.</summary>
    Inputs,

    /// <summary>As a capital good alone.</summary>
    Capital,
}

/// <summary>What the codes of a reference table are to a part.</summary>
public enum PartBasis
{
    /// <summary>They are the part: its recipe, its buyers, and its size where no other is given.</summary>
    Class,

    /// <summary>
    /// They hold the part among much else: they lend it their recipe, and their buyers unless others are named, and stay with the rest.
    /// Its share of output has to be given.
    /// </summary>
    Lent,

    /// <summary>
    /// There are none: the part is a slice of its industry, with the same share of every input and of every sale at home. Its share of
    /// output has to be given.
    /// </summary>
    Carrier,
}

/// <summary>A user of a part, named by what the part is.</summary>
/// <param name="Code">A code of the reference table, or the beginning of several, which then share by output; several beginnings with a
/// plus between them: <c>3361+3363</c>.</param>
/// <param name="Weight">How much of it they use. Unit: any, above 0, the same for all buyers of a part; only proportions count.</param>
public sealed record PartBuyer(string Code, double Weight = 1)
{
    /// <summary>Whether a code of the reference table is one of them.</summary>
    public bool Is(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Code.Split('+').Any(beginning => code.StartsWith(beginning, StringComparison.Ordinal));
    }
}

/// <summary>How the cells of a split industry are seeded before they are balanced.</summary>
public enum SplitPattern
{
    /// <summary>By the recipes and buyers of the reference table.</summary>
    Reference,

    /// <summary>By output shares alone: every part has the parent's recipe and buyers. The baseline that a reference has to beat.</summary>
    OutputShares,
}

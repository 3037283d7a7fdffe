namespace Rootscope.Tables.Splitting;

/// <summary>A part that an industry is split into.</summary>
/// <param name="Parent">Code of the industry that is split.</param>
/// <param name="Code">Code of the part; of its own in the new table.</param>
/// <param name="Name">Its name.</param>
/// <param name="References">Codes of the reference table whose recipes and buyers stand for the part; at least one.</param>
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
);

/// <summary>How the cells of a split industry are seeded before they are balanced.</summary>
public enum SplitPattern
{
    /// <summary>By the recipes and buyers of the reference table.</summary>
    Reference,

    /// <summary>By output shares alone: every part has the parent's recipe and buyers. The baseline that a reference has to beat.</summary>
    OutputShares,
}

using System.Runtime.InteropServices;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>What a value belongs to: a sector, or a whole region.</summary>
/// <param name="Region">Number of the region.</param>
/// <param name="Industry">Number of the industry; null for the region as a whole.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AccountKey(RegionNumber Region, IndustryNumber? Industry);

/// <summary>One value of an account.</summary>
/// <param name="Key">What it belongs to; the seller in a cell.</param>
/// <param name="Partner">The other side in a cell, the buyer; null for a measure of sectors.</param>
/// <param name="Value">The value in the result's unit; null where it is undefined. Never NaN or infinite.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AccountRow(AccountKey Key, AccountKey? Partner, double? Value);

/// <summary>An account of one table: the values with all that is needed to read them.</summary>
public sealed record AccountResult
{
    /// <summary>The measure.</summary>
    public required AccountMeasure Measure { get; init; }

    /// <summary>The table it was computed from.</summary>
    public required FlowTable Table { get; init; }

    /// <summary>The options as used, defaults included.</summary>
    public required AccountOptions Options { get; init; }

    /// <summary>The values, in table order.</summary>
    public required IReadOnlyList<AccountRow> Rows { get; init; }

    /// <summary>What a reader must know: assumptions, sectors treated apart. One sentence each; may be empty.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The unit in words: "ratio", "share", "stages", or the table's unit of money.</summary>
    public string Unit =>
        Measure.Unit switch
        {
            AccountUnit.Money => Table.Metadata.Unit,
            AccountUnit.Stages => "stages",
            AccountUnit.Share => "share",
            _ => "ratio",
        };
}

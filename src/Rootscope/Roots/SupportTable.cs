using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Roots;

/// <summary>The table that a root ranking cuts and traces: as given, or with the yearly use of capital goods among its flows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Notes">What was assumed to make it, in sentences; empty where it is the one given.</param>
public sealed record SupportTable(FlowTable Table, IReadOnlyList<string> Notes)
{
    /// <summary>The yearly use of capital goods that is among the flows of <see cref="Table"/>; null where none was added.</summary>
    public CapitalUse? Capital { get; init; }

    /// <summary>The support table that options ask for.</summary>
    /// <exception cref="TableException">The capital flows do not fit the table.</exception>
    public static SupportTable Of(FlowTable table, RootOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Capital == CapitalTreatment.Off)
        {
            return new SupportTable(table, []);
        }

        var use = CapitalUse.Of(table, options.CapitalFlows);
        return new SupportTable(use.Table, use.Notes) { Capital = use };
    }
}

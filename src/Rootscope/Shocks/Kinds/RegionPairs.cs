using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Kinds;

/// <summary>What can be wrong with the two sides of a flow that are each sound by themselves.</summary>
internal static class RegionPairs
{
    public static ShockFault? FaultOf(ShockValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        IReadOnlyList<string> from = values.Texts("from");
        IReadOnlyList<string> to = values.Texts("to");
        string? both = from.Intersect(to, StringComparer.Ordinal).FirstOrDefault(r => r != ScenarioTable.AllWord);
        if (both is not null)
        {
            return new ShockFault(
                "to",
                $"'to' names {both}, which 'from' names too; goods that stay at home are no trade. Name it on one side, or use "
                    + $"supply_cut for what a region makes."
            );
        }

        return from.Contains(ScenarioTable.AllWord, StringComparer.Ordinal) && to.Contains(ScenarioTable.AllWord, StringComparer.Ordinal)
            ? new ShockFault("to", "'from' and 'to' are both 'all'. Name the regions of one side.")
            : null;
    }
}

using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Accounts;

/// <summary>A table's intermediate flows as a fresh array, with or without imported goods.</summary>
internal static class AccountFlows
{
    public static double[] Of(FlowTable table, InputOrigin origin) =>
        origin == InputOrigin.Domestic ? DomesticFlows.Of(table) : table.Flows.ToArray();
}

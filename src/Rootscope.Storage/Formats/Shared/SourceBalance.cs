using System.Globalization;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>The identities of a table that was read by a description of the user's.</summary>
internal static class SourceBalance
{
    /// <summary>Largest gap of a row or column, as a share of output: published tables keep it to rounding.</summary>
    public const double DefaultTolerance = 1e-4;

    /// <summary>Refuses parts of which a row or a column does not add up.</summary>
    /// <exception cref="TableException">The worst row or column, with the line of its row where it has one.</exception>
    public static void Require(FlowTableParts parts, string path, double tolerance, int[]? lines)
    {
        TableBalance balance = TableBalance.Of(parts);
        BalanceGap[] broken = [.. balance.Broken(tolerance)];
        if (broken.Length == 0)
        {
            return;
        }

        BalanceGap worst = broken.MaxBy(g => g.RelativeGap)!;
        string what = worst.IsRow ? "uses less imports sum to" : "inputs and value added sum to";
        string place = lines is null ? path : $"{path}, line {lines[worst.Sector]}";
        throw new TableException(
            place,
            $"sector '{parts.Sectors.LabelOf(worst.Sector)}': {what} {worst.Output + worst.Gap:G10} but its output is "
                + $"{worst.Output:G10} "
                + $"(gap {worst.RelativeGap * 100:0.###}%, tolerance {tolerance * 100:0.###}%); {broken.Length} rows and columns are "
                + $"off. Check that no total is read as a sector and no row of primary inputs is missing, "
                + $"or raise {Repair.Option("tolerance")}."
        );
    }

    /// <summary>The table with value added in one row, output less inputs.</summary>
    public static FlowTable WithDerivedValueAdded(FlowTable table) =>
        new(
            new FlowTableParts
            {
                Metadata = table.Metadata,
                Sectors = table.Sectors,
                FinalDemandCategories = table.FinalDemandCategories,
                ValueAddedCategories = [new ValueAddedCategory("VA", "Value added, output less inputs", ValueAddedKind.Total)],
                Flows = table.Flows.ToArray(),
                FinalDemand = table.FinalDemand.ToArray(),
                ValueAdded = TableTotals.ValueAdded(table),
                Output = table.Output.ToArray(),
                Imports = table.HasImports ? table.Imports.ToArray() : null,
                ImportedFlows = table.HasImportedFlows ? table.ImportedFlows.ToArray() : null,
                ImportedFinalDemand = table.HasImportedFlows ? table.ImportedFinalDemand.ToArray() : null,
            }
        );
}

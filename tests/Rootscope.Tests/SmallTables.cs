using Rootscope.Tables;

namespace Rootscope.Tests;

/// <summary>Tables written down in tests.</summary>
internal static class SmallTables
{
    /// <summary>A closed one-region table from flows and one column of final demand; output is the row sum.</summary>
    public static FlowTable Closed(double[,] flows, double[] finalDemand, double[]? output = null)
    {
        int n = finalDemand.Length;
        double[] z = [.. flows.Cast<double>()];
        return ManyRegions(["ONE"], [.. Enumerable.Range(1, n).Select(i => $"s{i}")], z, finalDemand, ["F"], output);
    }

    /// <summary>
    /// A table of many regions with the same final-demand categories in each; value added is one row, output less inputs.
    /// </summary>
    public static FlowTable ManyRegions(
        string[] regions,
        string[] industries,
        double[] flows,
        double[] finalDemand,
        string[] categories,
        double[]? output = null
    )
    {
        var parts = new FlowTableParts
        {
            Metadata = Metadata("small"),
            Sectors = new SectorIndex([.. regions.Select(r => new Region(r, r))], [.. industries.Select(i => new Industry(i, i))]),
            FinalDemandCategories =
            [
                .. Enumerable
                    .Range(0, regions.Length)
                    .SelectMany(r =>
                        categories.Select(c => new FinalDemandCategory(
                            c,
                            c,
                            c == "INV" ? FinalDemandKind.FixedCapital : FinalDemandKind.Households,
                            new(r)
                        ))
                    ),
            ],
            ValueAddedCategories = [],
            Flows = flows,
            FinalDemand = finalDemand,
            ValueAdded = [],
            Output = output,
        };
        var open = new FlowTable(parts);
        return new FlowTable(
            parts with
            {
                ValueAddedCategories = [new ValueAddedCategory("VA", "Value added", ValueAddedKind.Total)],
                ValueAdded = TableTotals.ValueAdded(open),
            }
        );
    }

    public static TableMetadata Metadata(string id) =>
        new()
        {
            Id = id,
            Title = "A small table",
            Year = 2020,
            Currency = "XXX",
            UnitScale = 1,
            Unit = "units",
            Prices = "current",
            Source = "written for a test",
            Licence = "none needed",
            Classification = "own",
        };
}

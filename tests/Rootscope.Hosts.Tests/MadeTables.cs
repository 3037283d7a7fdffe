using Rootscope.Tables;

namespace Rootscope.Hosts.Tests;

/// <summary>Closed tables of any size, quickly made.</summary>
internal static class MadeTables
{
    /// <summary>Every sector buys a little of every other; inputs are half of output.</summary>
    public static FlowTable OfSize(int n, string name)
    {
        var flows = new double[n * n];
        var final = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                flows[(i * n) + j] = 1 + (((i * 31) + (j * 17)) % 101 / 100.0);
            }

            final[i] = 1.5 * n;
        }

        return new FlowTable(new FlowTableParts
        {
            Metadata = new TableMetadata
            {
                Id = name, Title = "A made table", Year = 2020, Currency = "XXX", UnitScale = 1, Unit = "units", Prices = "current", Source = "made for a test",
                Licence = "none needed", Classification = "own",
            },
            Sectors = new SectorIndex([new Region("ONE", "One")], [.. Enumerable.Range(0, n).Select(i => new Industry($"i{i}", $"Industry {i}"))]),
            FinalDemandCategories = [new FinalDemandCategory("F", "Final demand", FinalDemandKind.Households, 0)],
            ValueAddedCategories = [],
            Flows = flows,
            FinalDemand = final,
            ValueAdded = [],
        });
    }
}

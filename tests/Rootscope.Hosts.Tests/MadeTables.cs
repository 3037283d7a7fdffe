using Rootscope.Tables;

namespace Rootscope.Hosts.Tests;

/// <summary>Closed tables of any size, quickly made.</summary>
internal static class MadeTables
{
    /// <summary>Every sector buys a little of every other; inputs are half of output.</summary>
    public static FlowTable OfSize(int n, string name) =>
        Of(
            new SectorIndex([new Region("ONE", "One")], [.. Enumerable.Range(0, n).Select(i => new Industry($"i{i}", $"Industry {i}"))]),
            name
        );

    /// <summary>Three regions with four industries each, which buy of one another.</summary>
    public static FlowTable ThreeRegions(string name) =>
        Of(
            new SectorIndex(
                [new Region("AAA", "Aland"), new Region("BBB", "Beland"), new Region("CCC", "Celand")],
                [.. Enumerable.Range(0, 4).Select(i => new Industry($"i{i}", $"Industry {i}"))]
            ),
            name
        );

    private static FlowTable Of(SectorIndex sectors, string name)
    {
        int n = sectors.Count;
        int regions = sectors.Regions.Count;
        var flows = new double[n * n];
        var final = new double[n * regions];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                flows[(i * n) + j] = 1 + (((i * 31) + (j * 17)) % 101 / 100.0);
            }

            final.AsSpan(i * regions, regions).Fill(1.5 * n / regions);
        }

        return new FlowTable(
            new FlowTableParts
            {
                Metadata = new TableMetadata
                {
                    Id = name,
                    Title = "A made table",
                    Year = 2020,
                    Currency = "XXX",
                    UnitScale = 1,
                    Unit = "units",
                    Prices = "current",
                    Source = "made for a test",
                    Licence = "none needed",
                    Classification = "own",
                },
                Sectors = sectors,
                FinalDemandCategories =
                [
                    .. Enumerable
                        .Range(0, regions)
                        .Select(r => new FinalDemandCategory(
                            regions == 1 ? "F" : $"F{r}",
                            "Final demand",
                            FinalDemandKind.Households,
                            new(r)
                        )),
                ],
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [],
            }
        );
    }
}

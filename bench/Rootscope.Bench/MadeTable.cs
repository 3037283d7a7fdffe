using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>
/// A table of any size, made from a seed: cells drawn over several orders of magnitude, as real flows are, and a diagonal.
/// </summary>
internal static class MadeTable
{
    /// <summary>Makes a closed table.</summary>
    /// <param name="regions">Number of regions.</param>
    /// <param name="industries">Number of industries in each.</param>
    /// <param name="density">Share of cells that are not zero.</param>
    public static FlowTable Of(int regions, int industries, double density)
    {
        int n = regions * industries;
        var random = RandomStream.Of(20_201, 1);
        var flows = new double[n * n];
        var inputs = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                if (i == j || random.NextDouble() < density)
                {
                    // A cube of an exponential draw: few large flows and many small ones.
                    double draw = -Math.Log(1 - random.NextDouble());
                    double flow = draw * draw * draw * (i / industries == j / industries ? industries : 1);
                    flows[(i * n) + j] = flow;
                    inputs[j] += flow;
                }
            }
        }

        return Finish(regions, industries, flows, inputs);
    }

    /// <summary>
    /// Scales each column to a share of inputs between 0.3 and 0.7 of an output of 1,000 and closes the rows with final demand.
    /// </summary>
    private static FlowTable Finish(int regions, int industries, double[] flows, double[] inputs)
    {
        const double Output = 1000;
        int n = inputs.Length;
        var final = new double[n];
        for (int i = 0; i < n; i++)
        {
            double sales = 0;
            for (int j = 0; j < n; j++)
            {
                double share = 0.3 + (0.4 * (j % industries) / industries);
                double flow = flows[(i * n) + j] * share * Output / inputs[j];
                flows[(i * n) + j] = flow;
                sales += flow;
            }

            final[i] = Output - sales;
        }

        return new FlowTable(
            new FlowTableParts
            {
                Metadata = new TableMetadata
                {
                    Id = "made",
                    Title = "A made table",
                    Year = 2020,
                    Currency = "XXX",
                    UnitScale = 1,
                    Unit = "units",
                    Prices = "current",
                    Source = "made from a seed",
                    Licence = "none needed",
                    Classification = "own",
                },
                Sectors = new SectorIndex(
                    [.. Enumerable.Range(0, regions).Select(r => new Region($"R{r}", $"Region {r}"))],
                    [.. Enumerable.Range(0, industries).Select(i => new Industry($"i{i}", $"Industry {i}"))]
                ),
                FinalDemandCategories = [new FinalDemandCategory("F", "Final demand", FinalDemandKind.Households, new(0))],
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [],
            }
        );
    }
}

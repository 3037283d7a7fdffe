using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>A table of many regions that all use and trade, made from a seed, with every cell filled.</summary>
internal static class MadeWorld
{
    private const double Output = 1000;
    private const double HomeUse = 0.8;

    public static FlowTable Of(int regions, int industries)
    {
        FlowTable made = MadeTable.Of(regions, industries, density: 1);
        int n = made.Size;
        var random = RandomStream.Of(20_201, 2);
        var final = new double[n * regions];
        double[] flows = [.. made.Flows];
        for (int i = 0; i < n; i++)
        {
            double sales = 0;
            for (int j = 0; j < n; j++)
            {
                sales += flows[(i * n) + j];
            }

            // What industries leave of a row goes to final users, most of it at home; a row that they overdraw is scaled down to 90% of
            // output.
            double scale = Math.Min(1, 0.9 * Output / sales);
            for (int j = 0; j < n; j++)
            {
                flows[(i * n) + j] *= scale;
            }

            double left = Output - (sales * scale);
            double[] abroad = [.. Enumerable.Range(0, regions).Select(r => r == i / industries ? 0 : -Math.Log(1 - random.NextDouble()))];
            double all = abroad.Sum();
            for (int r = 0; r < regions; r++)
            {
                final[(i * regions) + r] = r == i / industries ? HomeUse * left : (1 - HomeUse) * left * abroad[r] / all;
            }
        }

        return new FlowTable(
            new FlowTableParts
            {
                Metadata = made.Metadata,
                Sectors = made.Sectors,
                FinalDemandCategories =
                [
                    .. Enumerable
                        .Range(0, regions)
                        .Select(r => new FinalDemandCategory($"F{r}", "Final demand", FinalDemandKind.Households, new(r))),
                ],
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [],
            }
        );
    }
}

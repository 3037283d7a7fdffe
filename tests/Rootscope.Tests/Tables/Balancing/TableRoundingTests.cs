using CsCheck;
using Rootscope.Tables;
using Rootscope.Tables.Balancing;
using Rootscope.Tables.Checks;

namespace Rootscope.Tests.Tables.Balancing;

public class TableRoundingTests
{
    /// <summary>Sums of multiples of a hundredth differ from a multiple by floating-point noise only.</summary>
    private const double Noise = 1e-9;

    private static readonly Gen<FlowTable> Tables =
        from flows in Gen.Double[0, 100].Array[9]
        from final in Gen.Double[-5, 200].Array[6]
        from imported in Gen.Double[0, 1].Array[9]
        from importedFinal in Gen.Double[0, 1].Array[6]
        select Table(
            flows,
            final,
            [.. imported.Zip(flows, (share, z) => share * z)],
            [.. importedFinal.Zip(final, (share, y) => share * Math.Max(0, y))]
        );

    [Theory]
    [InlineData(1)]
    [InlineData(0.01)]
    public void A_rounded_table_balances_and_its_imports_are_the_sum_of_imported_uses(double step) =>
        Tables.ForAll(table =>
        {
            FlowTable rounded = TableRounding.Round(table, step);
            TableBalance balance = TableBalance.Of(rounded);
            Assert.InRange(balance.RowError, 0, Noise);
            Assert.InRange(balance.ColumnError, 0, Noise);
            for (int i = 0; i < 3; i++)
            {
                double uses = Sum(rounded.ImportedFlows.Slice(i * 3, 3)) + Sum(rounded.ImportedFinalDemand.Slice(i * 2, 2));
                Assert.Equal(uses, rounded.Imports[i], Noise);
                Assert.Equal(table.Output[i], rounded.Output[i], 10 * step);
            }

            for (int c = 0; c < 9; c++)
            {
                Assert.InRange(rounded.ImportedFlows[c], 0, rounded.Flows[c]);
                Assert.Equal(Math.Round(rounded.Flows[c] / step) * step, rounded.Flows[c]);
            }
        });

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double x in values)
        {
            sum += x;
        }

        return sum;
    }

    private static FlowTable Table(double[] flows, double[] final, double[] importedFlows, double[] importedFinal)
    {
        double[] imports =
        [
            .. Enumerable.Range(0, 3).Select(i => Sum(importedFlows.AsSpan(i * 3, 3)) + Sum(importedFinal.AsSpan(i * 2, 2))),
        ];
        double[] output = [.. Enumerable.Range(0, 3).Select(i => Sum(flows.AsSpan(i * 3, 3)) + Sum(final.AsSpan(i * 2, 2)) - imports[i])];
        for (int i = 0; i < 3; i++)
        {
            // Negative final demand may outweigh the rest of a row; such a product is given what it lacks.
            final[i * 2] += Math.Max(0, 1 - output[i]);
            output[i] += Math.Max(0, 1 - output[i]);
        }

        return new FlowTable(
            new FlowTableParts
            {
                Metadata = Storage.EmbeddedTables.Read("china-2020").Metadata with { Id = "three" },
                Sectors = new SectorIndex(
                    [new Region("R", "Region")],
                    [new Industry("S0", "First"), new Industry("S1", "Second"), new Industry("S2", "Third")]
                ),
                FinalDemandCategories =
                [
                    new("F", "Households", FinalDemandKind.Households, new(0)),
                    new("EX", "Exports", FinalDemandKind.Exports, new(0)),
                ],
                ValueAddedCategories = [new("V", "Value added", ValueAddedKind.Total)],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [.. Enumerable.Range(0, 3).Select(j => output[j] - flows[j] - flows[j + 3] - flows[j + 6])],
                Output = output,
                Imports = imports,
                ImportedFlows = importedFlows,
                ImportedFinalDemand = importedFinal,
            }
        );
    }
}

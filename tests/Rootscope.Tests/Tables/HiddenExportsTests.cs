using CsCheck;
using Rootscope.Tables;
using Rootscope.Tables.Trade;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Tables;

/// <summary>What stands in for exports that a table does not tell.</summary>
public class HiddenExportsTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void Rows_keep_their_sums_and_exports_pay_for_imports() =>
        RandomEconomies.Open.ForAll(table =>
        {
            FlowTable hidden = Hidden(table);
            Assert.Equal(table.HasImports, HiddenExports.In(hidden));
            if (!table.HasImports)
            {
                return;
            }

            FlowTable told = HiddenExports.ToldApart(hidden);
            Assert.False(HiddenExports.In(told));
            double share = HiddenExports.ShareOf(hidden);
            double[] exports = TableTotals.Exports(told);
            double[] final = TableTotals.Absorption(hidden);
            double[] left = TableTotals.Absorption(told);
            for (int i = 0; i < table.Size; i++)
            {
                Assert.Equal(final[i], left[i] + exports[i], Rounding * Math.Max(1, Math.Abs(final[i])));
                Assert.Equal(share * Math.Max(0, final[i]), exports[i], Rounding * Math.Max(1, Math.Abs(final[i])));
            }

            double imports = hidden.Imports.ToArray().Sum();
            if (share < 0.9)
            {
                Assert.Equal(imports, exports.Sum(), 1e-9 * Math.Max(1, imports));
            }

            Assert.Equal(hidden.Output.ToArray(), told.Output.ToArray());
        });

    /// <summary>The table with its exports among what is finally used at home.</summary>
    private static FlowTable Hidden(FlowTable table) =>
        new(
            table.ToParts() with
            {
                FinalDemandCategories =
                [
                    .. table.FinalDemandCategories.Select(c =>
                        c.Kind == FinalDemandKind.Exports ? c with { Kind = FinalDemandKind.Households } : c
                    ),
                ],
            }
        );
}

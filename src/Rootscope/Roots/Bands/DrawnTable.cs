using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Roots.Bands;

/// <summary>A table of one draw, ready for cost cuts under any elasticities.</summary>
/// <param name="Table">The table as it was given or split.</param>
/// <param name="Economy">It as an economy for prices, with capital use where the options say so.</param>
/// <param name="Supplies">How large its products are.</param>
/// <param name="FirstOrder">Its first-order elasticities, which no elasticity of substitution bears on.</param>
internal sealed record DrawnTable(FlowTable Table, RegionEconomy Economy, RootSupply[] Supplies, FirstOrderElasticities FirstOrder)
{
    public static DrawnTable Of(FlowTable table, RootOptions options)
    {
        FlowTable support = SupportTable.Of(table, options).Table;
        RegionEconomy economy = RegionEconomy.ForPrices(support, options.Equilibrium);
        return new DrawnTable(table, economy, RootSupply.Of(support, economy, options.Supply), FirstOrderElasticities.Of(economy));
    }
}

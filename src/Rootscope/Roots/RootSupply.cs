using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Roots;

/// <summary>How large a product is: what the ranking sets its loss against.</summary>
internal sealed record RootSupply(string Code, string Name, double OutputShare, double Money, double DomarWeight)
{
    public static RootSupply[] Of(FlowTable table, RegionEconomy economy, SupplyScope scope)
    {
        double gdp = TableTotals.GrossDomesticProduct(table);
        double output = 0;
        foreach (double x in table.Output)
        {
            output += x;
        }

        var supplies = new RootSupply[table.Size];
        for (int k = 0; k < supplies.Length; k++)
        {
            Industry industry = table.Sectors.IndustryOf(new(k));
            double money = economy.SupplyOf(new(k), scope);
            supplies[k] = new RootSupply(industry.Code, industry.Name, table.Output[k] / output, money, money / gdp);
        }

        return supplies;
    }
}

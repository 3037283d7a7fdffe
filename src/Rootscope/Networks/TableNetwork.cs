using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Networks;

/// <summary>The sectors of a table as the nodes of a network, so that what is computed for firms is computed for sectors.</summary>
public static class TableNetwork
{
    /// <summary>Makes a network of a table's domestic flows.</summary>
    /// <remarks>
    /// A node is a sector; its identifier is the table's label ("CHN.c14"; the code alone in a table of one region), its sector the
    /// industry, its region the region. Own use and negative flows are left out. Revenue is output, so that sales to final demand are in
    /// it. Costs are all intermediate inputs, imported ones included and own use not, so that imports soften a shortage at home. A sector
    /// without output has neither. Unit of money: the table's.
    /// </remarks>
    public static SupplyNetwork Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int n = table.Size;
        double[] flows = DomesticFlows.Of(table);
        var suppliers = new List<int>();
        var customers = new List<int>();
        var values = new List<double>();
        double[] revenue = table.Output.ToArray();
        var costs = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double value = flows[(i * n) + j];
                costs[j] += i == j ? 0 : Math.Max(0, table.Flows[(i * n) + j]);
                if (i != j && value > 0)
                {
                    suppliers.Add(i);
                    customers.Add(j);
                    values.Add(value);
                }
            }

            revenue[i] -= Math.Max(0, flows[(i * n) + i]);
        }

        SectorIndex sectors = table.Sectors;
        var firms = new FirmList(
            new FirmListParts
            {
                Ids = [.. Enumerable.Range(0, n).Select(k => sectors.LabelOf(new(k)))],
                Names =
                [
                    .. Enumerable
                        .Range(0, n)
                        .Select(s =>
                            sectors.Regions.Count == 1
                                ? sectors.IndustryOf(new(s)).Name
                                : $"{sectors.IndustryOf(new(s)).Name}, {sectors.RegionOf(new(s)).Name}"
                        ),
                ],
                Sectors = [.. Enumerable.Range(0, n).Select(s => sectors.IndustryOf(new(s)).Code)],
                Regions = [.. Enumerable.Range(0, n).Select(s => sectors.RegionOf(new(s)).Code)],
                Revenue = [.. revenue.Select(Known)],
                Costs = [.. costs.Select(Known)],
            }
        );
        return SupplyNetwork.Of(firms, [.. suppliers], [.. customers], [.. values]);
    }

    private static double Known(double value) => value > 0 ? value : double.NaN;
}

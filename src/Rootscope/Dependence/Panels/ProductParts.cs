namespace Rootscope.Dependence.Panels;

/// <summary>Finds products that equal, in every flow, the sum of the products one level below, whose codes begin with theirs.</summary>
/// <remarks>
/// One that has a single part says nothing alone, as numbers of one's own (1 and 10) may agree; it counts where another has several.
/// </remarks>
internal static class ProductParts
{
    /// <summary>The products that are, or may be, sums of their parts.</summary>
    /// <param name="panel">The trade.</param>
    /// <param name="rounding">Share by which a sum may be off.</param>
    public static IReadOnlyList<PanelTotal> Of(TradePanel panel, double rounding)
    {
        IReadOnlyList<IReadOnlyList<int>> parts = PanelTotals.PartsOf(panel.Products);
        if (parts.All(p => p.Count == 0))
        {
            return [];
        }

        var found = new List<PanelTotal>();
        bool hasLevels = false;
        int n = panel.Economies.Count;
        var whole = new double[n * n];
        var sum = new double[n * n];
        var touched = new List<int>();
        for (int product = 0; product < parts.Count; product++)
        {
            (bool equals, int agreed) = (parts[product].Count > 0, 0);
            for (int year = 0; year < panel.Years.Count && equals; year++)
            {
                Add(panel.FlowsOf(year, product), whole);
                foreach (int part in parts[product])
                {
                    Add(panel.FlowsOf(year, part), sum);
                }

                foreach (int pair in touched)
                {
                    if (whole[pair] > 0 || sum[pair] > 0)
                    {
                        equals &= Math.Abs(whole[pair] - sum[pair]) <= rounding * whole[pair];
                        agreed++;
                    }

                    (whole[pair], sum[pair]) = (0, 0);
                }

                touched.Clear();
            }

            if (equals && agreed > 0)
            {
                found.Add(new PanelTotal(panel.Products[product], IsProduct: true, agreed) { HasParts = true });
                hasLevels |= parts[product].Count > 1;
            }
        }

        return hasLevels ? found : [];

        void Add(ProductFlows flows, double[] to)
        {
            for (int f = 0; f < flows.Count; f++)
            {
                int pair = (flows.Exporter(f) * n) + flows.Importer(f);
                to[pair] += flows.Values[f];
                touched.Add(pair);
            }
        }
    }
}

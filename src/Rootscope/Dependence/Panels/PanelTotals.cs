using Rootscope.Tables.Economies;

namespace Rootscope.Dependence.Panels;

/// <summary>
/// A seller or a product that is as large as all others together, or a product as all whose codes begin with its own, wherever it is there.
/// </summary>
/// <param name="Code">Its code.</param>
/// <param name="IsProduct">Whether it is a product; otherwise a seller.</param>
/// <param name="Sums">In how many sums it was found so.</param>
public sealed record PanelTotal(string Code, bool IsProduct, int Sums)
{
    /// <summary>As many sums have to agree before a code is taken for a total: fewer may be chance.</summary>
    private const int Enough = 3;

    /// <summary>Of a product that is the sum of those whose codes begin with its own fewer are enough: the code says so too.</summary>
    private const int EnoughOfParts = 2;

    /// <summary>Whether it is the sum of the products whose codes begin with its own; otherwise of all others.</summary>
    public bool HasParts { get; init; }

    /// <summary>Whether it can only be a total; otherwise it is worth a word.</summary>
    public bool IsCertain => Sums >= (HasParts ? EnoughOfParts : Enough);
}

/// <summary>
/// Finds totals that no list knows, by arithmetic: a code that equals the sum of the others in every sum that can be made.
/// </summary>
/// <remarks>
/// Sellers: the flows of a product to a buyer in a year. Products: those from a seller to a buyer in a year. Economies that are known are
/// left aside. A sum needs two others. Products whose codes begin others (7 and 71, 72 in SITC) are held against the next finer ones
/// alone. Cost: three
/// passes over the flows; memory: one figure a pair of economies.
/// </remarks>
public static class PanelTotals
{
    /// <summary>Share by which a sum may be off: figures are rounded before they are added up, or after.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Above this number of economies products are not looked at: a figure a pair would not fit the memory.</summary>
    private const int MostEconomies = 1000;

    /// <summary>The codes that are, or may be, totals of others.</summary>
    /// <param name="panel">The trade.</param>
    public static IReadOnlyList<PanelTotal> Of(TradePanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (panel.Economies.Count > MostEconomies)
        {
            return [.. Sellers(panel)];
        }

        IReadOnlyList<PanelTotal> ofParts = ProductParts.Of(panel, Rounding);
        return
        [
            .. Sellers(panel),
            .. panel.Products.Count > 2 ? Products(panel).Where(p => !ofParts.Any(o => o.Code == p.Code)) : [],
            .. ofParts,
        ];
    }

    /// <summary>For each code those one level below: the next longer ones that begin with it, as 71 and 72 do with 7.</summary>
    /// <param name="codes">Codes of products, in ordinal order, so that parts follow their whole.</param>
    /// <returns>Places of the parts, in order, for each code; empty where no other begins with it.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> PartsOf(IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var parts = new List<int>?[codes.Count];
        var above = new Stack<int>();
        for (int i = 0; i < codes.Count; i++)
        {
            while (above.TryPeek(out int last) && !codes[i].StartsWith(codes[last], StringComparison.Ordinal))
            {
                above.Pop();
            }

            if (above.TryPeek(out int whole))
            {
                (parts[whole] ??= []).Add(i);
            }

            above.Push(i);
        }

        return [.. parts.Select(p => (IReadOnlyList<int>)(p ?? []))];
    }

    private static IEnumerable<PanelTotal> Sellers(TradePanel panel)
    {
        int n = panel.Economies.Count;
        var agreed = new int[n];
        bool[] candidate = [.. panel.Economies.Select(e => EconomyIdentities.Find(e) is null)];
        if (!candidate.Contains(true))
        {
            return [];
        }

        var sum = new double[n];
        var count = new int[n];
        for (int year = 0; year < panel.Years.Count; year++)
        {
            for (int product = 0; product < panel.Products.Count; product++)
            {
                ProductFlows flows = panel.FlowsOf(year, product);
                for (int f = 0; f < flows.Count; f++)
                {
                    sum[flows.Importer(f)] += flows.Values[f];
                    count[flows.Importer(f)]++;
                }

                for (int f = 0; f < flows.Count; f++)
                {
                    (int seller, int buyer) = (flows.Exporter(f), flows.Importer(f));
                    Judge(flows.Values[f], sum[buyer], count[buyer], ref candidate[seller], ref agreed[seller]);
                }

                for (int f = 0; f < flows.Count; f++)
                {
                    (sum[flows.Importer(f)], count[flows.Importer(f)]) = (0, 0);
                }
            }
        }

        return Found(panel.Economies, candidate, agreed, isProduct: false);
    }

    private static IEnumerable<PanelTotal> Products(TradePanel panel)
    {
        int n = panel.Economies.Count;
        var agreed = new int[panel.Products.Count];
        var candidate = new bool[agreed.Length];
        Array.Fill(candidate, true);
        var sum = new double[n * n];
        var count = new int[n * n];
        for (int year = 0; year < panel.Years.Count; year++)
        {
            Array.Clear(sum);
            Array.Clear(count);
            for (int product = 0; product < agreed.Length; product++)
            {
                ProductFlows flows = panel.FlowsOf(year, product);
                for (int f = 0; f < flows.Count; f++)
                {
                    int pair = (flows.Exporter(f) * n) + flows.Importer(f);
                    sum[pair] += flows.Values[f];
                    count[pair]++;
                }
            }

            for (int product = 0; product < agreed.Length; product++)
            {
                ProductFlows flows = panel.FlowsOf(year, product);
                for (int f = 0; f < flows.Count && candidate[product]; f++)
                {
                    int pair = (flows.Exporter(f) * n) + flows.Importer(f);
                    Judge(flows.Values[f], sum[pair], count[pair], ref candidate[product], ref agreed[product]);
                }
            }
        }

        return Found(panel.Products, candidate, agreed, isProduct: true);
    }

    private static void Judge(double value, double sum, int count, ref bool candidate, ref int agreed)
    {
        if (!candidate || count < 2)
        {
            return;
        }

        bool equals = Math.Abs(value - (sum - value)) <= Rounding * sum;
        candidate = equals;
        agreed += equals && count > 2 ? 1 : 0;
    }

    private static IEnumerable<PanelTotal> Found(IReadOnlyList<string> codes, bool[] candidate, int[] agreed, bool isProduct) =>
        codes
            .Select((code, place) => (code, place))
            .Where(c => candidate[c.place] && agreed[c.place] > 0)
            .Select(c => new PanelTotal(c.code, isProduct, agreed[c.place]));
}

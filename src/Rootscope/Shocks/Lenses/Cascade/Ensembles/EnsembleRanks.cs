namespace Rootscope.Shocks.Lenses.Cascade.Ensembles;

/// <summary>In how many networks the order of sectors and firms by a figure is that of the first.</summary>
internal sealed class EnsembleRanks
{
    /// <summary>A place holds within this share of the list.</summary>
    private const double Holds = 0.1;

    private readonly Dictionary<FigureKey, double> _shares = [];

    public static EnsembleRanks Of(IReadOnlyList<NetworkDraw> draws)
    {
        var ranks = new EnsembleRanks();
        foreach (
            var list in draws[0]
                .Figures.Keys.Where(k =>
                    k.Part
                        is EnsemblePart.Sector
                            or EnsemblePart.Firm
                            or EnsemblePart.ListingSector
                            or EnsemblePart.ListingRegion
                            or EnsemblePart.ListingFirm
                )
                .GroupBy(k => (k.Part, k.Figure))
        )
        {
            ranks.Add([.. list], draws);
        }

        return ranks;
    }

    public double? ShareOf(FigureKey figure) => _shares.TryGetValue(figure, out double share) ? share : null;

    private void Add(FigureKey[] list, IReadOnlyList<NetworkDraw> draws)
    {
        if (list.Length < 2)
        {
            return;
        }

        int[] first = Places(list, draws[0]);
        var held = new int[list.Length];
        foreach (NetworkDraw draw in draws)
        {
            int[] places = Places(list, draw);
            for (int i = 0; i < places.Length; i++)
            {
                held[i] += Math.Abs(places[i] - first[i]) <= Holds * list.Length ? 1 : 0;
            }
        }

        for (int i = 0; i < list.Length; i++)
        {
            _shares[list[i]] = (double)held[i] / draws.Count;
        }
    }

    /// <summary>The place of each, the largest first; ties by name.</summary>
    private static int[] Places(FigureKey[] list, NetworkDraw draw)
    {
        var places = new int[list.Length];
        int place = 0;
        foreach (
            int i in Enumerable
                .Range(0, list.Length)
                .OrderByDescending(i => draw.Figures.GetValueOrDefault(list[i]) ?? -1)
                .ThenBy(i => list[i].Name, StringComparer.Ordinal)
        )
        {
            places[i] = place++;
        }

        return places;
    }
}

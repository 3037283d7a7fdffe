using Rootscope.Tables;

namespace Rootscope.Dependence.Panels;

/// <summary>Economies of a panel counted as one: a union that buys and sells as one, or a country with those that it split into.</summary>
public static class JoinedEconomies
{
    /// <summary>A panel in which each bloc is one economy, as a seller too; trade between its members is left out.</summary>
    /// <param name="panel">The trade.</param>
    /// <param name="blocs">The blocs, none of whose members is in two; members without trade do no harm.</param>
    /// <returns>The panel itself where no bloc has a member in it.</returns>
    /// <exception cref="TableException">An economy is in two blocs, or a bloc has the code of an economy outside it.</exception>
    /// <remarks>
    /// What several members buy or sell is added up in the order of the panel. Cost: one sort of each product's flows. Memory: that of the
    /// new panel.
    /// </remarks>
    public static TradePanel In(TradePanel panel, IReadOnlyList<Bloc> blocs)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(blocs);
        Bloc[] present = [.. blocs.Where(b => b.Members.Any(m => panel.FindEconomy(m) >= 0))];
        if (present.Length == 0)
        {
            return panel;
        }

        var codes = new string[panel.Economies.Count];
        foreach (Bloc bloc in present)
        {
            if (panel.FindEconomy(bloc.Code) is >= 0 && !bloc.Members.Contains(bloc.Code, StringComparer.Ordinal))
            {
                throw new TableException(
                    bloc.Code,
                    $"is the code of a bloc and of an economy in {panel.Metadata.Title}. Give the bloc another code."
                );
            }

            foreach (int member in bloc.Members.Select(panel.FindEconomy).Where(m => m >= 0))
            {
                codes[member] = codes[member] is { } other
                    ? throw new TableException(bloc.Code, $"'{panel.Economies[member]}' is a member of '{other}' too. Join one of the two.")
                    : bloc.Code;
            }
        }

        string[] economies =
        [
            .. codes.Select((c, e) => c ?? panel.Economies[e]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        int[] place = [.. codes.Select((c, e) => Array.BinarySearch(economies, c ?? panel.Economies[e], StringComparer.Ordinal))];
        PanelYear[] years =
        [
            .. panel.Years.Select((year, at) => Join(panel, year, at, place, economies.Length)).Where(y => y.Values.Length > 0),
        ];
        return years.Length > 0
            ? new TradePanel(
                panel.Metadata with
                {
                    Derivations = [.. panel.Metadata.Derivations, .. present.Select(SentenceOf)],
                },
                economies,
                panel.Products,
                years
            )
            : throw new TableException(
                panel.Metadata.Title,
                $"has no flow but those within {string.Join(", ", present.Select(b => b.Code))}. Join fewer economies."
            );
    }

    private static string SentenceOf(Bloc bloc) => $"Counted as one economy, {bloc.Code}: {string.Join(", ", bloc.Members)}.";

    private static PanelYear Join(TradePanel panel, int year, int at, int[] place, int economies)
    {
        var starts = new int[panel.Products.Count + 1];
        var pairs = new List<uint>();
        var values = new List<double>();
        var active = new bool[economies];
        var order = new List<(uint Pair, int Flow)>();
        for (int p = 0; p < panel.Products.Count; p++)
        {
            ProductFlows flows = panel.FlowsOf(at, p);
            order.Clear();
            for (int f = 0; f < flows.Count; f++)
            {
                (int exporter, int importer) = (place[flows.Exporter(f)], place[flows.Importer(f)]);
                if (exporter != importer)
                {
                    order.Add((ProductFlows.Pair(exporter, importer), f));
                    active[exporter] = active[importer] = true;
                }
            }

            order.Sort();
            foreach ((uint pair, int flow) in order)
            {
                if (pairs.Count > starts[p] && pairs[^1] == pair)
                {
                    values[^1] += flows.Values[flow];
                    continue;
                }

                pairs.Add(pair);
                values.Add(flows.Values[flow]);
            }

            starts[p + 1] = pairs.Count;
        }

        return new PanelYear(year, starts, [.. pairs], [.. values], active);
    }
}

using System.Globalization;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Tables;

namespace Rootscope.Dependence;

/// <summary>Which products an economy or a bloc depends on, by a rule.</summary>
/// <remarks>Definitions, readings and sources: docs/methods/dependence.md.</remarks>
public static class DependenceAnalysis
{
    /// <summary>Holds a rule against every product.</summary>
    /// <param name="panel">The trade.</param>
    /// <param name="buyer">Who buys.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="options">Years, production and the like; null for the defaults.</param>
    /// <param name="cancellation">Stops the work at the next product.</param>
    /// <returns>A row a product, in the order of <see cref="TradePanel.Products"/>.</returns>
    /// <exception cref="UnknownNameException">The buyer trades nothing in any year.</exception>
    /// <exception cref="ArgumentException">The options name no year, or less than one holder or thread.</exception>
    /// <remarks>
    /// Cost: one pass over the flows of the years looked at; with clustering, n³ operations a product and year for n economies.
    /// </remarks>
    public static DependenceResult Of(
        TradePanel panel,
        Bloc buyer,
        DependenceRule rule,
        DependenceOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(buyer);
        ArgumentNullException.ThrowIfNull(rule);
        options ??= new DependenceOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Holders, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        var buyers = BuyerIndex.Of(panel, [buyer]);
        int[] years = YearsOf(options.Years ?? panel.Years, rule);
        PanelPlaces places = PanelPlaces.Of(panel, buyers, years);
        var rows = new DependenceRow[panel.Products.Count];
        bool clustering = options.WithClustering || rule.NeedsClustering;
        Parallel.For(
            0,
            rows.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            () => new BuyerScratch(panel, buyers, rule, options, years, places, clustering),
            (product, _, work) =>
            {
                rows[product] = work.RowOf(product);
                return work;
            },
            _ => { }
        );
        return new DependenceResult(
            panel.Metadata,
            buyer,
            rule,
            years,
            rows,
            [.. NotesOf(panel, buyers, years, places), .. ChangesIn(panel, years, options.Changes), .. CodesOfSomeYears(rows)]
        );
    }

    /// <summary>The years to look at: those asked for, and the window of the last of them.</summary>
    internal static int[] YearsOf(IReadOnlyList<int> asked, DependenceRule rule)
    {
        if (asked.Count == 0)
        {
            throw new ArgumentException("Name at least one year.", nameof(asked));
        }

        int last = asked.Max();
        return [.. asked.Concat(Enumerable.Range(last - rule.Window + 1, rule.Window)).Distinct().Order()];
    }

    private static IEnumerable<string> ChangesIn(TradePanel panel, int[] years, IReadOnlyList<EconomyChange> changes) =>
        changes
            .Where(c =>
                c.Year > years[0]
                && c.Year <= years[^1]
                && c.Before.Concat(c.After).Distinct(StringComparer.Ordinal).Count(e => panel.FindEconomy(e) >= 0) > 1
            )
            .Select(c =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{c.Name} ({c.Year}): years before and after have the codes of their time, {string.Join(", ", c.Before)} and "
                        + $"{string.Join(", ", c.After)}. Count them as one to compare years."
                )
            );

    private static IEnumerable<string> CodesOfSomeYears(DependenceRow[] rows)
    {
        DependenceRow[] some =
        [
            .. rows.Where(r =>
                r.Years.Any(y => y.Status == YearStatus.NotTraded)
                && r.Years.Any(y => y.Status is YearStatus.Judged or YearStatus.NoImports or YearStatus.FigureMissing)
            ),
        ];
        if (some.Length > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Codes that are traded in some of the years only: {some.Length} (such as "
                    + $"{string.Join(", ", some.Take(3).Select(r => r.Product))}). A code may belong to one edition of the "
                    + $"classification; years without it are not known."
            );
        }
    }

    private static IEnumerable<string> NotesOf(TradePanel panel, BuyerIndex buyers, int[] years, PanelPlaces places)
    {
        Bloc buyer = buyers.Blocs[0];
        string[] absent = [.. buyer.Members.Where(m => panel.FindEconomy(m) < 0)];
        if (absent.Length > 0)
        {
            yield return $"Members of {buyer.Code} without any trade in the data: {string.Join(", ", absent)}.";
        }

        for (int y = 0; y < years.Length; y++)
        {
            if (places.OfYear[y] < 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"The data have no flows of {years[y]}: that year is not known.");
            }
            else if (!places.Trades(y, 0))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{buyer.Code} trades nothing in {years[y]}: that year is not known. Its code may be another then."
                );
            }
        }
    }
}

/// <summary>Where the years looked at stand in a panel, and which buyers trade in them.</summary>
/// <param name="OfYear">Place of each year in the panel; -1 where it has none.</param>
/// <param name="Trading">Whether each buyer trades in each year, years first.</param>
/// <param name="Buyers">Number of buyers.</param>
internal sealed record PanelPlaces(int[] OfYear, bool[] Trading, int Buyers)
{
    public static PanelPlaces Of(TradePanel panel, BuyerIndex buyers, int[] years)
    {
        int[] places = [.. years.Select(panel.FindYear)];
        var trading = new bool[years.Length * buyers.Count];
        for (int y = 0; y < years.Length; y++)
        {
            for (int b = 0; b < buyers.Count && places[y] >= 0; b++)
            {
                trading[(y * buyers.Count) + b] = buyers.TradesIn(panel, places[y], b);
            }
        }

        return new PanelPlaces(places, trading, buyers.Count);
    }

    public bool Trades(int year, int buyer) => Trading[(year * Buyers) + buyer];
}

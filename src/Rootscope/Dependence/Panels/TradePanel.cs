using System.Globalization;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.Tables.Trade;

namespace Rootscope.Dependence.Panels;

/// <summary>Trade of several years between economies by product, packed so that one product of one year is read at a time.</summary>
/// <remarks>
/// Flows of a product and year stand by exporter, then importer, in the order of <see cref="Economies"/>, whatever the order of the source;
/// a flow that is not there is zero. Flows of an economy with itself and flows of zero are left out. Unit of values: that of the source
/// (<see cref="TradeMetadata.UnitScale"/> of the currency). Memory: 12 bytes a flow.
/// Immutable. Made by <see cref="TradePanelBuilder"/>, or from <see cref="TradeFlows"/>.
/// </remarks>
public sealed class TradePanel
{
    private readonly PanelYear[] _years;

    internal TradePanel(TradeMetadata metadata, IReadOnlyList<string> economies, IReadOnlyList<string> products, PanelYear[] years)
    {
        (Metadata, Economies, Products, _years) = (metadata, economies, products, years);
        Years = [.. years.Select(y => y.Year)];
    }

    /// <summary>What the flows are and where they come from, with what was left out.</summary>
    public TradeMetadata Metadata { get; }

    /// <summary>The economies that buy or sell anything in any year, by code in ordinal order.</summary>
    public IReadOnlyList<string> Economies { get; }

    /// <summary>The products, by code in ordinal order.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>The years that hold at least one flow, in order.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>
    /// SHA-256 of codes and flows: equal for the same flows whatever file they came in. Cost: about a second for 30 million flows.
    /// </summary>
    public string ContentHash() => PanelHash.Of(this, _years);

    /// <summary>Number of flows in all years.</summary>
    public long Count => _years.Sum(y => (long)y.Values.Length);

    /// <summary>
    /// Packs flows. Those with an aggregate (WLD, a union beside its members) are left out and counted: they hold others a second time.
    /// </summary>
    /// <param name="flows">The flows.</param>
    /// <exception cref="TableException">Nothing but aggregates is there.</exception>
    public static TradePanel Of(TradeFlows flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        IReadOnlySet<string> sellers = EconomyAggregates.Among(flows.Exporters);
        IReadOnlySet<string> buyers = EconomyAggregates.Among(flows.Importers);
        string[] economies =
        [
            .. flows
                .Exporters.Where(e => !sellers.Contains(e))
                .Concat(flows.Importers.Where(e => !buyers.Contains(e)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        Dictionary<string, int> places = PlacesOf(economies);
        Dictionary<string, int> products = PlacesOf(flows.Products);
        var builder = new TradePanelBuilder(flows.Metadata, economies, flows.Products);
        foreach (TradeFlow flow in flows.Flows)
        {
            string? aggregate =
                sellers.Contains(flow.Exporter) ? flow.Exporter
                : buyers.Contains(flow.Importer) ? flow.Importer
                : null;
            if (aggregate is null)
            {
                builder.Add(flow.Year, new(products[flow.Product]), new(places[flow.Exporter]), new(places[flow.Importer]), flow.Value);
            }
            else
            {
                builder.CountAggregate(TradePanelBuilder.IsAggregate(aggregate) ? EconomyKind.World : EconomyKind.Union);
            }
        }

        return builder.Build();
    }

    /// <summary>The same flows with more said of what they are.</summary>
    /// <param name="derivations">What was left out, moved or assumed; one sentence each.</param>
    public TradePanel With(IEnumerable<string> derivations) =>
        new(Metadata with { Derivations = [.. Metadata.Derivations, .. derivations] }, Economies, Products, _years);

    /// <summary>The flows of a year, by product, exporter and importer; none where the year has none.</summary>
    /// <param name="year">The year.</param>
    public IEnumerable<PanelFlow> FlowsIn(int year)
    {
        if (FindYear(year) is not (>= 0 and int place))
        {
            yield break;
        }

        PanelYear packed = _years[place];
        for (int product = 0; product < Products.Count; product++)
        {
            for (int f = packed.Starts[product]; f < packed.Starts[product + 1]; f++)
            {
                yield return new PanelFlow(
                    new(product),
                    new((int)(packed.Pairs[f] >> 16)),
                    new((int)(packed.Pairs[f] & ushort.MaxValue)),
                    packed.Values[f]
                );
            }
        }
    }

    /// <summary>Finds an economy by its exact code.</summary>
    /// <returns>Whether it trades anything.</returns>
    public bool TryFindEconomy(string code, out CountryNumber economy)
    {
        economy = new(FindEconomy(code));
        return economy >= 0;
    }

    /// <summary>The code in <see cref="Economies"/> of what a code or name means; the text itself where none of them is meant.</summary>
    public string CodeOf(string codeOrName)
    {
        ArgumentNullException.ThrowIfNull(codeOrName);
        return FindEconomy(codeOrName) >= 0 ? codeOrName
            : EconomyIdentities.Find(codeOrName) is not { } meant ? codeOrName
            : FindEconomy(meant.Code) >= 0 ? meant.Code
            : Economies.FirstOrDefault(e => EconomyIdentities.Find(e) == meant) ?? meant.Code;
    }

    /// <summary>The place of an economy in <see cref="Economies"/>; -1 where it trades nothing.</summary>
    internal int FindEconomy(string code) =>
        ((string[])Economies).AsSpan().BinarySearch(code, StringComparer.Ordinal) is >= 0 and int place ? place : -1;

    /// <summary>The place of a product in <see cref="Products"/>.</summary>
    /// <param name="code">Its code.</param>
    /// <exception cref="UnknownNameException">Nobody trades it; the message has the nearest codes.</exception>
    public ProductNumber FindProduct(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        int place = ((string[])Products).AsSpan().BinarySearch(code, StringComparer.Ordinal);
        return place >= 0
            ? new(place)
            : throw new UnknownNameException(
                "product",
                code,
                NearestNames.Of(code, Products),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Metadata.Title} has {Products.Count} products, such as {string.Join(", ", Products.Take(3))}."
                )
            );
    }

    /// <summary>The flows of a product in the year at a place of <see cref="Years"/>.</summary>
    internal ProductFlows FlowsOf(int year, int product) => _years[year].FlowsOf(product);

    /// <summary>The place of a year in <see cref="Years"/>; -1 where it holds no flow.</summary>
    internal int FindYear(int year) => Array.FindIndex(_years, y => y.Year == year);

    /// <summary>Whether an economy buys or sells anything in the year at a place of <see cref="Years"/>.</summary>
    internal bool TradesIn(int year, int economy) => _years[year].Active[economy];

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<string> codes) =>
        codes.Select((code, place) => (code, place)).ToDictionary(c => c.code, c => c.place, StringComparer.Ordinal);
}

/// <summary>A flow of a panel, by places in its lists.</summary>
/// <param name="Product">Place of the product.</param>
/// <param name="Exporter">Place of the economy that sells.</param>
/// <param name="Importer">Place of the economy that buys.</param>
/// <param name="Value">Value, in the unit of the set.</param>
public readonly record struct PanelFlow(ProductNumber Product, CountryNumber Exporter, CountryNumber Importer, double Value);

/// <summary>The flows of one year, by product, exporter and importer.</summary>
/// <param name="Year">The year.</param>
/// <param name="Starts">Where each product's flows begin, and where the last one's end.</param>
/// <param name="Pairs">Exporter and importer of each flow (<see cref="ProductFlows"/>).</param>
/// <param name="Values">Value of each flow, above zero.</param>
/// <param name="Active">Whether an economy buys or sells anything.</param>
internal sealed record PanelYear(int Year, int[] Starts, uint[] Pairs, double[] Values, bool[] Active)
{
    public ProductFlows FlowsOf(int product)
    {
        Range range = Starts[product]..Starts[product + 1];
        return new ProductFlows(Pairs.AsSpan(range), Values.AsSpan(range));
    }
}

/// <summary>
/// One product's flows of one year, by exporter, then importer: the place of the exporter in the upper half of a pair, that of the importer
/// in the lower.
/// </summary>
internal readonly ref struct ProductFlows(ReadOnlySpan<uint> pairs, ReadOnlySpan<double> values)
{
    private readonly ReadOnlySpan<uint> _pairs = pairs;

    public ReadOnlySpan<double> Values { get; } = values;

    public int Count => Values.Length;

    public int Exporter(int flow) => (int)(_pairs[flow] >> 16);

    public int Importer(int flow) => (int)(_pairs[flow] & ushort.MaxValue);

    public static uint Pair(int exporter, int importer) => ((uint)exporter << 16) | (uint)importer;
}

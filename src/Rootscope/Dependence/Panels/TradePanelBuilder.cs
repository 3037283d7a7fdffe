using System.Globalization;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.Tables.Trade;

namespace Rootscope.Dependence.Panels;

/// <summary>Takes flows in any order and packs them into a <see cref="TradePanel"/>.</summary>
/// <remarks>
/// Cost: linear in the number of flows. Memory: 16 bytes a flow of a year that is not yet packed; <see cref="Pack"/> packs the years so
/// far.
/// </remarks>
public sealed class TradePanelBuilder
{
    private const double LargestValue = 1e290;

    private readonly TradeMetadata _metadata;
    private readonly string[] _economies;
    private readonly string[] _products;
    private readonly SortedDictionary<int, FlowBuffer> _open = [];
    private readonly Stack<RawFlow[]> _spare = [];
    private readonly SortedDictionary<int, PanelYear> _packed = [];
    private long _ownFlows;
    private long _aggregates;
    private long _unions;
    private long _sums;
    private FlowBuffer? _last;
    private int _lastYear;

    /// <summary>Begins a panel over known codes.</summary>
    /// <param name="metadata">What the flows are.</param>
    /// <param name="economies">Codes of the economies, in ordinal order, each once.</param>
    /// <param name="products">Codes of the products, in ordinal order, each once.</param>
    /// <exception cref="ArgumentException">Codes are not in ordinal order, or there are too many economies.</exception>
    public TradePanelBuilder(TradeMetadata metadata, IReadOnlyList<string> economies, IReadOnlyList<string> products)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(economies);
        ArgumentNullException.ThrowIfNull(products);
        (_metadata, _economies, _products) = (metadata, [.. economies], [.. products]);
        RequireOrder(_economies, nameof(economies));
        RequireOrder(_products, nameof(products));
        if (_economies.Length > ushort.MaxValue)
        {
            throw new ArgumentException($"A panel has at most {ushort.MaxValue} economies, not {_economies.Length}.", nameof(economies));
        }
    }

    /// <summary>
    /// Whether flows of the same year, product and pair are added up, because several spellings of a code are one economy or product;
    /// otherwise such a flow is a fault.
    /// </summary>
    public bool AddsUp { get; init; }

    /// <summary>Whether a code or name stands for all partners together, as WLD does.</summary>
    /// <param name="code">The code of an economy.</param>
    public static bool IsAggregate(string code) => EconomyIdentities.Find(code) is { Kind: EconomyKind.World };

    /// <summary>Adds a flow; places are those of the lists given.</summary>
    /// <param name="year">The year.</param>
    /// <param name="product">Place of the product.</param>
    /// <param name="exporter">Place of the economy that sells.</param>
    /// <param name="importer">Place of the economy that buys.</param>
    /// <param name="value">Value, in the unit of the set; from 0 to 1e290, so that sums stay finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place is in no list, or the value cannot be one.</exception>
    public void Add(int year, ProductNumber product, CountryNumber exporter, CountryNumber importer, double value)
    {
        if (
            (uint)product.Value >= (uint)_products.Length
            || (uint)exporter.Value >= (uint)_economies.Length
            || (uint)importer.Value >= (uint)_economies.Length
        )
        {
            throw new ArgumentOutOfRangeException(
                nameof(product),
                $"The flow ({product}, {exporter}, {importer}) lies outside {_products.Length} products and {_economies.Length} economies."
            );
        }

        if (value is not (>= 0 and <= LargestValue))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A value of trade is at least 0 and at most 1e290.");
        }

        if (exporter == importer)
        {
            _ownFlows++;
        }
        else if (value > 0)
        {
            BufferOf(year).Add(new RawFlow(value, product, (ushort)exporter, (ushort)importer));
        }
    }

    /// <summary>Counts a flow that holds others a second time and stays out.</summary>
    /// <param name="kind">Whether it is with all partners together, or with a union beside its members.</param>
    public void CountAggregate(EconomyKind kind = EconomyKind.World)
    {
        _aggregates += kind == EconomyKind.World ? 1 : 0;
        _unions += kind == EconomyKind.Union ? 1 : 0;
    }

    /// <summary>Counts a flow of products together, such as a chapter or a total, that stays out beside its parts.</summary>
    public void CountProductSum() => _sums++;

    /// <summary>Packs the years so far, which frees a quarter of their memory; flows of these years can no longer be added.</summary>
    /// <exception cref="TableException">A flow is there twice.</exception>
    public void Pack()
    {
        foreach ((int year, FlowBuffer buffer) in _open)
        {
            _packed[year] = buffer.Pack(year, _products.Length, _economies.Length, AddsUp ? null : Fault);
        }

        _open.Clear();
        _last = null;
    }

    /// <summary>The panel.</summary>
    /// <exception cref="TableException">A flow is there twice, or there is none.</exception>
    public TradePanel Build()
    {
        Pack();
        _spare.Clear();
        if (_packed.Count == 0)
        {
            throw new TableException(
                _metadata.Title,
                _aggregates > 0
                    ? "holds only flows with all partners together (WLD). Dependence needs partners one by one: fetch bilateral figures."
                    : "holds no flow above zero between two economies. Check the columns of exporter, importer and value."
            );
        }

        return new TradePanel(
            _metadata with
            {
                Derivations = [.. _metadata.Derivations, .. LeftOut()],
            },
            _economies,
            _products,
            [.. _packed.Values]
        );
    }

    private IEnumerable<string> LeftOut()
    {
        if (_ownFlows > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Left out: {_ownFlows} flows of an economy with itself.");
        }

        if (_aggregates > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Left out: {_aggregates} flows with all partners together.");
        }

        if (_unions > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Left out: {_unions} flows of unions beside their members.");
        }

        if (_sums > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Left out: {_sums} flows of products together (totals, chapters, headings) beside their parts."
            );
        }
    }

    private FlowBuffer BufferOf(int year)
    {
        if (_last is not null && _lastYear == year)
        {
            return _last;
        }

        if (_packed.ContainsKey(year))
        {
            throw new InvalidOperationException($"The flows of {year} are packed: add all of a year before packing.");
        }

        if (!_open.TryGetValue(year, out FlowBuffer? buffer))
        {
            _open[year] = buffer = new FlowBuffer(_spare);
        }

        (_last, _lastYear) = (buffer, year);
        return buffer;
    }

    private TableException Fault(int year, RawFlow flow) =>
        new(
            _metadata.Title,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the flow of '{_products[flow.Product]}' from '{_economies[flow.Exporter]}' to '{_economies[flow.Importer]}' in "
                    + $"{year} is listed twice. Remove one, or add the two where they are parts of one flow."
            )
        );

    private static void RequireOrder(string[] codes, string name)
    {
        for (int i = 1; i < codes.Length; i++)
        {
            if (string.CompareOrdinal(codes[i - 1], codes[i]) >= 0)
            {
                throw new ArgumentException($"Codes are to be in ordinal order, each once; '{codes[i]}' follows '{codes[i - 1]}'.", name);
            }
        }
    }
}

using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>
/// Reads flows between economies by product from long CSV or Parquet files, one line a flow, into memory packed for dependence.
/// </summary>
/// <remarks>
/// Columns: year, exporter, importer, product and value, in any order, others passed over; or those of BACI (t, i, j, k, v). An empty value
/// is nothing. Memory: 12 bytes a flow, and for the time of reading 16 more for those of one year (Parquet) or of all (CSV). Page:
/// docs/data/trade.md.
/// </remarks>
public static class TradePanelReader
{
    internal const string Licence = "not stated by the file: do not pass on";

    /// <summary>Reads files that together are one set.</summary>
    /// <param name="paths">The files (.csv or .parquet), such as one a year.</param>
    /// <param name="reading">Years, codes and threads; null for the defaults.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">A file does not fit, a flow is there twice, or nothing is there: file, line or row, and column are
    /// in the message.</exception>
    public static TradePanel Read(IReadOnlyList<string> paths, TradeReading? reading = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfZero(paths.Count, nameof(paths));
        reading ??= new TradeReading();
        var codes = new TradeCodes(reading.Countries is null ? null : BaciReader.ReadCountries(reading.Countries));
        var sources = new List<ITradeSource>();
        try
        {
            foreach (string path in paths)
            {
                sources.Add(IsParquet(path) ? ParquetTrade.Open(path, reading, cancellation) : new CsvTrade(path, reading, cancellation));
                sources[^1].CollectCodes(codes);
            }

            codes.Close();
            var builder = new TradePanelBuilder(MetadataOf(paths, sources, reading), codes.Economies, codes.Products);
            foreach (ITradeSource source in sources)
            {
                source.AddTo(builder, codes, packs: paths.Count == 1);
            }

            return builder.Build();
        }
        finally
        {
            sources.ForEach(s => s.Dispose());
        }
    }

    private static bool IsParquet(string path) => Path.GetExtension(path).ToLowerInvariant() is ".parquet";

    private static TradeMetadata MetadataOf(IReadOnlyList<string> paths, List<ITradeSource> sources, TradeReading reading)
    {
        string names = string.Join(", ", paths.Select(Path.GetFileName));
        return sources.TrueForAll(s => s.IsBaci)
            ? BaciReader.Metadata(BaciReader.EditionOf(paths), reading.Countries is null)
            : new TradeMetadata(
                names,
                "not stated",
                1,
                "not stated",
                "not stated",
                $"a file of the user's: {names}",
                Licence,
                MayBePassedOn: false,
                []
            );
    }
}

/// <summary>A file of flows.</summary>
internal interface ITradeSource : IDisposable
{
    /// <summary>Whether it has the columns of BACI.</summary>
    bool IsBaci { get; }

    /// <summary>Checks every line and notes the codes.</summary>
    void CollectCodes(TradeCodes codes);

    /// <summary>Adds every flow; <paramref name="packs"/> where years are whole in this file and may be packed one by one.</summary>
    void AddTo(TradePanelBuilder builder, TradeCodes codes, bool packs);
}

/// <summary>The codes of economies and products in a set of files, and their places once all are known.</summary>
internal sealed class TradeCodes(Dictionary<string, string>? countries)
{
    private readonly Dictionary<string, string> _economies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _products = new(StringComparer.Ordinal);
    private Dictionary<string, int> _economyPlaces = [];
    private Dictionary<string, int> _productPlaces = [];

    public IReadOnlyList<string> Economies { get; private set; } = [];

    public IReadOnlyList<string> Products { get; private set; } = [];

    /// <summary>Notes the code of an economy; false where it is not in the list of country codes.</summary>
    public bool AddEconomy(string code)
    {
        string? known = countries is null ? code : countries.GetValueOrDefault(code);
        if (known is not null)
        {
            _economies[code] = known;
        }

        return known is not null;
    }

    public void AddProduct(string code) => _products.Add(code);

    public void Close()
    {
        Economies =
        [
            .. _economies
                .Values.Distinct(StringComparer.Ordinal)
                .Where(e => !TradePanelBuilder.IsAggregate(e))
                .Order(StringComparer.Ordinal),
        ];
        Products = [.. _products.Order(StringComparer.Ordinal)];
        if (Economies.Count > ushort.MaxValue)
        {
            throw new TableException(
                "the files of trade",
                $"name {Economies.Count} economies, and at most {ushort.MaxValue} are read. Check that the columns of exporter and "
                    + $"importer hold codes of economies."
            );
        }

        Dictionary<string, int> places = Economies
            .Select((code, place) => (code, place))
            .ToDictionary(c => c.code, c => c.place, StringComparer.Ordinal);
        _economyPlaces = _economies.ToDictionary(e => e.Key, e => places.GetValueOrDefault(e.Value, -1), StringComparer.Ordinal);
        _productPlaces = Products.Select((code, place) => (code, place)).ToDictionary(c => c.code, c => c.place, StringComparer.Ordinal);
    }

    /// <summary>The place of an economy; -1 for all partners together.</summary>
    public int EconomyAt(string code) => _economyPlaces[code];

    public int ProductAt(string code) => _productPlaces[code];

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> EconomyLookup() =>
        _economyPlaces.GetAlternateLookup<ReadOnlySpan<char>>();

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ProductLookup() =>
        _productPlaces.GetAlternateLookup<ReadOnlySpan<char>>();
}

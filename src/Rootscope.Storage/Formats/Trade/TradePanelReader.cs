using System.Globalization;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Text;
using Rootscope.Storage.Formats.Trade.Codes;
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
    /// <param name="paths">The files (.csv or .parquet), such as one a year; a folder or ZIP files that hold them, with BACI's list of
    /// country
    /// codes beside them.</param>
    /// <param name="reading">Years, codes and threads; null for the defaults.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">A file does not fit, a flow is there twice, or nothing is there: file, line or row, and column are
    /// in the message.</exception>
    public static TradePanel Read(IReadOnlyList<string> paths, TradeReading? reading = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfZero(paths.Count, nameof(paths));
        reading ??= new TradeReading();
        using var told = new ReadingNotes();
        using var files = TradeFiles.Of(paths, reading.Countries, cancellation);
        try
        {
            return Read(files, reading with { Countries = files.Countries }, told, cancellation);
        }
        catch (TableException e)
        {
            throw files.Told(e);
        }
    }

    private static TradePanel Read(TradeFiles files, TradeReading reading, ReadingNotes told, CancellationToken cancellation)
    {
        IReadOnlyList<string> paths = files.Paths;
        Dictionary<string, string>? countries = reading.Countries is null ? null : BaciReader.ReadCountries(reading.Countries);
        TradePanel panel = Read(paths, reading, countries, new HashSet<(string Code, bool IsProduct)>(), cancellation);
        IReadOnlyList<PanelTotal> found = PanelTotals.Of(panel);
        HashSet<(string Code, bool IsProduct)> totals = [.. found.Where(t => t.IsCertain).Select(t => (t.Code, t.IsProduct))];
        if (totals.Count > 0)
        {
            panel = Read(paths, reading, countries, totals, cancellation);
        }

        string[] notes = [.. told.All, .. found.Select(InWords)];
        return notes.Length == 0 ? panel : panel.With(notes);
    }

    private static string InWords(PanelTotal total)
    {
        string what = total.IsProduct ? "product" : "seller";
        return string.Create(
                CultureInfo.InvariantCulture,
                $"The {what} '{total.Code}' is as large as all "
                    + $"{(total.HasParts ? "codes that begin with it" : $"other {what}s")} together in {total.Sums} of {total.Sums} sums: "
            )
            + (total.IsCertain ? "it is taken for their total and left out." : "see whether it is their total; it counts as one of them.");
    }

    private static TradePanel Read(
        IReadOnlyList<string> paths,
        TradeReading reading,
        Dictionary<string, string>? countries,
        IReadOnlySet<(string Code, bool IsProduct)> totals,
        CancellationToken cancellation
    )
    {
        var sources = new List<ITradeSource>();
        try
        {
            foreach (string path in paths)
            {
                sources.Add(Open(path, reading, countries, cancellation));
            }

            var codes = new TradeCodes(countries, sources.TrueForAll(s => s.IsBaci) ? CsvTrade.BaciDigits : null, totals);
            sources.ForEach(s => s.CollectCodes(codes));
            codes.Close();
            TradeMetadata about = MetadataOf(paths, sources, reading);
            var builder = new TradePanelBuilder(
                about with
                {
                    Derivations = [.. about.Derivations, .. codes.Notes, .. sources.SelectMany(s => s.Notes)],
                },
                codes.Economies,
                codes.Products
            )
            {
                AddsUp = codes.HasSpellings,
            };
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

    private static ITradeSource Open(
        string path,
        TradeReading reading,
        Dictionary<string, string>? countries,
        CancellationToken cancellation
    )
    {
        using IRowSource file = IsParquet(path) ? ParquetRows.Open(path, cancellation) : CsvFile.Open(path, cancellation);
        TradeColumnNames? names = reading.Columns is { } text ? TradeColumnNames.Parse(text) : null;
        string place = IsParquet(path) ? path : $"{path}, line 1";
        TradeHeader columns = TradeHeader.Of(file.Header, place, names).RequireFlows(file.Header, place);
        return columns.IsDeclared ? new DeclaredSource(DeclaredTrade.Read(file, columns, countries, reading.Years))
            : IsParquet(path) ? ParquetTrade.Open(path, columns, reading, cancellation)
            : new CsvTrade(path, columns, reading, cancellation);
    }

    private static bool IsParquet(string path) => Path.GetExtension(path).ToLowerInvariant() is ".parquet";

    private static TradeMetadata MetadataOf(IReadOnlyList<string> paths, List<ITradeSource> sources, TradeReading reading)
    {
        string names = string.Join(", ", paths.Select(Path.GetFileName));
        if (sources.TrueForAll(s => s is DeclaredSource))
        {
            HashSet<string> editions = sources
                .OfType<DeclaredSource>()
                .SelectMany(s => s.Classifications)
                .ToHashSet(StringComparer.Ordinal);
            return ComtradeReader.Metadata(declaration: null, editions, []);
        }

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

    /// <summary>What was left out, added up or repaired beside codes, one sentence each; known once codes are.</summary>
    IReadOnlyList<string> Notes => [];

    /// <summary>Checks every line and notes the codes.</summary>
    void CollectCodes(TradeCodes codes);

    /// <summary>Adds every flow; <paramref name="packs"/> where years are whole in this file and may be packed one by one.</summary>
    void AddTo(TradePanelBuilder builder, TradeCodes codes, bool packs);
}

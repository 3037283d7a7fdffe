using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade.Codes;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>
/// Flows in a CSV file. It is read twice, for its codes and for its figures, so that nothing but packed flows stands in memory.
/// </summary>
internal sealed class CsvTrade(string path, TradeHeader columns, TradeReading reading, CancellationToken cancellation) : ITradeSource
{
    /// <summary>BACI's codes of products have six digits, of which spreadsheets take leading zeros off.</summary>
    public const int BaciDigits = 6;

    /// <summary>Sums of any number of flows up to this size stay finite.</summary>
    public const double LargestValue = 1e290;

    public bool IsBaci => columns.IsBaci;

    public void CollectCodes(TradeCodes codes)
    {
        var exporters = new SeenCodes();
        var importers = new SeenCodes();
        var products = new SeenCodes();
        using CsvFile file = CsvFile.Open(path, cancellation);
        while (file.Read())
        {
            int year = TradeFile.Year(file, columns.Year);
            if (TradeFile.IsMonth(file, columns) is { } month)
            {
                throw month;
            }

            if (TradeFile.Amount(file, columns.Value) is not (null or (>= 0 and <= LargestValue)))
            {
                throw file.Fault(columns.Value, $"a value of trade cannot be {file.Text(columns.Value)}. Give a figure of at least 0.");
            }

            if (!Wanted(year))
            {
                RequireCodes(file);
                continue;
            }

            if (exporters.IsNew(file.Span(columns.Seller)))
            {
                Require(file, columns.Seller, codes.AddEconomy(file.Text(columns.Seller), TradeSide.Exporter));
            }

            if (importers.IsNew(file.Span(columns.Buyer)))
            {
                Require(file, columns.Buyer, codes.AddEconomy(file.Text(columns.Buyer), TradeSide.Importer));
            }

            if (products.IsNew(file.Span(columns.Product)))
            {
                Require(file, columns.Product, codes.AddProduct(file.Text(columns.Product)));
            }
        }
    }

    public void AddTo(TradePanelBuilder builder, TradeCodes codes, bool packs)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> exporters = codes.EconomyLookup(TradeSide.Exporter);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> importers = codes.EconomyLookup(TradeSide.Importer);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> products = codes.ProductLookup();
        using CsvFile file = CsvFile.Open(path, cancellation);
        while (file.Read())
        {
            int year = TradeFile.Year(file, columns.Year);
            if (!Wanted(year))
            {
                continue;
            }

            if (
                !exporters.TryGetValue(file.Span(columns.Seller), out int exporter)
                || !importers.TryGetValue(file.Span(columns.Buyer), out int importer)
                || !products.TryGetValue(file.Span(columns.Product), out int product)
            )
            {
                throw new TableException(
                    $"{path}, line {file.Line}",
                    "has changed while it was read. Read it again when nothing writes to it."
                );
            }

            TradeCodes.Add(builder, year, product, exporter, importer, TradeFile.Amount(file, columns.Value) ?? 0);
        }
    }

    public void Dispose() { }

    private bool Wanted(int year) => reading.Years is null || reading.Years.Contains(year);

    private void RequireCodes(CsvFile file)
    {
        foreach (int column in (ReadOnlySpan<int>)[columns.Seller, columns.Buyer, columns.Product])
        {
            if (file.Span(column).IsEmpty)
            {
                throw file.Fault(column, "the code is missing. Fill it, or remove the line.");
            }
        }
    }

    private static void Require(CsvFile file, int column, string? fault)
    {
        if (fault is not null)
        {
            throw file.Fault(column, fault);
        }
    }

    /// <summary>Texts met before, told without copying those met again.</summary>
    private sealed class SeenCodes
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public bool IsNew(ReadOnlySpan<char> code)
        {
            HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
            return !lookup.Contains(code) && lookup.Add(code);
        }
    }
}

using System.Globalization;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>
/// Flows in a CSV file. It is read twice, for its codes and for its figures, so that nothing but packed flows stands in memory.
/// </summary>
internal sealed class CsvTrade : ITradeSource
{
    /// <summary>BACI's codes of products have six digits, of which spreadsheets take leading zeros off.</summary>
    public const int BaciDigits = 6;

    /// <summary>Sums of any number of flows up to this size stay finite.</summary>
    public const double LargestValue = 1e290;

    private readonly string _path;
    private readonly TradeReading _reading;
    private readonly CancellationToken _cancellation;
    private readonly TradeColumns _columns;

    public CsvTrade(string path, TradeReading reading, CancellationToken cancellation)
    {
        (_path, _reading, _cancellation) = (path, reading, cancellation);
        using CsvFile file = CsvFile.Open(path, cancellation);
        _columns = TradeColumns.Of(file.Header, $"{path}, line 1");
    }

    public bool IsBaci => _columns.IsBaci;

    public void CollectCodes(TradeCodes codes)
    {
        var economies = new SeenCodes();
        var products = new SeenCodes();
        using CsvFile file = CsvFile.Open(_path, _cancellation);
        while (file.Read())
        {
            int year = TradeFile.Year(file, _columns.Year);
            RequireValue(file);
            foreach (int column in (ReadOnlySpan<int>)[_columns.Exporter, _columns.Importer, _columns.Product])
            {
                if (file.Span(column).IsEmpty)
                {
                    throw file.Fault(column, "the code is missing. Fill it, or remove the line.");
                }
            }

            if (!Wanted(year))
            {
                continue;
            }

            foreach (int column in (ReadOnlySpan<int>)[_columns.Exporter, _columns.Importer])
            {
                if (economies.IsNew(file.Span(column)) && !codes.AddEconomy(file.Text(column)))
                {
                    throw file.Fault(
                        column,
                        $"the economy '{file.Text(column)}' is not in the list of country codes. Take the list that came with this file."
                    );
                }
            }

            if (products.IsNew(file.Span(_columns.Product)))
            {
                codes.AddProduct(ProductOf(file));
            }
        }
    }

    public void AddTo(TradePanelBuilder builder, TradeCodes codes, bool packs)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> economies = codes.EconomyLookup();
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> products = codes.ProductLookup();
        using CsvFile file = CsvFile.Open(_path, _cancellation);
        while (file.Read())
        {
            int year = int.Parse(file.Span(_columns.Year), NumberStyles.None, CultureInfo.InvariantCulture);
            if (!Wanted(year))
            {
                continue;
            }

            if (
                !economies.TryGetValue(file.Span(_columns.Exporter), out int exporter)
                || !economies.TryGetValue(file.Span(_columns.Importer), out int importer)
                || !(
                    IsBaci
                        ? products.TryGetValue(ProductOf(file), out int product)
                        : products.TryGetValue(file.Span(_columns.Product), out product)
                )
            )
            {
                throw new TableException(
                    $"{_path}, line {file.Line}",
                    "has changed while it was read. Read it again when nothing writes to it."
                );
            }

            if (exporter < 0 || importer < 0)
            {
                builder.CountAggregate();
            }
            else
            {
                builder.Add(year, new(product), new(exporter), new(importer), file.Number(_columns.Value));
            }
        }
    }

    public void Dispose() { }

    private bool Wanted(int year) => _reading.Years is null || _reading.Years.Contains(year);

    private string ProductOf(CsvFile file) => IsBaci ? TradeFile.Product(file, _columns.Product, BaciDigits) : file.Text(_columns.Product);

    private void RequireValue(CsvFile file)
    {
        if (file.Number(_columns.Value) is not (>= 0 and <= LargestValue))
        {
            throw file.Fault(_columns.Value, $"a value of trade cannot be {file.Text(_columns.Value)}. Give a figure of at least 0.");
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

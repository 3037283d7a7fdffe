using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Shared;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Any long file of flows, one line a flow.</summary>
internal sealed class LongTradeFormat : ITradeFormat
{
    public string Word => "trade";

    public string Title => "trade of one's own";

    public string Shape => "long CSV or Parquet files (year, exporter, importer, product, value)";

    public string Licence => TradePanelReader.Licence;

    public string Page => "trade.md";

    public TradePanel Read(IReadOnlyList<string> paths, TradeReading reading, CancellationToken cancellation) =>
        TradePanelReader.Read(paths, reading, cancellation);
}

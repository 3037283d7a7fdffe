using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>BACI, the reconciled trade of the CEPII.</summary>
internal sealed class BaciFormat : ITradeFormat
{
    public string Word => "baci";

    public string Title => "CEPII, BACI";

    public string Shape => "its files of one edition";

    public string Licence => BaciReader.Licence;

    public string Page => "trade.md";

    public TradePanel Read(IReadOnlyList<string> paths, TradeReading reading, CancellationToken cancellation)
    {
        TradePanel panel = TradePanelReader.Read(paths, reading, cancellation);
        return BaciReader.Is(panel.Metadata)
            ? panel
            : throw new TableException(
                string.Join(", ", paths),
                "has the columns of no BACI file (t, i, j, k, v). Give BACI's files, or import it as 'trade'."
            );
    }
}

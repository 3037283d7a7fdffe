using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Trade.Codes;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Flows of a file in which both sides declare them: the buyer's declaration, or the seller's where the buyer has none.</summary>
internal sealed class DeclaredSource(DeclaredTrade trade) : ITradeSource
{
    private readonly List<string> _notes = [];
    private List<TradeFlow> _flows = [];

    public bool IsBaci => false;

    public IReadOnlyList<string> Notes => _notes;

    public IEnumerable<string> Classifications => trade.Classifications;

    public void CollectCodes(TradeCodes codes)
    {
        _flows = trade.Flows(side: null, _notes);
        codes.IsByDigit = trade.IsByDigit;
        foreach (TradeFlow flow in _flows)
        {
            codes.AddEconomy(flow.Exporter, TradeSide.Exporter);
            codes.AddEconomy(flow.Importer, TradeSide.Importer);
            codes.AddProduct(flow.Product);
        }
    }

    public void AddTo(TradePanelBuilder builder, TradeCodes codes, bool packs)
    {
        foreach (TradeFlow flow in _flows)
        {
            TradeCodes.Add(
                builder,
                flow.Year,
                codes.ProductAt(flow.Product),
                codes.EconomyAt(flow.Exporter, TradeSide.Exporter),
                codes.EconomyAt(flow.Importer, TradeSide.Importer),
                flow.Value
            );
        }
    }

    public void Dispose() { }
}

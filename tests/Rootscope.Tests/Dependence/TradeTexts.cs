using System.Globalization;
using Rootscope.Dependence.Panels;
using Rootscope.Tables.Trade;

namespace Rootscope.Tests.Dependence;

/// <summary>Small trade written as text: year,product,exporter,importer,value.</summary>
internal static class TradeTexts
{
    public static TradeMetadata Metadata { get; } =
        new("made trade", "USD", 1, "own", "not stated", "made", "none needed", MayBePassedOn: true, []);

    public static TradeFlows Flows(string text) =>
        new(
            Metadata,
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Trim())
                .Where(l => l.Length > 0 && !l.StartsWith("year", StringComparison.Ordinal))
                .Select(Flow)
        );

    public static TradePanel Panel(string text) => TradePanel.Of(Flows(text));

    private static TradeFlow Flow(string line)
    {
        string[] cells = line.Split(',');
        return new TradeFlow(
            int.Parse(cells[0], CultureInfo.InvariantCulture),
            cells[2],
            cells[3],
            cells[1],
            double.Parse(cells[4], CultureInfo.InvariantCulture),
            null
        );
    }
}

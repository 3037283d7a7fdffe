using System.Globalization;
using Rootscope.Dependence.Panels;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Workspaces;

/// <summary>What a list of sets of trade says of each, without its flows.</summary>
/// <param name="Name">The name it is called by.</param>
/// <param name="Title">What it is, in one line.</param>
/// <param name="FirstYear">The first year with flows.</param>
/// <param name="LastYear">The last year with flows.</param>
/// <param name="Economies">Number of economies.</param>
/// <param name="Products">Number of products.</param>
/// <param name="Flows">Number of flows.</param>
/// <param name="Unit">The unit of values.</param>
/// <param name="Classification">The list its product codes belong to.</param>
/// <param name="Source">Who published the figures.</param>
/// <param name="Licence">The licence or terms, as far as known.</param>
/// <param name="MayBePassedOn">Whether the terms let the figures be passed on.</param>
/// <param name="ContentHash">SHA-256 of codes and flows (<see cref="TradePanel.ContentHash"/>).</param>
public sealed record TradeSummary(
    string Name,
    string Title,
    int FirstYear,
    int LastYear,
    int Economies,
    int Products,
    long Flows,
    string Unit,
    string Classification,
    string Source,
    string Licence,
    bool MayBePassedOn,
    string ContentHash
)
{
    /// <summary>The summary of a set.</summary>
    /// <param name="name">The name it is to have.</param>
    /// <param name="panel">The set.</param>
    public static TradeSummary Of(string name, TradePanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        TradeMetadata about = panel.Metadata;
        string unit =
            about.UnitScale == 1 ? about.Currency : string.Create(CultureInfo.InvariantCulture, $"{about.UnitScale:0} {about.Currency}");
        return new TradeSummary(
            name,
            about.Title,
            panel.Years[0],
            panel.Years[^1],
            panel.Economies.Count,
            panel.Products.Count,
            panel.Count,
            unit,
            about.Classification,
            about.Source,
            about.Licence,
            about.MayBePassedOn,
            panel.ContentHash()
        );
    }
}

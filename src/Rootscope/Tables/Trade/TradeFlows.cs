using System.Globalization;

namespace Rootscope.Tables.Trade;

/// <summary>Trade between economies by product and year: an immutable list of flows, each kept once.</summary>
/// <remarks>
/// Flows are sorted by year, exporter, importer and product, all by code in ordinal order, whatever the order of the source. Codes are
/// text. A flow that is not listed is zero or unknown: sources do not tell the two apart. Unit of values:
/// <see cref="TradeMetadata.UnitScale"/> of the currency. Memory: about 32 bytes a flow.
/// </remarks>
public sealed class TradeFlows
{
    private readonly TradeFlow[] _flows;

    /// <summary>Checks the flows, sorts them and takes them over.</summary>
    /// <param name="metadata">What they are.</param>
    /// <param name="flows">The flows.</param>
    /// <exception cref="TableException">A code is empty, a value is below zero or not finite, or a flow is listed twice.</exception>
    public TradeFlows(TradeMetadata metadata, IEnumerable<TradeFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(flows);
        Metadata = metadata;
        _flows = [.. flows];
        foreach (TradeFlow flow in _flows)
        {
            Check(flow);
        }

        Array.Sort(_flows, Compare);
        for (int i = 1; i < _flows.Length; i++)
        {
            if (Compare(_flows[i - 1], _flows[i]) == 0)
            {
                throw Fault(_flows[i], "is listed twice. Remove one, or add the two where they are parts of one flow.");
            }
        }

        Years = [.. _flows.Select(f => f.Year).Distinct().Order()];
        Exporters = Codes(f => f.Exporter);
        Importers = Codes(f => f.Importer);
        Products = Codes(f => f.Product);
    }

    /// <summary>What the flows are and where they come from.</summary>
    public TradeMetadata Metadata { get; }

    /// <summary>The years, in order.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The economies that sell, by code in ordinal order.</summary>
    public IReadOnlyList<string> Exporters { get; }

    /// <summary>The economies that buy, by code in ordinal order.</summary>
    public IReadOnlyList<string> Importers { get; }

    /// <summary>The products, by code in ordinal order.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>Number of flows.</summary>
    public int Count => _flows.Length;

    /// <summary>The flows, sorted by year, exporter, importer and product.</summary>
    public ReadOnlySpan<TradeFlow> Flows => _flows;

    /// <summary>The sum of the flows that a condition holds for, in the order of the list. Unit: that of the set.</summary>
    public double Total(Func<TradeFlow, bool> where)
    {
        ArgumentNullException.ThrowIfNull(where);
        double sum = 0;
        foreach (TradeFlow flow in _flows)
        {
            sum += where(flow) ? flow.Value : 0;
        }

        return sum;
    }

    private static int Compare(TradeFlow a, TradeFlow b)
    {
        int order = a.Year.CompareTo(b.Year);
        order = order != 0 ? order : string.CompareOrdinal(a.Exporter, b.Exporter);
        order = order != 0 ? order : string.CompareOrdinal(a.Importer, b.Importer);
        return order != 0 ? order : string.CompareOrdinal(a.Product, b.Product);
    }

    private string[] Codes(Func<TradeFlow, string> codeOf) =>
        [.. _flows.Select(codeOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private void Check(TradeFlow flow)
    {
        if (string.IsNullOrWhiteSpace(flow.Exporter) || string.IsNullOrWhiteSpace(flow.Importer) || string.IsNullOrWhiteSpace(flow.Product))
        {
            throw Fault(flow, "lacks the code of an economy or of the product. Give all three.");
        }

        if (!(flow.Value >= 0) || !double.IsFinite(flow.Value) || flow.Tonnes is { } tonnes && (!(tonnes >= 0) || !double.IsFinite(tonnes)))
        {
            throw Fault(
                flow,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"has the value {flow.Value} and {flow.Tonnes} tonnes. Both are figures of at least 0."
                )
            );
        }
    }

    private TableException Fault(TradeFlow flow, string message) =>
        new(
            Metadata.Title,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the flow of '{flow.Product}' from '{flow.Exporter}' to '{flow.Importer}' in {flow.Year} {message}"
            )
        );
}

using System.Globalization;
using Rootscope.Cli.Output;
using Rootscope.Networks;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;

namespace Rootscope.Cli.Network;

/// <summary>How a made network compares with what is known of real ones.</summary>
internal static class NetworkFactsReport
{
    private sealed record Line(string Fact, bool IsCount, double? Value, FigureBand? Band, string? Known);

    private static readonly IReadOnlyList<Column<Line>> Columns =
    [
        new("fact", string.Empty, "What is compared.", ColumnStyle.Text, "Fact", l => l.Fact),
        new(
            "value",
            "number",
            "Its value in the network that was written; null where the network is too small to have one.",
            ColumnStyle.Number,
            "Value",
            l => l.IsCount && l.Value is { } count ? (long)count : l.Value
        ),
        new("low", "number", "Lower end of the 90% band over the ensemble; null without one.", ColumnStyle.Number, "Low", l => l.Band?.Low),
        new("median", "number", "Median over the ensemble; null without one.", ColumnStyle.Number, "Median", l => l.Band?.Median),
        new(
            "high",
            "number",
            "Upper end of the 90% band over the ensemble; null without one.",
            ColumnStyle.Number,
            "High",
            l => l.Band?.High
        ),
        new(
            "known",
            string.Empty,
            "What is known of real networks; docs/methods/networks.md has the sources.",
            ColumnStyle.Text,
            "Known of real networks",
            l => l.Known
        ),
    ];

    private static readonly (string Name, string Known, Func<NetworkFacts, double?> Of)[] Facts =
    [
        ("firms", string.Empty, f => f.Firms),
        ("links", string.Empty, f => f.Links),
        ("mean number of customers", "4.5 (Hungary)", f => f.MeanDegree),
        ("tail exponent of customers", "1.0 (Japan), 1.1 (listed firms)", f => f.CustomersTail),
        ("tail exponent of suppliers", "1.4 (listed firms)", f => f.SuppliersTail),
        ("exponent of sales in customers", "0.7 (Ecuador), 0.8 (Hungary)", f => f.StrengthExponent),
        ("exponent of purchases in suppliers", "1.5 (Ecuador), 1.3 (Hungary)", f => f.PurchasesExponent),
        ("assortativity", "negative (Japan), none (listed firms)", f => f.Assortativity),
        ("reciprocity", "near zero (United States)", f => f.Reciprocity),
        ("clustering", "mild (United States)", f => f.Clustering),
        ("share of firms in the largest part", string.Empty, f => f.LargestPart),
    ];

    /// <summary>The comparison.</summary>
    /// <param name="ensemble">The facts of each network, that which was written first.</param>
    /// <param name="provenance">What it was made from.</param>
    /// <param name="remarks">What else there is to say.</param>
    public static Report Of(IReadOnlyList<NetworkFacts> ensemble, Provenance provenance, IReadOnlyList<string> remarks) =>
        new Report<Line>("network-facts", Columns, [.. Facts.Select(f => Row(f.Name, f.Known, [.. ensemble.Select(f.Of)]))], provenance)
        {
            Remarks = remarks,
        };

    /// <summary>The seed of a network in words that a provenance line can carry.</summary>
    public static KeyValuePair<string, string> Seed(long seed) => new("seed", seed.ToString(CultureInfo.InvariantCulture));

    private static Line Row(string name, string known, double?[] values) =>
        new(name, name is "firms" or "links", values[0], values.Length > 1 ? FigureBand.Of(values) : null, known.Length > 0 ? known : null);
}

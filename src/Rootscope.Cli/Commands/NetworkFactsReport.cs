using System.Globalization;
using Rootscope.Cli.Output;
using Rootscope.Networks;

namespace Rootscope.Cli.Commands;

/// <summary>How a made network compares with what is known of real ones.</summary>
internal static class NetworkFactsReport
{
    private static readonly Column[] Columns =
    [
        new("fact", string.Empty, "What is compared.", ColumnStyle.Text, "Fact"),
        new("value", "number", "Its value in the network that was written; null where the network is too small to have one.", ColumnStyle.Number, "Value"),
        new("low", "number", "Lowest tenth over the ensemble; null without one.", ColumnStyle.Number, "Low"),
        new("median", "number", "Median over the ensemble; null without one.", ColumnStyle.Number, "Median"),
        new("high", "number", "Highest tenth over the ensemble; null without one.", ColumnStyle.Number, "High"),
        new("known", string.Empty, "What is known of real networks; docs/methods/networks.md has the sources.", ColumnStyle.Text, "Known of real networks"),
    ];

    private static readonly (string Name, string Known, Func<NetworkFacts, double?> Of)[] Facts =
    [
        ("firms", string.Empty, f => f.Firms),
        ("links", string.Empty, f => f.Links),
        ("mean number of customers", "grows slowly with the threshold of what is reported", f => f.MeanDegree),
        ("tail exponent of customers", "a heavy tail: 1 to 2", f => f.CustomersTail),
        ("tail exponent of suppliers", "a heavy tail: 1 to 2.5", f => f.SuppliersTail),
        ("exponent of sales in customers", "1.2 to 1.4", f => f.StrengthExponent),
        ("assortativity", "negative", f => f.Assortativity),
        ("reciprocity", "a few in a hundred", f => f.Reciprocity),
        ("clustering", "0.1 to 0.2", f => f.Clustering),
        ("share of firms in the largest part", "nearly all", f => f.LargestPart),
    ];

    /// <summary>The comparison.</summary>
    /// <param name="ensemble">The facts of each network, that which was written first.</param>
    /// <param name="provenance">What it was made from.</param>
    /// <param name="remarks">What else there is to say.</param>
    public static Report Of(IReadOnlyList<NetworkFacts> ensemble, Provenance provenance, IReadOnlyList<string> remarks) => new()
    {
        Kind = "network-facts",
        Columns = Columns,
        Rows = [.. Facts.Select(f => Row(f.Name, f.Known, [.. ensemble.Select(f.Of)]))],
        Provenance = provenance,
        Remarks = remarks,
    };

    /// <summary>The seed of a network in words that a provenance line can carry.</summary>
    public static KeyValuePair<string, string> Seed(long seed) => new("seed", seed.ToString(CultureInfo.InvariantCulture));

    private static object?[] Row(string name, string known, double?[] values)
    {
        double[] sorted = [.. values.OfType<double>().Order()];
        bool hasBand = values.Length > 1 && sorted.Length > 0;
        double? At(double share) => hasBand ? sorted[(int)Math.Round(share * (sorted.Length - 1))] : null;
        object? first = name is "firms" or "links" && values[0] is { } count ? (long)count : values[0];
        return [name, first, At(0.1), At(0.5), At(0.9), known];
    }
}

using System.Globalization;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>
/// Makes a table of sources that print no totals, or whose columns are not closed: output is the row, and what is left of a column is a row
/// of its own.
/// </summary>
internal static class RegionalAssembly
{
    /// <summary>A column that is off by less, as a share of output or of a ten-thousandth of the mean, counts as closed.</summary>
    private const double Closed = 1e-6;

    /// <summary>Completes parts: outputs, rows below zero, the closing row; and tells each in the derivations.</summary>
    /// <param name="parts">Everything but output; the arrays are taken over.</param>
    public static FlowTable Complete(FlowTableParts parts)
    {
        int n = parts.Sectors.Count;
        int k = parts.FinalDemandCategories.Count;
        var derivations = new List<string>(parts.Metadata.Derivations) { "Output is the sum of the row." };
        var raised = new List<string>();
        var output = new double[n];
        for (int i = 0; i < n; i++)
        {
            Span<double> final = parts.FinalDemand.AsSpan(i * k, k);
            double sum = Sums.Of(parts.Flows.AsSpan(i * n, n)) + Sums.Of(final);
            output[i] = sum < 0 ? Raise(final, sum, parts.Sectors.LabelOf(new(i)), raised) : sum;
        }

        if (raised.Count > 0)
        {
            derivations.Add(
                $"{raised.Count} rows that summed to less than zero are raised to zero in their most negative final use: "
                    + $"{string.Join(", ", raised.Take(10))}{(raised.Count > 10 ? $" and {raised.Count - 10} more" : string.Empty)}."
            );
        }

        (IReadOnlyList<ValueAddedCategory> categories, double[] valueAdded) = Close(parts, output, derivations);
        return new FlowTable(
            parts with
            {
                Metadata = parts.Metadata with { Derivations = derivations },
                ValueAddedCategories = categories,
                ValueAdded = valueAdded,
                Output = output,
            }
        );
    }

    private static double Raise(Span<double> final, double sum, string label, List<string> raised)
    {
        int lowest = 0;
        for (int c = 1; c < final.Length; c++)
        {
            lowest = final[c] < final[lowest] ? c : lowest;
        }

        if (final.Length > 0)
        {
            final[lowest] -= sum;
        }

        raised.Add($"{label} by {(-sum).ToString("0.###", CultureInfo.InvariantCulture)}");
        return 0;
    }

    private static (IReadOnlyList<ValueAddedCategory> Categories, double[] Rows) Close(
        FlowTableParts parts,
        double[] output,
        List<string> derivations
    )
    {
        double[] sums = new double[output.Length];
        Sums.AddColumns(parts.Flows, sums);
        Sums.AddColumns(parts.ValueAdded, sums);
        double[] rest = [.. output.Zip(sums, (x, s) => x - s)];
        if (parts.ValueAddedCategories.Count == 0)
        {
            derivations.Add("Value added is output less inputs, in one row: the source was given without it.");
            return ([new ValueAddedCategory("VA", "Value added, output less inputs", ValueAddedKind.Total)], rest);
        }

        double least = TableBalance.LeastOutput(output);
        if (output.Zip(rest).All(p => Math.Abs(p.Second) <= Closed * Math.Max(least, p.First)))
        {
            return (parts.ValueAddedCategories, parts.ValueAdded);
        }

        double share = output.Sum() is > 0 and var total ? rest.Sum(Math.Abs) / total : 1;
        derivations.Add(
            $"Columns miss output by {(100 * share).ToString("0.####", CultureInfo.InvariantCulture)}% in all; what is left is the "
                + $"primary input GAP, so that they close."
        );
        return (
            [.. parts.ValueAddedCategories, new ValueAddedCategory("GAP", "Output less all inputs given", ValueAddedKind.Other)],
            [.. parts.ValueAdded, .. rest]
        );
    }
}

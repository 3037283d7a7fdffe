namespace Rootscope.Tables.Capital;

/// <summary>Capital flows laid over the industries of a table, or over groups of them.</summary>
/// <param name="Count">How many industries or groups.</param>
/// <param name="Amounts">Products × industries, row-major.</param>
/// <param name="Outputs">Outputs in the economy that the flows are of; null where that is the table itself.</param>
internal sealed record CapitalSeeds(int Count, double[] Amounts, double[]? Outputs)
{
    public static CapitalSeeds Of(CapitalFlows flows, SectorIndex sectors) =>
        new(
            sectors.Industries.Count,
            flows.Over(sectors),
            flows.Outputs is { } outputs ? [.. sectors.Industries.Select(i => outputs.GetValueOrDefault(i.Code))] : null
        );

    /// <summary>The group of each industry: its parent where it has one that the flows name, otherwise itself.</summary>
    /// <returns>Null where no industry is a part.</returns>
    public static int[]? GroupsOf(CapitalFlows flows, SectorIndex sectors)
    {
        string[] names = [.. sectors.Industries.Select(i => flows.Parents.GetValueOrDefault(i.Code, i.Code))];
        string[] distinct = [.. names.Distinct(StringComparer.Ordinal)];
        var number = distinct.Select((name, g) => (name, g)).ToDictionary(p => p.name, p => p.g, StringComparer.Ordinal);
        return distinct.Length == names.Length ? null : [.. names.Select(n => number[n])];
    }

    /// <summary>The same with industries added up in groups.</summary>
    public CapitalSeeds Grouped(int[] groupOf)
    {
        int m = groupOf.Max() + 1;
        var amounts = new double[m * m];
        for (int c = 0; c < Amounts.Length; c++)
        {
            amounts[(groupOf[c / Count] * m) + groupOf[c % Count]] += Amounts[c];
        }

        return new CapitalSeeds(m, amounts, Outputs is null ? null : Sums(Outputs, groupOf));
    }

    /// <summary>What the flows are for industries of the outputs given.</summary>
    public double[] For(ReadOnlySpan<double> outputs)
    {
        if (Outputs is null)
        {
            return Amounts;
        }

        var sized = new double[Amounts.Length];
        for (int c = 0; c < sized.Length; c++)
        {
            int j = c % Count;
            sized[c] = Outputs[j] > 0 ? Amounts[c] * Math.Max(0, outputs[j]) / Outputs[j] : 0;
        }

        return sized;
    }

    /// <summary>Sums of figures by group.</summary>
    public static double[] Sums(ReadOnlySpan<double> values, int[] groupOf)
    {
        var sums = new double[groupOf.Max() + 1];
        for (int i = 0; i < values.Length; i++)
        {
            sums[groupOf[i]] += values[i];
        }

        return sums;
    }
}

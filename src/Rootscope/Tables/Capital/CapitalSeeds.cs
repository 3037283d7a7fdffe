namespace Rootscope.Tables.Capital;

/// <summary>Capital flows laid over the industries of a table, or over whole industries that some of them are parts of.</summary>
/// <param name="Count">How many industries or whole industries.</param>
/// <param name="Amounts">Products × industries, row-major.</param>
/// <param name="Outputs">Outputs in the economy that the flows are of; null where that is the table itself.</param>
/// <param name="Parts">Over the industries of the table, where these are over whole ones: how use is divided. Null by size.</param>
internal sealed record CapitalSeeds(int Count, double[] Amounts, double[]? Outputs, CapitalSeeds? Parts = null)
{
    public static CapitalSeeds Of(CapitalFlows flows, SectorIndex sectors) =>
        new(
            sectors.Industries.Count,
            flows.Over(sectors),
            flows.Outputs is { } outputs ? [.. sectors.Industries.Select(i => outputs.GetValueOrDefault(i.Code))] : null
        );

    /// <summary>The same over whole industries.</summary>
    public static CapitalSeeds OfWholes(CapitalFlows flows, SectorIndex sectors, int[] groupOf)
    {
        int m = groupOf.Max() + 1;
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < groupOf.Length; i++)
        {
            string code = sectors.Industries[i].Code;
            numberOf[code] = groupOf[i];
            numberOf[flows.Parents.GetValueOrDefault(code, code)] = groupOf[i];
        }

        double[]? outputs = null;
        if (flows.Outputs is { } known)
        {
            outputs = new double[m];
            foreach ((string code, double output) in known)
            {
                outputs[numberOf[code]] += output;
            }
        }

        CapitalSeeds? parts =
            flows.AmongParts is { } among ? Of(among, sectors)
            : flows.NameParts ? Of(flows, sectors)
            : null;
        return new CapitalSeeds(m, flows.OverWholes(sectors, numberOf, m), outputs, parts);
    }

    /// <summary>The group of each industry: its parent where it has one that the flows name, otherwise itself.</summary>
    /// <returns>Null where no industry is a part.</returns>
    public static int[]? GroupsOf(CapitalFlows flows, SectorIndex sectors)
    {
        string[] names = [.. sectors.Industries.Select(i => flows.Parents.GetValueOrDefault(i.Code, i.Code))];
        string[] distinct = [.. names.Distinct(StringComparer.Ordinal)];
        var number = distinct.Select((name, g) => (name, g)).ToDictionary(p => p.name, p => p.g, StringComparer.Ordinal);
        return distinct.Length == names.Length ? null : [.. names.Select(n => number[n])];
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

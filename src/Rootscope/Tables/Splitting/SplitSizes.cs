using System.Globalization;

namespace Rootscope.Tables.Splitting;

/// <summary>Output, imports and exports of the parts of one industry.</summary>
/// <param name="Shares">Shares of output; they sum to 1.</param>
/// <param name="Imports">Imports, in the table's money.</param>
/// <param name="Exports">Exports, in the table's money.</param>
/// <param name="HomeUse">What is left for users at home, in the table's money.</param>
internal sealed record SplitSizes(double[] Shares, double[] Imports, double[] Exports, double[] HomeUse)
{
    /// <summary>Shares that a file gives in a few digits may miss 1 by this.</summary>
    private const double ShareTolerance = 1e-6;

    public static SplitSizes Of(FlowTable table, SplitLayout layout, int parent, SplitReference reference)
    {
        SplitSector[] parts = [.. layout.PartsOf[parent].Select(s => layout.Sectors[s])];
        double[] shares = SharesOf(parts, layout, parent, reference);
        double imports = table.HasImports ? table.Imports[parent] : 0;
        double exports = 0;
        double home = 0;
        foreach (double z in table.SalesOf(new(parent)))
        {
            home += z;
        }

        for (int c = 0; c < table.FinalDemandCategories.Count; c++)
        {
            bool isExport = table.FinalDemandCategories[c].Kind == FinalDemandKind.Exports;
            exports += isExport ? table.FinalDemandFor(new(parent))[c] : 0;
            home += isExport ? 0 : table.FinalDemandFor(new(parent))[c];
        }

        double[] imported = [.. Divided(parts, shares, p => p.ImportShare, "imports").Select(s => s * imports)];
        double[] exported = [.. Divided(parts, shares, p => p.ExportShare, "exports").Select(s => s * exports)];

        // What the published row misses of its identity is divided by output.
        double gap = table.Output[parent] + imports - exports - home;
        double[] used = [.. shares.Select((s, t) => (s * (table.Output[parent] - gap)) + imported[t] - exported[t])];
        int short_ = Array.FindIndex(used, u => u < 0);
        return short_ < 0
            ? new SplitSizes(shares, imported, exported, used)
            : throw new TableException(
                $"part '{parts[short_].Industry.Code}'",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"exports {exported[short_]:G4}, more than its output {shares[short_] * table.Output[parent]:G4} and imports "
                        + $"{imported[short_]:G4}. Raise its outputShare or lower its exportShare."
                )
            );
    }

    /// <summary>Sizes of parts in one region of many, where what others buy is a flow and imports are the others' sales.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="parent">Number of the industry.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="output">Output of the industry in the region.</param>
    /// <param name="exports">Of it, what other regions buy.</param>
    public static SplitSizes OfSeller(SplitLayout layout, int parent, SplitReference reference, double output, double exports)
    {
        SplitSector[] parts = [.. layout.PartsOf[parent].Select(s => layout.Sectors[s])];
        double[] shares = SharesOf(parts, layout, parent, reference);
        double[] exported = [.. Divided(parts, shares, p => p.ExportShare, "exports").Select(s => s * exports)];
        double[] home = [.. shares.Select((s, t) => (s * output) - exported[t])];

        // A share of exports that leaves nothing for home use in this region is that of output instead.
        return Array.TrueForAll(home, h => h >= 0) || exports < 0
            ? new SplitSizes(shares, new double[shares.Length], exported, home)
            : new SplitSizes(
                shares,
                new double[shares.Length],
                [.. shares.Select(s => s * exports)],
                [.. shares.Select(s => s * (output - exports))]
            );
    }

    /// <summary>
    /// Shares of output: those given, otherwise the reference's, without what a part's classes lend to parts that they alone lend to.
    /// </summary>
    private static double[] SharesOf(SplitSector[] parts, SplitLayout layout, int parent, SplitReference reference)
    {
        int[] sectors = layout.PartsOf[parent];
        double[] references = [.. sectors.Select(s => reference.Output[s])];
        double total = references.Sum();
        var shares = new double[parts.Length];
        for (int t = 0; t < parts.Length; t++)
        {
            double inside = sectors
                .Where(s =>
                    parts[t].Part is not null
                    && layout.Lenders[s] is { Length: > 0 } lent
                    && lent.All(r => layout.OfReference[r] == sectors[t])
                )
                .Sum(s => layout.Sectors[s].Part!.OutputShare!.Value);
            shares[t] = parts[t].Part?.OutputShare ?? (total > 0 ? (references[t] / total) - inside : double.NaN);
        }

        // The rest takes what is left; where there is none, parts without a share of their own do.
        bool hasRest = parts[^1].Part is null;
        double given = parts
            .Zip(shares)
            .Where(p => hasRest ? p.First.Part is not null : p.First.Part!.OutputShare is not null)
            .Sum(p => p.Second);
        double[] open = [.. parts.Zip(shares).Where(p => !hasRest && p.First.Part!.OutputShare is null).Select(p => p.Second)];
        for (int t = 0; t < shares.Length; t++)
        {
            if (hasRest && t == shares.Length - 1)
            {
                shares[t] = 1 - given;
            }
            else if (!hasRest && parts[t].Part!.OutputShare is null)
            {
                shares[t] *= (1 - given) / open.Sum();
            }
        }

        bool fits = Array.TrueForAll(shares, s => s is > 0 and <= 1) && Math.Abs(shares.Sum() - 1) <= ShareTolerance;
        return fits
            ? [.. shares.Select(s => s / shares.Sum())]
            : throw new TableException(
                $"parts of '{parts[0].Part!.Parent}'",
                $"have output shares {string.Join(", ", shares.Select(s => s.ToString("0.####", CultureInfo.InvariantCulture)))}: each "
                    + $"must be above 0, and all must sum to 1. Correct outputShare."
            );
    }

    /// <summary>Shares of trade: those given, the others dividing the rest as they divide output.</summary>
    private static double[] Divided(SplitSector[] parts, double[] shares, Func<SplitPart, double?> given, string what)
    {
        double?[] known = [.. parts.Select(p => p.Part is null ? null : given(p.Part))];
        double left = 1 - known.Sum(k => k ?? 0);
        double open = shares.Where((_, t) => known[t] is null).Sum();
        if (left < -ShareTolerance || (open == 0 && left > ShareTolerance) || known.Any(k => k is < 0))
        {
            throw new TableException(
                $"parts of '{parts[0].Part!.Parent}'",
                $"have shares of {what} that do not sum to 1. Correct them, or leave one empty."
            );
        }

        return [.. shares.Select((s, t) => known[t] ?? (Math.Max(0, left) * s / open))];
    }
}

using Rootscope.Tables.Aggregation;

namespace Rootscope.Tables.Splitting;

/// <summary>How well the split of one known industry was found again.</summary>
/// <param name="Parent">Code of the group that was split.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parts">Number of parts compared. Unit: parts.</param>
/// <param name="RowError">Σ |split − true| / Σ |true| over the parts' sales at home. Unit: share.</param>
/// <param name="ColumnError">The same over the parts' inputs. Unit: share.</param>
/// <param name="RowBaseline">The row error of output shares alone. Unit: share.</param>
/// <param name="ColumnBaseline">The column error of output shares alone. Unit: share.</param>
internal sealed record SplitError(
    string Parent,
    string Name,
    int Parts,
    double RowError,
    double ColumnError,
    double RowBaseline,
    double ColumnBaseline
)
{
    /// <summary>The mean of the row's and the column's error, which figures of a split in this group carry. Unit: share.</summary>
    public double Mean => (RowError + ColumnError) / 2;
}

/// <summary>
/// The test of <see cref="TechnologySplit"/> where the truth is known: a table is aggregated to groups, each group is split back with a
/// foreign reference, and rows and columns are compared.
/// </summary>
/// <remarks>
/// Shares of output, imports and exports are the true ones in both, so that the errors are those of recipes and buyers alone. Exports,
/// which are given, are not counted. One group is split at a time; partners stay groups. Classes that the reference knows nothing of are
/// joined to the class before them in the group. Cost: one split a group.
/// </remarks>
internal static class SplitValidation
{
    private const int FewestParts = 3;

    /// <summary>Splits every group with at least three parts.</summary>
    /// <param name="truth">The fine table.</param>
    /// <param name="groups">Sends its codes to groups.</param>
    /// <param name="reference">The foreign table.</param>
    /// <param name="toTruth">Sends the reference's codes to those of the fine table.</param>
    /// <returns>One row a group, in the order of the groups.</returns>
    public static IReadOnlyList<SplitError> Of(FlowTable truth, Concordance groups, FlowTable reference, Concordance toTruth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(toTruth);
        string[] codes = [.. truth.Sectors.Industries.Select(i => i.Code)];
        int[] groupOf = groups.Map(codes, out IReadOnlyList<string> names);
        ILookup<string, string> references = toTruth.Links.ToLookup(l => l.To, l => l.From, StringComparer.Ordinal);
        var errors = new List<SplitError>();
        for (int g = 0; g < names.Count; g++)
        {
            var known = Known(codes.Where((_, i) => groupOf[i] == g), references);
            if (known.Select(k => k.Joined).Distinct(StringComparer.Ordinal).Count() >= FewestParts)
            {
                errors.Add(Compare(truth, groups, reference, toTruth, names[g], known));
            }
        }

        return errors;
    }

    /// <summary>Classes of a group, each with the class it is compared under: its own where the reference knows it.</summary>
    private static List<(string Code, string Joined)> Known(IEnumerable<string> codes, ILookup<string, string> references)
    {
        string[] members = [.. codes];
        string? last = members.FirstOrDefault(references.Contains);
        var known = new List<(string, string)>();
        foreach (string code in members)
        {
            last = references.Contains(code) ? code : last;
            known.Add((code, last ?? code));
        }

        return known;
    }

    private static SplitError Compare(
        FlowTable truth,
        Concordance groups,
        FlowTable reference,
        Concordance toTruth,
        string group,
        List<(string Code, string Joined)> known
    )
    {
        var joined = known.ToDictionary(k => k.Code, k => k.Joined, StringComparer.Ordinal);
        var fine = Concordance.Of(
            "fine group",
            groups.Links.Select(l => (l.From, joined.TryGetValue(l.From, out string? own) ? own : "group " + l.To))
        );
        var coarse = Concordance.Of("groups", groups.Links.Select(l => (l.From, "group " + l.To)));
        FlowTable expected = TableAggregation.Aggregate(truth, industries: fine);
        FlowTable whole = TableAggregation.Aggregate(truth, industries: coarse);
        ILookup<string, string> references = toTruth.Links.ToLookup(l => l.To, l => l.From, StringComparer.Ordinal);
        string parent = "group " + group;
        SplitPart[] parts =
        [
            .. joined.Values.Distinct(StringComparer.Ordinal).Select(code => PartOf(expected, whole, parent, code, [.. references[code]])),
        ];
        Concordance toWhole = toTruth.Then(coarse);
        FlowTable split = TechnologySplit.Of(whole, parts, reference, toWhole);
        FlowTable baseline = TechnologySplit.Of(whole, parts, reference, toWhole, SplitPattern.OutputShares);
        string[] compared = [.. parts.Select(p => p.Code)];
        return new SplitError(
            group,
            groups.NameOf(group),
            parts.Length,
            Error(expected, split, compared, byRow: true),
            Error(expected, split, compared, byRow: false),
            Error(expected, baseline, compared, byRow: true),
            Error(expected, baseline, compared, byRow: false)
        );
    }

    private static SplitPart PartOf(FlowTable expected, FlowTable whole, string parent, string code, string[] references)
    {
        int part = expected.Sectors.FindIndustry(code);
        int all = whole.Sectors.FindIndustry(parent);
        double Share(double of, double total) => total == 0 ? 0 : of / total;
        return new SplitPart(
            parent,
            code,
            code,
            references,
            Share(expected.Output[part], whole.Output[all]),
            expected.HasImports ? Share(expected.Imports[part], whole.Imports[all]) : null,
            Share(TableTotals.Exports(expected)[part], TableTotals.Exports(whole)[all])
        );
    }

    private static double Error(FlowTable expected, FlowTable split, string[] parts, bool byRow)
    {
        double off = 0;
        double size = 0;
        foreach (string code in parts)
        {
            double[] found = Line(split, expected, code, byRow);
            double[] truth = Line(expected, expected, code, byRow);
            for (int c = 0; c < truth.Length; c++)
            {
                off += Math.Abs(found[c] - truth[c]);
                size += Math.Abs(truth[c]);
            }
        }

        return off / size;
    }

    /// <summary>Sales at home or inputs of a sector, partners in the order of another table.</summary>
    private static double[] Line(FlowTable table, FlowTable order, string code, bool byRow)
    {
        int own = table.Sectors.FindIndustry(code);
        int n = table.Size;
        int[] partners = [.. order.Sectors.Industries.Select(i => table.Sectors.FindIndustry(i.Code))];
        return byRow
            ?
            [
                .. partners.Select(j => table.Flows[(own * n) + j]),
                .. table.FinalDemandCategories.Select((c, k) => c.Kind == FinalDemandKind.Exports ? 0 : table.FinalDemandFor(new(own))[k]),
            ]
            :
            [
                .. partners.Select(i => table.Flows[(i * n) + own]),
                .. Enumerable.Range(0, table.ValueAddedCategories.Count).Select(v => table.ValueAdded[(v * n) + own]),
            ];
    }
}

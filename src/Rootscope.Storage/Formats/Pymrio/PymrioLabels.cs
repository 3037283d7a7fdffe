using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Pymrio;

/// <summary>The labels of matrices that pymrio saved, as sectors, final uses and primary inputs.</summary>
internal static class PymrioLabels
{
    /// <summary>The sectors of the rows of Z, which have to be those of its columns.</summary>
    public static SectorIndex SectorsOf(PymrioMatrix flows)
    {
        foreach (string[] label in flows.Rows.Concat(flows.Columns))
        {
            if (label.Length != 2)
            {
                throw new TableException(flows.Path, $"labels have {label.Length} parts. Expected region and sector.");
            }
        }

        var sectors = new SectorIndex(
            [.. flows.Rows.Select(r => r[0]).Distinct(StringComparer.Ordinal).Select(r => new Region(r, r))],
            [.. flows.Rows.Select(r => r[1]).Distinct(StringComparer.Ordinal).Select(i => new Industry(i, i))]
        );
        RequireRows(flows, sectors);
        RequireColumns(flows, sectors);
        return sectors;
    }

    public static void RequireRows(PymrioMatrix matrix, SectorIndex sectors) =>
        Require(matrix.Rows, sectors, i => $"{matrix.Path}, line {matrix.Lines[i]}", matrix.Path);

    public static void RequireColumns(PymrioMatrix matrix, SectorIndex sectors) =>
        Require(matrix.Columns, sectors, i => $"{matrix.Path}, column of figures {i + 1}", matrix.Path);

    /// <summary>The columns of Y: region and category.</summary>
    public static IReadOnlyList<FinalDemandCategory> UsesOf(PymrioMatrix final, SectorIndex sectors) =>
        [
            .. final.Columns.Select(
                (label, c) =>
                    label.Length == 2 && sectors.TryFindRegion(label[0], out RegionNumber region)
                        ? new FinalDemandCategory(label[1], label[1], KindOf(label[1]), new(region))
                        : throw new TableException(
                            $"{final.Path}, column of figures {c + 1}",
                            $"'{string.Join(", ", label)}' is no region of Z and category. Save the system again."
                        )
            ),
        ];

    /// <summary>The rows of an extension of primary inputs.</summary>
    public static IReadOnlyList<ValueAddedCategory> InputsOf(PymrioMatrix rows) =>
        [
            .. rows.Rows.Select(label => new ValueAddedCategory(
                string.Join(" / ", label),
                string.Join(", ", label),
                ValueKindOf(string.Join(' ', label))
            )),
        ];

    private static void Require(IReadOnlyList<string[]> labels, SectorIndex sectors, Func<int, string> placeOf, string path)
    {
        for (int s = 0; s < Math.Min(labels.Count, sectors.Count); s++)
        {
            string expected = $"{sectors.RegionOf(new(s)).Code}, {sectors.IndustryOf(new(s)).Code}";
            string found = string.Join(", ", labels[s]);
            if (!string.Equals(expected, found, StringComparison.Ordinal))
            {
                throw new TableException(
                    placeOf(s),
                    $"expected ({expected}), found ({found}). Every region needs the same sectors in the same order, region after "
                        + $"region, in every matrix."
                );
            }
        }

        if (labels.Count != sectors.Count)
        {
            throw new TableException(
                path,
                $"has {labels.Count} sectors where {sectors.Regions.Count} regions × {sectors.Industries.Count} industries are "
                    + $"{sectors.Count}. The file may be cut off."
            );
        }
    }

    private static FinalDemandKind KindOf(string name)
    {
        bool Has(string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Has("non-profit") || Has("npish") || Has("nonprofit") ? FinalDemandKind.NonProfit
            : Has("household") ? FinalDemandKind.Households
            : Has("government") ? FinalDemandKind.Government
            : Has("inventor") || Has("valuables") || Has("stock") ? FinalDemandKind.Inventories
            : Has("fixed capital") || Has("GFCF") || Has("investment") ? FinalDemandKind.FixedCapital
            : Has("export") ? FinalDemandKind.Exports
            : FinalDemandKind.Discrepancy;
    }

    private static ValueAddedKind ValueKindOf(string name)
    {
        bool Has(string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Has("tax") || Has("subsid") ? ValueAddedKind.Taxes
            : Has("compensation") || Has("wages") || Has("labour") || Has("labor") ? ValueAddedKind.Labour
            : Has("consumption of fixed capital") || Has("depreciation") ? ValueAddedKind.Depreciation
            : Has("surplus") ? ValueAddedKind.Surplus
            : Has("value added") ? ValueAddedKind.Total
            : ValueAddedKind.Other;
    }
}

using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Nbs;

/// <summary>Where the columns of an NBS file are.</summary>
/// <param name="Count">Number of sectors.</param>
/// <param name="FirstSector">Column of the first sector.</param>
/// <param name="Final">The columns of final demand that are stored: their place and what they stand for.</param>
/// <param name="Subtotals">Columns that must equal the sum of others, for the check.</param>
/// <param name="Imports">Column of imports, or -1 in the layout by origin.</param>
/// <param name="Output">Column of gross output.</param>
/// <param name="Origin">Column that tells domestic from imported rows, or -1.</param>
internal sealed record NbsLayout(
    int Count,
    int FirstSector,
    IReadOnlyList<(int Column, FinalDemandCategory Category)> Final,
    IReadOnlyList<(int Column, IReadOnlyList<int> Parts)> Subtotals,
    int Imports,
    int Output,
    int Origin
)
{
    private static readonly (string Code, string Name, FinalDemandKind Kind)[] Known =
    [
        ("FU101", "Rural household consumption", FinalDemandKind.Households),
        ("FU102", "Urban household consumption", FinalDemandKind.Households),
        ("FU103", "Government consumption", FinalDemandKind.Government),
        ("FU201", "Gross fixed capital formation", FinalDemandKind.FixedCapital),
        ("FU202", "Changes in inventories", FinalDemandKind.Inventories),
        ("EX", "Exports", FinalDemandKind.Exports),
        ("ERR", "Statistical discrepancy", FinalDemandKind.Discrepancy),
    ];

    public static NbsLayout Of(CsvFile file, bool byOrigin)
    {
        _ = file.Column("Code");
        _ = file.Column("Description");
        int first = byOrigin ? file.Column("Origin") + 1 : file.Column("DescriptionInChinese") + 1;
        int intermediate = file.Column("TIU");
        if (intermediate <= first)
        {
            throw new TableException(
                $"{file.Path}, line 1, column {intermediate + 1} ('TIU')",
                "expected a column for every sector before this one, found none. The first line may be cut off: get the table again."
            );
        }

        var final = new List<(int, FinalDemandCategory)>();
        foreach ((string code, string name, FinalDemandKind kind) in Known)
        {
            int column = file.Find(code);
            if (column >= 0)
            {
                final.Add((column, new FinalDemandCategory(code, name, kind, new(0))));
            }
        }

        // The layout by origin has consumption in one column only.
        int consumption = file.Find("TC");
        if (byOrigin && consumption >= 0 && file.Find("FU103") < 0)
        {
            final.Insert(
                0,
                (consumption, new FinalDemandCategory("TC", "Consumption of households and government", FinalDemandKind.Households, new(0)))
            );
        }

        foreach (string needed in new[] { "FU201", "FU202", "EX" })
        {
            _ = file.Column(needed);
        }

        return new NbsLayout(
            intermediate - first,
            first,
            final,
            FindSubtotals(file, first, intermediate),
            byOrigin ? -1 : file.Column("IM"),
            file.Column("GO"),
            byOrigin ? first - 1 : -1
        );
    }

    private static List<(int, IReadOnlyList<int>)> FindSubtotals(CsvFile file, int first, int intermediate)
    {
        var subtotals = new List<(int, IReadOnlyList<int>)> { (intermediate, [.. Enumerable.Range(first, intermediate - first)]) };
        Add("THC", "FU101", "FU102");
        Add("TC", "FU101", "FU102", "FU103");
        Add("GCF", "FU201", "FU202");
        return subtotals;

        void Add(string total, params string[] parts)
        {
            int column = file.Find(total);
            int[] places = [.. parts.Select(file.Find)];
            if (column >= 0 && Array.TrueForAll(places, p => p >= 0))
            {
                subtotals.Add((column, places));
            }
        }
    }
}

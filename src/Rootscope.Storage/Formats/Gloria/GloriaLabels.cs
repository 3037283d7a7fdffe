using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Gloria;

/// <summary>
/// The labels of GLORIA, from three sheets of its ReadMe workbook saved as CSV: Regions, Sectors, Value added and final demand.
/// </summary>
internal sealed class GloriaLabels
{
    private GloriaLabels(SectorIndex sectors, IReadOnlyList<string> uses, IReadOnlyList<ValueAddedCategory> inputs)
    {
        Sectors = sectors;
        Uses = uses;
        ValueAdded = inputs;
        FinalDemand =
        [
            .. sectors.Regions.SelectMany(
                (region, number) =>
                    uses.Select(use => new FinalDemandCategory(
                        $"{region.Code}: {use}",
                        $"{region.Name}: {use}",
                        FinalUses.KindOf(use) ?? FinalDemandKind.Discrepancy,
                        new(number)
                    ))
            ),
        ];
    }

    public SectorIndex Sectors { get; }

    /// <summary>Final uses of one region.</summary>
    public IReadOnlyList<string> Uses { get; }

    public IReadOnlyList<FinalDemandCategory> FinalDemand { get; }

    /// <summary>Primary inputs of one region.</summary>
    public IReadOnlyList<ValueAddedCategory> ValueAdded { get; }

    public static GloriaLabels Read(SourceFiles files, CancellationToken cancellation)
    {
        Region[] regions =
        [
            .. Sheet(files, "Region_acronyms", "Region_names", cancellation)
                .Select(r => new Region(r.First, r.Second.Length > 0 ? r.Second : r.First)),
        ];
        Industry[] sectors = [.. Sheet(files, "Sector_names", "Sector_names", cancellation).Select(s => new Industry(s.First, s.First))];
        List<(string First, string Second)> sheet = Sheet(files, "Value_added_names", "Final_demand_names", cancellation);
        string[] inputs = [.. sheet.Select(s => s.First).Where(s => s.Length > 0)];
        string[] uses = [.. sheet.Select(s => s.Second).Where(s => s.Length > 0)];
        (string, string)[] labels = [.. regions.SelectMany(r => sectors.Select(s => (r.Code, s.Code)))];
        SectorIndex index = RegionalSectors.Index(
            labels,
            code => Array.Find(regions, r => r.Code == code)!,
            code => new Industry(code, code),
            k => $"{files.Place}, sector number {k + 1}"
        );
        return new GloriaLabels(
            index,
            uses,
            [.. inputs.Select((v, i) => new ValueAddedCategory($"VA{i + 1}", v, PrimaryInputs.KindOf(v)))]
        );
    }

    /// <summary>Two columns of the one CSV file that has both.</summary>
    private static List<(string First, string Second)> Sheet(SourceFiles files, string first, string second, CancellationToken cancellation)
    {
        foreach (string path in files.All.Where(IsSheet))
        {
            using CsvFile file = CsvFile.Open(path, cancellation);
            int a = file.Find(first);
            int b = file.Find(second);
            if (a < 0 || b < 0)
            {
                continue;
            }

            var rows = new List<(string, string)>();
            while (file.Read())
            {
                rows.Add((file.Text(a), file.Text(b)));
            }

            return rows.Count > 0
                ? rows
                : throw new TableException($"{path}, line 2", $"the sheet has no row below '{first}'. Save it again.");
        }

        throw new TableException(
            files.Place,
            $"there is no CSV file with the columns {first} and {second}. Save the sheets Regions, Sectors, and 'Value added and final "
                + $"demand' of the GLORIA ReadMe workbook as CSV beside the figures."
        );
    }

    private static bool IsSheet(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        && !Path.GetFileName(path).Contains("-Results_", StringComparison.OrdinalIgnoreCase);
}

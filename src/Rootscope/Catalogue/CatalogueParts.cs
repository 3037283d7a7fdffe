using Rootscope.Tables;

namespace Rootscope.Catalogue;

/// <summary>The contents of a catalogue, understood but not yet indexed.</summary>
internal sealed record CatalogueParts(
    IReadOnlyList<Area> Areas,
    IReadOnlyList<Technology> Technologies,
    IReadOnlyList<IndustryCode> Codes,
    IReadOnlyList<TechnologyLink> Links,
    IReadOnlyList<Evidence> Evidence
)
{
    /// <summary>Reads the cells of the files.</summary>
    /// <exception cref="TableException">A cell cannot be understood, or a reference leads nowhere.</exception>
    public static CatalogueParts From(CatalogueSheets sheets)
    {
        Dictionary<string, Area> areas = Read(sheets.Areas, AreaOf).ToDictionary(a => a.Id, sheets.Areas);
        Dictionary<string, Technology> technologies = Read(sheets.Technologies, c => TechnologyOf(c, areas))
            .ToDictionary(t => t.Id, sheets.Technologies);
        return new CatalogueParts(
            [.. areas.Values],
            [.. technologies.Values],
            [.. Read(sheets.Codes, c => CodeOf(c, technologies))],
            [.. Read(sheets.Links, c => new TechnologyLink(c.Find("upstream", technologies), c.Find("downstream", technologies)))],
            [.. Read(sheets.Evidence, c => EvidenceOf(c, technologies))]
        );
    }

    private static IEnumerable<T> Read<T>(CatalogueSheet sheet, Func<Cells, T> read) =>
        sheet.Rows.Select(row => read(new Cells(sheet, row)));

    private static Area AreaOf(Cells cells) => new(cells["id"], cells["name"], cells["chineseName"], cells["definition"]);

    private static Technology TechnologyOf(Cells cells, Dictionary<string, Area> areas) =>
        new(
            cells["id"],
            cells.Word<TechnologyTier>("tier"),
            cells.Find("area", areas),
            cells["name"],
            cells["chineseName"],
            cells["definition"]
        )
        {
            Synonyms = cells["synonyms"],
        };

    private static IndustryCode CodeOf(Cells cells, Dictionary<string, Technology> technologies) =>
        new(
            cells.Find("technology", technologies),
            Classification.Find(cells["classification"]) ?? throw cells.Fault("classification", "is unknown"),
            cells["code"],
            cells.Word<PurityGrade>("grade"),
            cells["note"]
        );

    private static Evidence EvidenceOf(Cells cells, Dictionary<string, Technology> technologies) =>
        new()
        {
            Technology = cells.Find("technology", technologies),
            Claim = cells["claim"],
            Value = cells["value"].Length == 0 ? null : CellRules.Number(cells["value"]) ?? throw cells.Fault("value", "is no number"),
            Unit = cells["unit"],
            IsComputed = cells["derivation"] == "computed",
            Source = cells["source"],
            Year = cells["year"].Length == 0 ? null : CellRules.Year(cells["year"]) ?? throw cells.Fault("year", "is no year"),
            Kind = cells.Word<EvidenceKind>("kind"),
            Licence = cells["licence"],
            Status = cells.Word<EvidenceStatus>("status"),
            Note = cells["note"],
        };

    /// <summary>The cells of one row by name, and errors that name their place.</summary>
    private readonly struct Cells(CatalogueSheet sheet, CatalogueRow row)
    {
        public string this[string column] => sheet.Cell(row, column);

        public T Word<T>(string column)
            where T : struct, Enum =>
            Enum.TryParse(this[column], ignoreCase: true, out T value) && Enum.IsDefined(value)
                ? value
                : throw Fault(column, $"is none of {string.Join(", ", Enum.GetNames<T>())}");

        public T Find<T>(string column, Dictionary<string, T> known) =>
            known.TryGetValue(this[column], out T? value) ? value : throw Fault(column, "is unknown");

        public TableException Fault(string column, string what) =>
            new(
                $"{sheet.Place}, line {row.Line}, column '{column}'",
                $"'{this[column]}' {what}. To see every fault, run {Repair.Step(RepairStep.CheckCatalogue)} on the folder."
            );
    }
}

/// <summary>Indexes that say which file holds a key twice.</summary>
internal static class CatalogueKeys
{
    public static Dictionary<string, T> ToDictionary<T>(this IEnumerable<T> items, Func<T, string> key, CatalogueSheet sheet)
    {
        var index = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (T item in items)
        {
            if (!index.TryAdd(key(item), item))
            {
                throw new TableException(sheet.Place, $"'{key(item)}' occurs twice. Remove one of the two rows.");
            }
        }

        return index;
    }
}

using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Catalogue;

/// <summary>Holds a catalogue against its schema and its rules, and reports every fault it finds.</summary>
/// <remarks>
/// The rules: cells obey <see cref="CatalogueSchema"/>; keys and names occur once; areas and technologies that are referred to
/// exist; codes are in their classification's list, or have its form where no list is at hand; every technology has a class; no
/// technology is linked to itself; and the rules of <see cref="EvidenceRules"/>. Cycles of links are allowed and noted.
/// </remarks>
public static class CatalogueCheck
{
    /// <summary>Checks a catalogue.</summary>
    /// <param name="sheets">The five files as text.</param>
    /// <param name="lists">The code lists at hand, by classification.</param>
    /// <returns>All faults; never only the first.</returns>
    public static CatalogueCheckResult Of(CatalogueSheets sheets, IReadOnlyDictionary<Classification, CodeList> lists)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(lists);
        var findings = new List<CatalogueFinding>();
        string[] areas = Column(sheets.Areas, "id");
        string[] technologies = Column(sheets.Technologies, "id");
        foreach (CatalogueSheet sheet in sheets.All)
        {
            CheckCells(sheet, areas, technologies, findings);
            CheckUnique(sheet, sheet.File.Key, findings);
        }

        CheckUnique(sheets.Technologies, ["name"], findings);
        CheckUnique(sheets.Technologies, ["chineseName"], findings);
        CheckCodes(sheets.Codes, lists, findings);
        CheckEveryTechnologyHasAClass(sheets, findings);
        CheckLinks(sheets.Links, findings);
        EvidenceRules.Check(sheets.Evidence, findings);
        string[] order = [.. sheets.All.Select(s => s.Place)];
        return new CatalogueCheckResult(
            [.. findings.OrderBy(f => Array.IndexOf(order, f.File)).ThenBy(f => f.Line)],
            Notes(sheets, lists, technologies)
        );
    }

    private static string[] Column(CatalogueSheet sheet, string name) => [.. sheet.Rows.Select(r => sheet.Cell(r, name))];

    private static void CheckCells(CatalogueSheet sheet, string[] areas, string[] technologies, List<CatalogueFinding> findings)
    {
        foreach (CatalogueRow row in sheet.Rows)
        {
            for (int c = 0; c < sheet.File.Columns.Count; c++)
            {
                CatalogueColumn column = sheet.File.Columns[c];
                if (CellRules.Fault(column, row.At(c), areas, technologies) is var (fault, repair))
                {
                    findings.Add(new CatalogueFinding(sheet.Place, row.Line, column.Name, fault, repair));
                }
            }
        }
    }

    private static void CheckUnique(CatalogueSheet sheet, IReadOnlyList<string> key, List<CatalogueFinding> findings)
    {
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (CatalogueRow row in sheet.Rows)
        {
            string value = string.Join(" · ", key.Select(k => sheet.Cell(row, k)));
            if (!lines.TryAdd(value, row.Line))
            {
                findings.Add(
                    new CatalogueFinding(
                        sheet.Place,
                        row.Line,
                        string.Join(", ", key),
                        $"'{value}' already stands in line {lines[value]}",
                        "Remove one of the two, or tell them apart."
                    )
                );
            }
        }
    }

    private static void CheckCodes(
        CatalogueSheet sheet,
        IReadOnlyDictionary<Classification, CodeList> lists,
        List<CatalogueFinding> findings
    )
    {
        foreach (CatalogueRow row in sheet.Rows)
        {
            string code = sheet.Cell(row, "code");
            if (code.Length == 0 || Classification.Find(sheet.Cell(row, "classification")) is not { } classification)
            {
                continue;
            }

            if (!classification.HasForm(code))
            {
                findings.Add(
                    new CatalogueFinding(
                        sheet.Place,
                        row.Line,
                        "code",
                        $"'{code}' is no code of {classification.Id}, whose codes are {classification.Form}",
                        "Correct the code; keep its leading zeros."
                    )
                );
            }
            else if (lists.TryGetValue(classification, out CodeList? list) && !list.Contains(code))
            {
                IReadOnlyList<string> near = NearestNames.Of(code, list.Codes);
                string nearest = near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty;
                findings.Add(
                    new CatalogueFinding(
                        sheet.Place,
                        row.Line,
                        "code",
                        $"{classification.Id} has no code '{code}'",
                        $"Give a code of {classification.Id}.{nearest}"
                    )
                );
            }
        }
    }

    private static void CheckEveryTechnologyHasAClass(CatalogueSheets sheets, List<CatalogueFinding> findings)
    {
        HashSet<string> held = [.. Column(sheets.Codes, "technology")];
        foreach (CatalogueRow row in sheets.Technologies.Rows.Where(r => !held.Contains(sheets.Technologies.Cell(r, "id"))))
        {
            findings.Add(
                new CatalogueFinding(
                    sheets.Technologies.Place,
                    row.Line,
                    "id",
                    $"'{sheets.Technologies.Cell(row, "id")}' has no class in {sheets.Codes.File.File}",
                    "Name at least one class that holds it."
                )
            );
        }
    }

    private static void CheckLinks(CatalogueSheet sheet, List<CatalogueFinding> findings)
    {
        foreach (
            CatalogueRow row in sheet.Rows.Where(r => sheet.Cell(r, "upstream") is { Length: > 0 } up && up == sheet.Cell(r, "downstream"))
        )
        {
            findings.Add(new CatalogueFinding(sheet.Place, row.Line, "downstream", "links a technology to itself", "Remove the row."));
        }
    }

    private static List<string> Notes(CatalogueSheets sheets, IReadOnlyDictionary<Classification, CodeList> lists, string[] technologies)
    {
        var notes = new List<string>();
        foreach (Classification classification in Classification.All.Where(c => !lists.ContainsKey(c)))
        {
            int count = sheets.Codes.Rows.Count(r => sheets.Codes.Cell(r, "classification") == classification.Id);
            notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No list of {classification.Id} is at hand: of its {count} codes only the form was checked."
                )
            );
        }

        HashSet<string> known = [.. technologies];
        IEnumerable<(string, string)> links = sheets
            .Links.Rows.Select(r => (sheets.Links.Cell(r, "upstream"), sheets.Links.Cell(r, "downstream")))
            .Where(l => known.Contains(l.Item1) && known.Contains(l.Item2));
        foreach (IReadOnlyList<string> cycle in LinkCycles.Of(technologies, links))
        {
            notes.Add($"These technologies need each other in a circle, which is allowed: {string.Join(", ", cycle)}.");
        }

        HashSet<string> told = [.. Column(sheets.Evidence, "technology")];
        string[] silent = [.. technologies.Where(t => !told.Contains(t))];
        if (silent.Length > 0)
        {
            notes.Add($"No evidence is recorded for {string.Join(", ", silent)}.");
        }

        return notes;
    }
}

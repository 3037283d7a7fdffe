using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Catalogue;

/// <summary>Reads the five files of a catalogue as text. What their cells mean is for the library to say.</summary>
internal static class CatalogueReader
{
    /// <summary>Reads all five files; faults of layout become findings, so that one broken file hides no other.</summary>
    /// <param name="open">Opens a file by its name.</param>
    /// <param name="place">How messages name a file.</param>
    public static (CatalogueSheets Sheets, List<CatalogueFinding> Findings) Read(Func<string, CsvFile> open, Func<string, string> place)
    {
        var findings = new List<CatalogueFinding>();
        CatalogueSheet Sheet(CatalogueFile file) => new(file, place(file.File), ReadRows(file, open, place, findings));
        var sheets = new CatalogueSheets
        {
            Areas = Sheet(CatalogueSchema.Areas),
            Technologies = Sheet(CatalogueSchema.Technologies),
            Codes = Sheet(CatalogueSchema.Codes),
            Links = Sheet(CatalogueSchema.Links),
            Evidence = Sheet(CatalogueSchema.Evidence),
        };
        return (sheets, findings);
    }

    private static List<CatalogueRow> ReadRows(
        CatalogueFile file,
        Func<string, CsvFile> open,
        Func<string, string> place,
        List<CatalogueFinding> findings
    )
    {
        var rows = new List<CatalogueRow>();
        int line = 1;
        try
        {
            using CsvFile csv = open(file.File);
            int[] columns = [.. file.Columns.Select(c => c.Rule == CellRule.OptionalText ? csv.Find(c.Name) : csv.Column(c.Name))];
            line = 2;
            while (csv.Read())
            {
                rows.Add(new CatalogueRow(csv.Line, [.. columns.Select(c => c < 0 ? string.Empty : csv.Text(c))]));
                line = csv.Line + 1;
            }
        }
        catch (TableException e)
        {
            findings.Add(
                new CatalogueFinding(
                    place(file.File),
                    line,
                    string.Empty,
                    Shortened(e),
                    "Repair the layout first; the rest of this file was not checked."
                )
            );
        }

        return rows;
    }

    private static string Shortened(TableException e) =>
        e.Message.StartsWith(e.Place, StringComparison.Ordinal) ? e.Message[(e.Place.Length + 2)..].TrimEnd('.') : e.Message;
}

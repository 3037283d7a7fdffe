namespace Rootscope.Catalogue;

/// <summary>The rules that make a claim fit to be repeated.</summary>
/// <remarks>
/// A claim has a source and a year, or is marked as judgement. A value has a unit and says whether it was quoted or computed. What
/// was computed from a source that forbids commercial use is left out; a figure that such a source published is quoted and cited.
/// </remarks>
internal static class EvidenceRules
{
    private static readonly string[] NonCommercialWords = ["BY-NC", "non-commercial", "noncommercial"];

    public static void Check(CatalogueSheet sheet, List<CatalogueFinding> findings)
    {
        foreach (CatalogueRow row in sheet.Rows)
        {
            CheckSource(sheet, row, findings);
            CheckValue(sheet, row, findings);
        }
    }

    private static void CheckSource(CatalogueSheet sheet, CatalogueRow row, List<CatalogueFinding> findings)
    {
        bool judged = sheet.Cell(row, "kind") == "judgement";
        if (judged != (sheet.Cell(row, "status") == "judgement"))
        {
            findings.Add(
                new CatalogueFinding(
                    sheet.Place,
                    row.Line,
                    "status",
                    "kind and status disagree on whether this is a judgement",
                    "Mark both as judgement, or neither."
                )
            );
        }

        if (judged)
        {
            return;
        }

        foreach (string column in (string[])["source", "year", "licence"])
        {
            if (sheet.Cell(row, column).Length == 0)
            {
                findings.Add(
                    new CatalogueFinding(
                        sheet.Place,
                        row.Line,
                        column,
                        $"the claim has no {column}",
                        $"Give its {column}, or mark the claim as judgement."
                    )
                );
            }
        }
    }

    private static void CheckValue(CatalogueSheet sheet, CatalogueRow row, List<CatalogueFinding> findings)
    {
        bool hasValue = sheet.Cell(row, "value").Length > 0;
        foreach (string column in (string[])["unit", "derivation"])
        {
            if (hasValue != sheet.Cell(row, column).Length > 0)
            {
                findings.Add(
                    hasValue
                        ? new CatalogueFinding(sheet.Place, row.Line, column, $"the value has no {column}", $"Give its {column}.")
                        : new CatalogueFinding(
                            sheet.Place,
                            row.Line,
                            column,
                            $"there is a {column} but no value",
                            "Give the value, or empty the cell."
                        )
                );
            }
        }

        string licence = sheet.Cell(row, "licence");
        bool nonCommercial = NonCommercialWords.Any(w => licence.Contains(w, StringComparison.OrdinalIgnoreCase));
        if (nonCommercial && sheet.Cell(row, "derivation") == "computed")
        {
            findings.Add(
                new CatalogueFinding(
                    sheet.Place,
                    row.Line,
                    "derivation",
                    "a figure is computed from a source that forbids commercial use",
                    "Quote a figure that the source published, or leave the row out."
                )
            );
        }
    }
}

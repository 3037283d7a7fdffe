using System.Globalization;
using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.References;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Storage;

/// <summary>One thing that a table was held against.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="IsInOrder">False where it is worth a look.</param>
/// <param name="Count">How many sectors or regions it concerns; null where that has no meaning.</param>
/// <param name="Value">The figure behind it; unit: ratio; null where there is none.</param>
/// <param name="Text">What was found, in words.</param>
public sealed record ReviewFinding(string Check, bool IsInOrder, int? Count, double? Value, string Text);

/// <summary>Holds a table against what is known outside it: economies, code lists, editions. It finds what identities cannot.</summary>
/// <remarks>Nothing found here makes a table unusable; each finding is a question to its user.</remarks>
public static class TableReview
{
    private const int MostNamed = 5;
    private const double Billion = 1e9;

    /// <summary>How derivations begin in which a reader says whether it knows the edition.</summary>
    private const string EditionSays = "Edition ";

    private static readonly Lazy<Dictionary<string, double>> KnownEconomies = new(ReadEconomies);

    /// <summary>Reviews a table: unit, edition, duplicate and missing sectors, and cells that stand out.</summary>
    public static IReadOnlyList<ReviewFinding> Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [Unit(table), Edition(table), Duplicates(table), Missing(table), Outstanding(table)];
    }

    private static ReviewFinding Unit(FlowTable table)
    {
        var unit = UnitPlausibility.Of(table, KnownEconomies.Value);
        string text = unit switch
        {
            { Ratio: null } => $"not checked: the size of an economy in {table.Metadata.Currency} with these regions is not known",
            { IsDoubtful: true } =>
                $"GDP is {unit.Ratio:G3} times that of 2011: is it really '{table.Metadata.Unit}', {table.Metadata.UnitScale:G6} "
                    + $"{table.Metadata.Currency} to one?",
            _ => "GDP has the magnitude of that of 2011",
        };
        return new ReviewFinding("unit plausible", !unit.IsDoubtful, null, unit.Ratio, text);
    }

    private static ReviewFinding Edition(FlowTable table)
    {
        if (table.Metadata.Derivations.FirstOrDefault(d => d.StartsWith(EditionSays, StringComparison.Ordinal)) is { } said)
        {
            return new ReviewFinding("edition", !said.Contains("not recognised", StringComparison.Ordinal), null, null, said);
        }

        (string Classification, int Regions, int Industries, string Name)[] known =
        [
            .. Editions().Where(e => e.Classification == table.Metadata.Classification),
        ];
        (int regions, int industries) = (table.Sectors.Regions.Count, table.Sectors.Industries.Count);
        string? name = known.FirstOrDefault(e => e.Regions == regions && e.Industries == industries).Name;
        return name is not null ? new ReviewFinding("edition", true, null, null, $"recognised by its size: {name}")
            : known.Length > 0
                ? new ReviewFinding(
                    "edition",
                    false,
                    null,
                    null,
                    $"not recognised: {regions} × {industries} is none of "
                        + $"{string.Join("; ", known.Select(e => $"{e.Name} ({e.Regions} × {e.Industries})"))}"
                )
            : new ReviewFinding("edition", true, null, null, $"not checked: no editions of '{table.Metadata.Classification}' are known");
    }

    private static ReviewFinding Duplicates(FlowTable table)
    {
        string[] found = [.. SameNames(table).Concat(SameFigures(table)).Distinct(StringComparer.Ordinal)];
        return new ReviewFinding("duplicate sectors", found.Length == 0, found.Length, null, Named(found));
    }

    private static IEnumerable<string> SameNames(FlowTable table) =>
        table
            .Sectors.Industries.Where(i => i.Name.Length > 0)
            .GroupBy(i => i.Name, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Skip(1).Any())
            .Select(g => $"{string.Join(" and ", g.Select(i => i.Code))} are both called '{g.Key}'");

    /// <summary>Sectors of the same output whose whole column is the same: one was copied over the other.</summary>
    private static IEnumerable<string> SameFigures(FlowTable table)
    {
        foreach (
            IGrouping<double, int> group in Enumerable.Range(0, table.Size).Where(s => table.Output[s] > 0).GroupBy(s => table.Output[s])
        )
        {
            int[] sectors = [.. group];
            for (int a = 0; a < sectors.Length; a++)
            {
                for (int b = a + 1; b < sectors.Length; b++)
                {
                    if (HaveSameColumn(table, sectors[a], sectors[b]))
                    {
                        yield return $"{table.Sectors.LabelOf(new(sectors[a]))} and "
                            + $"{table.Sectors.LabelOf(new(sectors[b]))} have the same figures";
                    }
                }
            }
        }
    }

    private static bool HaveSameColumn(FlowTable table, int a, int b)
    {
        for (int i = 0; i < table.Size; i++)
        {
            ReadOnlySpan<double> sales = table.SalesOf(new(i));
            if (!sales[a].Equals(sales[b]))
            {
                return false;
            }
        }

        return true;
    }

    private static ReviewFinding Missing(FlowTable table)
    {
        string[] codes = [.. table.Sectors.Industries.Select(i => i.Code)];
        CodeList? list = Classification.Find(table.Metadata.Classification) is { } classification
            ? CatalogueLibrary.CodeListOf(classification)
            : null;
        IEnumerable<string> absent = list is null ? [] : list.Codes.Except(codes, StringComparer.Ordinal).Select(c => $"{c} is not there");
        IEnumerable<string> foreign = list is null
            ? []
            : codes.Where(c => !list.Contains(c)).Select(c => $"{c} is no code of {table.Metadata.Classification}");
        int industries = codes.Length;
        double[] output = table.Output.ToArray();
        IEnumerable<string> empty = table
            .Sectors.Regions.Where((_, r) => output.AsSpan(r * industries, industries).IndexOfAnyExcept(0.0) < 0)
            .Select(r => $"{r.Code} has no output");
        string[] found = [.. absent, .. foreign, .. empty];
        return new ReviewFinding("missing sectors", found.Length == 0, found.Length, null, Named(found));
    }

    /// <summary>The cells of a table of one region that stand out; none where divisions of its industries are not known.</summary>
    public static IReadOnlyList<OutstandingCell> CellsThatStandOut(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Sectors.Regions.Count == 1 ? OutstandingCells.Of(table, IsicDivisions.Of(table)) : [];
    }

    private static ReviewFinding Outstanding(FlowTable table)
    {
        const string Check = "cells that stand out";
        if (table.Sectors.Regions.Count > 1 || IsicDivisions.Of(table).All(d => d is null))
        {
            string why = table.Sectors.Regions.Count > 1 ? "the table has several regions" : "divisions of its industries are not known";
            return new ReviewFinding(Check, true, null, null, $"not checked: {why}");
        }

        IReadOnlyList<OutstandingCell> cells = CellsThatStandOut(table);
        if (cells.Count == 0)
        {
            return new ReviewFinding(Check, true, 0, null, string.Empty);
        }

        return new ReviewFinding(
            Check,
            false,
            cells.Count,
            null,
            $"{OutstandingCells.Rule}. The largest: {Named([.. cells.Select(c => InWords(table, c))])}"
        );
    }

    /// <summary>A cell that stands out, in words: who sells how much to whom.</summary>
    public static string InWords(FlowTable table, OutstandingCell cell)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(cell);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Sectors.IndustryOf(new(cell.Seller)).Name} to {table.Sectors.IndustryOf(new(cell.Buyer)).Name}, "
                + $"{cell.Value * table.Metadata.UnitScale / Billion:0.##} bn {table.Metadata.Currency}"
        );
    }

    private static string Named(string[] found) =>
        string.Join("; ", found.Take(MostNamed)) + (found.Length > MostNamed ? $"; and {found.Length - MostNamed} more" : string.Empty);

    /// <summary>GDP of the regions of the embedded world table, in dollars.</summary>
    private static Dictionary<string, double> ReadEconomies()
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        double[] valueAdded = TableTotals.ValueAdded(world);
        int industries = world.Sectors.Industries.Count;
        var known = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int r = 0; r < world.Sectors.Regions.Count; r++)
        {
            known.Add(world.Sectors.Regions[r].Code, valueAdded.Skip(r * industries).Take(industries).Sum() * world.Metadata.UnitScale);
        }

        return known;
    }

    private static List<(string Classification, int Regions, int Industries, string Name)> Editions()
    {
        const string Resource = "data/editions/editions.csv";
        using CsvFile csv = CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!),
            "embedded editions"
        );
        var editions = new List<(string, int, int, string)>();
        while (csv.Read())
        {
            editions.Add((csv.Text(0), (int)csv.Number(1), (int)csv.Number(2), csv.Text(3)));
        }

        return editions;
    }
}

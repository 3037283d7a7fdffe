using System.Globalization;
using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage.References;

/// <summary>A bridge for any table that the reference's classes lead to: data/references/parts.csv and slices.csv.</summary>
internal static class ReferenceBridge
{
    private const string Folder = "data/references/";

    /// <summary>Derives the bridge of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="way">From the reference's classes to the table's.</param>
    /// <param name="shares">Shares of the user's, by technology or part.</param>
    public static TechnologyBridge Of(FlowTable table, FlowTable reference, Concordance way, IReadOnlyDictionary<string, double>? shares)
    {
        var parentOf = way.Links.ToDictionary(l => l.From, l => l.To, StringComparer.Ordinal);
        var classesOf = parentOf
            .GroupBy(p => p.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        BridgePart[] parts =
        [
            .. Rows("parts")
                .Where(r => HoldsFor(r["tables"], table.Metadata.Classification))
                .Select(r => PartOf(table, reference, r, parentOf, classesOf, shares)),
        ];
        return new TechnologyBridge($"{BridgeLibrary.Reference} for {table.Metadata.Classification}", parts, SlicesBeside(parts));
    }

    /// <summary>A bridge at hand with shares of the user's, and with the technologies that it has no part for.</summary>
    public static TechnologyBridge Completed(TechnologyBridge bridge, IReadOnlyDictionary<string, double>? shares) =>
        new(
            bridge.Name,
            [
                .. bridge.Parts.Select(p =>
                    Given(shares, PublishedShares.NameOf(p.Split), p.Technologies) is { } share
                        ? p with
                        {
                            Split = p.Split with { OutputShare = share, ImportShare = null, ExportShare = null },
                            Source = $"{p.Source}; share of output given",
                        }
                        : p
                ),
            ],
            SlicesBeside(bridge.Parts)
        );

    private static BridgePart PartOf(
        FlowTable table,
        FlowTable reference,
        Dictionary<string, string> row,
        Dictionary<string, string> parentOf,
        Dictionary<string, int> classesOf,
        IReadOnlyDictionary<string, double>? shares
    )
    {
        // Where the classes belong to several industries of the table, those in the one that holds most of their output stand for the part.
        IGrouping<string, string> main = row["reference"]
            .Split(' ')
            .GroupBy(c => parentOf[c], StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(c => reference.Output[reference.Sectors.FindIndustry(c)]))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First();
        string parent = main.Key;
        string[] classes = [.. main];
        CarriedTechnology[] technologies =
        [
            .. row["technologies"]
                .Split(' ')
                .Select(t => t.Split(':'))
                .Select(t => new CarriedTechnology(t[0], Enum.Parse<PurityGrade>(t[1]))),
        ];
        string note = row["note"].Length > 0 ? $"; {row["note"]}" : string.Empty;
        if (classes.Length == classesOf[parent])
        {
            string name = table.Sectors.Industries.First(i => i.Code == parent).Name;
            return new BridgePart(new SplitPart(parent, parent, name, classes), technologies, null, $"the table's own class{note}");
        }

        var part = new SplitPart(parent, $"{parent}-{row["part"]}", row["name"], classes);
        string country = table.Sectors.Regions.Count == 1 ? table.Sectors.Regions[0].Code : string.Empty;
        string recipes = $"recipes and buyers: {BridgeLibrary.Reference} ({string.Join(' ', classes)}){note}";
        if (Given(shares, row["part"], technologies) is { } given)
        {
            return new BridgePart(
                part with
                {
                    OutputShare = given,
                },
                technologies,
                null,
                string.Create(CultureInfo.InvariantCulture, $"{recipes}; share of output {given:0.####}, given")
            );
        }

        return PublishedShares.Find(country, table, parent, row["part"]) is { } published
            ? new BridgePart(
                part with
                {
                    OutputShare = published.Output,
                    ImportShare = published.Imports,
                    ExportShare = published.Exports,
                },
                technologies,
                null,
                $"{recipes}; share published (grade {published.Grade}): {published.Source}"
            )
            : new BridgePart(part, technologies, null, $"{recipes}; its share of output is the American one (grade C)");
    }

    private static double? Given(IReadOnlyDictionary<string, double>? shares, string part, IReadOnlyList<CarriedTechnology> technologies)
    {
        double? given =
            shares is null ? null
            : shares.TryGetValue(part, out double own) ? own
            : technologies
                .Select(t => shares.TryGetValue(t.Id, out double share) ? share : (double?)null)
                .FirstOrDefault(s => s is not null);
        return given is null or (> 0 and < 1)
            ? given
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The share of '{part}' is {given}: give one above 0 and below 1."),
                nameof(shares)
            );
    }

    private static SlicedTechnology[] SlicesBeside(IReadOnlyList<BridgePart> parts)
    {
        HashSet<string> seen = [.. parts.SelectMany(p => p.Technologies).Select(t => t.Id)];
        return
        [
            .. Rows("slices").Where(r => !seen.Contains(r["technology"])).Select(r => new SlicedTechnology(r["technology"], r["reason"])),
        ];
    }

    /// <summary>Whether a row holds for a classification: all, those that begin with a word, or with '!' all others.</summary>
    private static bool HoldsFor(string tables, string classification) =>
        tables.Length == 0
        || (
            tables[0] == '!'
                ? !classification.StartsWith(tables[1..], StringComparison.Ordinal)
                : classification.StartsWith(tables, StringComparison.Ordinal)
        );

    private static List<Dictionary<string, string>> Rows(string name)
    {
        using CsvFile csv = CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{name}.csv")!),
            $"embedded {name} of the reference"
        );
        string[] columns = name == "parts" ? ["part", "name", "technologies", "reference", "tables", "note"] : ["technology", "reason"];
        int[] at = [.. columns.Select(csv.Column)];
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(columns.Zip(at).ToDictionary(c => c.First, c => csv.Text(c.Second), StringComparer.Ordinal));
        }

        return rows;
    }
}

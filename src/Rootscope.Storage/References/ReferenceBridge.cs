using System.Globalization;
using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Storage.Formats.Shared;
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
                .Select(r =>
                    r["basis"].Length == 0
                        ? PartOf(table, reference, r, parentOf, classesOf, shares)
                        : LentPartOf(table, reference, r, parentOf, shares)
                )
                .OfType<BridgePart>(),
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
                            SizeFrom = SizeOrigin.Given,
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
        CarriedTechnology[] technologies = TechnologiesOf(row);
        string note = row["note"].Length > 0 ? $"; {row["note"]}" : string.Empty;
        if (classes.Length == classesOf[parent])
        {
            string name = table.Sectors.Industries.First(i => i.Code == parent).Name;
            return new BridgePart(new SplitPart(parent, parent, name, classes), technologies, null, $"the table's own class{note}");
        }

        var part = new SplitPart(parent, $"{parent}-{row["part"]}", row["name"], classes);
        string country = table.Sectors.Regions.Count == 1 ? table.Sectors.Regions[0].Code : string.Empty;
        string recipes = $"recipes and buyers: {BridgeLibrary.Reference} ({string.Join(' ', classes)}){note}";
        return Given(shares, row["part"], technologies) is { } given ? Sized(part, technologies, given, recipes)
            : PublishedShares.Find(country, table, parent, row["part"]) is { } published ? Sized(part, technologies, published, recipes)
            : new BridgePart(part, technologies, null, $"{recipes}; its share of output is the American one (grade C)");
    }

    /// <summary>A part that classes lend their pattern; null where no size is published for it.</summary>
    private static BridgePart? LentPartOf(
        FlowTable table,
        FlowTable reference,
        Dictionary<string, string> row,
        Dictionary<string, string> parentOf,
        IReadOnlyDictionary<string, double>? shares
    )
    {
        if (CarrierOf(table, row["carrier"], parentOf) is not { } parent)
        {
            return null;
        }

        CarriedTechnology[] technologies = TechnologiesOf(row);
        string[] classes = row["reference"].Split(' ');
        var part = new SplitPart(parent, $"{parent}-{row["part"]}", row["name"], classes)
        {
            Basis = PartBasis.Lent,
            Buyers = BridgeReader.Buyers(row["buyers"], word => new FormatException($"'{word}' is no buyer.")),
            Use = BridgeReader.Use(row["use"], word => new FormatException(word)),
        };
        string recipes = $"pattern lent by {BridgeLibrary.Reference} ({string.Join(' ', classes)}): {row["note"]}";
        string country = table.Sectors.Regions.Count == 1 ? table.Sectors.Regions[0].Code : string.Empty;
        return Given(shares, row["part"], technologies) is { } given ? Sized(part, technologies, given, recipes)
            : PublishedShares.Find(country, table, parent, row["part"]) is { } published ? Sized(part, technologies, published, recipes)
            : PublishedShares.American(table, parent, row["part"], reference, parentOf) is { } american
                ? new BridgePart(
                    part with
                    {
                        OutputShare = american.Output,
                    },
                    technologies,
                    null,
                    $"{recipes}; its share of output is the American one of {american.Year} (grade C): {american.Source}"
                )
            : null;
    }

    private static BridgePart Sized(SplitPart part, CarriedTechnology[] technologies, double given, string recipes) =>
        new(
            part with
            {
                OutputShare = given,
            },
            technologies,
            null,
            string.Create(CultureInfo.InvariantCulture, $"{recipes}; share of output {given:0.####}, given")
        )
        {
            SizeFrom = SizeOrigin.Given,
        };

    private static BridgePart Sized(SplitPart part, CarriedTechnology[] technologies, PublishedShare published, string recipes) =>
        new(
            part with
            {
                OutputShare = published.Output,
                ImportShare = published.Imports,
                ExportShare = published.Exports,
            },
            technologies,
            null,
            $"{recipes}; share published for {published.Year} (grade {published.Grade}): {published.Source}"
        )
        {
            SizeFrom = SizeOrigin.Published,
        };

    private static CarriedTechnology[] TechnologiesOf(Dictionary<string, string> row) =>
        [
            .. row["technologies"]
                .Split(' ')
                .Select(t => t.Split(':'))
                .Select(t => new CarriedTechnology(t[0], Enum.Parse<PurityGrade>(t[1]))),
        ];

    /// <summary>The industry of a table that holds a class: one of nbs2020 in Chinese tables, otherwise one of the reference.</summary>
    private static string? CarrierOf(FlowTable table, string carrier, Dictionary<string, string> parentOf)
    {
        const string Chinese = "nbs2020";
        bool isChinese = table.Metadata.Classification.StartsWith("nbs", StringComparison.Ordinal);
        foreach (string[] word in carrier.Split(' ').Select(w => w.Split(':')))
        {
            if (word[0] == Chinese && isChinese)
            {
                return ReferenceRoutes.Find(Chinese, table, [word[1]])?.Links.FirstOrDefault(l => l.From == word[1])?.To;
            }

            if (word[0] != Chinese && !isChinese)
            {
                return parentOf.GetValueOrDefault(word[1]);
            }
        }

        return null;
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

    /// <summary>Whether a row holds for a classification: all, those that begin with a word, or with '!' those that do not.</summary>
    private static bool HoldsFor(string tables, string classification) =>
        tables
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(w =>
                w[0] == '!'
                    ? !classification.StartsWith(w[1..], StringComparison.Ordinal)
                    : classification.StartsWith(w, StringComparison.Ordinal)
            );

    private static List<Dictionary<string, string>> Rows(string name)
    {
        using CsvFile csv = CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{name}.csv")!),
            $"embedded {name} of the reference"
        );
        string[] columns =
            name == "parts"
                ? ["part", "name", "technologies", "reference", "tables", "basis", "carrier", "buyers", "use", "note"]
                : ["technology", "reason"];
        int[] at = [.. columns.Select(csv.Column)];
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(columns.Zip(at).ToDictionary(c => c.First, c => csv.Text(c.Second), StringComparer.Ordinal));
        }

        return rows;
    }
}

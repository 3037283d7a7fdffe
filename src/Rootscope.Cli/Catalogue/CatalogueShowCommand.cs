using System.CommandLine;
using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Cli.Catalogue;

/// <summary><c>rootscope catalogue show</c>: everything the catalogue knows about one technology, one fact a row.</summary>
internal static class CatalogueShowCommand
{
    /// <summary>One thing that is known about the technology.</summary>
    private sealed record Fact(string Kind, string? Subject, string? Code, string? Grade, string? Text, string? Note)
    {
        public double? Value { get; init; }

        public string? Unit { get; init; }

        public int? Year { get; init; }

        public string? Source { get; init; }

        public string? Status { get; init; }
    }

    private static readonly IReadOnlyList<Column<Fact>> Columns =
    [
        new(
            "fact",
            string.Empty,
            "What the row tells: name, definition, carrier, split, code, needs, neededBy or evidence.",
            ColumnStyle.Text,
            "fact",
            f => f.Kind
        ),
        new("subject", string.Empty, "The table, the classification, or the kind of claim.", ColumnStyle.Text, "of", f => f.Subject),
        new("code", string.Empty, "The code or identifier.", ColumnStyle.Text, "code", f => f.Code),
        new(
            "grade",
            string.Empty,
            "How purely the class stands for the technology: A about half or more, B 10 to 50 percent, C less.",
            ColumnStyle.Text,
            "grade",
            f => f.Grade
        ),
        new("text", string.Empty, "The name, definition, class or claim.", ColumnStyle.Text, "text", f => f.Text),
        new("value", string.Empty, "The figure of a claim, in its unit.", ColumnStyle.Number, "value", f => f.Value),
        new("unit", string.Empty, "The unit of the figure.", ColumnStyle.Text, "unit", f => f.Unit),
        new("year", "year", "The year a claim is true of.", ColumnStyle.Whole, "year", f => f.Year),
        new("source", string.Empty, "The source of a claim.", ColumnStyle.Text, "source", f => f.Source),
        new("status", string.Empty, "How well a claim was verified.", ColumnStyle.Text, "status", f => f.Status),
        new("note", string.Empty, "What a reader must know.", ColumnStyle.Text, null, f => f.Note),
    ];

    public static Command Create()
    {
        var name = new Argument<string>("TECHNOLOGY")
        {
            Description = "Identifier, name in English or Chinese, or an unambiguous part of a name.",
        };
        var command = new DocumentedCommand(
            "show",
            "Shows one technology: names, definition, classes with grades, the industries that carry it in the embedded tables and how "
                + "they are split for it, links and evidence.",
            "rootscope catalogue show machine_tools",
            "rootscope catalogue show 碳纤维与复合材料",
            "rootscope catalogue show semi_equipment -f json"
        )
        {
            name,
        };
        command.SetAction(parsed => ReportWriter.Write(Show(parsed.GetRequiredValue(name)), parsed));
        return command;
    }

    private static Report Show(string name)
    {
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        Technology technology = catalogue.Find(name);
        return new Report<Fact>(
            "catalogue-technology",
            Columns,
            [
                .. Names(technology),
                .. Carriers(catalogue, technology),
                .. Splits(technology),
                .. Codes(catalogue, technology),
                .. Links("needs", catalogue.UpstreamOf(technology)),
                .. Links("neededBy", catalogue.DownstreamOf(technology)),
                .. catalogue.EvidenceOf(technology).Select(Claim),
            ],
            new Provenance { Command = $"catalogue show {technology.Id}" }
        )
        {
            IsGrouped = true,
            Remarks = Remarks(catalogue, technology),
        };
    }

    private static IEnumerable<Fact> Names(Technology technology) =>
        [
            Row("name", "English", technology.Id, null, technology.Name),
            Row("name", "Chinese", technology.Id, null, technology.ChineseName),
            Row("area", string.Empty, technology.Area.Id, null, $"{technology.Area.Name} {technology.Area.ChineseName}"),
            Row("tier", string.Empty, string.Empty, null, technology.Tier == TechnologyTier.Core ? "core" : "extended"),
            Row("definition", string.Empty, string.Empty, null, technology.Definition),
        ];

    private static IEnumerable<Fact> Carriers(TechnologyCatalogue catalogue, Technology technology)
    {
        foreach (string name in EmbeddedTables.Names)
        {
            FlowTable table = EmbeddedTables.Read(name);
            if (Classification.Find(table.Metadata.Classification) is not { } classification)
            {
                continue;
            }

            foreach (IndustryCode carrier in catalogue.CarriersOf(technology, classification))
            {
                string text = table.Sectors.TryFindIndustry(carrier.Code, out IndustryNumber industry)
                    ? table.Sectors.Industries[industry].Name
                    : "not in this table";
                yield return Row("carrier", name, carrier.Code, carrier.Grade.ToString(), text, carrier.Note);
            }
        }
    }

    /// <summary>
    /// How the embedded tables are split for it: the part or class that stands for it, or why its buyers are its carrier's.
    /// </summary>
    private static IEnumerable<Fact> Splits(Technology technology)
    {
        foreach (string name in EmbeddedTables.Names)
        {
            if (BridgeLibrary.For(EmbeddedTables.Read(name)) is not { } bridge)
            {
                continue;
            }

            if (bridge.Find(technology.Id) is ({ } part, { } grade))
            {
                string text = $"{part.Split.Name}; buyers: {part.BuyersInWords}";
                yield return Row("split", name, part.Split.Code, grade.ToString(), text, part.Source) with
                {
                    Value = part.Split.OutputShare,
                    Unit = part.Split.OutputShare is null ? null : "share of its carrier's output",
                };
            }
            else if (bridge.SliceOf(technology.Id) is { } slice)
            {
                yield return Row("split", name, string.Empty, null, "its carrier as a whole, with its buyers", slice.Reason);
            }
        }
    }

    private static IEnumerable<Fact> Codes(TechnologyCatalogue catalogue, Technology technology)
    {
        IReadOnlyDictionary<Classification, CodeList> lists = CatalogueLibrary.CodeLists();
        return catalogue
            .CodesOf(technology)
            .Select(c =>
                Row(
                    "code",
                    c.Classification.Id,
                    c.Code,
                    c.Grade.ToString(),
                    lists.GetValueOrDefault(c.Classification)?.NameOf(c.Code),
                    c.Note
                )
            );
    }

    private static IEnumerable<Fact> Links(string fact, IReadOnlyList<TechnologyStep> steps) =>
        steps.Where(s => s.Steps == 1).Select(s => Row(fact, "directly", s.Technology.Id, null, s.Technology.Name));

    private static Fact Claim(Evidence e) =>
        new(
            "evidence",
            e.Kind.ToString().ToLowerInvariant(),
            null,
            null,
            e.Claim,
            Joined(e.IsComputed ? "computed from published figures" : null, e.Note, e.Licence)
        )
        {
            Value = e.Value,
            Unit = e.Unit.Length == 0 ? null : e.Unit,
            Year = e.Year,
            Source = e.Source.Length == 0 ? null : e.Source,
            Status = e.Status.ToString().ToLowerInvariant(),
        };

    private static string? Joined(params string?[] notes)
    {
        string joined = string.Join("; ", notes.Where(n => !string.IsNullOrEmpty(n)));
        return joined.Length == 0 ? null : joined;
    }

    private static Fact Row(string fact, string subject, string code, string? grade, string? text, string? note = null) =>
        new(
            fact,
            subject.Length == 0 ? null : subject,
            code.Length == 0 ? null : code,
            grade,
            string.IsNullOrEmpty(text) ? null : text,
            string.IsNullOrEmpty(note) ? null : note
        );

    private static List<string> Remarks(TechnologyCatalogue catalogue, Technology technology)
    {
        var remarks = new List<string> { $"{technology.Name}: {technology.Definition}" };
        remarks.AddRange(catalogue.EvidenceOf(technology).Select(Sentence));
        if (remarks.Count == 1)
        {
            remarks.Add("No evidence is recorded about it.");
        }

        remarks.AddRange(
            Splits(technology).Where(f => f.Code is null).Select(f => $"In {f.Subject} its buyers are its carrier's: {f.Note}.")
        );
        int needs = catalogue.UpstreamOf(technology).Count;
        int neededBy = catalogue.DownstreamOf(technology).Count;
        remarks.Add(
            string.Create(CultureInfo.InvariantCulture, $"Through others it needs {needs} technologies in all, and {neededBy} need it.")
        );
        remarks.Add("Links and grades are the catalogue's judgement.");
        return remarks;
    }

    private static string Sentence(Evidence e)
    {
        string value = e.Value switch
        {
            null => string.Empty,
            { } share when e.Unit == "share" => ": " + share.ToString("0.#%", CultureInfo.InvariantCulture),
            { } other => string.Create(CultureInfo.InvariantCulture, $": {other:R} {e.Unit}"),
        };
        string source =
            e.Kind == EvidenceKind.Judgement
                ? "judgement"
                : string.Create(CultureInfo.InvariantCulture, $"{e.Source}, {e.Year}, {e.Status.ToString().ToLowerInvariant()}");
        return $"{e.Claim}{value} ({source}).";
    }
}

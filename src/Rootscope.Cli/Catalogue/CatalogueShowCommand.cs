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
    public static Command Create()
    {
        var name = new Argument<string>("TECHNOLOGY")
        {
            Description = "Identifier, name in English or Chinese, or an unambiguous part of a name.",
        };
        var command = new DocumentedCommand(
            "show",
            "Shows one technology: names, definition, classes with grades, the industries that carry it in the embedded tables, links "
                + "and evidence.",
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
        return new Report
        {
            Kind = "catalogue-technology",
            IsGrouped = true,
            Columns =
            [
                new(
                    "fact",
                    string.Empty,
                    "What the row tells: name, definition, carrier, code, needs, neededBy or evidence.",
                    ColumnStyle.Text,
                    "fact"
                ),
                new("subject", string.Empty, "The table, the classification, or the kind of claim.", ColumnStyle.Text, "of"),
                new("code", string.Empty, "The code or identifier.", ColumnStyle.Text, "code"),
                new(
                    "grade",
                    string.Empty,
                    "How purely the class stands for the technology: A about half or more, B 10 to 50 percent, C less.",
                    ColumnStyle.Text,
                    "grade"
                ),
                new("text", string.Empty, "The name, definition, class or claim.", ColumnStyle.Text, "text"),
                new("value", string.Empty, "The figure of a claim, in its unit.", ColumnStyle.Number, "value"),
                new("unit", string.Empty, "The unit of the figure.", ColumnStyle.Text, "unit"),
                new("year", "year", "The year a claim is true of.", ColumnStyle.Whole, "year"),
                new("source", string.Empty, "The source of a claim.", ColumnStyle.Text, "source"),
                new("status", string.Empty, "How well a claim was verified.", ColumnStyle.Text, "status"),
                new("note", string.Empty, "What a reader must know.", ColumnStyle.Text, null),
            ],
            Rows =
            [
                .. Names(technology),
                .. Carriers(catalogue, technology),
                .. Codes(catalogue, technology),
                .. Links("needs", catalogue.UpstreamOf(technology)),
                .. Links("neededBy", catalogue.DownstreamOf(technology)),
                .. catalogue.EvidenceOf(technology).Select(Claim),
            ],
            Provenance = new Provenance { Command = $"catalogue show {technology.Id}" },
            Remarks = Remarks(catalogue, technology),
        };
    }

    private static IEnumerable<object?[]> Names(Technology technology) =>
        [
            Row("name", "English", technology.Id, null, technology.Name),
            Row("name", "Chinese", technology.Id, null, technology.ChineseName),
            Row("area", string.Empty, technology.Area.Id, null, $"{technology.Area.Name} {technology.Area.ChineseName}"),
            Row("tier", string.Empty, string.Empty, null, technology.Tier == TechnologyTier.Core ? "core" : "extended"),
            Row("definition", string.Empty, string.Empty, null, technology.Definition),
        ];

    private static IEnumerable<object?[]> Carriers(TechnologyCatalogue catalogue, Technology technology)
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

    private static IEnumerable<object?[]> Codes(TechnologyCatalogue catalogue, Technology technology)
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

    private static IEnumerable<object?[]> Links(string fact, IReadOnlyList<TechnologyStep> steps) =>
        steps.Where(s => s.Steps == 1).Select(s => Row(fact, "directly", s.Technology.Id, null, s.Technology.Name));

    private static object?[] Claim(Evidence e) =>
        [
            "evidence",
            e.Kind.ToString().ToLowerInvariant(),
            null,
            null,
            e.Claim,
            e.Value,
            e.Unit.Length == 0 ? null : e.Unit,
            e.Year,
            e.Source.Length == 0 ? null : e.Source,
            e.Status.ToString().ToLowerInvariant(),
            Joined(e.IsComputed ? "computed from published figures" : null, e.Note, e.Licence),
        ];

    private static string? Joined(params string?[] notes)
    {
        string joined = string.Join("; ", notes.Where(n => !string.IsNullOrEmpty(n)));
        return joined.Length == 0 ? null : joined;
    }

    private static object?[] Row(string fact, string subject, string code, string? grade, string? text, string? note = null) =>
        [
            fact,
            subject.Length == 0 ? null : subject,
            code.Length == 0 ? null : code,
            grade,
            string.IsNullOrEmpty(text) ? null : text,
            null,
            null,
            null,
            null,
            null,
            string.IsNullOrEmpty(note) ? null : note,
        ];

    private static List<string> Remarks(TechnologyCatalogue catalogue, Technology technology)
    {
        var remarks = new List<string> { $"{technology.Name}: {technology.Definition}" };
        remarks.AddRange(catalogue.EvidenceOf(technology).Select(Sentence));
        if (remarks.Count == 1)
        {
            remarks.Add("No evidence is recorded about it.");
        }

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

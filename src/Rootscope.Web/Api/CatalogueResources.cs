using Rootscope.Answers.Economies;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Tables;
using Rootscope.Web.Language;
using Rootscope.Web.Sections.Search;

namespace Rootscope.Web.Api;

/// <summary>The catalogue: technologies, one of them, links, classes, evidence, and the search over it.</summary>
internal static class CatalogueResources
{
    private const string Source = "the catalogue of technologies, version of this engine";
    private const string Licence = "own figures: the catalogue's judgement; each claim names its own source and licence";

    public static readonly Resource Technologies = new()
    {
        Name = "technologies",
        Path = "technologies",
        Summary = "The technologies of the catalogue",
        Description = "Every technology with its area, its names in English and Chinese and what is meant by it.",
        Columns =
        [
            new("technology", ColumnKind.Text, string.Empty, "Its identifier."),
            new("name", ColumnKind.Text, string.Empty, "Its English name."),
            new("chineseName", ColumnKind.Text, string.Empty, "Its Chinese name."),
            new("area", ColumnKind.Text, string.Empty, "Identifier of its area."),
            new("areaName", ColumnKind.Text, string.Empty, "Name of its area."),
            new("tier", ColumnKind.Text, string.Empty, "core or extended."),
            new("definition", ColumnKind.Text, string.Empty, "What is meant by it."),
        ],
        Answer = (_, context, _) =>
            Catalogue([
                .. context.Economies.Catalogue.Technologies.Select(t =>
                    new object?[]
                    {
                        t.Id,
                        t.Name,
                        t.ChineseName,
                        t.Area.Id,
                        t.Area.Name,
                        t.Tier.ToString().ToLowerInvariant(),
                        t.Definition,
                    }
                ),
            ]),
    };

    public static readonly Resource Links = new()
    {
        Name = "catalogue-links",
        Path = "catalogue/links",
        Summary = "Which technology needs which",
        Description = "Direct links of the catalogue: the downstream technology needs the upstream one.",
        Columns =
        [
            new("upstream", ColumnKind.Text, string.Empty, "The technology that is needed."),
            new("downstream", ColumnKind.Text, string.Empty, "The technology that needs it."),
        ],
        Answer = (_, context, _) =>
            Catalogue([.. context.Economies.Catalogue.Links.Select(l => new object?[] { l.Upstream.Id, l.Downstream.Id })]),
    };

    public static readonly Resource Codes = new()
    {
        Name = "catalogue-codes",
        Path = "catalogue/codes",
        Summary = "The classes that stand for technologies",
        Description =
            "Classes of industries, products and occupations, each with the grade that says how purely it stands for the technology.",
        Columns =
        [
            new("technology", ColumnKind.Text, string.Empty, "The technology."),
            new("classification", ColumnKind.Text, string.Empty, "The classification."),
            new("code", ColumnKind.Text, string.Empty, "The class."),
            new("grade", ColumnKind.Text, string.Empty, "A about half or more, B 10 to 50 percent, C less."),
            new("note", ColumnKind.Text, string.Empty, "What a reader must know; null for nothing."),
        ],
        Answer = (_, context, _) =>
            Catalogue([
                .. context.Economies.Catalogue.Codes.Select(c =>
                    new object?[] { c.Technology.Id, c.Classification.Id, c.Code, c.Grade.ToString(), Or(c.Note) }
                ),
            ]),
    };

    public static readonly Resource Evidence = new()
    {
        Name = "catalogue-evidence",
        Path = "catalogue/evidence",
        Summary = "The evidence about technologies",
        Description = "Claims about technologies with figure, source, licence and how well each was verified.",
        Columns =
        [
            new("technology", ColumnKind.Text, string.Empty, "The technology."),
            new("claim", ColumnKind.Text, string.Empty, "What is claimed."),
            new("value", ColumnKind.Number, "see unit", "The figure; null for a claim without one."),
            new("unit", ColumnKind.Text, string.Empty, "The unit of the figure."),
            new("year", ColumnKind.Integer, "year", "The year it is true of."),
            new("source", ColumnKind.Text, string.Empty, "Where it is from."),
            new("licence", ColumnKind.Text, string.Empty, "Under which terms it stands."),
            new("kind", ColumnKind.Text, string.Empty, "The kind of source."),
            new("status", ColumnKind.Text, string.Empty, "How well it was verified."),
        ],
        Answer = (_, context, _) =>
            Catalogue([
                .. context.Economies.Catalogue.Evidence.Select(e =>
                    new object?[]
                    {
                        e.Technology.Id,
                        e.Claim,
                        e.Value,
                        Or(e.Unit),
                        e.Year,
                        Or(e.Source),
                        Or(e.Licence),
                        e.Kind.ToString().ToLowerInvariant(),
                        e.Status.ToString().ToLowerInvariant(),
                    }
                ),
            ]),
    };

    public static readonly Resource Technology = new()
    {
        Name = "technology",
        Path = "technologies/{technology}",
        Summary = "One technology",
        Description =
            "Everything about one technology in one economy, one fact a row: what it is (name, definition), the figures of the "
            + "industry that carries it (figures, pyramid, supplier, buyer), what it needs and what needs it (needs, neededBy), and "
            + "the evidence.",
        Parameters =
        [
            new("technology", "The technology, by identifier, English or Chinese name.", null)
            {
                IsRequired = true,
                Example = "logic_chips",
            },
            Parameters.Table,
            Parameters.Region,
            Parameters.Lens,
            .. Parameters.Cuts,
            .. Parameters.Making,
        ],
        Columns =
        [
            new(
                "fact",
                ColumnKind.Text,
                string.Empty,
                "name, definition, carrier, figures, pyramid, supplier, buyer, needs, neededBy or evidence."
            ),
            new("item", ColumnKind.Text, string.Empty, "The language, the lens, the tier, a code or an identifier."),
            new("text", ColumnKind.Text, string.Empty, "The name, the definition, the claim."),
            new(
                "leverage",
                ColumnKind.Number,
                "ratio",
                "Money lost for each unit of money of supply cut, of the part or industry that carries it."
            ),
            new("loss", ColumnKind.Number, "share", "What the lens says is lost."),
            new("gap", ColumnKind.Number, "ratio", "How many times the loss exceeds what size says, in logs."),
            new("value", ColumnKind.Number, "see unit", "A flow, what is carried, or the figure of a claim."),
            new("supported", ColumnKind.Number, "table", "Value added that the tier's industries make."),
            new("share", ColumnKind.Number, "share", "Share of inputs (supplier) or of use (buyer)."),
            new(
                "status",
                ColumnKind.Text,
                string.Empty,
                "Grade of the carrier, status of the lens's figures, or how well a claim was verified."
            ),
            new("unit", ColumnKind.Text, string.Empty, "The unit of value."),
            new("year", ColumnKind.Integer, "year", "The year that a claim is true of."),
            new("source", ColumnKind.Text, string.Empty, "The source of a claim; null for figures of the table."),
        ],
        Answer = (query, context, _) => Task.FromResult(TechnologyFacts(query, context)),
    };

    public static readonly Resource Search = new()
    {
        Name = "search",
        Path = "search",
        Summary = "Search technologies and industries",
        Description = "Finds technologies, industries and regions by a part of their name in English or Chinese, or by code.",
        Parameters = [new("q", "What to look for.", null) { IsRequired = true, Example = "chip" }, Parameters.Table],
        Columns =
        [
            new("kind", ColumnKind.Text, string.Empty, "What was found."),
            new("name", ColumnKind.Text, string.Empty, "Its English name."),
            new("chineseName", ColumnKind.Text, string.Empty, "Its Chinese name; the English one where it has none."),
            new("address", ColumnKind.Text, string.Empty, "The page about it."),
        ],
        Answer = (query, context, _) =>
            Catalogue([
                .. SiteSearch
                    .Find(query.Text("q").Trim(), context.Economies, query.State)
                    .Select(h =>
                        new object?[] { h.Kind.English.ToLowerInvariant(), h.Name[Tongue.English], h.Name[Tongue.Chinese], h.Address }
                    ),
            ]),
    };

    private static Task<Dataset> Catalogue(IReadOnlyList<object?[]> rows) =>
        Task.FromResult(
            new Dataset
            {
                Source = Source,
                Licence = Licence,
                Rows = rows,
            }
        );

    private static Dataset TechnologyFacts(ResourceQuery query, ResourceContext context)
    {
        TechnologyCatalogue catalogue = context.Economies.Catalogue;
        Technology technology = catalogue.Find(query.Text("technology"));
        List<object?[]> rows =
        [
            Fact("name", "en", technology.Name),
            Fact("name", "zh", technology.ChineseName),
            Fact("definition", null, technology.Definition),
        ];
        TechnologyAnswer? answer = IsCarried(query, context, technology) ? RootResources.One(query, context, technology.Id) : null;
        FlowTable economy = answer?.Economy.Table ?? context.Economies.Table(query.Text("table"));
        if (answer is not null)
        {
            IndustryCode carrier = TechnologyRanking.CarrierOf(technology, economy, catalogue, answer.Economy.Bridge)!;
            rows.Add(Fact("carrier", carrier.Code, economy.Sectors.IndustryOf(answer.Product).Name, carrier.Grade.ToString()));
            rows.AddRange(
                RootResources
                    .IndustryRows(query, answer)
                    .Select(r => (object?[])[.. r, r[6] is null ? null : economy.Metadata.Unit, null, null])
            );
        }

        rows.AddRange(
            catalogue.UpstreamOf(technology).Where(s => s.Steps == 1).Select(s => Fact("needs", s.Technology.Id, s.Technology.Name))
        );
        rows.AddRange(
            catalogue.DownstreamOf(technology).Where(s => s.Steps == 1).Select(s => Fact("neededBy", s.Technology.Id, s.Technology.Name))
        );
        rows.AddRange(
            catalogue
                .EvidenceOf(technology)
                .Select(e =>
                    (object?[])
                        [
                            "evidence",
                            e.Kind.ToString().ToLowerInvariant(),
                            e.Claim,
                            null,
                            null,
                            null,
                            e.Value,
                            null,
                            null,
                            e.Status.ToString().ToLowerInvariant(),
                            Or(e.Unit),
                            e.Year,
                            Or(e.Source),
                        ]
                )
        );
        IReadOnlyList<string> notes =
            answer?.Notes ?? [$"No industry of {economy.Metadata.Id} carries this technology well enough to say a figure."];
        return Dataset.Of(economy, rows, notes) with { Question = answer?.Question, Steps = answer?.Economy.Steps ?? [] };
    }

    /// <summary>Whether the table has an industry for a technology; a table of several regions is asked for one first.</summary>
    private static bool IsCarried(ResourceQuery query, ResourceContext context, Technology technology)
    {
        query.RequireRegion(context.Economies.Table(query.Text("table")));
        EconomyUnderStudy economy = context.Economies.Economy(
            QueryQuestions.Technology(query, technology.Id).Economy,
            aboutTechnologies: true
        );
        return TechnologyRanking.CarrierOf(technology, economy.Table, context.Economies.Catalogue, economy.Bridge) is not null;
    }

    private static object?[] Fact(string fact, string? item, string text, string? status = null) =>
        [fact, item, text, null, null, null, null, null, null, status, null, null, null];

    private static string? Or(string text) => text.Length > 0 ? text : null;
}

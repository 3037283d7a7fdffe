using Rootscope.Answers.Economies;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Tables;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Api;

/// <summary>The catalogue: technologies, one of them, links, classes, evidence, and the search over it.</summary>
internal static class CatalogueResources
{
    /// <summary>One fact about a technology.</summary>
    private sealed record TechnologyFact(string Fact, string? Item, string Text)
    {
        public RootRow? Figures { get; init; }

        public double? Value { get; init; }

        public double? Supported { get; init; }

        public double? Share { get; init; }

        public string? Status { get; init; }

        public string? Unit { get; init; }

        public int? Year { get; init; }

        public string? Source { get; init; }
    }

    private const string Source = "the catalogue of technologies, version of this engine";
    private const string Licence = "own figures: the catalogue's judgement; each claim names its own source and licence";

    private static readonly IReadOnlyList<Column<Technology>> TechnologyColumns =
    [
        new("technology", string.Empty, "Its identifier.", ColumnStyle.Text, "technology", t => t.Id),
        new("name", string.Empty, "Its English name.", ColumnStyle.Text, "name", t => t.Name),
        new("chineseName", string.Empty, "Its Chinese name.", ColumnStyle.Text, "chineseName", t => t.ChineseName),
        new("area", string.Empty, "Identifier of its area.", ColumnStyle.Text, "area", t => t.Area.Id),
        new("areaName", string.Empty, "Name of its area.", ColumnStyle.Text, "areaName", t => t.Area.Name),
        new("tier", string.Empty, "core or extended.", ColumnStyle.Text, "tier", t => t.Tier),
        new("definition", string.Empty, "What is meant by it.", ColumnStyle.Text, "definition", t => t.Definition),
    ];

    public static readonly Resource Technologies = new()
    {
        Name = "technologies",
        Path = "technologies",
        Summary = "The technologies of the catalogue",
        Description = "Every technology with its area, its names in English and Chinese and what is meant by it.",
        Columns = TechnologyColumns,
        Answer = (_, context, _) => Catalogue(TechnologyColumns, context.Economies.Catalogue.Technologies),
    };

    private static readonly IReadOnlyList<Column<TechnologyLink>> LinkColumns =
    [
        new("upstream", string.Empty, "The technology that is needed.", ColumnStyle.Text, "upstream", l => l.Upstream.Id),
        new("downstream", string.Empty, "The technology that needs it.", ColumnStyle.Text, "downstream", l => l.Downstream.Id),
    ];

    public static readonly Resource Links = new()
    {
        Name = "catalogue-links",
        Path = "catalogue/links",
        Summary = "Which technology needs which",
        Description = "Direct links of the catalogue: the downstream technology needs the upstream one.",
        Columns = LinkColumns,
        Answer = (_, context, _) => Catalogue(LinkColumns, context.Economies.Catalogue.Links),
    };

    private static readonly IReadOnlyList<Column<IndustryCode>> CodeColumns =
    [
        new("technology", string.Empty, "The technology.", ColumnStyle.Text, "technology", c => c.Technology.Id),
        new("classification", string.Empty, "The classification.", ColumnStyle.Text, "classification", c => c.Classification.Id),
        new("code", string.Empty, "The class.", ColumnStyle.Text, "code", c => c.Code),
        new("grade", string.Empty, "A about half or more, B 10 to 50 percent, C less.", ColumnStyle.Text, "grade", c => c.Grade.ToString()),
        new("note", string.Empty, "What a reader must know; null for nothing.", ColumnStyle.Text, "note", c => Or(c.Note)),
    ];

    public static readonly Resource Codes = new()
    {
        Name = "catalogue-codes",
        Path = "catalogue/codes",
        Summary = "The classes that stand for technologies",
        Description =
            "Classes of industries, products and occupations, each with the grade that says how purely it stands for the technology.",
        Columns = CodeColumns,
        Answer = (_, context, _) => Catalogue(CodeColumns, context.Economies.Catalogue.Codes),
    };

    private static readonly IReadOnlyList<Column<Evidence>> EvidenceColumns =
    [
        new("technology", string.Empty, "The technology.", ColumnStyle.Text, "technology", e => e.Technology.Id),
        new("claim", string.Empty, "What is claimed.", ColumnStyle.Text, "claim", e => e.Claim),
        new("value", "see unit", "The figure; null for a claim without one.", ColumnStyle.Number, "value", e => e.Value),
        new("unit", string.Empty, "The unit of the figure.", ColumnStyle.Text, "unit", e => Or(e.Unit)),
        new("year", "year", "The year it is true of.", ColumnStyle.Whole, "year", e => e.Year),
        new("source", string.Empty, "Where it is from.", ColumnStyle.Text, "source", e => Or(e.Source)),
        new("licence", string.Empty, "Under which terms it stands.", ColumnStyle.Text, "licence", e => Or(e.Licence)),
        new("kind", string.Empty, "The kind of source.", ColumnStyle.Text, "kind", e => e.Kind),
        new("status", string.Empty, "How well it was verified.", ColumnStyle.Text, "status", e => e.Status),
    ];

    public static readonly Resource Evidence = new()
    {
        Name = "catalogue-evidence",
        Path = "catalogue/evidence",
        Summary = "The evidence about technologies",
        Description = "Claims about technologies with figure, source, licence and how well each was verified.",
        Columns = EvidenceColumns,
        Answer = (_, context, _) => Catalogue(EvidenceColumns, context.Economies.Catalogue.Evidence),
    };

    private static readonly IReadOnlyList<Column<TechnologyFact>> FactColumns =
    [
        new(
            "fact",
            string.Empty,
            "name, definition, carrier, figures, pyramid, supplier, buyer, needs, neededBy or evidence.",
            ColumnStyle.Text,
            "fact",
            f => f.Fact
        ),
        new("item", string.Empty, "The language, the lens, the tier, a code or an identifier.", ColumnStyle.Text, "item", f => f.Item),
        new("text", string.Empty, "The name, the definition, the claim.", ColumnStyle.Text, "text", f => f.Text),
        new(
            "leverage",
            "ratio",
            "Money lost for each unit of money of supply cut, of the carrying industry.",
            ColumnStyle.Number,
            "leverage",
            f => f.Figures?.Leverage
        ),
        new("loss", "share", "What the lens says is lost.", ColumnStyle.Share, "loss", f => f.Figures?.Loss),
        new("gap", "ratio", "How many times the loss exceeds what size says, in logs.", ColumnStyle.Number, "gap", f => f.Figures?.Gap),
        new("value", "see unit", "A flow, what is carried, or the figure of a claim.", ColumnStyle.Number, "value", f => f.Value),
        new("supported", Column.Money, "Value added that the tier's industries make.", ColumnStyle.Money, "supported", f => f.Supported),
        new("share", "share", "Share of inputs (supplier) or of use (buyer).", ColumnStyle.Share, "share", f => f.Share),
        new(
            "status",
            string.Empty,
            "Grade of the carrier, status of the lens's figures, or how well a claim was verified.",
            ColumnStyle.Text,
            "status",
            f => f.Status
        ),
        new("unit", string.Empty, "The unit of value.", ColumnStyle.Text, "unit", f => f.Unit),
        new("year", "year", "The year that a claim is true of.", ColumnStyle.Whole, "year", f => f.Year),
        new("source", string.Empty, "The source of a claim; null for figures of the table.", ColumnStyle.Text, "source", f => f.Source),
    ];

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
        Columns = FactColumns,
        Answer = (query, context, _) => Task.FromResult(TechnologyFacts(query, context)),
    };

    private static readonly IReadOnlyList<Column<SearchHit>> SearchColumns =
    [
        new("kind", string.Empty, "What was found.", ColumnStyle.Text, "kind", h => h.Kind.English.ToLowerInvariant()),
        new("name", string.Empty, "Its English name.", ColumnStyle.Text, "name", h => h.Name[Tongue.English]),
        new(
            "chineseName",
            string.Empty,
            "Its Chinese name; the English one where it has none.",
            ColumnStyle.Text,
            "chineseName",
            h => h.Name[Tongue.Chinese]
        ),
        new("address", string.Empty, "The page about it.", ColumnStyle.Text, "address", h => h.Address),
    ];

    public static readonly Resource Search = new()
    {
        Name = "search",
        Path = "search",
        Summary = "Search technologies and industries",
        Description = "Finds technologies, industries and regions by a part of their name in English or Chinese, or by code.",
        Parameters = [new("q", "What to look for.", null) { IsRequired = true, Example = "chip" }, Parameters.Table],
        Columns = SearchColumns,
        Answer = (query, context, _) => Catalogue(SearchColumns, SiteSearch.Find(query.Text("q").Trim(), context.Economies, query.State)),
    };

    private static Task<Report> Catalogue<TRow>(IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows) =>
        Task.FromResult<Report>(new Report<TRow>("catalogue", columns, rows, new Provenance { Source = Source, Licence = Licence }));

    private static Report TechnologyFacts(ResourceQuery query, ResourceContext context)
    {
        TechnologyCatalogue catalogue = context.Economies.Catalogue;
        Technology technology = catalogue.Find(query.Text("technology"));
        List<TechnologyFact> facts =
        [
            new("name", "en", technology.Name),
            new("name", "zh", technology.ChineseName),
            new("definition", null, technology.Definition),
        ];
        TechnologyAnswer? answer = IsCarried(query, context, technology) ? RootResources.One(query, context, technology.Id) : null;
        FlowTable economy = answer?.Economy.Table ?? context.Economies.Table(query.Text("table"));
        if (answer is not null)
        {
            IndustryCode carrier = TechnologyRanking.CarrierOf(technology, economy, catalogue, answer.Economy.Bridge)!;
            facts.Add(
                new("carrier", carrier.Code, economy.Sectors.IndustryOf(new(answer.Product)).Name) { Status = carrier.Grade.ToString() }
            );
            facts.AddRange(
                RootResources
                    .IndustryParts(query, answer)
                    .Select(p => new TechnologyFact(p.Part, p.Item, p.Name)
                    {
                        Figures = p.Figures,
                        Value = p.Value,
                        Supported = p.Supported,
                        Share = p.Share,
                        Status = p.Status,
                        Unit = p.Value is null ? null : economy.Metadata.Unit,
                    })
            );
        }

        facts.AddRange(
            catalogue
                .UpstreamOf(technology)
                .Where(s => s.Steps == 1)
                .Select(s => new TechnologyFact("needs", s.Technology.Id, s.Technology.Name))
        );
        facts.AddRange(
            catalogue
                .DownstreamOf(technology)
                .Where(s => s.Steps == 1)
                .Select(s => new TechnologyFact("neededBy", s.Technology.Id, s.Technology.Name))
        );
        facts.AddRange(
            catalogue
                .EvidenceOf(technology)
                .Select(e => new TechnologyFact("evidence", StatusWords.Of(e.Kind), e.Claim)
                {
                    Value = e.Value,
                    Status = StatusWords.Of(e.Status),
                    Unit = Or(e.Unit),
                    Year = e.Year,
                    Source = Or(e.Source),
                })
        );
        IReadOnlyList<string> notes =
            answer?.Notes ?? [$"No industry of {economy.Metadata.Id} carries this technology well enough to say a figure."];
        return new Report<TechnologyFact>(
            "technology",
            FactColumns,
            facts,
            new Provenance
            {
                Table = economy,
                Question = answer?.Question,
                Steps = answer?.Economy.Steps ?? [],
                Notes = notes,
            }
        );
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

    private static string? Or(string text) => text.Length > 0 ? text : null;
}

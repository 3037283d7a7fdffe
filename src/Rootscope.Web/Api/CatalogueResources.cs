using Rootscope.Answers.Catalogue;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

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
        Columns = CatalogueColumns.Technologies,
        Answer = (_, context, _) =>
            Catalogue(
                CatalogueColumns.Technologies,
                context.Economies.Catalogue.Technologies.Select(t => new CatalogueEntry(t, context.Economies.Catalogue))
            ),
    };

    public static readonly Resource Links = new()
    {
        Name = "catalogue-links",
        Path = "catalogue/links",
        Summary = "Which technology needs which",
        Description = "Direct links of the catalogue: the downstream technology needs the upstream one.",
        Columns = CatalogueColumns.Links,
        Answer = (_, context, _) => Catalogue(CatalogueColumns.Links, context.Economies.Catalogue.Links),
    };

    public static readonly Resource Codes = new()
    {
        Name = "catalogue-codes",
        Path = "catalogue/codes",
        Summary = "The classes that stand for technologies",
        Description =
            "Classes of industries, products and occupations, each with the grade that says how purely it stands for the technology.",
        Columns = CatalogueColumns.Codes,
        Answer = (_, context, _) => Catalogue(CatalogueColumns.Codes, context.Economies.Catalogue.Codes),
    };

    public static readonly Resource Evidence = new()
    {
        Name = "catalogue-evidence",
        Path = "catalogue/evidence",
        Summary = "The evidence about technologies",
        Description = "Claims about technologies with figure, source, licence and how well each was verified.",
        Columns = CatalogueColumns.Evidence,
        Answer = (_, context, _) => Catalogue(CatalogueColumns.Evidence, context.Economies.Catalogue.Evidence),
    };

    public static readonly Resource Technology = new()
    {
        Name = "technology",
        Path = "technologies/{technology}",
        Summary = "One technology",
        Description =
            "Everything about one technology in one economy, one fact a row: what it is (name, area, tier, definition), the industry that "
            + "carries it (carrier) and its figures (figures, rating, pyramid, chain, path, supplier, buyer), the classes that hold it "
            + "(code), what it needs and what needs it (needs, neededBy), and the evidence.",
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
        Columns = TechnologyFact.Columns,
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
        TechnologyAnswer? answer = IsCarried(query, context, technology) ? RootResources.One(query, context, technology.Id) : null;
        return TechnologyReport.In(
            catalogue,
            technology,
            context.Economies.Table(query.Text("table")),
            answer,
            RootResources.LensOf(query)
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
}

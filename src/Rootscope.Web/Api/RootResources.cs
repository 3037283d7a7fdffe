using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Shocks.Lenses;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Api;

/// <summary>The root ranking, and one industry of it with what stands on it.</summary>
internal static class RootResources
{
    private static readonly RootQuestion Usual = new();

    public static readonly Resource Roots = new()
    {
        Name = "roots",
        Path = "roots",
        Summary = "The root ranking of an economy",
        Description =
            "Which technologies or industries an economy stands on: what is lost when a share of their supply is cut, for each unit of "
            + "money cut. "
            + "A technology is seen through the industry that carries it; grade says how purely. What has no figure says why in status.",
        Parameters =
        [
            Parameters.Table,
            Parameters.Region,
            Parameters.By(Usual),
            Parameters.Lens,
            new("measure", "What the ranking goes by; leverage unless another is named, loss under the first-order lens.", Usual.Sort?.Word)
            {
                Words = [.. PageState.MeasureWords],
            },
            .. Parameters.Cuts,
            .. Parameters.Making,
            Parameters.Top(Usual),
        ],
        Columns = RankingColumns.Brief,
        Answer = (query, context, _) => Task.FromResult(Ranking(query, context)),
    };

    public static readonly Resource Industry = new()
    {
        Name = "industry",
        Path = "industries/{industry}",
        Summary = "One industry",
        Description =
            "An industry with its figures (part figures), how hard it is to replace (rating), the support pyramid over it (pyramid), the "
            + "strongest chains to what stands on it (chain) and downstream (path), and its largest suppliers and buyers (supplier, "
            + "buyer).",
        Parameters =
        [
            new("industry", "The industry, by code, name or unambiguous part of a name.", null) { IsRequired = true, Example = "068" },
            Parameters.Table,
            Parameters.Region,
            Parameters.Lens,
            .. Parameters.Cuts,
            .. Parameters.Making,
        ],
        Columns = ProductPartColumns.All,
        Answer = (query, context, _) =>
            Task.FromResult<Report>(ProductReport.Of(One(query, context, query.Text("industry")), command: null, LensOf(query))),
    };

    /// <summary>What is known of one technology or industry that a request names.</summary>
    internal static TechnologyAnswer One(ResourceQuery query, ResourceContext context, string name)
    {
        query.RequireRegion(context.Economies.Table(query.Text("table")));
        return context.Economies.Technology(QueryQuestions.Technology(query, name));
    }

    /// <summary>The lens whose figures a request asks for.</summary>
    internal static ILens LensOf(ResourceQuery query) => QuestionWords.Lenses.Read("lens", query.Text("lens"));

    private static Report Ranking(ResourceQuery query, ResourceContext context)
    {
        query.RequireRegion(context.Economies.Table(query.Text("table")));
        return RootsReport.Brief(context.Economies.Roots(QueryQuestions.Roots(query)), context.Economies.Catalogue);
    }
}

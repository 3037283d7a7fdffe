using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Tables;

namespace Rootscope.Web.Api;

/// <summary>The root ranking, and one industry of it with what stands on it.</summary>
internal static class RootResources
{
    private const int NamesInATier = 5;

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
            Parameters.By,
            Parameters.Lens,
            Parameters.Measure,
            .. Parameters.Cuts,
            .. Parameters.Making,
            Parameters.Top,
        ],
        Columns =
        [
            new(
                "rank",
                ColumnKind.Integer,
                string.Empty,
                "Place in the ranking, from 1; technologies that share an industry share it. Null where the table cannot show it."
            ),
            new("code", ColumnKind.Text, string.Empty, "Identifier of the technology, or code of the industry."),
            new("name", ColumnKind.Text, string.Empty, "Its English name."),
            new("area", ColumnKind.Text, string.Empty, "Its area of the catalogue; null where it has none."),
            new("carrier", ColumnKind.Text, string.Empty, "Code of the part or industry whose figures these are."),
            new(
                "grade",
                ColumnKind.Text,
                string.Empty,
                "How much of that industry the technology is: A about half or more, B 10 to 50 percent, C less; null by industry."
            ),
            new("outputShare", ColumnKind.Number, "share", "Own output over the output of all industries."),
            new("supply", ColumnKind.Number, "table", "The supply that is cut."),
            new("domarWeight", ColumnKind.Number, "ratio", "Supply over GDP."),
            new("firstOrderLoss", ColumnKind.Number, "share", "What revenue alone says is lost."),
            new(
                "loss",
                ColumnKind.Number,
                "share",
                "What the lens says is lost: share of real final spending, or of value added under extraction."
            ),
            new("excessLoss", ColumnKind.Number, "share", "Loss less first-order loss."),
            new("leverage", ColumnKind.Number, "ratio", "Money lost for each unit of money of supply cut."),
            new(
                "gap",
                ColumnKind.Number,
                "ratio",
                "How many times the loss exceeds what size says, in logs; 1 where Hulten's theorem holds."
            ),
            new("reach", ColumnKind.Number, "share", "Share of value added in industries whose output falls by more than 5% of the cut."),
            new("status", ColumnKind.Text, string.Empty, "ok, collapse, no-use, not-converged or not-represented."),
        ],
        Answer = (query, context, _) => Task.FromResult(Ranking(query, context)),
    };

    public static readonly Resource Industry = new()
    {
        Name = "industry",
        Path = "industries/{industry}",
        Summary = "One industry",
        Description =
            "An industry with its figures (part figures), the support pyramid over it (pyramid), and its largest suppliers and buyers "
            + "(supplier, buyer).",
        Parameters =
        [
            new("industry", "The industry, by code, name or unambiguous part of a name.", null) { IsRequired = true, Example = "068" },
            Parameters.Table,
            Parameters.Region,
            Parameters.Lens,
            .. Parameters.Cuts,
            .. Parameters.Making,
        ],
        Columns =
        [
            new("part", ColumnKind.Text, string.Empty, "figures, pyramid, supplier or buyer."),
            new("item", ColumnKind.Text, string.Empty, "The lens, the tier, or the code of the neighbour."),
            new("name", ColumnKind.Text, string.Empty, "What the row is about; for a tier its largest industries."),
            new("leverage", ColumnKind.Number, "ratio", "Money lost for each unit of money of supply cut."),
            new("loss", ColumnKind.Number, "share", "What the lens says is lost."),
            new("gap", ColumnKind.Number, "ratio", "How many times the loss exceeds what size says, in logs."),
            new(
                "value",
                ColumnKind.Number,
                "table",
                "The supply that is cut (figures), the industry's sales carried so far (pyramid), or the flow (supplier, buyer)."
            ),
            new("supported", ColumnKind.Number, "table", "Value added that the tier's industries make."),
            new("share", ColumnKind.Number, "share", "Share of its inputs (supplier) or of its use (buyer)."),
            new("status", ColumnKind.Text, string.Empty, "Status of the lens's figures."),
        ],
        Answer = (query, context, _) =>
        {
            TechnologyAnswer answer = One(query, context, query.Text("industry"));
            return Task.FromResult(
                Dataset.Of(answer.Economy.Table, IndustryRows(query, answer), answer.Notes) with
                {
                    Question = answer.Question,
                    Steps = answer.Economy.Steps,
                }
            );
        },
    };

    /// <summary>What is known of one technology or industry that a request names.</summary>
    internal static TechnologyAnswer One(ResourceQuery query, ResourceContext context, string name)
    {
        query.RequireRegion(context.Economies.Table(query.Text("table")));
        return context.Economies.Technology(QueryQuestions.Technology(query, name));
    }

    /// <summary>An industry's figures, pyramid and neighbours.</summary>
    internal static List<object?[]> IndustryRows(ResourceQuery query, TechnologyAnswer answer)
    {
        FlowTable economy = answer.Economy.Table;
        RootRow row = answer.Under(RootQuestion.ReadLens(query.Text("lens")));
        List<object?[]> rows =
        [
            ["figures", query.Text("lens"), row.Name, row.Leverage, row.Loss, row.Gap, row.Supply, null, null, StatusWords.Of(row.Status)],
        ];
        rows.AddRange(
            answer.Pyramid.Tiers.Select(t =>
                new object?[]
                {
                    "pyramid",
                    FormattableString.Invariant($"tier {t.Tier}"),
                    t.Tier == 0
                        ? "its own output"
                        : string.Join("; ", t.Industries.Take(NamesInATier).Select(i => economy.Sectors.IndustryOf(i.Industry).Name)),
                    null,
                    null,
                    null,
                    t.Carried,
                    t.Supported,
                    null,
                    null,
                }
            )
        );
        rows.AddRange(answer.Suppliers.Select(n => NeighbourRow("supplier", n)));
        rows.AddRange(answer.Buyers.Select(n => NeighbourRow("buyer", n)));
        return rows;
    }

    private static Dataset Ranking(ResourceQuery query, ResourceContext context)
    {
        query.RequireRegion(context.Economies.Table(query.Text("table")));
        RootAnswer answer = context.Economies.Roots(QueryQuestions.Roots(query));
        IEnumerable<object?[]> rows =
            answer.Question.By == RootSubject.Industry ? Industries(answer, context) : answer.Technologies.Select(Technology);
        return Dataset.Of(answer.Ranking.Table, [.. rows], answer.Notes) with { Question = answer.Question, Steps = answer.Economy.Steps };
    }

    private static object?[] Technology(TechnologyRow row) =>
        [
            row.Rank,
            row.Technology.Id,
            row.Technology.Name,
            row.Technology.Area.Id,
            row.Carrier?.Code,
            row.Carrier?.Grade.ToString(),
            .. Figures(row.Root),
            StatusWords.Of(row.Status),
        ];

    private static IEnumerable<object?[]> Industries(RootAnswer answer, ResourceContext context)
    {
        IReadOnlyDictionary<string, string> areas = answer.Areas(context.Economies.Catalogue);
        return answer.Rows.Select(r =>
            (object?[])[r.Rank, r.Code, r.Name, areas.GetValueOrDefault(r.Code), r.Code, null, .. Figures(r), StatusWords.Of(r.Status)]
        );
    }

    private static object?[] Figures(RootRow? row) =>
        row is null
            ? new object?[9]
            :
            [
                row.OutputShare,
                row.Supply,
                row.DomarWeight,
                row.FirstOrderLoss,
                row.Loss,
                row.ExcessLoss,
                row.Leverage,
                row.Gap,
                row.Reach,
            ];

    private static object?[] NeighbourRow(string part, Neighbour neighbour) =>
        [part, neighbour.Code, neighbour.Name, null, null, null, neighbour.Value, null, neighbour.Share, null];
}

using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Tables;

namespace Rootscope.Web.Api;

/// <summary>The root ranking, and one industry of it with what stands on it.</summary>
internal static class RootResources
{
    private const int NamesInATier = 5;

    /// <summary>One row about an industry: its figures, a tier over it, or a neighbour.</summary>
    internal sealed record IndustryPart(string Part, string Item, string Name)
    {
        public RootRow? Figures { get; init; }

        public double? Value { get; init; }

        public double? Supported { get; init; }

        public double? Share { get; init; }

        public string? Status { get; init; }
    }

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
        Columns = RankingColumns.Brief,
        Answer = (query, context, _) => Task.FromResult(Ranking(query, context)),
    };

    private static readonly IReadOnlyList<Column<IndustryPart>> PartColumns =
    [
        new("part", string.Empty, "figures, pyramid, supplier or buyer.", ColumnStyle.Text, "part", p => p.Part),
        new("item", string.Empty, "The lens, the tier, or the code of the neighbour.", ColumnStyle.Text, "item", p => p.Item),
        new("name", string.Empty, "What the row is about; for a tier its largest industries.", ColumnStyle.Text, "name", p => p.Name),
        new(
            "leverage",
            "ratio",
            "Money lost for each unit of money of supply cut.",
            ColumnStyle.Number,
            "leverage",
            p => p.Figures?.Leverage
        ),
        new("loss", "share", "What the lens says is lost.", ColumnStyle.Share, "loss", p => p.Figures?.Loss),
        new("gap", "ratio", "How many times the loss exceeds what size says, in logs.", ColumnStyle.Number, "gap", p => p.Figures?.Gap),
        new(
            "value",
            Column.Money,
            "The supply that is cut (figures), the industry's sales carried so far (pyramid), or the flow (supplier, buyer).",
            ColumnStyle.Money,
            "value",
            p => p.Value
        ),
        new("supported", Column.Money, "Value added that the tier's industries make.", ColumnStyle.Money, "supported", p => p.Supported),
        new("share", "share", "Share of its inputs (supplier) or of its use (buyer).", ColumnStyle.Share, "share", p => p.Share),
        new("status", string.Empty, "Status of the lens's figures.", ColumnStyle.Text, "status", p => p.Status),
    ];

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
        Columns = PartColumns,
        Answer = (query, context, _) =>
        {
            TechnologyAnswer answer = One(query, context, query.Text("industry"));
            return Task.FromResult<Report>(
                new Report<IndustryPart>(
                    "industry",
                    PartColumns,
                    IndustryParts(query, answer),
                    new Provenance
                    {
                        Table = answer.Economy.Table,
                        Question = answer.Question,
                        Steps = answer.Economy.Steps,
                        Notes = answer.Notes,
                    }
                )
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
    internal static IEnumerable<IndustryPart> IndustryParts(ResourceQuery query, TechnologyAnswer answer)
    {
        FlowTable economy = answer.Economy.Table;
        RootRow row = answer.Under(QuestionWords.Lenses.Read("lens", query.Text("lens")));
        return
        [
            new IndustryPart("figures", query.Text("lens"), row.Name)
            {
                Figures = row,
                Value = row.Supply,
                Status = StatusWords.Of(row.Status),
            },
            .. answer.Pyramid.Tiers.Select(t => new IndustryPart(
                "pyramid",
                FormattableString.Invariant($"tier {t.Tier}"),
                t.Tier == 0
                    ? "its own output"
                    : string.Join("; ", t.Industries.Take(NamesInATier).Select(i => economy.Sectors.IndustryOf(i.Industry).Name))
            )
            {
                Value = t.Carried,
                Supported = t.Supported,
            }),
            .. answer.Suppliers.Select(n => NeighbourPart("supplier", n)),
            .. answer.Buyers.Select(n => NeighbourPart("buyer", n)),
        ];
    }

    private static Report Ranking(ResourceQuery query, ResourceContext context)
    {
        query.RequireRegion(context.Economies.Table(query.Text("table")));
        RootAnswer answer = context.Economies.Roots(QueryQuestions.Roots(query));
        return new Report<RankedRow>(
            "roots",
            RankingColumns.Brief,
            answer.Question.By == RootSubject.Industry
                ? RankedRow.Industries(answer, context.Economies.Catalogue)
                : RankedRow.Technologies(answer),
            new Provenance
            {
                Table = answer.Ranking.Table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Notes = answer.Notes,
            }
        );
    }

    private static IndustryPart NeighbourPart(string part, Neighbour neighbour) =>
        new(part, neighbour.Code, neighbour.Name) { Value = neighbour.Value, Share = neighbour.Share };
}

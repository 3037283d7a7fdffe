using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Tables;

namespace Rootscope.Web.Api;

/// <summary>The root ranking, and one industry of it with what stands on it.</summary>
internal static class RootResources
{
    private const int Neighbours = 10;
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
            Parameters.Cut,
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
            Parameters.Cut,
        ],
        Columns = PartColumns,
        Answer = (query, context, _) =>
        {
            FlowTable economy = EconomyOf(query, context);
            return Task.FromResult<Report>(
                new Report<IndustryPart>(
                    "industry",
                    PartColumns,
                    IndustryParts(query, context, economy, economy.Sectors.FindIndustry(query.Text("industry"))),
                    new Provenance { Table = economy }
                )
            );
        },
    };

    /// <summary>The economy that a request is about.</summary>
    internal static FlowTable EconomyOf(ResourceQuery query, ResourceContext context)
    {
        query.RequireRegion(context.Economies.Table(query.Text("table")));
        return context.Economies.Economy(query.State);
    }

    /// <summary>An industry's figures, pyramid and neighbours.</summary>
    internal static IEnumerable<IndustryPart> IndustryParts(ResourceQuery query, ResourceContext context, FlowTable economy, int industry)
    {
        string code = economy.Sectors.IndustryOf(industry).Code;
        RootRow row = context.Economies.Ranking(query.State).Rows.First(r => r.Code == code);
        yield return new IndustryPart("figures", query.Text("lens"), row.Name)
        {
            Figures = row,
            Value = row.Supply,
            Status = StatusWords.Of(row.Status),
        };
        foreach (PyramidTier tier in SupportPyramid.Of(economy, industry).Tiers)
        {
            yield return new IndustryPart(
                "pyramid",
                FormattableString.Invariant($"tier {tier.Tier}"),
                tier.Tier == 0
                    ? "its own output"
                    : string.Join("; ", tier.Industries.Take(NamesInATier).Select(i => economy.Sectors.IndustryOf(i.Industry).Name))
            )
            {
                Value = tier.Carried,
                Supported = tier.Supported,
            };
        }

        double[] bought = [.. Enumerable.Range(0, economy.Size).Select(s => economy.SalesOf(s)[industry])];
        double[] sold = [.. economy.SalesOf(industry), .. economy.FinalDemandFor(industry)];
        foreach (int s in Largest(bought))
        {
            yield return Neighbour("supplier", economy.Sectors.IndustryOf(s).Code, economy.Sectors.IndustryOf(s).Name, bought[s], bought);
        }

        foreach (int s in Largest(sold))
        {
            (string buyer, string name) =
                s < economy.Size
                    ? (economy.Sectors.IndustryOf(s).Code, economy.Sectors.IndustryOf(s).Name)
                    : (economy.FinalDemandCategories[s - economy.Size].Code, economy.FinalDemandCategories[s - economy.Size].Name);
            yield return Neighbour("buyer", buyer, name, sold[s], sold);
        }
    }

    private static Report Ranking(ResourceQuery query, ResourceContext context)
    {
        _ = EconomyOf(query, context);
        RootRanking ranking = context.Economies.Ranking(query.State);
        return new Report<RankedRow>(
            "roots",
            RankingColumns.Brief,
            query.Top(
                query.Text("by") == "industry"
                    ? RankedRow.Industries(ranking, context.Economies.Catalogue)
                    : RankedRow.Technologies(TechnologyRanking.Of(ranking, context.Economies.Catalogue), ranking)
            ),
            new Provenance { Table = ranking.Table, Notes = ranking.CalibrationNotes }
        );
    }

    private static IEnumerable<int> Largest(double[] values) =>
        Enumerable.Range(0, values.Length).Where(i => values[i] > 0).OrderByDescending(i => values[i]).ThenBy(i => i).Take(Neighbours);

    private static IndustryPart Neighbour(string part, string code, string name, double value, double[] all) =>
        new(part, code, name) { Value = value, Share = value / all.Where(v => v > 0).Sum() };
}

using Rootscope.Roots;
using Rootscope.Tables;

namespace Rootscope.Web.Api;

/// <summary>The root ranking, and one industry of it with what stands on it.</summary>
internal static class RootResources
{
    private const int Neighbours = 10;
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
            Parameters.Cut,
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
            new("carrier", ColumnKind.Text, string.Empty, "Code of the industry whose figures these are."),
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
            Parameters.Cut,
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
            FlowTable economy = EconomyOf(query, context);
            return Task.FromResult(
                Dataset.Of(economy, IndustryRows(query, context, economy, economy.Sectors.FindIndustry(query.Text("industry"))))
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
    internal static List<object?[]> IndustryRows(ResourceQuery query, ResourceContext context, FlowTable economy, int industry)
    {
        string code = economy.Sectors.IndustryOf(industry).Code;
        RootRow row = context.Economies.Ranking(query.State).Rows.First(r => r.Code == code);
        List<object?[]> rows =
        [
            ["figures", query.Text("lens"), row.Name, row.Leverage, row.Loss, row.Gap, row.Supply, null, null, StatusWords.Of(row.Status)],
        ];
        rows.AddRange(
            SupportPyramid
                .Of(economy, industry)
                .Tiers.Select(t =>
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
        double[] bought = [.. Enumerable.Range(0, economy.Size).Select(s => economy.SalesOf(s)[industry])];
        double[] sold = [.. economy.SalesOf(industry), .. economy.FinalDemandFor(industry)];
        rows.AddRange(
            Largest(bought)
                .Select(s =>
                    Neighbour("supplier", economy.Sectors.IndustryOf(s).Code, economy.Sectors.IndustryOf(s).Name, bought[s], bought)
                )
        );
        rows.AddRange(
            Largest(sold)
                .Select(s =>
                    s < economy.Size
                        ? Neighbour("buyer", economy.Sectors.IndustryOf(s).Code, economy.Sectors.IndustryOf(s).Name, sold[s], sold)
                        : Neighbour(
                            "buyer",
                            economy.FinalDemandCategories[s - economy.Size].Code,
                            economy.FinalDemandCategories[s - economy.Size].Name,
                            sold[s],
                            sold
                        )
                )
        );
        return rows;
    }

    private static Dataset Ranking(ResourceQuery query, ResourceContext context)
    {
        _ = EconomyOf(query, context);
        RootRanking ranking = context.Economies.Ranking(query.State);
        IEnumerable<object?[]> rows = query.Text("by") == "industry" ? Industries(ranking, context) : Technologies(ranking, context);
        return Dataset.Of(ranking.Table, query.Top(rows), ranking.CalibrationNotes);
    }

    private static IEnumerable<object?[]> Technologies(RootRanking ranking, ResourceContext context) =>
        TechnologyRanking
            .Of(ranking, context.Economies.Catalogue)
            .Select(r =>
                (object?[])
                    [
                        r.Rank,
                        r.Technology.Id,
                        r.Technology.Name,
                        r.Technology.Area.Id,
                        r.Carrier?.Code,
                        r.Carrier?.Grade.ToString(),
                        .. Figures(r.Root),
                        StatusWords.Of(r.Status),
                    ]
            );

    private static IEnumerable<object?[]> Industries(RootRanking ranking, ResourceContext context)
    {
        IReadOnlyDictionary<string, string> areas = TechnologyRanking.AreasOf(ranking.Table.Metadata, context.Economies.Catalogue);
        return ranking.Rows.Select(r =>
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

    private static IEnumerable<int> Largest(double[] values) =>
        Enumerable.Range(0, values.Length).Where(i => values[i] > 0).OrderByDescending(i => values[i]).ThenBy(i => i).Take(Neighbours);

    private static object?[] Neighbour(string part, string code, string name, double value, double[] all) =>
        [part, code, name, null, null, null, value, null, value / all.Where(v => v > 0).Sum(), null];
}

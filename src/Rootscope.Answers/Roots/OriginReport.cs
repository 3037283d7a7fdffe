using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>What an economy loses if one partner withholds a product: a row a product and partner.</summary>
internal static class OriginReport
{
    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report<OriginRow> Of(OriginAnswer answer, string? command)
    {
        OriginRanking ranking = answer.Ranking;
        FlowTable table = ranking.Table;
        return new Report<OriginRow>(
            "roots-by-origin",
            Columns(),
            answer.Rows,
            new Provenance
            {
                Command = command,
                Table = table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Options =
                [
                    .. RootWords.Described(ranking.Options, table).Select(o => Described(o, table, ranking.Region)),
                    new("origin", answer.Origin is { } one ? table.Sectors.Regions[one].Code : RootQuestion.AllOrigins),
                ],
                Notes = answer.Notes,
            }
        )
        {
            Remarks = [InWords(ranking)],
        };
    }

    private static KeyValuePair<string, string> Described(KeyValuePair<string, string> option, FlowTable table, int region) =>
        option.Key switch
        {
            "region" => new("region", table.Sectors.Regions[region].Code),
            "trade" => new("trade", "world"),
            "ownUse" => new("ownUse", "gross"),
            "capital" => new("capital", "off"),
            _ => option,
        };

    private static IReadOnlyList<Column<OriginRow>> Columns() =>
        [
            new("rank", string.Empty, "Place in the ranking, from 1.", ColumnStyle.Whole, "#", r => r.Rank),
            new("origin", string.Empty, "Code of the region that withholds.", ColumnStyle.Text, "origin", r => r.OriginCode),
            new("originName", string.Empty, "English name of that region.", ColumnStyle.Text, null, r => r.OriginName),
            new("code", string.Empty, "Code of the product in the table's classification.", ColumnStyle.Text, "code", r => r.Code),
            new("name", string.Empty, "English name of the product's industry.", ColumnStyle.Text, "product", r => r.Name),
            new("supply", Column.Money, "What the economy buys of the product from that origin.", ColumnStyle.Money, null, r => r.Supply),
            new(
                "shareOfUse",
                "share",
                "The origin's share in all the economy uses of the product, home supply included.",
                ColumnStyle.Share,
                "of use",
                r => r.ShareOfUse
            )
            {
                Dispensable = 2,
            },
            new(
                "shareOfImports",
                "share",
                "The origin's share in the economy's imports of the product.",
                ColumnStyle.Share,
                "of imports",
                r => r.ShareOfImports
            )
            {
                Dispensable = 1,
            },
            new("domarWeight", "ratio", "Supply over the economy's value added.", ColumnStyle.Number, "Domar", r => r.DomarWeight)
            {
                Dispensable = 5,
            },
            new("elasticity", "ratio", "Derivative of log real income to log supply.", ColumnStyle.Number, null, r => r.Elasticity),
            new(
                "firstOrderLoss",
                "share of real income",
                "1 - (1 - cut)^elasticity: what a small cut suggests.",
                ColumnStyle.Share,
                "1st order",
                r => r.FirstOrderLoss
            )
            {
                Dispensable = 3,
            },
            new("loss", "share of real income", "What is lost; below 0 for a gain.", ColumnStyle.Share, "loss", r => r.Loss),
            new("excessLoss", "share of real income", "Loss less first-order loss.", ColumnStyle.Share, null, r => r.ExcessLoss),
            new("leverage", "ratio", "Money lost per unit of money of supply cut.", ColumnStyle.Number, "leverage", r => r.Leverage),
            new("gap", "ratio", "ln(1 - loss) / (elasticity ln(1 - cut)).", ColumnStyle.Number, "gap", r => r.Gap),
            new(
                "reach",
                "share of value added",
                "Value added of the economy's industries whose output falls by more than 5% of the cut.",
                ColumnStyle.Share,
                "reach",
                r => r.Reach
            )
            {
                Dispensable = 4,
            },
            new("status", string.Empty, "ok, collapse, no-use or not-converged.", ColumnStyle.Text, "status", r => r.Status)
            {
                Dispensable = 6,
            },
            new("horizon", string.Empty, "Horizon of the lens; null until a lens has one.", ColumnStyle.Text, null, _ => null),
            new(
                "median",
                "ratio",
                "Median over draws; null: bands are drawn for rankings of one economy's products.",
                ColumnStyle.Number,
                null,
                _ => null
            ),
            new(
                "low",
                "ratio",
                "Lower end of the 90% band; null: bands are drawn for rankings of one economy's products.",
                ColumnStyle.Number,
                null,
                _ => null
            ),
            new(
                "high",
                "ratio",
                "Upper end of the 90% band; null: bands are drawn for rankings of one economy's products.",
                ColumnStyle.Number,
                null,
                _ => null
            ),
            new(
                "rankShare",
                "share",
                "Share of draws in which the rank holds; null: bands are drawn for rankings of one economy's products.",
                ColumnStyle.Share,
                null,
                _ => null
            ),
        ];

    private static string InWords(OriginRanking ranking)
    {
        string where = SpokenName.Of(ranking.Table.Sectors.Regions[ranking.Region].Name);
        if (ranking.Rows.FirstOrDefault(r => r.Status == CutStatus.Ok) is not { Loss: { } loss, Leverage: { } leverage } row)
        {
            return $"{where} buys nothing there, or no row has a figure; see the status.";
        }

        string from = SpokenName.Of(row.OriginName);
        string change =
            loss >= 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"lose {loss * 100:0.0000}% of its real income: {leverage:0.00} of money for each 1 of supply cut"
                )
                : string.Create(CultureInfo.InvariantCulture, $"gain {-loss * 100:0.0000}% of real income by better terms of trade");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: if {from} withheld {ranking.Options.Cut * 100:0.##}% of what {where} buys of its {row.Name} "
                + $"({row.ShareOfUse * 100:0.0}% of all it uses of that product), {where} would {change}."
        );
    }
}

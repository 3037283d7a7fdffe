using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Regions;

/// <summary>How much of what a region uses of each product comes from abroad.</summary>
internal sealed class ImportsFigure : IFigureSource
{
    private const int Shown = 15;

    public string Id => "imports";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        FlowTable economy = economies.Economy(state);
        double[] exports = TableTotals.Exports(economy);
        (int Product, double Share)[] rows =
        [
            .. Enumerable
                .Range(0, economy.Size)
                .Select(p => (Product: p, Share: RegionFacts.ImportShare(economy, exports, p)))
                .Where(r => r.Share is > 0)
                .Select(r => (r.Product, r.Share!.Value))
                .OrderByDescending(r => r.Value)
                .ThenBy(r => r.Product)
                .Take(Shown),
        ];
        Tongue tongue = state.Tongue;
        Phrase place = EconomyNames.Of(economy.Sectors.Regions[0]);
        return new Figure
        {
            Id = Id,
            Report = new Report<(int Product, double Share)>(
                Id,
                [
                    new(
                        "code",
                        string.Empty,
                        "Code of the industry in the table.",
                        ColumnStyle.Text,
                        new Phrase("Code", "代码")[tongue],
                        r => economy.Sectors.IndustryOf(new(r.Product)).Code
                    ),
                    new(
                        "name",
                        string.Empty,
                        "The industry whose products these are.",
                        ColumnStyle.Text,
                        Phrases.Industry[tongue],
                        r => Name(economy, r.Product, economies)[tongue]
                    ),
                    new(
                        "importShare",
                        "share",
                        "Imports over what is used at home: output and imports without exports. Above 1 where imports are sold on abroad.",
                        ColumnStyle.Share,
                        new Phrase("Imported", "进口占比")[tongue],
                        r => r.Share
                    ),
                    new(
                        "imports",
                        Column.Money,
                        "Imports of such products.",
                        ColumnStyle.Money,
                        new Phrase("Imports", "进口")[tongue],
                        r => economy.Imports[r.Product]
                    ),
                    new(
                        "output",
                        Column.Money,
                        "Output of the industry.",
                        ColumnStyle.Money,
                        new Phrase("Made at home", "国内产出")[tongue],
                        r => economy.Output[r.Product]
                    ),
                ],
                rows,
                new Provenance
                {
                    Title = new Phrase($"What {place.English} buys abroad most", $"{place.Chinese}最依赖进口的产品")[tongue],
                    Sentence = Sentence(economy, rows, economies, tongue),
                    Table = economy,
                }
            ),
            Links =
            [
                .. rows.Select(r => state.AddressOf($"/industry/{Uri.EscapeDataString(economy.Sectors.IndustryOf(new(r.Product)).Code)}")),
            ],
            Option = new JsonObject
            {
                ["xAxis"] = FigureAxes.Value(new Phrase("imported, % of use at home", "进口占国内使用 %")[tongue]),
                ["yAxis"] = FigureAxes.Names(rows.Reverse().Select(r => Name(economy, r.Product, economies)[tongue])),
                ["series"] = new JsonArray(
                    FigureAxes.Bars(
                        new Phrase("imported", "进口占比")[tongue],
                        "information",
                        rows.Reverse().Select(r => (double?)(r.Share * 100))
                    )
                ),
            },
        };
    }

    private static string Sentence(FlowTable economy, (int Product, double Share)[] rows, SiteAnswers economies, Tongue tongue)
    {
        if (rows is not [var first, ..])
        {
            return new Phrase("The table does not tell what is imported.", "该表未说明进口。")[tongue];
        }

        int most = rows.Count(r => r.Share > 0.5);
        Phrase name = Name(economy, first.Product, economies);
        return new Phrase(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Most is imported of {name.English}: {FigureNumbers.Percent(first.Share)} of what is used at home; of {most} kinds of "
                    + $"products it is more than half."
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"进口占比最高的是{name.Chinese}：占国内使用的 {FigureNumbers.Percent(first.Share)}；有 {most} 类产品进口过半。"
            )
        )[tongue];
    }

    private static Phrase Name(FlowTable economy, int product, SiteAnswers economies) =>
        economies.NameOf(economy, economy.Sectors.IndustryOf(new(product)));
}

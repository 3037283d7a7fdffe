using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.Tables;
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
        SectorTotals[] imported = [.. SectorTotals.Of(economy).Where(s => s.ImportShare > 0).OrderByDescending(s => s.ImportShare)];
        SectorTotals[] rows = [.. imported.Take(Shown)];
        Tongue tongue = state.Tongue;
        Phrase place = EconomyNames.Of(economy.Sectors.Regions[0]);
        return new Figure
        {
            Id = Id,
            Report = new Report<SectorTotals>(
                Id,
                [
                    SectorTotals.Code.Headed(new Phrase("Code", "代码"), tongue),
                    new(
                        "name",
                        string.Empty,
                        "The industry whose products these are.",
                        ColumnStyle.Text,
                        Phrases.Industry[tongue],
                        r => Name(economy, r, economies)[tongue]
                    ),
                    SectorTotals.ImportedShare.Headed(new Phrase("Imported", "进口占比"), tongue),
                    SectorTotals.ImportsOfProduct.Headed(new Phrase("Imports", "进口"), tongue),
                    SectorTotals.GrossOutput.Headed(new Phrase("Made at home", "国内产出"), tongue),
                ],
                rows,
                new Provenance
                {
                    Title = new Phrase($"What {place.English} buys abroad most", $"{place.Chinese}最依赖进口的产品")[tongue],
                    Sentence = Sentence(economy, imported, economies, tongue),
                    Table = economy,
                }
            ),
            Links = [.. rows.Select(r => state.AddressOf($"/industry/{Uri.EscapeDataString(r.Industry.Code)}"))],
            Option = new JsonObject
            {
                ["xAxis"] = FigureAxes.Value(new Phrase("imported, % of use at home", "进口占国内使用 %")[tongue]),
                ["yAxis"] = FigureAxes.Names(rows.Reverse().Select(r => Brief(Name(economy, r, economies), tongue))),
                ["series"] = new JsonArray(
                    FigureAxes.Bars(
                        new Phrase("imported", "进口占比")[tongue],
                        "information",
                        rows.Reverse().Select(r => r.ImportShare * 100)
                    )
                ),
            },
        };
    }

    private static string Sentence(FlowTable economy, SectorTotals[] imported, SiteAnswers economies, Tongue tongue)
    {
        if (imported is not [var first, ..])
        {
            return new Phrase("The table does not tell what is imported.", "该表未说明进口。")[tongue];
        }

        int most = imported.Count(r => r.ImportShare > 0.5);
        Phrase name = Name(economy, first, economies);
        return new Phrase(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Most is imported of {BriefName.InSentence(name.English)}: {FigureNumbers.Percent(first.ImportShare)} of what is used "
                    + $"at home; of {most} kinds of products it is more than half."
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"进口占比最高的是{name.Chinese}：占国内使用的 {FigureNumbers.Percent(first.ImportShare)}；有 {most} 类产品进口过半。"
            )
        )[tongue];
    }

    private static Phrase Name(FlowTable economy, SectorTotals row, SiteAnswers economies) => ProductNames.Of(economy, row.Industry);

    /// <summary>A name in a drawing, where there is little room.</summary>
    private static string Brief(Phrase name, Tongue tongue) => new Phrase(BriefName.Of(name.English), name.Chinese)[tongue];
}

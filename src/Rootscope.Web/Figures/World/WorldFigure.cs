using System.Globalization;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Language;
using Rootscope.Answers.Pictures;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures.World;

/// <summary>
/// A map of the world: how much of the inputs of each economy's manufacturers is made abroad, through all tiers of suppliers. By the page's
/// table where it shows several economies, otherwise by the embedded one of the world.
/// </summary>
internal sealed class WorldFigure : IFigureSource
{
    public string Id => "world";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        Tongue tongue = state.Tongue;
        string name = WorldExposure.TableOf(state, economies);
        FlowTable table = economies.Table(name);
        WorldExposure[] rows = [.. WorldExposure.Of(name, economies)];
        PageState of = state with { Table = name, Region = null, Of = null };
        string[] links = [.. rows.Select(r => of.AddressOf($"/region/{Uri.EscapeDataString(r.Code)}"))];
        string year = table.Metadata.Year.ToString(CultureInfo.InvariantCulture);
        string title = new Phrase(
            $"Who depends on others: manufacturers' inputs made abroad, {year}",
            $"谁依赖他国：制造业投入中国外所造的比例，{year} 年"
        )[tongue];
        string sentence = Sentence(rows)[tongue];
        return new Figure
        {
            Id = Id,
            Report = new Report<WorldExposure>(
                Id,
                Columns(tongue),
                rows,
                new Provenance
                {
                    Title = title,
                    Sentence = sentence,
                    Table = table,
                }
            ),
            Links = links,
            Note = Note(rows, table)[tongue],
            Sheet = format => WorldMap.Of(rows, links, StakeBarsFigure.FrameOf(title, sentence, table, tongue), tongue, format),
        };
    }

    private static Column<WorldExposure>[] Columns(Tongue tongue) =>
        [
            new("code", string.Empty, "Code of the economy.", ColumnStyle.Text, null, r => r.Code),
            new("name", string.Empty, "The economy.", ColumnStyle.Text, Phrases.Region[tongue], r => r.Name[tongue]),
            new(
                "abroad",
                "share",
                "Share of the inputs of its manufacturers that is made abroad, through all tiers of suppliers.",
                ColumnStyle.Share,
                new Phrase("Made abroad, all tiers", "国外所造，穿透各层")[tongue],
                r => r.Abroad
            ),
            new(
                "direct",
                "share",
                "Share of the inputs of its manufacturers that is bought from abroad directly.",
                ColumnStyle.Share,
                new Phrase("Bought abroad directly", "直接购自国外")[tongue],
                r => r.Direct
            ),
            new(
                "firstName",
                string.Empty,
                "The economy abroad that makes most of them.",
                ColumnStyle.Text,
                new Phrase("Most from", "最大来源")[tongue],
                r => r.First[tongue]
            ),
            new(
                "firstShare",
                "share",
                "The share that it makes, through all tiers.",
                ColumnStyle.Share,
                new Phrase("its share", "其份额")[tongue],
                r => r.FirstShare
            ),
        ];

    private static Phrase Sentence(WorldExposure[] rows)
    {
        if (rows is not [var first, .., var last])
        {
            return new Phrase("No economy has a figure.", "没有经济体有数值。");
        }

        WorldExposure middle = rows[rows.Length / 2];
        return new Phrase(
            $"Counted through all tiers of suppliers, {first.Name.English}'s manufacturers have "
                + $"{StakeWords.Percent(first.Abroad)} of their "
                + $"inputs made abroad, the most of {rows.Length} economies; {SpokenName.Of(middle.Name.English)}'s "
                + $"{StakeWords.Percent(middle.Abroad)}, in the middle; {SpokenName.Of(last.Name.English)}'s "
                + $"{StakeWords.Percent(last.Abroad)}, the least.",
            $"穿透各层供应商计算，{first.Name.Chinese}制造业的投入有 {StakeWords.Percent(first.Abroad)} 在国外所造，为 "
                + $"{rows.Length} 个经济体之最；"
                + $"居中的{middle.Name.Chinese}为 {StakeWords.Percent(middle.Abroad)}；{last.Name.Chinese}最低，为 "
                + $"{StakeWords.Percent(last.Abroad)}。"
        );
    }

    private static Phrase Note(WorldExposure[] rows, FlowTable table)
    {
        WorldExposure[] small = [.. rows.Where(r => !WorldShapes.All.Has(r.ShapeCode) && r.IsOne)];
        Phrase without = new(
            $"Hatched: the table {table.Metadata.Id} does not show these economies by themselves.",
            $"斜线：表 {table.Metadata.Id} 未单独列出的经济体。"
        );
        Phrase unseen =
            small.Length == 0
                ? new(string.Empty, string.Empty)
                : new(
                    $" Too small for this map: {string.Join(", ", small.Select(r => r.Name.English))}.",
                    $"太小而未画出：{string.Join("、", small.Select(r => r.Name.Chinese))}。"
                );
        return new Phrase(
            $"{without.English}{unseen.English} Shapes: Natural Earth, public domain; they are for finding one's way and say nothing about "
                + "borders.",
            $"{without.Chinese}{unseen.Chinese}图形：Natural Earth，公有领域；仅供辨识方位，不表示对边界的任何立场。"
        );
    }
}

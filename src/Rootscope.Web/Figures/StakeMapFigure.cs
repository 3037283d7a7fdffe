using Rootscope.Answers.Pictures;
using Rootscope.Answers.Stake;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>
/// Own output against what is at stake: the picture of <c>rootscope roots -o map.svg</c>, whose marks lead to their pages.
/// </summary>
internal sealed class StakeMapFigure : IFigureSource
{
    public string Id => "at-stake-map";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        var parts = new StakeFigureParts(economies.Stakes.Of(state, state.Supply), state, economies);
        FlowTable table = parts.Answer.Ranking.Inputs.Table;
        Tongue tongue = state.Tongue;
        Phrase where = EconomyNames.Of(table.Sectors.Regions[0]);
        Phrase supply = StakeTexts.SupplyInWords(state.Supply);
        string title = new Phrase(
            $"Small, and much at stake: {SpokenName.Of(where.English)}, {supply.English}",
            $"小而举足轻重：{where.Chinese}，{supply.Chinese}"
        )[tongue];
        Phrase? strain = StakeTexts.Strain(parts.Answer.Ranking.Rows);
        string sentence =
            (strain is { } told ? told[tongue] + " " : string.Empty)
            + StakeTexts.Sentence(parts.Marks, parts.Answer, state, parts.NameOf)[tongue];
        StakeLine[] lines = [.. parts.Lines];
        return new Figure
        {
            Id = Id,
            Report = new Report<StakeLine>(
                Id,
                StakeFigureParts.Columns(tongue, l => ProductNames.Of(table.Metadata, l.Row.Code, l.Row.Name)[tongue], withSupply: false),
                lines,
                new Provenance
                {
                    Title = title,
                    Sentence = sentence,
                    Table = table,
                    Question = parts.Answer.Question,
                }
            ),
            Links = [.. lines.Select(parts.AddressOf)],
            Sheet = format =>
                StakeMap.Of(
                    parts.Marks,
                    StakeBarsFigure.FrameOf(title, sentence, table, tongue),
                    StakeTexts.WordsOf(parts.Answer, tongue, economies.Catalogue),
                    format
                ),
        };
    }
}

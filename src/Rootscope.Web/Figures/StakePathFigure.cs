using Rootscope.Answers.Pictures;
using Rootscope.Answers.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>What one product costs over the years after a cut: the picture of <c>rootscope root NAME -o path.svg</c>.</summary>
internal sealed class StakePathFigure : IFigureSource
{
    public string Id => "stake-path";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        StakeOfOneAnswer answer = economies.Stakes.OfOneAtHand(state, state.Subject("semi_equipment")).Answer;
        FlowTable table = answer.Economy.Table;
        Tongue tongue = state.Tongue;
        Phrase name = new StakeNames(answer.Economy, economies).Of(answer.Code, answer.Name);
        Phrase where = EconomyNames.Of(table.Sectors.Regions[0]);
        string title = new Phrase(
            $"What {SpokenName.Of(where.English)} loses, year by year, without {BriefName.InSentence(name.English)}",
            $"缺少{name.Chinese}时，{where.Chinese}逐年的损失"
        )[tongue];
        string sentence =
            (StakeOfOneTexts.Strain(answer) is { } strain ? strain[tongue] + " " : string.Empty) + StakePathTexts.Sentence(answer)[tongue];
        return new Figure
        {
            Id = Id,
            Report = new Report<StakePart>(
                Id,
                StakePathTexts.Columns(tongue),
                answer.Paths.SelectMany(p => p.Marks.Select(m => new StakePart("path", "told") { Supply = p.Supply, Moment = m })),
                new Provenance
                {
                    Title = title,
                    Sentence = sentence,
                    Table = table,
                    Question = answer.Question,
                }
            ),
            Sheet = format =>
                StakePictures.Path(
                    answer,
                    economies.Catalogue,
                    supply => StakeTexts.SupplyInWords(supply)[tongue],
                    StakeBarsFigure.FrameOf(title, sentence, table, tongue),
                    StakePathTexts.WordsOf(tongue),
                    format
                ),
        };
    }
}

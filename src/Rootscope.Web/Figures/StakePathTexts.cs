using System.Globalization;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Stake;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>What the figure of losses over time says, in the languages of the site.</summary>
internal static class StakePathTexts
{
    /// <summary>The words inside the drawing.</summary>
    public static StakeCurveWords WordsOf(Tongue tongue) => tongue == Tongue.Chinese ? StakeCurveWords.Chinese : StakeCurveWords.English;

    /// <summary>How much is lost at once and just before the product is replaced, and what the area means.</summary>
    public static Phrase Sentence(StakeOfOneAnswer answer)
    {
        StakeMoment[] missing = [.. answer.Paths[0].Marks.Where(m => m.MissingFlow > 0 && m.Loss is not null)];
        if (missing is not [var first, ..])
        {
            return new Phrase("Nothing is lost under these choices.", "在这些选择下没有损失。");
        }

        Phrase supply = StakeTexts.SupplyInWords(answer.Paths[0].Supply);
        string cut = answer.Rankings[0].Ranking.Options.Cut.ToString("0.##%", CultureInfo.InvariantCulture);
        (string at, string last) = (StakeWords.Percent(first.Loss!.Value), StakeWords.Percent(missing[^1].Loss!.Value));
        string years = missing[^1].Years.ToString("0.0", CultureInfo.InvariantCulture);
        return new Phrase(
            $"With {cut} of the supply missing ({supply.English}), {at} of final spending is lost at first and {last} after {years} years, "
                + "at yearly rates; the area until the product is replaced is what is at stake.",
            $"供给缺失 {cut}（{supply.Chinese}）时，起初每年损失最终支出的 {at}，{years} 年后为 {last}；得到替代之前曲线下的面积即为所关乎的价值。"
        );
    }

    /// <summary>The columns of data, with headings in the page's language.</summary>
    public static Column<StakePart>[] Columns(Tongue tongue)
    {
        Column<StakePart> Of(string column) => StakeOfOneColumns.All.First(c => c.Name == column);
        return
        [
            Of("supplyCut").Headed(StakeTexts.Supply, tongue),
            Of("years").Headed(new Phrase("After", "之后"), tongue, new Phrase("years", "年")),
            Of("missingFlow") with
            {
                Heading = new Phrase("Missing", "缺失")[tongue],
                Style = ColumnStyle.Share,
            },
            Of("missingServices") with
            {
                Heading = new Phrase("Missing of its services as capital", "缺失的资本服务")[tongue],
                Style = ColumnStyle.Share,
            },
            Of("loss") with
            {
                Heading = new Phrase("Lost", "损失")[tongue],
                Style = ColumnStyle.Share,
                UnitForPeople = StakeTexts.AtStakeUnit[tongue],
            },
            Of("status"),
        ];
    }
}

using System.Globalization;
using Rootscope.Answers.Pictures;
using Rootscope.Tables;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Figures.Tree;

/// <summary>What the tree says.</summary>
internal static class TreeTexts
{
    public static readonly Phrase Above = new("What stands on them: who buys them, % of their use", "立于其上：谁购买它们，占其用量 %");
    public static readonly Phrase AtStake = new("at stake", "关乎价值");
    public static readonly Phrase OwnOutput = new("own output", "自身产出");
    public static readonly Phrase Kind = new("Part", "部位");
    public static readonly Phrase Root = new("root", "根");
    public static readonly Phrase Branch = new("branch", "枝");
    public static readonly Phrase ShareOfUse = new("Part of their use", "占其用量");
    public static readonly Phrase Buyers = new("Buys most", "主要买家");

    /// <summary>The heading of the roots.</summary>
    public static Phrase Below(PageState state) =>
        new(
            $"The roots: what is lost until {Part(state)} is replaced, % of a year",
            $"根：失去 {CutOf(state)} 供给直至得到替代的损失，占一年 %"
        );

    /// <summary>All other buyers together.</summary>
    public static Phrase Others(int count) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{count} others"),
            string.Create(CultureInfo.InvariantCulture, $"其余 {count} 项")
        );

    /// <summary>The economy in a sentence with numbers.</summary>
    public static Phrase Sentence(StakeTree tree, Phrase place, PageState state)
    {
        if (tree.Roots is not [var first, ..])
        {
            return new Phrase("No product has a figure under these choices.", "在这些选择下没有产品有数值。");
        }

        string output = StakeWords.Percent(tree.Roots.Sum(r => r.Mark.OutputShare));
        string lost = StakeWords.Percent(first.Mark.AtStakeShare!.Value);
        string own = StakeWords.Percent(first.Mark.OutputShare);
        int count = tree.Roots.Count;
        string subject = SpokenName.Of(place.English);
        return new Phrase(
            string.Create(
                CultureInfo.InvariantCulture,
                $"These {count} make {output} of all output of {subject}. Without {Part(state)} of the first, "
                    + $"{BriefName.InSentence(first.Name.English)} ({own} of output), {lost} of a year's final spending is lost before it "
                    + $"is replaced."
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"这 {count} 项只占{place.Chinese}总产出的 {output}。若失去首位的{first.Name.Chinese}（占产出 "
                    + $"{own}）{CutOf(state)} 的供给，"
                    + $"在得到替代之前将损失一年最终支出的 {lost}。"
            )
        );
    }

    /// <summary>What a root says when touched.</summary>
    public static Phrase Tip(TreeRoot root) =>
        new(
            $"{root.Name.English}: {StakeWords.Percent(root.Mark.AtStakeShare!.Value)} of a year at stake, "
                + $"{StakeWords.Percent(root.Mark.OutputShare)} of output; bought by "
                + string.Join(", ", root.Buyers.Select(b => $"{BriefName.InSentence(b.Name.English)} {StakeWords.Percent(b.Share)}")),
            $"{root.Name.Chinese}：关乎一年的 {StakeWords.Percent(root.Mark.AtStakeShare!.Value)}，占产出 "
                + $"{StakeWords.Percent(root.Mark.OutputShare)}；买家："
                + string.Join("、", root.Buyers.Select(b => $"{b.Name.Chinese} {StakeWords.Percent(b.Share)}"))
        );

    /// <summary>What a branch says when touched.</summary>
    public static Phrase Tip(TreeBranch branch) =>
        new(
            $"{branch.Name.English}: takes {StakeWords.Percent(branch.Share)} of the use of these roots, for production "
                + $"and as capital goods",
            $"{branch.Name.Chinese}：占这些根的用量（生产投入与资本品）的 {StakeWords.Percent(branch.Share)}"
        );

    public static readonly Phrase Note = new(
        "A root is as wide at the trunk as what is at stake with it; losses do not add up, for each is cut alone. A "
            + "branch is as wide as what "
            + "it takes of the money spent on all of these roots in a year; own use is left out, and buyers of buyers are not counted.",
        "根在树干处的宽度为其关乎价值；各项损失不可相加，"
            + "因为每次只削减一项。枝的宽度为其占这些根一年用量（按金额）的比例；自用不计，买家的买家亦不计。"
    );

    private static string Part(PageState state) => state.Cut.Equals(0.5) ? "half" : CutOf(state);

    private static string CutOf(PageState state) => state.Cut.ToString("0.##%", CultureInfo.InvariantCulture);
}

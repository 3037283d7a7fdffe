using Rootscope.Answers.Pictures;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures.Tree;

/// <summary>The economy in ten seconds: what it stands on below, who buys that above.</summary>
internal sealed class TreeFigure : IFigureSource
{
    /// <summary>A row of data: a root or a branch.</summary>
    private sealed record Row(TreeRoot? Root, TreeBranch? Branch)
    {
        public Phrase Name => Root?.Name ?? Branch!.Name;

        public string? Address => Root is null ? Branch!.Address : Root.Mark.Address;
    }

    public string Id => "tree";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        var parts = new StakeFigureParts(economies.Stakes.Of(state, state.Supply), state, economies);
        StakeTree tree = StakeTree.Of(parts, state, economies);
        FlowTable table = parts.Answer.Ranking.Inputs.Table;
        Tongue tongue = state.Tongue;
        Phrase where = EconomyNames.Of(table.Sectors.Regions[0]);
        Phrase supply = StakeTexts.SupplyInWords(state.Supply);
        string title = new Phrase(
            $"The tree of {SpokenName.Of(where.English)}: {supply.English}",
            $"{where.Chinese}之树：{supply.Chinese}"
        )[tongue];
        string sentence = TreeTexts.Sentence(tree, where, state)[tongue];
        Row[] rows = [.. tree.Roots.Select(r => new Row(r, null)), .. tree.Branches.Select(b => new Row(null, b))];
        return new Figure
        {
            Id = Id,
            Report = new Report<Row>(
                Id,
                Columns(tongue),
                rows,
                new Provenance
                {
                    Title = title,
                    Sentence = sentence,
                    Table = table,
                    Question = parts.Answer.Question,
                }
            ),
            Links = [.. rows.Select(r => r.Address)],
            Note = TreeTexts.Note[tongue],
            Sheet = format =>
                TreeDrawing.Of(
                    tree,
                    StakeBarsFigure.FrameOf(title, sentence, table, tongue),
                    state,
                    format,
                    StakeTexts.WordsOf(parts.Answer, tongue, economies.Catalogue).Area
                ),
        };
    }

    private static Column<Row>[] Columns(Tongue tongue) =>
        [
            new(
                "part",
                string.Empty,
                "Whether it is a root, a product that much is at stake with, or a branch, one who buys roots.",
                ColumnStyle.Text,
                TreeTexts.Kind[tongue],
                r => (r.Root is null ? TreeTexts.Branch : TreeTexts.Root)[tongue]
            ),
            new(
                "code",
                string.Empty,
                "Code of the product, industry or final use; none for several together.",
                ColumnStyle.Text,
                null,
                r => r.Root?.Mark.Code ?? (r.Branch!.Code.Length > 0 ? r.Branch.Code : null)
            ),
            new("name", string.Empty, "What it is called.", ColumnStyle.Text, Phrases.Name[tongue], r => r.Name[tongue]),
            new(
                "outputShare",
                "share",
                "Output of a root over the output of all industries.",
                ColumnStyle.Share,
                FigureColumns.OwnOutput[tongue],
                r => r.Root?.Mark.OutputShare
            ),
            new Column<Row>(
                "atStakeShare",
                "share of a year's final spending",
                "What is lost until the missing supply of a root is replaced.",
                ColumnStyle.Share,
                null,
                r => r.Root?.Mark.AtStakeShare
            ).Headed(StakeTexts.AtStake, tongue, StakeTexts.AtStakeUnit),
            new(
                "shareOfUse",
                "share",
                "What a branch takes of all use of the roots in a year, for production and as capital goods.",
                ColumnStyle.Share,
                TreeTexts.ShareOfUse[tongue],
                r => r.Branch?.Share
            ),
            new(
                "buyers",
                string.Empty,
                "Who buys most of a root, with the share of its use.",
                ColumnStyle.Text,
                TreeTexts.Buyers[tongue],
                r =>
                    r.Root is null
                        ? null
                        : string.Join(
                            new Phrase(", ", "、")[tongue],
                            r.Root.Buyers.Select(b => $"{b.Name[tongue]} {StakeWords.Percent(b.Share)}")
                        )
            ),
        ];
}

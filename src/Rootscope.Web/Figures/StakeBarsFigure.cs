using Rootscope.Answers.Pictures;
using Rootscope.Answers.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>What is at stake as ranked bars: all supply beside imports, or a single supply where the page names one.</summary>
internal sealed class StakeBarsFigure : IFigureSource
{
    private const int Shown = 8;

    /// <summary>The two blocks of a page that names no supply.</summary>
    public static IReadOnlyList<SupplyScope> Blocks(PageState state) =>
        state.Supply == SupplyScope.All ? [SupplyScope.All, SupplyScope.Imported] : [state.Supply];

    public string Id => "at-stake-bars";

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        StakeFigureParts[] parts = [.. Blocks(state).Select(s => new StakeFigureParts(economies.Stakes.Of(state, s), state, economies))];
        StakeFigureParts first = parts[0];
        FlowTable table = first.Answer.Ranking.Inputs.Table;
        Tongue tongue = state.Tongue;
        Phrase where = EconomyNames.Of(table.Sectors.Regions[0]);
        string title = new Phrase($"What {SpokenName.Of(where.English)} stands on", $"{where.Chinese}立足之处")[tongue];
        string sentence = Sentence(parts)[tongue];
        (StakeLine Line, string? Address)[] rows =
        [
            .. parts.SelectMany(p => p.Lines.Where(l => l.Row.AtStakeShare is not null).Take(Shown).Select(l => (l, p.AddressOf(l)))),
        ];
        return new Figure
        {
            Id = Id,
            Report = new Report<StakeLine>(
                Id,
                StakeFigureParts.Columns(tongue, l => ProductNames.Of(table.Metadata, l.Row.Code, l.Row.Name)[tongue], withSupply: true),
                rows.Select(r => r.Line),
                new Provenance
                {
                    Title = title,
                    Sentence = sentence,
                    Table = table,
                    Question = first.Answer.Question,
                }
            ),
            Links = [.. rows.Select(r => r.Address)],
            Note = StakeTexts.TiersOf([.. parts.Select(p => p.Answer)], Shown)[tongue],
            Sheet = format =>
                StakeBars.Of(
                    [
                        .. parts.Select(p => new StakeBlock(
                            Capital(StakeTexts.SupplyInWords(p.Answer.Question.Supply)[tongue]),
                            [.. p.Marks.Where(m => m.AtStakeShare is not null).Take(Shown)]
                        )),
                    ],
                    FrameOf(title, sentence, table, tongue),
                    StakeTexts.WordsOf(first.Answer, tongue, economies.Catalogue),
                    format
                ),
        };
    }

    /// <summary>What a figure says around its drawing, for its file.</summary>
    public static SheetFrame FrameOf(string title, string sentence, FlowTable table, Tongue tongue) =>
        new()
        {
            Title = title,
            Subtitle = sentence,
            Description = sentence,
            Source =
                $"{Phrases.Source[tongue]}: {table.Metadata.Source} ({table.Metadata.Year}) · {Phrases.Licence[tongue]}: "
                + $"{table.Metadata.Licence} · {table.ContentHash[..12]}",
        };

    private static Phrase Sentence(StakeFigureParts[] parts)
    {
        string[] english = [.. parts.Select(p => First(p, Tongue.English))];
        string[] chinese = [.. parts.Select(p => First(p, Tongue.Chinese))];
        Phrase strain = StakeTexts.Strain([.. parts.SelectMany(p => p.Answer.Ranking.Rows)]) is { } told
            ? new Phrase(told.English + " ", told.Chinese)
            : new Phrase(string.Empty, string.Empty);
        return new Phrase(
            strain.English
                + $"What is lost until the missing supply is replaced, as a share of a year's final spending. First: "
                + $"{string.Join("; ", english)}.",
            strain.Chinese + $"在缺失的供给得到替代之前的损失，占一年最终支出的比例。居首：{string.Join("；", chinese)}。"
        );
    }

    private static string First(StakeFigureParts parts, Tongue tongue)
    {
        string supply = StakeTexts.SupplyInWords(parts.Answer.Question.Supply)[tongue];
        return parts.Marks.FirstOrDefault(m => m.AtStakeShare > 0) is { } first
            ? new Phrase(
                $"{supply}: {BriefName.InSentence(parts.NameOf(first).English)}, {StakeWords.Percent(first.AtStakeShare!.Value)}",
                $"{supply}：{parts.NameOf(first).Chinese}，{StakeWords.Percent(first.AtStakeShare.Value)}"
            )[tongue]
            : new Phrase($"{supply}: nothing", $"{supply}：无")[tongue];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

using Rootscope.Answers.Pictures;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Language;

namespace Rootscope.Web.Figures;

/// <summary>An answer as marks with names in the page's language and the addresses of their pages, and as rows of data.</summary>
internal sealed class StakeFigureParts
{
    private readonly SiteAnswers _economies;
    private readonly PageState _state;
    private readonly TableMetadata _about;
    private readonly Dictionary<string, StakeMark> _byCode;

    public StakeFigureParts(StakeAnswer answer, PageState state, SiteAnswers economies)
    {
        (Answer, _state, _economies) = (answer, state, economies);
        _about = answer.Ranking.Inputs.Table.Metadata;
        IReadOnlyList<StakeMark> plain = StakeMark.Of(answer, economies.Catalogue);
        Dictionary<string, string> names = plain.ToDictionary(m => m.Code, m => NameOf(m)[state.Tongue], StringComparer.Ordinal);
        Marks = [.. plain.Select(m => m with { Name = names[m.Code], Address = AddressOf(m) })];
        _byCode = Marks.ToDictionary(m => m.Code, StringComparer.Ordinal);
    }

    public StakeAnswer Answer { get; }

    /// <summary>Every product, most at stake first.</summary>
    public IReadOnlyList<StakeMark> Marks { get; }

    /// <summary>The rows of data, in the same order.</summary>
    public IReadOnlyList<StakeLine> Lines => [.. StakeLine.Of(Answer, _economies.Catalogue)];

    /// <summary>The page of a row.</summary>
    public string? AddressOf(StakeLine line) => _byCode[line.Row.Code].Address;

    /// <summary>What a mark is called: a part by its technologies in Chinese, an industry as its classification says.</summary>
    public Phrase NameOf(StakeMark mark)
    {
        Phrase name = ProductNames.Of(_about, mark.Code, mark.Name);
        if (mark.Technologies.Count == 0 || name.Chinese != name.English)
        {
            return name;
        }

        IEnumerable<Technology> technologies = _economies.Catalogue.Technologies.Where(t => mark.Technologies.Contains(t.Id));
        return name with { Chinese = string.Join("、", technologies.Select(t => t.ChineseName)) };
    }

    /// <summary>The columns of data that people see, with headings in the page's language; names are whole in English.</summary>
    public static Column<StakeLine>[] Columns(Tongue tongue, Func<StakeLine, string> name, bool withSupply)
    {
        Column<StakeLine> Of(string column) => StakeColumns.All.First(c => c.Name == column);
        Column<StakeLine>[] columns =
        [
            Of("rank"),
            Of("code") with
            {
                Heading = null,
            },
            Of("name") with
            {
                Heading = Phrases.Name[tongue],
                Value = name,
            },
            Of("outputShare").Headed(FigureColumns.OwnOutput, tongue),
            Of("atStakeShare").Headed(StakeTexts.AtStake, tongue, StakeTexts.AtStakeUnit),
            Of("leverage").Headed(StakeTexts.Leverage, tongue),
            Of("timesTypical").Headed(StakeTexts.TimesTypical, tongue),
            Of("yearsToReplace").Headed(StakeTexts.Years, tongue),
            Of("low").Headed(StakeTexts.Low, tongue, StakeTexts.AtStakeUnit),
            Of("high").Headed(StakeTexts.High, tongue, StakeTexts.AtStakeUnit),
            Of("tier").Headed(StakeTexts.Tier, tongue),
        ];
        return withSupply ? [Of("supplyCut").Headed(StakeTexts.Supply, tongue), .. columns] : columns;
    }

    private string AddressOf(StakeMark mark) =>
        _state.AddressOf(
            mark is { Host: not null, Technologies: [var technology, ..] }
                ? $"/technology/{technology}"
                : $"/industry/{Uri.EscapeDataString(mark.Code)}"
        );
}

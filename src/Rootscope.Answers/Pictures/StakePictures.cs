using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;

namespace Rootscope.Answers.Pictures;

/// <summary>Which picture of what is at stake.</summary>
internal enum StakePicture
{
    /// <summary>Own output against what is at stake.</summary>
    Map,

    /// <summary>The first rows as bars.</summary>
    Bars,
}

/// <summary>Pictures of what is at stake as files: with title, notes and source, in English.</summary>
internal static class StakePictures
{
    /// <summary>The pictures by their words in options and names of files.</summary>
    public static OptionWords<StakePicture> Words { get; } = new(("map", StakePicture.Map), ("bars", StakePicture.Bars));

    /// <summary>Draws answers to one question about one or more supplies; a map shows the first of them.</summary>
    /// <param name="picture">Which picture.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="catalogue">The areas.</param>
    /// <param name="report">The report of the answers, whose remarks and provenance stand under the picture.</param>
    /// <param name="format">For what room.</param>
    public static Sheet Of(
        StakePicture picture,
        IReadOnlyList<StakeAnswer> answers,
        TechnologyCatalogue catalogue,
        Report report,
        SheetFormat format
    )
    {
        StakeAnswer first = answers[0];
        StakeWords words = StakeWords.English with
        {
            Area = id => catalogue.FindArea(id).Name.ToLowerInvariant(),
            IsRough = !first.Bands.IsExact,
        };
        TableMetadata about = first.Ranking.Inputs.Table.Metadata;
        string where = SpokenName.Of(first.Ranking.Inputs.Table.Sectors.Regions[0].Name);
        IReadOnlyList<StakeMark> marks = StakeMark.Of(first, catalogue);
        string named = string.Join("; ", marks.Where(m => m.AtStakeShare > 0).Take(5).Select(words.Tip));
        int absent = marks.Count(m => !m.IsDrawn);
        bool isMap = picture == StakePicture.Map;
        var frame = new SheetFrame
        {
            Title = isMap
                ? $"Small, and much at stake: {where}, {SupplyInWords(first.Question.Supply)}, {about.Year}"
                : $"What is at stake: {where}, {about.Year}",
            Subtitle = $"{Meaning(first)} {(isMap ? MapInWords : BarsInWords)}",
            Description = $"{(isMap ? "Own share of output against what is at stake" : "What is at stake, ranked")}. First: {named}.",
            Notes =
            [
                .. isMap && absent > 0
                    ? [$"Not shown: {absent} products without output or without anything at stake."]
                    : Array.Empty<string>(),
                .. isMap ? report.Remarks.Where((_, i) => i is 0 || i >= answers.Count) : report.Remarks,
            ],
            Source = format.IsNarrow ? ShortSource(report.Provenance) : report.Provenance.ToLine(),
        };
        return isMap
            ? StakeMap.Of(marks, frame, words, format)
            : StakeBars.Of([.. answers.Select(a => BlockOf(a, catalogue))], frame, words, format);
    }

    /// <summary>Draws what one product costs over the years after a cut, as a file.</summary>
    /// <param name="answer">What is at stake with it.</param>
    /// <param name="catalogue">The areas.</param>
    /// <param name="report">Its report, whose provenance stands under the picture.</param>
    /// <param name="format">For what room.</param>
    public static Sheet Path(StakeOfOneAnswer answer, TechnologyCatalogue catalogue, Report report, SheetFormat format)
    {
        string where = SpokenName.Of(answer.Economy.Table.Sectors.Regions[0].Name);
        StakeOptions options = answer.Rankings[0].Ranking.Options;
        string worn = answer.Rankings.Any(r => answer.Under(r).TailShare > 0) ? " After that, worn-out equipment is still missed." : "";
        var frame = new SheetFrame
        {
            Title = $"{BriefName.Of(answer.Name)}: what {where} loses year by year while it is missing",
            Subtitle = string.Create(
                CultureInfo.InvariantCulture,
                $"Share of a year's final spending lost, at that rate, when {options.Cut * 100:0.##}% of the supply goes missing at year 0."
                    + $"{worn} The area under a line until the product is replaced is what is at stake."
            ),
            Description = string.Join(
                ' ',
                answer.Paths.Select(p =>
                    $"{StakeOfOneWords.SupplyInWords(p.Supply)}: "
                    + string.Join(", ", p.Marks.Where(m => m.Loss is not null).Select(m => PointOf(m.Years, m.Loss!.Value)))
                    + "."
                )
            ),
            Notes = ["Years to replace and elasticities are rough: the order of magnitude is claimed, not the year."],
            Source = format.IsNarrow ? ShortSource(report.Provenance) : report.Provenance.ToLine(),
        };
        return Path(answer, catalogue, StakeOfOneWords.SupplyInWords, frame, StakeCurveWords.English, format);
    }

    /// <summary>The same with a frame and words of the caller's.</summary>
    public static Sheet Path(
        StakeOfOneAnswer answer,
        TechnologyCatalogue catalogue,
        Func<SupplyScope, string> supply,
        SheetFrame frame,
        StakeCurveWords words,
        SheetFormat format
    ) =>
        StakeCurve.Of(
            [
                .. answer.Paths.Select(
                    (p, i) =>
                        new StakeCurveLine(
                            answer.Under(answer.Rankings[i]).AtStakeShare is { } share
                                ? words.Line(supply(p.Supply), StakeWords.Percent(share))
                                : supply(p.Supply),
                            [.. p.Moments.Where(m => m.Loss is not null).Select(m => (m.Years, m.Loss!.Value))]
                        )
                ),
            ],
            answer.Years.Years,
            StakeMark.Of(answer.Rankings[0], catalogue).First(m => m.Code == answer.Code).Area,
            frame,
            words,
            format
        );

    private static string PointOf(double years, double loss) =>
        string.Create(CultureInfo.InvariantCulture, $"{StakeWords.Percent(loss)} after {years:0.#} years");

    private const string MapInWords = "Both axes are logarithmic. Above the dashed line more is at stake than is typical for the size.";

    private const string BarsInWords = "The thin line along each bar is the product's own share of all output.";

    /// <summary>The rows that an answer tells, as a block of bars.</summary>
    private static StakeBlock BlockOf(StakeAnswer answer, TechnologyCatalogue catalogue) =>
        new(
            Capital(SupplyInWords(answer.Question.Supply)),
            [.. StakeMark.Of(answer, catalogue).Where(m => m.AtStakeShare is not null).Take(Shown(answer))]
        );

    private static int Shown(StakeAnswer answer) => answer.Question.Top == 0 ? int.MaxValue : answer.Question.Top;

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string SupplyInWords(SupplyScope supply) =>
        supply switch
        {
            SupplyScope.Domestic => "made at home",
            SupplyScope.Imported => "held abroad: imports",
            _ => "all supply",
        };

    private static string Meaning(StakeAnswer answer)
    {
        string part = answer.Question.Cut.Equals(0.5)
            ? "half"
            : string.Create(CultureInfo.InvariantCulture, $"{answer.Question.Cut * 100:0.##}%");
        string until = answer.Question.Horizon is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"in the year {year:0.##} years after {part} of its supply went missing")
            : $"until {part} of its supply is replaced";
        return $"What is lost {until}, in % of a year's final spending, beside a product's own share of output.";
    }

    private static string ShortSource(Provenance provenance) =>
        $"Provenance: {provenance.Table!.Metadata.Id} ({provenance.Source}; licence: {provenance.Licence}; "
        + $"{provenance.ContentHash![..12]}) rootscope {EngineVersion.Text}";
}

using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.WeakSpots;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Observing;
using Rootscope.Web.Sections.WeakSpots;

namespace Rootscope.Web.Sections.Technologies;

/// <summary>Who holds a technology, by published shares, and how concentrated that is.</summary>
internal sealed class SuppliersFigure : IFigureSource
{
    private const int HoldersDrawn = 14;

    public string Id => "suppliers";

    /// <summary>Whether any share of the technology is embedded.</summary>
    public static bool IsKnown(WeakSpot spot) => Subjects(spot).Any();

    public Figure Draw(PageState state, SiteAnswers economies)
    {
        Technology technology = economies.Catalogue.Find(state.Subject("logic_chips"));
        WeakSpotAnswer view = economies.WeakSpots(state);
        HoldingSubject[] subjects = [.. Subjects(view.Of(technology))];
        (HoldingSubject Subject, HoldingFact Fact)[] rows = [.. subjects.SelectMany(s => s.Facts.Select(f => (s, f)))];
        Tongue tongue = state.Tongue;
        return new Figure
        {
            Id = Id,
            Title = new Phrase($"Who holds {technology.Name}", $"谁掌握{technology.ChineseName}")[tongue],
            Sentence = Sentence(subjects, technology, tongue),
            Source =
                rows.Length == 0
                    ? "–"
                    : string.Join(
                        "; ",
                        rows.Select(r => $"{r.Fact.Source} ({r.Fact.Year.ToString(CultureInfo.InvariantCulture)})").Distinct()
                    ),
            Licence = rows.Length == 0 ? "–" : string.Join("; ", rows.Select(r => r.Fact.Licence).Distinct()),
            ContentHash = Digest.Of(
                string.Join('\n', rows.Select(r => $"{r.Fact.Subject}|{r.Fact.Holder}|{r.Fact.Share:R}|{r.Fact.Year}"))
            ),
            Columns = Columns(tongue),
            Rows = [.. rows.Select(r => Cells(r.Subject, r.Fact))],
            Option = Option([.. rows.Take(HoldersDrawn).Reverse()], tongue),
        };
    }

    private static IEnumerable<HoldingSubject> Subjects(WeakSpot spot) =>
        spot.Dependence.Published.Select(p => p.Subject).Concat(spot.Dependence.Earlier);

    private static string Sentence(HoldingSubject[] subjects, Technology technology, Tongue tongue)
    {
        if (subjects is not [var first, ..])
        {
            return new Phrase($"No published share of {technology.Name} is embedded.", $"站内没有{technology.ChineseName}的已公布份额。")[
                tongue
            ];
        }

        string low = first.LowestConcentration.ToString("0.00", CultureInfo.InvariantCulture);
        string high = first.HighestConcentration.ToString("0.00", CultureInfo.InvariantCulture);
        string range = low == high ? $"is {low}" : $"lies between {low} and {high}";
        string chineseRange = low == high ? $"为 {low}" : $"在 {low} 与 {high} 之间";
        string bound =
            first.Largest.Bound == ShareBound.AtLeast ? "at least "
            : first.Largest.Bound == ShareBound.About ? "about "
            : string.Empty;
        return new Phrase(
            $"Of {first.Largest.Subject}, {first.Largest.Holder} held {bound}{FigureNumbers.Percent(first.Largest.Share)} in "
                + $"{first.Largest.Year}; the concentration among economies {range} (1 is a single holder).",
            $"{first.Largest.Year} 年，{first.Largest.Holder} 持有 {first.Largest.Subject} 的 "
                + $"{FigureNumbers.Percent(first.Largest.Share)}；按经济体计的集中度{chineseRange}（1 表示独家）。"
        )[tongue];
    }

    private static FigureColumn[] Columns(Tongue tongue) =>
        [
            new("subject", new Phrase("Of", "对象")[tongue], string.Empty, "What is shared out."),
            new("name", new Phrase("Holder", "持有者")[tongue], string.Empty, "Who holds it."),
            new(
                "economies",
                new Phrase("Economies", "经济体")[tongue],
                string.Empty,
                "Codes of the economies that the holder belongs to; empty where the source does not say."
            ),
            new("share", new Phrase("Share", "份额")[tongue], "%", "What it holds."),
            new("bound", new Phrase("Read as", "读作")[tongue], string.Empty, "exact, about or at-least."),
            new("basis", new Phrase("Basis", "口径")[tongue], string.Empty, "What is counted."),
            new("year", new Phrase("Year", "年份")[tongue], string.Empty, "The year."),
            new(
                "lowestConcentration",
                new Phrase("Concentration from", "集中度下限")[tongue],
                "0…1",
                "Sum of squared shares by economy, if what nobody named holds is spread over many."
            ),
            new("highestConcentration", new Phrase("to", "上限")[tongue], "0…1", "The same, if one more economy holds the rest."),
            new(
                "status",
                new Phrase("Verified", "核实")[tongue],
                string.Empty,
                "How well the share was verified: seen, secondary or weak."
            ),
            new("source", Phrases.Source[tongue], string.Empty, "Who published it."),
            new("licence", Phrases.Licence[tongue], string.Empty, "Under which licence, or how it is used."),
        ];

    private static object?[] Cells(HoldingSubject subject, HoldingFact fact) =>
        [
            fact.Subject,
            fact.Holder,
            fact.Economies.Count > 0 ? string.Join('+', fact.Economies) : null,
            fact.Share,
            WordOf(fact.Bound),
            fact.Basis,
            fact.Year,
            subject.LowestConcentration,
            subject.HighestConcentration,
            fact.Status,
            fact.Source,
            fact.Licence,
        ];

    private static string WordOf(ShareBound bound) =>
        bound switch
        {
            ShareBound.About => "about",
            ShareBound.AtLeast => "at-least",
            _ => "exact",
        };

    private static JsonObject Option((HoldingSubject Subject, HoldingFact Fact)[] rows, Tongue tongue)
    {
        JsonObject axis = FigureAxes.Value(new Phrase("share, %", "份额，%")[tongue]);
        axis["max"] = 100;
        return new JsonObject
        {
            ["xAxis"] = axis,
            ["yAxis"] = FigureAxes.Names(
                rows.Select(r => $"{r.Fact.Holder}: {r.Fact.Subject}, {r.Fact.Year.ToString(CultureInfo.InvariantCulture)}")
            ),
            ["series"] = new JsonArray(
                FigureAxes.Bars(new Phrase("share", "份额")[tongue], "life", rows.Select(r => (double?)(r.Fact.Share * 100)))
            ),
        };
    }
}

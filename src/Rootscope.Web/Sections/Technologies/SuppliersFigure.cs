using System.Globalization;
using System.Text.Json.Nodes;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.WeakSpots;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;
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
            Report = new Report<(HoldingSubject Subject, HoldingFact Fact)>(
                Id,
                Columns(tongue),
                rows,
                new Provenance
                {
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
                }
            ),
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
        string bound = WeakSpotTable.BoundInWords(first.Largest.Bound);
        return new Phrase(
            $"Of {first.Largest.Subject}, {first.Largest.Holder} held {bound}{FigureNumbers.Percent(first.Largest.Share)} in "
                + $"{first.Largest.Year}; the concentration among economies {range} (1 is a single holder).",
            $"{first.Largest.Year} 年，{ChineseTexts.Of(first.Largest.Holder).Chinese}持有{ChineseTexts.Of(first.Largest.Subject).Chinese}的 "
                + $"{FigureNumbers.Percent(first.Largest.Share)}；按经济体计的集中度{chineseRange}（1 表示独家）。"
        )[tongue];
    }

    private static Column<(HoldingSubject Subject, HoldingFact Fact)>[] Columns(Tongue tongue) =>
        [
            new("subject", string.Empty, "What is shared out.", ColumnStyle.Text, new Phrase("Of", "对象")[tongue], r => r.Fact.Subject),
            new("name", string.Empty, "Who holds it.", ColumnStyle.Text, new Phrase("Holder", "持有者")[tongue], r => r.Fact.Holder),
            new(
                "economies",
                string.Empty,
                "Codes of the economies that the holder belongs to; empty where the source does not say.",
                ColumnStyle.Text,
                new Phrase("Economies", "经济体")[tongue],
                r => r.Fact.Economies.Count > 0 ? string.Join('+', r.Fact.Economies) : null
            ),
            new("share", "share", "What it holds.", ColumnStyle.Share, new Phrase("Share", "份额")[tongue], r => r.Fact.Share),
            new(
                "bound",
                string.Empty,
                "exact, about or at-least.",
                ColumnStyle.Text,
                new Phrase("Read as", "读作")[tongue],
                r => r.Fact.Bound
            ),
            new("basis", string.Empty, "What is counted.", ColumnStyle.Text, new Phrase("Basis", "口径")[tongue], r => r.Fact.Basis),
            new("year", string.Empty, "The year.", ColumnStyle.Whole, new Phrase("Year", "年份")[tongue], r => r.Fact.Year),
            new(
                "lowestConcentration",
                "index from 0 to 1",
                "Sum of squared shares by economy, if what nobody named holds is spread over many.",
                ColumnStyle.Number,
                new Phrase("Concentration from", "集中度下限")[tongue],
                r => r.Subject.LowestConcentration
            )
            {
                UnitForPeople = "0…1",
            },
            new(
                "highestConcentration",
                "index from 0 to 1",
                "The same, if one more economy holds the rest.",
                ColumnStyle.Number,
                new Phrase("to", "上限")[tongue],
                r => r.Subject.HighestConcentration
            )
            {
                UnitForPeople = "0…1",
            },
            new(
                "status",
                string.Empty,
                "How well the share was verified: seen, secondary or weak.",
                ColumnStyle.Text,
                new Phrase("Verified", "核实")[tongue],
                r => r.Fact.Status
            ),
            new("source", string.Empty, "Who published it.", ColumnStyle.Text, Phrases.Source[tongue], r => r.Fact.Source),
            new(
                "licence",
                string.Empty,
                "Under which licence, or how it is used.",
                ColumnStyle.Text,
                Phrases.Licence[tongue],
                r => r.Fact.Licence
            ),
        ];

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

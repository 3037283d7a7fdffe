using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Roots;
using Rootscope.Roots.Validation;

namespace Rootscope.Answers.Validity;

/// <summary>How well measures find what experts name, as a report: a row a measure.</summary>
internal static class ValidityReport
{
    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report<ValidityRow> Of(ValidityAnswer answer, string? command)
    {
        RootRanking ranking = answer.Roots.Ranking;
        string band = (answer.Bootstrap.Band * 100).ToString("0.#", CultureInfo.InvariantCulture);
        return new Report<ValidityRow>(
            "roots-validity",
            [
                new("measure", string.Empty, "The measure.", ColumnStyle.Text, "measure", r => r.Measure),
                new(
                    "auc",
                    "share",
                    "Chance that an industry the list names scores above one it does not; 0.5 is no better than chance.",
                    ColumnStyle.Number,
                    "AUC",
                    r => r.Area
                ),
                new(
                    "low",
                    "share",
                    $"Lower end of the {band}% bootstrap band; of permutations the lowest.",
                    ColumnStyle.Number,
                    "low",
                    r => r.Low
                ),
                new(
                    "high",
                    "share",
                    $"Upper end of the {band}% bootstrap band; of permutations the highest.",
                    ColumnStyle.Number,
                    "high",
                    r => r.High
                ),
                new(
                    "positives",
                    "industries",
                    "Industries that the list names with grade A or B.",
                    ColumnStyle.Whole,
                    "positives",
                    r => r.Positives
                ),
                new(
                    "industries",
                    "industries",
                    "Industries compared, the positives included.",
                    ColumnStyle.Whole,
                    "industries",
                    r => r.Industries
                ),
                new(
                    "default",
                    string.Empty,
                    "Whether rankings are sorted by it unless asked otherwise.",
                    ColumnStyle.Flag,
                    "default",
                    r => r.IsDefault
                ),
                new(
                    "status",
                    string.Empty,
                    "ok, too-few-positives (no verdict), undefined, or refused: the measure gives most industries the same value.",
                    ColumnStyle.Text,
                    "status",
                    r => r.Status
                ),
            ],
            answer.Rows,
            new Provenance
            {
                Command = command,
                Table = ranking.Table,
                Question = answer.Question,
                Steps = answer.Roots.Economy.Steps,
                Options = [.. OptionsOf(answer)],
                Notes = [.. ranking.CalibrationNotes, .. Refused(ranking)],
            }
        )
        {
            Remarks =
            [
                Verdict(answer.Rows, answer.Labels),
                .. answer.Roots.Economy.EvidenceInWords is { } evidence ? [evidence] : Array.Empty<string>(),
            ],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> OptionsOf(ValidityAnswer answer)
    {
        ValidityQuestion question = answer.Question;
        RootRanking ranking = answer.Roots.Ranking;
        return
        [
            .. RootWords.Described(ranking.Options, ranking.Table),
            new("stake", Described(question.Stake)),
            new("labels", string.Join("+", answer.Mentions.Select(m => m.List).Distinct(StringComparer.Ordinal))),
            new("items", question.Items ?? "all"),
            new("seed", question.Seed.ToString(CultureInfo.InvariantCulture)),
            new("permutations", question.Permutations.ToString(CultureInfo.InvariantCulture)),
            new("draws", question.Draws.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>The settings of the measures of the stake, which the options of the older measures do not tell.</summary>
    private static string Described(StakeQuestion question) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"cut in quantity, capital {QuestionWords.CapitalReadings.WordOf(question.Capital)}, elasticities {question.Elasticities}, "
                + $"exports {question.Exports}, at most {question.AtMostYears} years"
        );

    private static IEnumerable<string> Refused(RootRanking ranking) =>
        ValidityMeasures.Of(ranking).Where(m => m.Refusal is not null).Select(m => $"{m.Name} is refused as a ranking: {m.Refusal}");

    private static string Verdict(IReadOnlyList<ValidityRow> rows, ExpertLabels labels)
    {
        if (rows.FirstOrDefault(r => r.IsDefault) is not { Area: { } area } row)
        {
            return rows.Any(r => r is { IsDefault: true, Status: ValidityStatus.Refused })
                ? "In words: the measure tells no two industries apart, so it is not scored."
                : "In words: the list names no industry that is compared, so there is nothing to score.";
        }

        string words = string.Create(
            CultureInfo.InvariantCulture,
            $"In words: an industry that the list names ranks above one that it does not in {area * 100:0}% of pairs by {row.Measure}"
        );
        return row.Status == ValidityStatus.TooFewPositives
            ? $"{words}; with {labels.Positives} positives, fewer than {ValidityTable.FewestPositives}, that is no verdict."
            : $"{words}. The bar is 80%, the ambition 90%; 50% is chance.";
    }
}

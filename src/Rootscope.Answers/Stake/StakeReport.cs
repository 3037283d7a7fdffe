using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Catalogue;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;

namespace Rootscope.Answers.Stake;

/// <summary>What is at stake as a report: one block of rows for each supply that goes missing.</summary>
internal static class StakeReport
{
    /// <summary>The kind of the report in data formats.</summary>
    public const string Kind = "at-stake";

    /// <summary>One report of answers to the same question about different supplies.</summary>
    public static Report Of(IReadOnlyList<StakeAnswer> answers, TechnologyCatalogue catalogue, string? command)
    {
        StakeAnswer first = answers[0];
        FlowTable table = first.Ranking.Inputs.Table;
        var money = MoneyScale.Of(table);
        Column<StakeLine>? status = StakeStrain.Column<StakeLine>(answers.SelectMany(a => a.Rows), l => l.Row);
        Column<StakeLine>[] shown = [.. StakeColumns.ForPeople(money), .. status is null ? Array.Empty<Column<StakeLine>>() : [status]];
        StakeLine[][] blocks = [.. answers.Select(a => StakeLine.Of(a, catalogue).ToArray())];
        return new Report<StakeLine>(
            Kind,
            StakeColumns.All,
            blocks.SelectMany(b => b),
            new Provenance
            {
                Command = command,
                Table = table,
                Question = first.Question,
                Further = [.. answers.Skip(1).Select(a => a.Question)],
                Steps = first.Economy.Steps,
                Options = [.. OptionsOf(answers)],
                Notes = [.. answers.SelectMany(a => a.Notes).Distinct(StringComparer.Ordinal)],
            }
        )
        {
            ForPeople =
            [
                .. answers.Select(
                    (a, i) =>
                        new Section(TitleOf(a, money), shown, [.. blocks[i].Select(l => shown.Select(c => c.Value(l)).ToArray())])
                        {
                            OutOf = a.Ranking.Rows.Count,
                            Below = rows => TierWords.Of(a, rows),
                        }
                ),
            ],
            Remarks =
            [
                .. new[] { StakeStrain.InWords([.. answers.SelectMany(a => a.Ranking.Rows)]) }.OfType<string>(),
                .. answers.Select(a => InWords(a, money)),
                .. Caution(first),
                .. Slices(first, catalogue),
            ],
            IsFolded = true,
        };
    }

    /// <summary>What the first row means, in a sentence.</summary>
    public static string InWords(StakeAnswer answer, MoneyScale money)
    {
        FlowTable table = answer.Ranking.Inputs.Table;
        string where = SpokenName.Of(table.Sectors.Regions[0].Name);
        if (answer.Ranking.Rows is not [{ AtStake: { } value, AtStakeShare: { } share } row, ..])
        {
            return $"No product has a figure under these options in {where}.";
        }

        string product = BriefName.InSentence(row.Name);
        string what = answer.Question.Supply switch
        {
            SupplyScope.Domestic => $"what {where} makes of {product}",
            SupplyScope.Imported => $"{where}'s imports of {product}",
            _ => $"{where}'s supply of {product}",
        };
        string part = answer.Question.Cut.Equals(0.5)
            ? "half"
            : string.Create(CultureInfo.InvariantCulture, $"{answer.Question.Cut * 100:0.##}%");
        string until = answer.Question.Horizon is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"in the year {year:0.##} years after")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"in the {Math.Min(row.YearsToReplace, answer.Question.AtMostYears):0.0} years until it is replaced"
            );
        string typical = row.TimesTypical is { } times
            ? string.Create(CultureInfo.InvariantCulture, $", {times:0.0} times as much per unit cut as the typical product")
            : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: without {part} of {what}, {money.Text(value)} {money.Unit} are lost {until}: "
                + $"{share * 100:0.0}% of a year's final spending{typical}; its own output is {row.OutputShare * 100:0.0}% of all."
        );
    }

    /// <summary>What a reader must not conclude, and how much evidence there is.</summary>
    private static IEnumerable<string> Caution(StakeAnswer answer)
    {
        const int Coarse = 60;
        yield return "Do not conclude that a product with little at stake can be spared, or that places of one tier differ: years to "
            + "replace and elasticities are rough.";
        yield return BandsInWords(answer.Bands);
        if (answer.Economy.Whole.Size < Coarse)
        {
            yield return $"Coarse: technologies are not visible at {answer.Economy.Whole.Size} industries.";
        }

        if (answer.Economy.EvidenceInWords is { } evidence)
        {
            yield return evidence;
        }
    }

    /// <summary>Which technologies have no part of their own, where the question is about technologies.</summary>
    private static IEnumerable<string> Slices(StakeAnswer answer, TechnologyCatalogue catalogue)
    {
        if (answer.Slices(catalogue) is { Count: > 0 } slices)
        {
            yield return "Seen through an industry as a whole, whose buyers are taken for theirs: "
                + string.Join(", ", slices.Select(s => $"{s.Slice.Id} ({s.Carrier})"))
                + ". The report of each, by its name, says why.";
        }
    }

    /// <summary>How bands and tiers were made.</summary>
    public static string BandsInWords(StakeBands bands) =>
        bands.IsExact
            ? string.Create(CultureInfo.InvariantCulture, $"90% bands and tiers from {bands.Draws} exact draws, seed {bands.Options.Seed}.")
            : "90% bands and tiers by approximation, ends off by a tenth to a sixth, some by far more; the option draws gives exact ones.";

    private static string TitleOf(StakeAnswer answer, MoneyScale money)
    {
        string supply = answer.Question.Supply switch
        {
            SupplyScope.Domestic => "made at home",
            SupplyScope.Imported => "held abroad: imports",
            _ => "all supply, home and foreign",
        };
        string where = answer.Ranking.Inputs.Table.Sectors.Regions[0].Name;
        return $"{where}, {supply} ({Spending(answer)}: {money.Text(answer.Ranking.FinalSpending)} {money.Unit})";
    }

    /// <summary>What the year's final spending is called: it differs where capital is left aside or industries are split.</summary>
    private static string Spending(StakeAnswer answer)
    {
        string what =
            answer.Question.Capital == StakeCapital.Off ? "a year's final spending and all investment" : "a year's final spending";
        return answer.Economy.Bridge?.SplitOff.Count > 0 ? $"{what}, industries split" : what;
    }

    /// <summary>The options of answers to the same question about different supplies.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OptionsOf(IReadOnlyList<StakeAnswer> answers)
    {
        StakeQuestion question = answers[0].Question;
        string Number(double x) => x.ToString("R", CultureInfo.InvariantCulture);
        StakeOptions options = answers[0].Ranking.Options;
        yield return new("region", answers[0].Ranking.Inputs.Table.Sectors.Regions[0].Code);
        yield return new("cut", Number(question.Cut));
        yield return new("supply", string.Join('+', answers.Select(a => QuestionWords.Supplies.WordOf(a.Question.Supply))));
        yield return new("horizon", question.Horizon is { } year ? Number(year) : "replaced");
        yield return new("atMostYears", Number(question.AtMostYears));
        yield return new("discount", Number(question.Discount));
        yield return new("capital", QuestionWords.CapitalReadings.WordOf(question.Capital));
        yield return new("exports", Number(question.Exports));
        yield return new("elasticities", question.Elasticities);
        yield return new("ratings", options.Elasticities.HalfYear.RatedBy ?? "off");
        yield return new("draws", Number(question.Draws));
        yield return new("seed", question.Seed.ToString(CultureInfo.InvariantCulture));
        yield return new("bands", answers[0].Bands.IsExact ? "exact" : "approximate");
        yield return new("by", QuestionWords.Subjects.WordOf(question.By));
    }
}

using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Dependence.Rules;
using Rootscope.Shocks;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>Every technology by dependence, feasibility and what rests on it, with all that is known of each cell.</summary>
internal static class WeakSpotsReport
{
    public const string Kind = "weakspots";

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    /// <param name="top">The most rows; 0 for all.</param>
    public static Report<WeakSpot> Of(WeakSpotAnswer answer, string? command, int top = 0) =>
        new(Kind, WeakSpotColumns.Of(answer), top == 0 ? answer.Spots : answer.Spots.Take(top), ProvenanceOf(answer, command))
        {
            ForPeople = [WeakSpotTable.Of(answer, top)],
            Remarks = [.. Words(answer)],
        };

    /// <summary>What an answer was made from.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Provenance ProvenanceOf(WeakSpotAnswer answer, string? command) =>
        new()
        {
            Command = command,
            Table = answer.Table,
            Question = answer.Question,
            Steps = answer.Studied.Steps,
            Options = [.. OptionsOf(answer)],
            Notes = answer.Notes,
        };

    private static IEnumerable<KeyValuePair<string, string>> OptionsOf(WeakSpotAnswer answer)
    {
        WeakSpotQuestion question = answer.Question;
        string exports =
            question.Exports is { } file ? Path.GetFileName(file)
            : answer.Trade is null ? "none"
            : "trade";
        return
        [
            new("region", answer.Economy),
            new("rule", answer.Rule.Name),
            new("trade", answer.Trade is null ? "none" : string.Join('+', question.Trade.Select(Path.GetFileName))),
            new("exports", exports),
            new("holdings", question.Holdings is { } holdings ? $"embedded+{Path.GetFileName(holdings)}" : "embedded"),
            new("exposure", answer.World?.Metadata.Id ?? "none"),
            .. answer.Stake is { } stake ? StakeOptionsOf(stake) : LeverageOptionsOf(answer.Roots!),
            new("bridge", answer.Studied.Bridge?.Name ?? EconomyQuestion.None),
        ];
    }

    private static IEnumerable<KeyValuePair<string, string>> StakeOptionsOf(StakeAnswer stake) =>
        StakeReport
            .OptionsOf([stake])
            .Where(o =>
                o.Key is "cut" or "supply" or "horizon" or "capital" or "elasticities" or "ratings" or "draws" or "seed" or "bands"
            );

    private static IEnumerable<KeyValuePair<string, string>> LeverageOptionsOf(RootAnswer roots)
    {
        RootQuestion question = roots.Question;
        return
        [
            new("horizon", QuestionWords.WeakSpotMeasures.WordOf(WeakSpotMeasure.Leverage)),
            new("lens", question.Lens.Word),
            new("cut", question.Cut.ToString("R", CultureInfo.InvariantCulture)),
            new("supply", QuestionWords.Supplies.WordOf(question.Supply)),
            new("capital", QuestionWords.Capitals.WordOf(question.Economy.Capital)),
            new("elasticities", question.Economy.Elasticities),
            new("ratings", roots.Economy.Elasticities.RatedBy ?? "off"),
        ];
    }

    private static IEnumerable<string> Words(WeakSpotAnswer answer)
    {
        int dependent = answer.Spots.Count(s => s.Dependence.IsDependent == true);
        int unknown = answer.Spots.Count(s => s.Dependence.IsDependent is null);
        string first = answer.Spots.FirstOrDefault(s => s.BuildFirst == 1) is { } spot
            ? $" First in the order of building: {spot.Technology.Name}."
            : string.Empty;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {answer.Economy} depends on {dependent} of {answer.Spots.Count} technologies by the rule {answer.Rule.Name}; "
                + $"of {unknown} it is not known.{first}"
        );
        if (answer.Stake is { Question: { } asked })
        {
            string supply = asked.Supply switch
            {
                SupplyScope.Imported => "imports",
                SupplyScope.Domestic => "home supply",
                _ => "supply",
            };
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"How much rests on a technology is what is at stake when {asked.Cut * 100:0.##}% of its {supply} goes missing, as a share "
                    + $"of a year's final spending."
            );
        }

        if (answer.Profiles.Count == 0)
        {
            yield return "Feasibility: no data. Bring a set of trade or a file of exports by country and product; until then a dependent "
                + "technology has more than one corner.";
        }
    }
}

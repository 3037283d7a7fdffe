using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>A root ranking as a report, by industry or by technology.</summary>
internal static class RootsReport
{
    /// <summary>Everything that is known of each row.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="catalogue">The areas of industries.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report<RankedRow> Of(RootAnswer answer, TechnologyCatalogue catalogue, string? command)
    {
        RootRanking ranking = answer.Ranking;
        bool byTechnology = answer.Question.By == RootSubject.Technology;
        bool drawn = answer.Bands is not null;
        return new Report<RankedRow>(
            byTechnology ? "roots-by-technology" : "roots",
            byTechnology ? RankingColumns.ByTechnology(ranking.Options, drawn) : RankingColumns.ByIndustry(ranking.Options, drawn),
            RankedRow.Of(answer, catalogue),
            ProvenanceOf(answer, command)
        )
        {
            Remarks =
            [
                byTechnology ? TopTechnologyInWords(answer.AllTechnologies, ranking) : TopRowInWords(ranking),
                .. BandWords.InWords(answer.Bands),
                .. !byTechnology && answer.Economy.EvidenceInWords is { } evidence ? [evidence] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>What the API gives of each row: its place and the figures of the lens.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="catalogue">The areas of industries.</param>
    public static Report<RankedRow> Brief(RootAnswer answer, TechnologyCatalogue catalogue) =>
        new("roots", RankingColumns.Brief, RankedRow.Of(answer, catalogue), ProvenanceOf(answer, command: null));

    private static Provenance ProvenanceOf(RootAnswer answer, string? command)
    {
        RootRanking ranking = answer.Ranking;
        IEnumerable<KeyValuePair<string, string>> subject =
            answer.Question.By == RootSubject.Technology
                ? [new("by", "technology"), new("bridge", answer.Economy.Bridge?.Name ?? EconomyQuestion.None)]
            : answer.Economy.Bridge is { } bridge ? [new("bridge", bridge.Name)]
            : [];
        return new Provenance
        {
            Command = command,
            Table = ranking.Table,
            Question = answer.Question,
            Steps = answer.Economy.Steps,
            Options = [.. RootWords.Described(ranking.Options, ranking.Table), .. subject, .. BandWords.Described(answer.Bands)],
            Notes = answer.Notes,
        };
    }

    private static string TopTechnologyInWords(IReadOnlyList<TechnologyRow> rows, RootRanking ranking) =>
        rows[0] is { Root: { Leverage: { } leverage } root } first
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"In words: {first.Technology.Name} is carried by {root.Name} (grade {first.Carrier!.Grade}); cutting "
                    + $"{ranking.Options.Cut * 100:0.##}% of that industry's supply loses {leverage:0.00} of money for each 1 cut."
            )
            : "No technology has a figure under these options.";

    /// <summary>What the top row means, in a sentence.</summary>
    private static string TopRowInWords(RootRanking ranking)
    {
        if (ranking.Rows[0] is not { Loss: { } loss } row)
        {
            return $"No product has a figure under these options; the first row's status is {StatusWords.Of(ranking.Rows[0].Status)}.";
        }

        RootOptions options = ranking.Options;
        string what = options.Supply switch
        {
            SupplyScope.Domestic => "its domestic supply",
            SupplyScope.Imported => "its imports",
            _ => "its supply",
        };
        string where = SpokenName.Of(ranking.Table.Sectors.Regions[0].Name);
        string sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {row.Name} makes {row.OutputShare * 100:0.00}% of all output of {where}; if {options.Cut * 100:0.##}% of "
                + $"{what} were cut, {where} would lose {loss * 100:0.00}% of its {options.Lens.LossOf}"
        );
        if (row.Status == CutStatus.Collapse)
        {
            return sentence + ": no finite price supports the cut.";
        }

        string gap =
            row.Gap is { } g && options.Lens.Cuts.UsesElasticities
                ? string.Create(CultureInfo.InvariantCulture, $", {g:0.00} times what its size alone says")
                : string.Empty;
        return row.Leverage is { } leverage
            ? sentence + string.Create(CultureInfo.InvariantCulture, $": {leverage:0.00} of money for each 1 of supply cut{gap}.")
            : sentence + ".";
    }
}

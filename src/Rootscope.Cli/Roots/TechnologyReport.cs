using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Cli.Output;
using Rootscope.Roots;
using Rootscope.Roots.Bands;

namespace Rootscope.Cli.Roots;

/// <summary>The root ranking by technology: the columns of the ranking, and the industry that each technology is seen through.</summary>
internal static class TechnologyReport
{
    public static Report Of(RootAnswer answer)
    {
        RootRanking ranking = answer.Ranking;
        RootBands? bands = answer.Bands;
        return new Report<RankedRow>(
            "roots-by-technology",
            RankingColumns.ByTechnology(ranking.Options, bands is not null),
            RankedRow.Technologies(answer),
            new Provenance
            {
                Command = "roots",
                Table = ranking.Table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Options =
                [
                    .. RootChoices.Describe(ranking.Options, ranking.Table),
                    new("by", "technology"),
                    new("bridge", answer.Economy.Bridge?.Name ?? "none"),
                    .. BandReport.Describe(bands),
                ],
                Notes = answer.Notes,
            }
        )
        {
            Remarks = [InWords(answer.AllTechnologies, ranking), .. BandReport.InWords(bands)],
        };
    }

    private static string InWords(IReadOnlyList<TechnologyRow> rows, RootRanking ranking) =>
        rows[0] is { Root: { Leverage: { } leverage } root } first
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"In words: {first.Technology.Name} is carried by {root.Name} (grade {first.Carrier!.Grade}); cutting "
                    + $"{ranking.Options.Cut * 100:0.##}% of that industry's supply loses {leverage:0.00} of money for each 1 cut."
            )
            : "No technology has a figure under these options.";
}

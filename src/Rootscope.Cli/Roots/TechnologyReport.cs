using System.Globalization;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Cli.Output;
using Rootscope.Roots;
using Rootscope.Roots.Bands;

namespace Rootscope.Cli.Roots;

/// <summary>The root ranking by technology: the columns of the ranking, and the industry that each technology is seen through.</summary>
internal static class TechnologyReport
{
    public static Report Of(
        RootRanking ranking,
        TechnologyCatalogue catalogue,
        TechnologyBridge? bridge,
        RootChoices choices,
        int top,
        Func<BandRows, RootBands?> draw
    )
    {
        IReadOnlyList<TechnologyRow> rows = TechnologyRanking.Of(ranking, catalogue, bridge);
        RootBands? bands = draw(BandRows.Of(rows, top));
        IEnumerable<RankedRow> ranked = RankedRow.Technologies(top == 0 ? rows : rows.Take(top), ranking, bridge, bands);
        return new Report<RankedRow>(
            "roots-by-technology",
            RankingColumns.ByTechnology(ranking.Options, bands is not null),
            ranked,
            new Provenance
            {
                Command = "roots",
                Table = ranking.Table,
                Options =
                [
                    .. choices.Describe(ranking.Options, ranking.Table),
                    new("by", "technology"),
                    new("bridge", bridge?.Name ?? "none"),
                    .. BandReport.Describe(bands),
                ],
                Notes = [.. ranking.CalibrationNotes, .. Coarseness(rows, ranking), .. BandReport.Notes(bands)],
            }
        )
        {
            Remarks = [InWords(rows, ranking), .. BandReport.InWords(bands)],
        };
    }

    private static IEnumerable<string> Coarseness(IReadOnlyList<TechnologyRow> rows, RootRanking ranking)
    {
        int absent = rows.Count(r => r.Carrier is null);
        if (absent == rows.Count)
        {
            yield return $"The catalogue names no industry of '{ranking.Table.Metadata.Classification}', so no technology is represented.";
            yield break;
        }

        int Graded(PurityGrade grade) => rows.Count(r => r.Carrier?.Grade == grade);
        int industries = rows.Where(r => r.Root is not null).Select(r => r.Root!.Product).Distinct().Count();
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Coarse: {rows.Count - absent} technologies are seen through {industries} industries, {Graded(PurityGrade.A)} with grade "
                + $"A, {Graded(PurityGrade.B)} with B, {Graded(PurityGrade.C)} with C. "
        ) + "Where nothing was split off, figures are those of the whole industry, and the share that a technology has in it is not known.";
        if (rows.Any(r => r.Part is not null))
        {
            yield return $"Split off by estimate: {string.Join(", ", rows.Where(r => r.Part is not null).Select(r => r.Technology.Id))}.";
            yield return "Core technologies that no defensible bridge shows: "
                + $"{string.Join(", ", rows.Where(r => r.Part is null && r.Technology.Tier == TechnologyTier.Core).Select(r => r.Technology.Id))}.";
        }

        if (absent > 0)
        {
            yield return $"Not represented: {string.Join(", ", rows.Where(r => r.Carrier is null).Select(r => r.Technology.Id))}.";
        }
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

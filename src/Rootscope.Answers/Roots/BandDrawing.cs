using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Storage;

namespace Rootscope.Answers.Roots;

/// <summary>Which products of a ranking are drawn, how many rows each stands for, and for which of them sources are drawn alone.</summary>
/// <param name="Products">Numbers of the products; null for all.</param>
/// <param name="RowsPerProduct">How many rows each stands for, in their order; null for one each.</param>
/// <param name="SourcesOf">Those whose rows are told.</param>
internal sealed record BandRows(
    IReadOnlyList<IndustryNumber>? Products,
    IReadOnlyList<int>? RowsPerProduct,
    IReadOnlyList<IndustryNumber> SourcesOf
)
{
    public static BandRows Of(IReadOnlyList<RootRow> told) => new(null, null, [.. told.Select(r => r.Product)]);

    public static BandRows Of(IReadOnlyList<TechnologyRow> all, IReadOnlyList<TechnologyRow> told)
    {
        IGrouping<IndustryNumber, TechnologyRow>[] carriers = [.. all.Where(r => r.Root is not null).GroupBy(r => r.Root!.Product)];
        return new BandRows(
            [.. carriers.Select(g => g.Key)],
            [.. carriers.Select(g => g.Count())],
            [.. told.Where(r => r.Root is not null).Select(r => r.Root!.Product).Distinct()]
        );
    }
}

/// <summary>Bands over draws of what is not known, and what is said of them.</summary>
internal static class BandDrawing
{
    /// <summary>The bands that a question asks for; null where it asks for none, or nothing can be drawn.</summary>
    public static RootBands? Of(
        CutQuestion question,
        EconomyUnderStudy economy,
        RootOptions options,
        BandRows rows,
        int threads,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation
    ) =>
        question.Draws == 0 || rows.Products is []
            ? null
            : RootBands.Of(
                new BandQuestion
                {
                    Table = economy.Table,
                    Options = options,
                    Products = rows.Products,
                    RowsPerProduct = rows.RowsPerProduct,
                    Traits = economy.Evidence?.Products,
                    Splits = economy.Bridge is { } bridge ? BridgeLibrary.Family(economy.Whole, bridge) : null,
                },
                new BandOptions
                {
                    Draws = question.Draws,
                    Seed = question.Seed,
                    SourcesOf = rows.SourcesOf,
                    Threads = threads,
                },
                AnswerProgress.Of(progress, AnswerProgress.Draws, question.Draws),
                cancellation
            );

    public static IEnumerable<string> Notes(RootBands? bands)
    {
        if (bands is null)
        {
            yield break;
        }

        if (bands.KeptSplits > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"In {bands.KeptSplits} of {bands.Options.Draws} draws no home use was left for a part of its drawn size; the parts "
                    + $"kept their sizes there."
            );
        }

        int undefined = bands.Rows.Count(r => r.Measure.Defined < 1);
        if (undefined > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{undefined} products have no figure in some draws; their bands are of the other draws."
            );
        }
    }
}

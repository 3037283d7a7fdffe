using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Measures;
using Rootscope.Shocks.Lenses;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>One technology or industry of an economy under every lens, with its neighbours and all that stands on it.</summary>
internal static class TechnologyAnswering
{
    public static TechnologyAnswer Of(
        TechnologyQuestion question,
        EconomyUnderStudy economy,
        int threads,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation
    )
    {
        FlowTable table = economy.Table;
        RootOptions options = RootOptionsOf.Cut(question, economy);
        var notes = new List<string>();
        IndustryNumber product = ProductName.Find(table, question.Name, economy.Bridge, notes);
        var lenses = new List<LensRow>();
        var clamped = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ILens lens in LensRegistry.Default.All)
        {
            RootOptions one = options with
            {
                Lens = lens,
                Sort = RootMeasures.Leverage,
                Essentiality = RootOptionsOf.EssentialityOf(lens, question, economy),
            };
            var ranking = RootRanking.Of(table, one, [product], threads, progress: null, cancellation);
            lenses.Add(new LensRow(lens, ranking.Rows[0]));
            clamped.UnionWith(ranking.CalibrationNotes);
        }

        RootBands? bands = BandDrawing.Of(question, economy, options, new BandRows(null, null, [product]), threads, progress, cancellation);
        var support = SupportTable.Of(table, options);
        return new TechnologyAnswer
        {
            Question = question,
            Economy = economy,
            Product = product,
            Lenses = lenses,
            Bands = bands,
            Support = support,
            Pyramid = SupportPyramid.Of(support.Table, new(product)),
            Suppliers = Neighbours.Suppliers(support.Table, product),
            Buyers = Neighbours.Buyers(support.Table, product),
            Options = options,
            Notes = [.. notes, .. clamped, .. BandDrawing.Notes(bands)],
        };
    }
}

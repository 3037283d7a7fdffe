using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Roots.Bands;

/// <summary>
/// One draw of a root ranking after the other: its table, its elasticities, its cut, and the rows that follow. One instance a thread.
/// </summary>
/// <remarks>
/// Cost cuts under the equilibrium lens are solved side by side (<see cref="CostCutBatch"/>), to 1e-8 of the loss and without reach;
/// everything else goes through the ranking itself, at its own cost.
/// </remarks>
internal sealed class DrawSolver
{
    private readonly BandQuestion _question;
    private readonly DrawnTable? _point;
    private readonly Products _all;
    private readonly Products _alone;

    /// <summary>Takes the memory.</summary>
    /// <param name="question">The question.</param>
    /// <param name="products">The products that are ranked.</param>
    /// <param name="alone">Those for which sources are drawn alone.</param>
    /// <param name="point">The table of the point figures; null where cuts cannot be solved side by side.</param>
    /// <param name="settling">How prices settle there.</param>
    public DrawSolver(BandQuestion question, IndustryNumber[] products, IndustryNumber[] alone, DrawnTable? point, double[]? settling)
    {
        _question = question;
        _point = point;
        _all = ProductsOf(products);
        _alone = ProductsOf(alone);
        Products ProductsOf(IndustryNumber[] numbers) =>
            new(numbers, settling is null ? null : new CostCutBatch(question.Table.Size, numbers.Length, settling));
    }

    /// <summary>Whether cuts can be solved side by side, which gives no reach.</summary>
    public static bool IsBatched(RootOptions options) =>
        options.Lens is EquilibriumLens && options.Equilibrium.CutAs == CutKind.Cost && !options.EffectiveSort.NeedsReach;

    /// <summary>The table of a draw; null where its sizes cannot be had and the point's table stays.</summary>
    public FlowTable? TableOf(DrawnNumbers draw, BandWidths widths) =>
        _question.Splits is { } splits && widths.Splits > 0
            ? splits.At([.. splits.Parts.Select((p, i) => draw.Shift(i, p.OutputShare is null ? widths.Splits : widths.Splits / 2))])
            : _question.Table;

    /// <summary>A table that is ready for prices; the point's own where it is that.</summary>
    public DrawnTable? Ready(FlowTable table) =>
        _point is null || ReferenceEquals(table, _question.Table) ? _point : DrawnTable.Of(table, _question.Options);

    /// <summary>The rows of all products in a draw, in their order, unranked.</summary>
    public RootRow[] Rows(DrawnNumbers draw, BandWidths widths, FlowTable table, DrawnTable? ready, CancellationToken cancellation) =>
        Rows(_all, draw, widths, table, ready, cancellation);

    /// <summary>The same of the products for which sources are drawn alone.</summary>
    public RootRow[] RowsAlone(DrawnNumbers draw, BandWidths widths, FlowTable table, DrawnTable? ready, CancellationToken cancellation) =>
        Rows(_alone, draw, widths, table, ready, cancellation);

    private RootRow[] Rows(
        Products products,
        DrawnNumbers draw,
        BandWidths widths,
        FlowTable table,
        DrawnTable? ready,
        CancellationToken cancellation
    )
    {
        RootOptions options = _question.Options with { Cut = draw.Cut(_question.Options.Cut, widths.Cut) };
        ElasticitySet set = Elasticities(draw, widths);
        if (ready is null || products.Lanes is null)
        {
            options = options with { Equilibrium = options.Equilibrium with { Elasticities = set } };
            Dictionary<int, RootRow> rows = RootRanking
                .Of(table, options, products.Numbers, refuses: false, threads: 1, progress: null, cancellation)
                .Rows.ToDictionary(r => r.Product.Value);
            return [.. products.Numbers.Select(k => rows[k])];
        }

        RegionEconomy economy = ready.Economy.ForPrices(set);
        int[] supplied = [.. products.Numbers.Where(k => ready.Supplies[k].Money != 0).Select(k => k.Value)];
        Dictionary<int, CutOutcome> outcomes = products
            .Lanes.Solve(economy, ready.FirstOrder, supplied, options.Cut, options.Supply, cancellation)
            .ToDictionary(o => o.Cut.Product.Value);
        return
        [
            .. products.Numbers.Select(k =>
            {
                double elasticity = ready.FirstOrder.ElasticityOf(k, options.Supply);
                CutOutcome outcome =
                    outcomes.GetValueOrDefault(k)
                    ?? new CutOutcome(new SupplyCut(new(k), options.Cut, options.Supply), CutStatus.NoUse, 0, 0, 0, 0);
                var answer = new CutAnswer(outcome, elasticity, elasticity >= EquilibriumCuts.LeastUse);
                return RootRanking.Row(ready.Supplies[k], answer, economy.FinalSpending, options);
            }),
        ];
    }

    private ElasticitySet Elasticities(DrawnNumbers draw, BandWidths widths)
    {
        ElasticitySet point = _question.Options.Equilibrium.Elasticities;
        bool rated = _question.Traits is not null;
        if (!_question.Options.Lens.Cuts.UsesElasticities || (widths.Elasticities == 0 && (!rated || widths.Ratings == 0)))
        {
            return point;
        }

        ElasticitySet unrated = rated ? point.Unrated : point;
        var moved = new ElasticitySet(
            unrated.Name,
            [.. unrated.Elasticities.Select(e => Moved(e, draw.Factor(e.Nest, widths.Elasticities)))]
        );
        if (!rated)
        {
            return moved;
        }

        var ratings = ProductRatings.Of(_question.Traits!, ingredients: null, draw.Weights(widths.Ratings));
        return moved.Rated(
            _question.Table.Sectors.Industries.ToDictionary(
                i => i.Code,
                i => RatingOf(i.Code, ratings, draw, widths.Ratings),
                StringComparer.Ordinal
            ),
            "draws"
        );
    }

    private static Elasticity Moved(Elasticity elasticity, double factor) =>
        elasticity with
        {
            Value = elasticity.Value * factor,
            Range = elasticity.Range is { } range ? new ElasticityRange(range.Replaceable * factor, range.Irreplaceable * factor) : null,
        };

    /// <summary>A part is rated as its class, give or take what parts are off by.</summary>
    private double RatingOf(string code, ProductRatings ratings, DrawnNumbers draw, double width)
    {
        for (int i = 0; i < (_question.Splits?.Parts.Count ?? 0); i++)
        {
            SplitPart part = _question.Splits!.Parts[i];
            if (part.Code == code)
            {
                return ProductRatings.Stepped(ratings.Of(part.Parent) + draw.RatingShift(i, width));
            }
        }

        return ratings.Of(code);
    }

    /// <summary>Some products, and the lanes they are cut in.</summary>
    private sealed record Products(IndustryNumber[] Numbers, CostCutBatch? Lanes);
}

using Rootscope.Accounts;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade.Sectors;

/// <summary>Cuts of supply as shortages that spread from buyer to buyer and from seller to seller, in a table of one region.</summary>
/// <remarks>
/// <para>Horizon: weeks to months. Nothing is replaced, nothing is in stock and no price moves, so that losses are those of shares that
/// stay as they are. Domestic output and imports of a product are two sources of one input: a cut of imports is missed by buyers in
/// proportion to what they import. Unit of loss: share of value added, each industry's in proportion to its output. Source: Diem, Borsos,
/// Reisch, Kertész and Thurner, Scientific Reports 12 (2022), 7719, with sectors as nodes.</para>
/// <para>Loss grows in proportion to the cut: no industry loses a larger share than the product itself. Own use is left out. Cost: some
/// dozens of passes over the table a cut. Safe to share between threads.</para>
/// </remarks>
internal sealed class CascadeCuts
{
    private const double ReachThreshold = 0.05;

    private readonly SectorCascade _cascade;
    private readonly double[] _valueAdded;
    private readonly double[] _output;
    private readonly double _grossDomesticProduct;

    /// <summary>Prepares the lens for a one-region table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="essentiality">How essential inputs are, by the codes of the table's industries; null counts every input by its share of
    /// all cost.</param>
    /// <exception cref="TableException">An industry of the table is not rated.</exception>
    public CascadeCuts(FlowTable table, EssentialityMatrix? essentiality = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        _cascade = SectorCascade.Of(table, essentiality);
        _valueAdded = TableTotals.ValueAdded(table);
        _output = table.Output.ToArray();
        _grossDomesticProduct = _valueAdded.Sum();
    }

    /// <summary>Computes one cut; imports of a table without imports are <see cref="CutStatus.NoUse"/>.</summary>
    /// <param name="cut">The cut; its share may be all of the supply.</param>
    /// <param name="cancellation">Stops at the next step.</param>
    /// <exception cref="ArgumentOutOfRangeException">The product is none of the table's, or the share is not from 0 to 1.</exception>
    public CutOutcome Solve(SupplyCut cut, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cut.Product.Value, (uint)_output.Length, nameof(cut));
        if (!(cut.Share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(cut), cut.Share, "The share that is cut must be from 0 to 1.");
        }

        Shortfall[] shortfalls = cut.Share == 0 ? [] : [.. SourcesOf(cut).Select(node => new Shortfall(node, cut.Share))];
        FirmLosses losses = _cascade.Lose(shortfalls, cancellation);
        if (losses.Total.Status == CascadeStatus.StepLimit)
        {
            return new CutOutcome(cut, CutStatus.NotConverged, null, null, losses.Total.Steps, losses.Total.Residual);
        }

        double[] bySector = _cascade.BySector(losses);
        (double lost, double reached) = (0, 0);
        for (int i = 0; i < bySector.Length; i++)
        {
            lost += bySector[i] * _valueAdded[i];
            reached += bySector[i] > ReachThreshold * cut.Share ? _valueAdded[i] : 0;
        }

        bool hasSource = SourcesOf(cut).Any();
        return new CutOutcome(
            cut,
            hasSource ? CutStatus.Ok : CutStatus.NoUse,
            lost / _grossDomesticProduct,
            reached / _grossDomesticProduct,
            losses.Total.Steps,
            losses.Total.Residual
        );
    }

    private IEnumerable<int> SourcesOf(SupplyCut cut)
    {
        if (cut.Supply != SupplyScope.Imported && _output[cut.Product] > 0)
        {
            yield return cut.Product;
        }

        if (cut.Supply != SupplyScope.Domestic && _cascade.Nodes.ImportsOf(cut.Product) is { } imports)
        {
            yield return imports;
        }
    }
}

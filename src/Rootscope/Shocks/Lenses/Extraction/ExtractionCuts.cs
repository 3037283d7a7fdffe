using Rootscope.Accounts;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Extraction;

/// <summary>
/// Cuts of supply in the demand-driven quantity model: what the accounts lose when part of a product is gone and nothing adjusts.
/// </summary>
/// <remarks>
/// Partial extraction of sales and final demand (Dietzenbacher and Lahr 2013) on the domestic requirements: with L the Leontief inverse,
/// d_i = φ l_ik x_k / (1 + φ (l_kk − 1)) and loss = Σ v_i d_i / GDP. It knows domestic supply only: a cut of all supply cuts home output,
/// and imports alone cannot be represented. Unit of loss: share of value added. Cost: one inverse a table, then O(1) a cut.
/// </remarks>
internal sealed class ExtractionCuts
{
    private readonly double[] _output;
    private readonly double[] _valueAddedMultiplier;
    private readonly double[] _ownMultiplier;
    private readonly double _grossDomesticProduct;

    /// <summary>Prepares the lens for a one-region table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ownUse">Whether the diagonal is netted out first, which leaves multipliers per unit of net output.</param>
    /// <param name="cancellation">Stops between steps of the inverse.</param>
    /// <exception cref="ModelException">The domestic requirements are not productive.</exception>
    public ExtractionCuts(FlowTable table, OwnUseTreatment ownUse, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] valueAdded = TableTotals.ValueAdded(table);
        table = ownUse == OwnUseTreatment.Net ? OwnUse.NettedOut(table).Table : table;
        int n = table.Size;
        _output = table.Output.ToArray();
        var total = TotalRequirements.Of(table, InputOrigin.Domestic, cancellation);
        var perOutput = new double[n];
        for (int i = 0; i < n; i++)
        {
            perOutput[i] = _output[i] > 0 ? valueAdded[i] / _output[i] : 0;
            _grossDomesticProduct += valueAdded[i];
        }

        _valueAddedMultiplier = total.PerUnitOfFinalDemand(perOutput);
        _ownMultiplier = total.Diagonal();
    }

    /// <summary>Derivative of the loss to φ at no cut: the value added behind the product's output, over GDP. Unit: ratio.</summary>
    public double ElasticityOf(IndustryNumber product) => _valueAddedMultiplier[product] * _output[product] / _grossDomesticProduct;

    /// <summary>Computes one cut; imports alone are <see cref="CutStatus.NotRepresented"/>.</summary>
    public CutOutcome Solve(SupplyCut cut)
    {
        if (cut.Supply == SupplyScope.Imported)
        {
            return new CutOutcome(cut, CutStatus.NotRepresented, null, null, 0, 0);
        }

        double lost =
            cut.Share * _valueAddedMultiplier[cut.Product] * _output[cut.Product] / (1 + (cut.Share * (_ownMultiplier[cut.Product] - 1)));
        CutStatus status = _output[cut.Product] == 0 ? CutStatus.NoUse : CutStatus.Ok;
        return new CutOutcome(cut, status, lost / _grossDomesticProduct, null, 0, 0);
    }
}

using System.Globalization;
using Rootscope.Shocks.Stake;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Roots.Stake;

/// <summary>
/// What "at stake" is asked of: an economy, how fast its capital goods wear out, and how long its products take to replace.
/// </summary>
public sealed class StakeInputs
{
    private readonly double[] _yearsToReplace;
    private readonly double[] _depreciation;
    private readonly Lock _gate = new();
    private (StakeCapital Capital, HorizonElasticities Elasticities, double Exports) _madeFor;
    private WeakReference<StakeEconomy>? _made;
    private StakeBandOptions? _drawnFor;
    private WeakReference<StakeDrawing>? _drawn;

    /// <summary>Takes the inputs over and checks them, all faults at once.</summary>
    /// <param name="table">The one-region table as published, with capital formation in final demand.</param>
    /// <param name="support">
    /// The same table with the yearly use of capital goods among the flows and net formation in final demand
    /// (<see cref="CapitalUse.Table"/>): the use of capital goods is the difference. The table itself where capital is left aside.
    /// </param>
    /// <param name="yearsToReplace">Years until a product that went missing is replaced, one a product, above 0.</param>
    /// <param name="depreciation">Share of the stock of a capital good that wears out in a year, one a product, at least 0.</param>
    /// <exception cref="ModelException">The tables differ in their sectors, or a figure is missing or out of range.</exception>
    public StakeInputs(FlowTable table, FlowTable support, IReadOnlyList<double> yearsToReplace, IReadOnlyList<double> depreciation)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(support);
        ArgumentNullException.ThrowIfNull(yearsToReplace);
        ArgumentNullException.ThrowIfNull(depreciation);
        var faults = new List<string>();
        if (table.Size != support.Size)
        {
            faults.Add($"the support table has {support.Size} sectors, the table {table.Size}");
        }

        Check(table, yearsToReplace, "years to replace", above: 0, faults);
        Check(table, depreciation, "depreciation rates", above: -double.Epsilon, faults);
        if (faults.Count > 0)
        {
            throw new ModelException($"{table.Metadata.Id}: what is at stake cannot be told: {string.Join("; ", faults)}.");
        }

        Table = table;
        Support = support;
        _yearsToReplace = [.. yearsToReplace];
        _depreciation = [.. depreciation];
    }

    /// <summary>The table as published.</summary>
    public FlowTable Table { get; }

    /// <summary>The table with the yearly use of capital goods among the flows.</summary>
    public FlowTable Support { get; }

    /// <summary>Years until a product is replaced, n. Unit: years.</summary>
    public IReadOnlyList<double> YearsToReplace => _yearsToReplace;

    /// <summary>Share of the stock of a capital good that wears out in a year, n. Unit: share a year.</summary>
    public IReadOnlyList<double> Depreciation => _depreciation;

    /// <summary>
    /// The economy made ready for a question. Rankings, bands, paths and losses ask for the same one after another; it is kept as long as
    /// somebody holds it.
    /// </summary>
    internal StakeEconomy ReadyFor(StakeOptions options)
    {
        (StakeCapital, HorizonElasticities, double) key = (options.Capital, options.Elasticities, options.ExportsElasticity);
        lock (_gate)
        {
            if (_made is not null && _madeFor == key && _made.TryGetTarget(out StakeEconomy? made))
            {
                return made;
            }

            var economy = StakeEconomy.Of(
                Table,
                options.Capital == StakeCapital.Off ? Table : Support,
                options.Capital == StakeCapital.Stock,
                options.Elasticities,
                options.ExportsElasticity
            );
            (_madeFor, _made) = (key, new WeakReference<StakeEconomy>(economy));
            return economy;
        }
    }

    /// <summary>
    /// What bands draw: several supplies of one question meet the same draws, which are kept as long as somebody holds them.
    /// </summary>
    internal StakeDrawing DrawnFor(StakeBandOptions options)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_drawnFor, options) && _drawn!.TryGetTarget(out StakeDrawing? drawn))
            {
                return drawn;
            }

            var drawing = new StakeDrawing(this, options);
            (_drawnFor, _drawn) = (options, new WeakReference<StakeDrawing>(drawing));
            return drawing;
        }
    }

    /// <summary>Years to replace from irreplaceability r: 0.5 · 20^r, half a year for what is easiest, ten for what is hardest.</summary>
    /// <param name="irreplaceability">From 0 to 1.</param>
    /// <returns>Unit: years.</returns>
    public static double YearsFrom(double irreplaceability) => 0.5 * Math.Pow(20, irreplaceability);

    private static void Check(FlowTable table, IReadOnlyList<double> values, string what, double above, List<string> faults)
    {
        if (values.Count != table.Size)
        {
            faults.Add($"{values.Count} {what} for {table.Size} products");
            return;
        }

        for (int i = 0; i < values.Count; i++)
        {
            if (!(values[i] > above) || !double.IsFinite(values[i]))
            {
                faults.Add(
                    string.Create(CultureInfo.InvariantCulture, $"of the {what}, that of {table.Sectors.LabelOf(new(i))} is {values[i]}")
                );
            }
        }
    }
}

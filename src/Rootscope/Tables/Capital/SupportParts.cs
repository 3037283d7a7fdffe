namespace Rootscope.Tables.Capital;

/// <summary>The figures of the support table while regions are added.</summary>
internal sealed class SupportParts
{
    private readonly FlowTable _table;
    private readonly CapitalBasis _basis;
    private readonly int _n;
    private readonly int _industries;
    private readonly double[] _flows;
    private readonly double[] _final;
    private readonly double[] _valueAdded;
    private readonly double[]? _importedFlows;
    private readonly double[]? _importedFinal;

    public SupportParts(FlowTable table, CapitalBasis basis)
    {
        _table = table;
        _basis = basis;
        _n = table.Size;
        _industries = table.Sectors.Industries.Count;
        _flows = table.Flows.ToArray();
        _final = table.FinalDemand.ToArray();
        _valueAdded = table.ValueAdded.ToArray();
        _importedFlows = table.HasImportedFlows ? table.ImportedFlows.ToArray() : null;
        _importedFinal = table.HasImportedFlows ? table.ImportedFinalDemand.ToArray() : null;
        Used = new double[_n];
        Use = new double[_n * _n];
    }

    public double[] Used { get; }

    /// <summary>Capital goods used up, sellers × users.</summary>
    public double[] Use { get; }

    /// <summary>The largest share of the spread by depreciation that any region needed.</summary>
    public double Mixed { get; private set; }

    public void Add(int region, CapitalFlows? flows, CapitalSeeds? seeds, int[]? groupOf)
    {
        var totals = new CapitalTotals(_basis.FormationOf(region), [.. _basis.DepreciationOf(region)], _basis.IsKnown);
        if (totals.Formation.Sum() <= 0 || totals.Depreciation.Sum() <= 0)
        {
            return;
        }

        double[] use = flows is null || seeds is null ? CapitalPattern.Spread(totals) : Patterned(region, flows, seeds, groupOf, totals);
        for (int i = 0; i < _n; i++)
        {
            TakeRow(region, i, totals.Formation[i], use.AsSpan(i * _industries, _industries));
        }

        TakeColumns(region, use);
    }

    public FlowTable ToTable(IReadOnlyList<string> notes) =>
        new(
            _table.ToParts() with
            {
                Metadata = _table.Metadata with { Derivations = [.. _table.Metadata.Derivations, .. notes] },
                Flows = _flows,
                FinalDemand = _final,
                ValueAdded = _valueAdded,
                ImportedFlows = _importedFlows,
                ImportedFinalDemand = _importedFinal,
            }
        );

    private double[] Patterned(int region, CapitalFlows flows, CapitalSeeds seeds, int[]? groupOf, CapitalTotals totals)
    {
        string place = $"capital flows '{flows.Name}'";
        ReadOnlySpan<double> outputs = _table.Output.Slice(region * _industries, _industries);
        if (groupOf is null)
        {
            (double[] plain, double mixed) = CapitalPattern.Scaled(seeds.For(outputs), totals, flows.MostMixed, place);
            Mixed = Math.Max(Mixed, mixed);
            return plain;
        }

        int groups = groupOf.Max() + 1;
        int[] sellerOf = [.. Enumerable.Range(0, _n).Select(i => (i / _industries * groups) + groupOf[i % _industries])];
        var grouped = new CapitalTotals(
            CapitalSeeds.Sums(totals.Formation, sellerOf),
            CapitalSeeds.Sums(totals.Depreciation, groupOf),
            totals.Keeps
        );
        double[] known = seeds.For(CapitalSeeds.Sums(outputs, groupOf));
        (double[] whole, double share) = CapitalPattern.Scaled(known, grouped, flows.MostMixed, place);
        Mixed = Math.Max(Mixed, share);
        double[] parts = seeds.Parts?.For(outputs) ?? new double[_industries * _industries];
        return CapitalDivision.Divided(whole, parts, groupOf, totals);
    }

    /// <summary>
    /// Moves a product's use from the region's columns of capital formation to its industries; imported parts move in proportion.
    /// </summary>
    private void TakeRow(int region, int product, double formation, ReadOnlySpan<double> use)
    {
        double moved = Sum(use);
        if (moved <= 0)
        {
            return;
        }

        double share = moved / formation;
        int k = _table.FinalDemandCategories.Count;
        double imported = 0;
        foreach (int c in _basis.ColumnsOf(region))
        {
            int at = (product * k) + c;
            if (_table.FinalDemand[at] > 0)
            {
                _final[at] -= _table.FinalDemand[at] * share;
                if (_importedFinal is not null)
                {
                    imported += _importedFinal[at];
                    _importedFinal[at] -= _importedFinal[at] * share;
                }
            }
        }

        int start = (product * _n) + (region * _industries);
        for (int j = 0; j < use.Length; j++)
        {
            _flows[start + j] += use[j];
            Use[start + j] = use[j];
            if (_importedFlows is not null)
            {
                _importedFlows[start + j] += use[j] * imported / formation;
            }
        }
    }

    private void TakeColumns(int region, double[] use)
    {
        for (int j = 0; j < _industries; j++)
        {
            double used = 0;
            for (int i = 0; i < _n; i++)
            {
                used += use[(i * _industries) + j];
            }

            int sector = (region * _industries) + j;
            Used[sector] = used;
            _basis.TakeFrom(_valueAdded, sector, used);
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values)
        {
            sum += v;
        }

        return sum;
    }
}

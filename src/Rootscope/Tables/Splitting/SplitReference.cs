namespace Rootscope.Tables.Splitting;

/// <summary>The reference table brought to the sectors of the split table: what is known of recipes and buyers.</summary>
internal sealed class SplitReference
{
    private readonly FlowTable _table;
    private readonly FlowTable _reference;
    private readonly int _n;
    private readonly double[] _flows;
    private readonly double[] _final;
    private readonly double[] _primary;
    private readonly bool[] _isLent;

    public SplitReference(FlowTable table, FlowTable reference, SplitLayout layout)
    {
        _table = table;
        _reference = reference;
        _n = layout.Sectors.Count;
        _flows = new double[_n * _n];
        int k = reference.FinalDemandCategories.Count;
        int v = reference.ValueAddedCategories.Count;
        _final = new double[_n * k];
        _primary = new double[v * _n];
        Output = new double[_n];
        int[] of = layout.OfReference;
        for (int r = 0; r < of.Length; r++)
        {
            Output[of[r]] += reference.Output[r];
            ReadOnlySpan<double> sales = reference.SalesOf(new(r));
            for (int c = 0; c < of.Length; c++)
            {
                _flows[(of[r] * _n) + of[c]] += sales[c];
            }

            for (int c = 0; c < k; c++)
            {
                _final[(of[r] * k) + c] += reference.FinalDemandFor(new(r))[c];
            }

            for (int c = 0; c < v; c++)
            {
                _primary[(c * _n) + of[r]] += reference.ValueAdded[(c * of.Length) + r];
            }
        }

        _isLent = [.. layout.Lenders.Select(l => l.Length > 0)];
        PatternOutput = [.. Output];
        Lend(layout);
    }

    /// <summary>
    /// Output by new sector, in the reference's money; 0 where the reference has nothing that belongs to it, so that its size is given.
    /// </summary>
    public double[] Output { get; }

    /// <summary>Output of what <see cref="Flow"/>, <see cref="Final"/> and <see cref="Primary"/> are of: lenders', if any.</summary>
    public double[] PatternOutput { get; }

    /// <summary>What a new sector buys of an old one, whose parts are given: of what belongs to them.</summary>
    public double Bought(int[] sellers, int buyer)
    {
        double sum = 0;
        foreach (int seller in sellers)
        {
            sum += _isLent[seller] ? 0 : Flow(seller, buyer);
        }

        return sum;
    }

    /// <summary>What one new sector sells to another, in the reference's money.</summary>
    public double Flow(int seller, int buyer) => _flows[(seller * _n) + buyer];

    /// <summary>
    /// What a new sector sells to a column of the table's final demand: the reference's column of that code, otherwise those of that kind.
    /// </summary>
    public double Final(int seller, int category)
    {
        int k = _reference.FinalDemandCategories.Count;
        FinalDemandCategory asked = _table.FinalDemandCategories[category];
        double sum = 0;
        foreach (int c in Matching(_reference.FinalDemandCategories, d => d.Code == asked.Code, d => d.Kind == asked.Kind))
        {
            sum += _final[(seller * k) + c];
        }

        return sum;
    }

    /// <summary>
    /// What a new sector takes of a row of the table's primary inputs: the reference's row of that code, otherwise those of that kind;
    /// surplus stands for depreciation where that is missing.
    /// </summary>
    public double Primary(int row, int sector)
    {
        ValueAddedCategory asked = _table.ValueAddedCategories[row];
        int[] rows = Matching(_reference.ValueAddedCategories, d => d.Code == asked.Code, d => d.Kind == asked.Kind);
        if (rows.Length == 0 && asked.Kind == ValueAddedKind.Depreciation)
        {
            rows = Matching(_reference.ValueAddedCategories, _ => false, d => d.Kind == ValueAddedKind.Surplus);
        }

        double sum = 0;
        foreach (int r in rows)
        {
            sum += _primary[(r * _n) + sector];
        }

        return sum;
    }

    /// <summary>What a new sector's published inputs and primary inputs miss of its output, in the reference's money.</summary>
    public double Rest(int sector)
    {
        double rest = PatternOutput[sector];
        for (int i = 0; i < _n; i++)
        {
            rest -= _isLent[i] ? 0 : _flows[(i * _n) + sector];
        }

        for (int v = 0; v < _reference.ValueAddedCategories.Count; v++)
        {
            rest -= _primary[(v * _n) + sector];
        }

        return rest;
    }

    /// <summary>Adds the pattern of sectors that others lend theirs to; what lends it keeps it.</summary>
    private void Lend(SplitLayout layout)
    {
        int[] of = layout.OfReference;
        int k = _reference.FinalDemandCategories.Count;
        for (int s = 0; s < _n; s++)
        {
            foreach (int lender in layout.Lenders[s])
            {
                PatternOutput[s] += _reference.Output[lender];
                for (int r = 0; r < of.Length; r++)
                {
                    _flows[(of[r] * _n) + s] += _reference.SalesOf(new(r))[lender];
                }

                for (int v = 0; v < _reference.ValueAddedCategories.Count; v++)
                {
                    _primary[(v * _n) + s] += _reference.ValueAdded[(v * of.Length) + lender];
                }
            }
        }

        for (int s = 0; s < _n; s++)
        {
            if (!_isLent[s])
            {
                continue;
            }

            LentSales sales = LentSales.Of(_reference, layout.Lenders[s], layout.Sectors[s].Part!);
            for (int c = 0; c < of.Length; c++)
            {
                _flows[(s * _n) + of[c]] += sales.Inputs[c];
            }

            for (int buyer = 0; buyer < _n; buyer++)
            {
                _flows[(s * _n) + buyer] += layout.Lenders[buyer].Sum(c => sales.Inputs[c]);
            }

            sales.Final.CopyTo(_final.AsSpan(s * k, k));
        }
    }

    private static int[] Matching<T>(IReadOnlyList<T> categories, Func<T, bool> best, Func<T, bool> next)
    {
        int[] found = [.. Enumerable.Range(0, categories.Count).Where(c => best(categories[c]))];
        return found.Length > 0 ? found : [.. Enumerable.Range(0, categories.Count).Where(c => next(categories[c]))];
    }
}

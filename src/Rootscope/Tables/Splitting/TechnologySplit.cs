using Rootscope.Tables.Aggregation;

namespace Rootscope.Tables.Splitting;

/// <summary>Splits industries of a one-region table into technologies and the rest, by the recipes and buyers of a finer table.</summary>
/// <remarks>
/// <para>Part t of industry p gets a share θ of its output. What t buys is seeded with the reference's recipe for t, θ x_p a_it, whom it
/// sells to with the reference's buyers; then GRAS scales inputs to the parent's cells and θ x_p, and sales to the parent's cells and the
/// part's home use. So every cell of the parent is the sum of its parts', and aggregating the parts gives the table back. First all columns
/// are split, then all rows, so that the order of parents and parts does not matter.</para>
/// <para>A part that is a small share of the reference's classes is lent their recipe and buyers, or has buyers named by what it is; one
/// that no class stands for is a slice, with the same share of every input and every sale at home (<see cref="PartBasis"/>).</para>
/// <para>Imports and exports are divided by the shares given, otherwise as output is. Where the reference has no such flow, or one of mixed
/// signs, the parent's is divided by output. Primary inputs and final demand match by code, otherwise by kind. The imported part by user is
/// dropped, where there is one. A split adds the reference's technology, nothing that the table knew.</para>
/// <para>Sources: Wolsky (1984), "Disaggregating input-output models", Review of Economics and Statistics 66; Lindner, Legault and Guan
/// (2013), Economic Systems Research 25; GRAS:
/// <see cref="Balancing.MatrixBalancing"/>. Cost: one GRAS of parts × sectors for each split industry and side.</para>
/// </remarks>
public sealed class TechnologySplit
{
    /// <summary>Of sums, relative to the largest: a few roundings.</summary>
    private const double Tolerance = 1e-13;

    private readonly FlowTable _table;
    private readonly SplitLayout _layout;
    private readonly SplitReference _reference;
    private readonly SplitPattern _pattern;
    private readonly double _tolerance;
    private readonly int _n;
    private readonly double[] _bought;
    private readonly double[] _primary;
    private readonly double[] _flows;
    private readonly double[] _final;
    private readonly double[] _output;
    private readonly double[]? _imports;

    private TechnologySplit(FlowTable table, SplitLayout layout, SplitReference reference, SplitPattern pattern, double tolerance)
    {
        _table = table;
        _layout = layout;
        _reference = reference;
        _pattern = pattern;
        _tolerance = tolerance;
        _n = layout.Sectors.Count;
        _bought = new double[table.Size * _n];
        _primary = new double[table.ValueAddedCategories.Count * _n];
        _flows = new double[_n * _n];
        _final = new double[_n * table.FinalDemandCategories.Count];
        _output = new double[_n];
        _imports = table.HasImports ? new double[_n] : null;
    }

    /// <summary>Splits a table.</summary>
    /// <param name="table">A table of one region.</param>
    /// <param name="parts">The parts; industries without any stay whole.</param>
    /// <param name="reference">A finer table of one region; its money and year may differ.</param>
    /// <param name="toTable">Sends every code of the reference to one code of the table.</param>
    /// <param name="pattern">How cells are seeded.</param>
    /// <returns>The table with each split industry replaced by its parts, the rest under the old code. Unit: the table's.</returns>
    /// <exception cref="TableException">A part names what is not there, shares do not sum to 1, or no cells of the given signs add
    /// up.</exception>
    public static FlowTable Of(
        FlowTable table,
        IReadOnlyList<SplitPart> parts,
        FlowTable reference,
        Concordance toTable,
        SplitPattern pattern = SplitPattern.Reference
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(toTable);
        SplitLayout layout = SplitLayout.Of(table, parts, reference, toTable);
        return Of(table, layout, new SplitReference(table, reference, layout), pattern, Tolerance);
    }

    /// <summary>Splits a table by a layout and a reference that are ready; totals are kept to a hundred times the tolerance.</summary>
    internal static FlowTable Of(FlowTable table, SplitLayout layout, SplitReference reference, SplitPattern pattern, double tolerance)
    {
        var split = new TechnologySplit(table, layout, reference, pattern, tolerance);
        SplitSizes[] sizes = [.. Enumerable.Range(0, table.Size).Select(p => SplitSizes.Of(table, layout, p, reference))];
        for (int p = 0; p < table.Size; p++)
        {
            split.SplitColumn(p, sizes[p]);
        }

        for (int p = 0; p < table.Size; p++)
        {
            split.SplitRow(p, sizes[p]);
        }

        return split.ToTable();
    }

    /// <summary>Inputs of the parts from all old sectors, and their primary inputs.</summary>
    private void SplitColumn(int parent, SplitSizes sizes)
    {
        int n = _table.Size;
        int v = _table.ValueAddedCategories.Count;
        int[] parts = _layout.PartsOf[parent];

        // The last row closes the column: what the published inputs miss of output.
        var totals = new double[n + v + 1];
        double gap = _table.Output[parent];
        for (int i = 0; i < n + v; i++)
        {
            totals[i] = i < n ? _table.Flows[(i * n) + parent] : _table.ValueAdded[((i - n) * n) + parent];
            gap -= totals[i];
        }

        totals[^1] = gap;
        var known = new double[totals.Length * parts.Length];
        for (int i = 0; i < totals.Length && parts.Length > 1; i++)
        {
            for (int t = 0; t < parts.Length; t++)
            {
                int part = parts[t];
                double recipe =
                    i < n ? _reference.Bought(_layout.PartsOf[i], part)
                    : i < n + v ? _reference.Primary(i - n, part)
                    : _reference.Rest(part);
                known[(i * parts.Length) + t] = PerOutput(recipe, part) * sizes.Shares[t];
            }
        }

        double[] cells = SplitDivision.Divide(
            totals,
            known,
            sizes.Shares,
            [.. sizes.Shares.Select(s => s * _table.Output[parent])],
            $"inputs of '{_table.Sectors.IndustryOf(new(parent)).Code}'",
            _tolerance,
            [.. parts.Select(_layout.IsSlice)]
        );
        for (int i = 0; i < n + v; i++)
        {
            for (int t = 0; t < parts.Length; t++)
            {
                (i < n ? _bought : _primary)[((i < n ? i : i - n) * _n) + parts[t]] = cells[(i * parts.Length) + t];
            }
        }
    }

    /// <summary>Sales of the parts to all new sectors and to final demand; exports are known.</summary>
    private void SplitRow(int parent, SplitSizes sizes)
    {
        int k = _table.FinalDemandCategories.Count;
        int[] parts = _layout.PartsOf[parent];
        var totals = new double[_n + k];
        var known = new double[totals.Length * parts.Length];
        double exports = 0;
        for (int j = 0; j < totals.Length; j++)
        {
            bool isExport = j >= _n && _table.FinalDemandCategories[j - _n].Kind == FinalDemandKind.Exports;
            double total = j < _n ? _bought[(parent * _n) + j] : _table.FinalDemandFor(new(parent))[j - _n];
            totals[j] = isExport ? 0 : total;
            exports += isExport ? total : 0;
            for (int t = 0; t < parts.Length && parts.Length > 1 && !isExport; t++)
            {
                double sales = j < _n ? _reference.Flow(parts[t], j) : _reference.Final(parts[t], j - _n);
                known[(j * parts.Length) + t] = PerOutput(sales, parts[t]) * sizes.Shares[t];
            }
        }

        double[] cells = SplitDivision.Divide(
            totals,
            known,
            sizes.Shares,
            sizes.HomeUse,
            $"sales of '{_table.Sectors.IndustryOf(new(parent)).Code}'",
            _tolerance,
            [.. parts.Select(_layout.IsSlice)]
        );
        for (int t = 0; t < parts.Length; t++)
        {
            int part = parts[t];
            _output[part] = sizes.Shares[t] * _table.Output[parent];
            if (_imports is not null)
            {
                _imports[part] = sizes.Imports[t];
            }

            for (int j = 0; j < totals.Length; j++)
            {
                bool isExport = j >= _n && _table.FinalDemandCategories[j - _n].Kind == FinalDemandKind.Exports;
                double cell = isExport
                    ? (exports == 0 ? 0 : _table.FinalDemandFor(new(parent))[j - _n] * sizes.Exports[t] / exports)
                    : cells[(j * parts.Length) + t];
                (j < _n ? _flows : _final)[j < _n ? (part * _n) + j : (part * k) + j - _n] = cell;
            }
        }
    }

    private double PerOutput(double amount, int sector) =>
        _pattern == SplitPattern.Reference && _reference.PatternOutput[sector] > 0 ? amount / _reference.PatternOutput[sector] : 0;

    private FlowTable ToTable() =>
        new(
            _table.ToParts() with
            {
                Metadata = _table.Metadata with
                {
                    Derivations =
                    [
                        .. _table.Metadata.Derivations,
                        $"{_layout.PartsOf.Count(p => p.Length > 1)} industries are split into "
                            + $"{_layout.PartsOf.Where(p => p.Length > 1).Sum(p => p.Length)} parts by the recipes and buyers of a finer "
                            + $"table: estimates.",
                    ],
                },
                Sectors = new SectorIndex(_table.Sectors.Regions, [.. _layout.Sectors.Select(s => s.Industry)]),
                Flows = _flows,
                FinalDemand = _final,
                ValueAdded = _primary,
                Output = _output,
                Imports = _imports,
                ImportedFlows = null,
                ImportedFinalDemand = null,
            }
        );
}

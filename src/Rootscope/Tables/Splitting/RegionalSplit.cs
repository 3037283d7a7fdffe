using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Regions;

namespace Rootscope.Tables.Splitting;

/// <summary>Splits industries of a table of many regions into technologies and the rest, region by region, all regions alike.</summary>
/// <remarks>
/// As <see cref="TechnologySplit"/>: what a part buys is seeded with the reference's recipe, whom it sells to with the reference's buyers,
/// in whatever region they are; then every cell of the parent is divided among its parts such that each has its size. All columns are split
/// before any row, so that neither the order of parts nor that of regions matters, and adding the parts together gives the table back.
/// Sizes may differ by region. Sales to other regions are divided by shares of exports where they are given, otherwise as output is; shares
/// of imports are not used, because imports are what the others sell. Cost: one GRAS of parts × industries for every split industry, region
/// and side: world-2011 with twenty parts takes seconds.
/// </remarks>
public sealed class RegionalSplit
{
    /// <summary>Of sums, relative to the largest: totals are kept to 1e-9.</summary>
    private const double Tolerance = 1e-12;

    private readonly FlowTable _table;
    private readonly SplitLayout _layout;
    private readonly SplitReference _reference;
    private readonly int _old;
    private readonly int _new;
    private readonly int _regions;
    private readonly SplitSizes[][] _sizes;
    private readonly double[] _bought;
    private readonly double[] _primary;
    private readonly double[] _flows;
    private readonly double[] _final;
    private readonly double[] _output;

    private RegionalSplit(FlowTable table, SplitLayout layout, SplitReference reference, Func<RegionNumber, SplitPart, SplitPart> partIn)
    {
        _table = table;
        _layout = layout;
        _reference = reference;
        _old = table.Sectors.Industries.Count;
        _new = layout.Sectors.Count;
        _regions = table.Sectors.Regions.Count;
        _sizes = [.. Enumerable.Range(0, _regions).Select(r => SizesIn(r, layout.With(p => partIn(new(r), p))))];
        _bought = new double[table.Size * _regions * _new];
        _primary = new double[table.ValueAddedCategories.Count * _regions * _new];
        _flows = new double[_regions * _new * _regions * _new];
        _final = new double[_regions * _new * table.FinalDemandCategories.Count];
        _output = new double[_regions * _new];
    }

    /// <summary>Splits a table of many regions.</summary>
    /// <param name="table">The table; imports are flows between its regions.</param>
    /// <param name="parts">The parts; industries without any stay whole.</param>
    /// <param name="reference">A finer table of one region; its money and year may differ.</param>
    /// <param name="toTable">Sends every code of the reference to one code of the table.</param>
    /// <param name="partIn">The part as it is in a region, by the region's number: with shares of its own. Null: the same in all.</param>
    /// <returns>The table with each split industry replaced by its parts in every region. Unit: the table's.</returns>
    /// <exception cref="TableException">A part names what is not there, shares do not sum to 1, or no cells of the given signs add
    /// up.</exception>
    public static FlowTable Of(
        FlowTable table,
        IReadOnlyList<SplitPart> parts,
        FlowTable reference,
        Concordance toTable,
        Func<RegionNumber, SplitPart, SplitPart>? partIn = null
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(toTable);
        if (table.Sectors.Regions.Count == 1 || table.HasImports)
        {
            throw new ModelException("A split region by region needs a table of many regions, without a column of imports.");
        }

        SplitLayout layout = SplitLayout.Of(RegionalView.Of(table, new(0)), parts, reference, toTable);
        var split = new RegionalSplit(table, layout, new SplitReference(table, reference, layout), partIn ?? ((_, part) => part));
        for (int sector = 0; sector < table.Size; sector++)
        {
            split.SplitColumn(sector);
        }

        for (int sector = 0; sector < table.Size; sector++)
        {
            split.SplitRow(sector);
        }

        return split.ToTable();
    }

    private SplitSizes[] SizesIn(int region, SplitLayout layout)
    {
        var sizes = new SplitSizes[_old];
        for (int p = 0; p < _old; p++)
        {
            int seller = (region * _old) + p;
            double home = 0;
            for (int j = 0; j < _old; j++)
            {
                home += _table.Flows[(seller * _table.Size) + (region * _old) + j];
            }

            for (int c = 0; c < _table.FinalDemandCategories.Count; c++)
            {
                home += _table.FinalDemandCategories[c].Region == region ? _table.FinalDemandFor(new(seller))[c] : 0;
            }

            sizes[p] = SplitSizes.OfSeller(layout, p, _reference, _table.Output[seller], _table.Output[seller] - home);
        }

        return sizes;
    }

    /// <summary>Inputs of the parts of one sector from all old sectors, and their primary inputs.</summary>
    private void SplitColumn(int sector)
    {
        int n = _table.Size;
        int v = _table.ValueAddedCategories.Count;
        int parent = sector % _old;
        int[] parts = _layout.PartsOf[parent];
        double[] shares = _sizes[sector / _old][parent].Shares;

        // The last row closes the column: what the published inputs miss of output.
        var totals = new double[n + v + 1];
        var groupOf = new int[totals.Length];
        double gap = _table.Output[sector];
        for (int i = 0; i < n + v; i++)
        {
            totals[i] = i < n ? _table.Flows[(i * n) + sector] : _table.ValueAdded[((i - n) * n) + sector];
            groupOf[i] = i < n ? i % _old : _old + i - n;
            gap -= totals[i];
        }

        totals[^1] = gap;
        groupOf[^1] = _old + v;
        double[] known = Known(_old + v + 1, parts, shares, RecipeOf);
        double[] sums = [.. shares.Select(s => s * _table.Output[sector])];
        double[] cells = Divide(totals, groupOf, known, shares, sums, "inputs", sector);
        int at = sector / _old * _new;
        for (int i = 0; i < n + v; i++)
        {
            for (int t = 0; t < parts.Length; t++)
            {
                (i < n ? _bought : _primary)[((i < n ? i : i - n) * _regions * _new) + at + parts[t]] = cells[(i * parts.Length) + t];
            }
        }

        double RecipeOf(int group, int part) =>
            group < _old ? _reference.Bought(_layout.PartsOf[group], part)
            : group < _old + v ? _reference.Primary(group - _old, part)
            : _reference.Rest(part);
    }

    /// <summary>Sales of the parts of one sector to all new sectors and to final demand, at home and abroad.</summary>
    private void SplitRow(int sector)
    {
        SplitSizes sizes = _sizes[sector / _old][sector % _old];
        int region = sector / _old;
        int[] parts = _layout.PartsOf[sector % _old];
        for (int t = 0; t < parts.Length; t++)
        {
            _output[(region * _new) + parts[t]] = sizes.Shares[t] * _table.Output[sector];
        }

        int width = _regions * _new;
        int[] columns = [.. Enumerable.Range(0, width + _table.FinalDemandCategories.Count)];
        int RegionOf(int c) => c < width ? c / _new : _table.FinalDemandCategories[c - width].Region;

        // What the published row misses of its output is divided by output, on either side of the border as it falls.
        SplitSales(sector, sizes, [.. columns.Where(c => RegionOf(c) == region)], sizes.HomeUse);
        SplitSales(sector, sizes, [.. columns.Where(c => RegionOf(c) != region)], sizes.Exports);
    }

    private void SplitSales(int sector, SplitSizes sizes, int[] columns, double[] sums)
    {
        int width = _regions * _new;
        int k = _table.FinalDemandCategories.Count;
        int[] parts = _layout.PartsOf[sector % _old];
        double[] totals =
        [
            .. columns.Select(c => c < width ? _bought[(sector * width) + c] : _table.FinalDemandFor(new(sector))[c - width]),
        ];
        int[] groupOf = [.. columns.Select(c => c < width ? c % _new : _new + c - width)];
        double[] known = Known(
            _new + k,
            parts,
            sizes.Shares,
            (group, part) => group < _new ? _reference.Flow(part, group) : _reference.Final(part, group - _new)
        );
        double[] cells = Divide(totals, groupOf, known, sizes.Shares, sums, "sales", sector);
        for (int t = 0; t < parts.Length; t++)
        {
            int row = (sector / _old * _new) + parts[t];
            for (int i = 0; i < columns.Length; i++)
            {
                int c = columns[i];
                (c < width ? _flows : _final)[c < width ? (row * width) + c : (row * k) + c - width] = cells[(i * parts.Length) + t];
            }
        }
    }

    private double[] Known(int groups, int[] parts, double[] shares, Func<int, int, double> amount)
    {
        var known = new double[groups * parts.Length];
        for (int g = 0; g < groups && parts.Length > 1; g++)
        {
            for (int t = 0; t < parts.Length; t++)
            {
                double output = _reference.PatternOutput[parts[t]];
                known[(g * parts.Length) + t] = output > 0 ? amount(g, parts[t]) / output * shares[t] : 0;
            }
        }

        return known;
    }

    private double[] Divide(double[] totals, int[] groupOf, double[] known, double[] shares, double[] sums, string what, int sector)
    {
        if (shares.Length == 1)
        {
            return totals;
        }

        // What a published row misses of its sum is divided by output.
        double gap = totals.Sum() - sums.Sum();
        double[] reached = [.. sums.Select((s, t) => s + (gap * shares[t]))];
        string place = $"{what} of '{_table.Sectors.LabelOf(new(sector))}'";
        bool[] isSlice = [.. _layout.PartsOf[sector % _old].Select(_layout.IsSlice)];
        return SplitDivision.DivideByGroup(totals, groupOf, known, shares, reached, place, Tolerance, isSlice);
    }

    private FlowTable ToTable() =>
        new(
            _table.ToParts() with
            {
                Metadata = _table.Metadata with
                {
                    Derivations =
                    [
                        .. _table.Metadata.Derivations,
                        $"{_layout.PartsOf.Count(p => p.Length > 1)} industries of every region are split into "
                            + $"{_layout.PartsOf.Where(p => p.Length > 1).Sum(p => p.Length)} parts by the recipes and buyers of a finer "
                            + "table: estimates.",
                    ],
                },
                Sectors = new SectorIndex(_table.Sectors.Regions, [.. _layout.Sectors.Select(s => s.Industry)]),
                Flows = _flows,
                FinalDemand = _final,
                ValueAdded = _primary,
                Output = _output,
            }
        );
}

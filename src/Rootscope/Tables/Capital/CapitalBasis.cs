using System.Globalization;

namespace Rootscope.Tables.Capital;

/// <summary>What a table knows of capital: formation by product, and the row of primary inputs that says who wears it out.</summary>
internal sealed class CapitalBasis
{
    private const int MostNamed = 5;

    private readonly FlowTable _table;
    private readonly int[] _rows;
    private readonly double[] _depreciation;

    private CapitalBasis(FlowTable table, int[] rows, bool isKnown, string name, double[] depreciation, IReadOnlyList<string> notes)
    {
        _table = table;
        _rows = rows;
        IsKnown = isKnown;
        Name = name;
        _depreciation = depreciation;
        Notes = notes;
        Formation = [.. Enumerable.Range(0, table.Sectors.Regions.Count).Select(r => FormationOf(r).Sum())];
    }

    /// <summary>Whether the table has depreciation.</summary>
    public bool IsKnown { get; }

    /// <summary>What industries' shares are taken from, in words.</summary>
    public string Name { get; }

    /// <summary>Fixed capital formation above zero, by region.</summary>
    public double[] Formation { get; }

    public IReadOnlyList<string> Notes { get; }

    public static CapitalBasis Of(FlowTable table)
    {
        (int[] rows, bool isKnown, string name) = RowsOf(table);
        double[] depreciation = rows.Length == 0 ? TableTotals.ValueAdded(table) : Positive(table, rows);
        string[] negative =
        [
            .. Enumerable
                .Range(0, table.Size)
                .Where(j => HasNegative(table, rows, depreciation, j))
                .Select(k => table.Sectors.LabelOf(new(k))),
        ];
        for (int j = 0; j < depreciation.Length; j++)
        {
            depreciation[j] = Math.Max(0, depreciation[j]);
        }

        List<string> notes = [];
        if (!isKnown)
        {
            notes.Add(
                $"{table.Metadata.Id} has no depreciation: it is taken as stationary, so that all fixed capital formation replaces "
                    + $"what is used up."
            );
        }

        Say(notes, $"negative {name} counted as none", negative);
        var basis = new CapitalBasis(table, rows, isKnown, name, depreciation, notes);
        Say(notes, "negative capital formation left in final demand", [.. basis.NegativeProducts()]);
        string[] worn =
        [
            .. Enumerable
                .Range(0, basis.Formation.Length)
                .Where(r => isKnown && basis.RawDepreciation(r).Sum() > basis.Formation[r])
                .Select(r => table.Sectors.Regions[r].Code),
        ];
        Say(notes, "depreciation exceeds capital formation and counts only as far as that", worn);
        return basis;
    }

    /// <summary>Columns of fixed capital formation of a region.</summary>
    public IEnumerable<int> ColumnsOf(int region) =>
        Enumerable
            .Range(0, _table.FinalDemandCategories.Count)
            .Where(c => _table.FinalDemandCategories[c] is { Kind: FinalDemandKind.FixedCapital } category && category.Region == region);

    /// <summary>Capital formation of a region by seller, negative cells left out.</summary>
    public double[] FormationOf(int region)
    {
        int k = _table.FinalDemandCategories.Count;
        int[] columns = [.. ColumnsOf(region)];
        var formation = new double[_table.Size];
        for (int i = 0; i < formation.Length; i++)
        {
            foreach (int c in columns)
            {
                formation[i] += Math.Max(0, _table.FinalDemand[(i * k) + c]);
            }
        }

        return formation;
    }

    /// <summary>
    /// Capital goods used up by the industries of a region: depreciation, in all no more than capital formation; without depreciation all
    /// of that.
    /// </summary>
    public IEnumerable<double> DepreciationOf(int region)
    {
        double[] raw = RawDepreciation(region);
        double total = raw.Sum();
        double scale =
            total <= 0 ? 0
            : IsKnown ? Math.Min(1, Formation[region] / total)
            : Formation[region] / total;
        return raw.Select(d => d * scale);
    }

    /// <summary>Takes what a sector uses up from its rows of primary inputs.</summary>
    public void TakeFrom(double[] valueAdded, int sector, double used)
    {
        int n = _table.Size;
        double total = _rows.Sum(r => Math.Max(0, _table.ValueAdded[(r * n) + sector]));
        if (total > 0)
        {
            foreach (int r in _rows)
            {
                valueAdded[(r * n) + sector] -= used * Math.Max(0, _table.ValueAdded[(r * n) + sector]) / total;
            }
        }
        else if (_table.ValueAddedCategories.Count > 0 && used > 0)
        {
            int last = _rows.Length > 0 ? _rows[^1] : _table.ValueAddedCategories.Count - 1;
            valueAdded[(last * n) + sector] -= used;
        }
    }

    private static (int[] Rows, bool IsKnown, string Name) RowsOf(FlowTable table)
    {
        foreach (
            (ValueAddedKind kind, string name) in new[]
            {
                (ValueAddedKind.Depreciation, "consumption of fixed capital"),
                (ValueAddedKind.Surplus, "operating surplus"),
                (ValueAddedKind.Total, "value added"),
            }
        )
        {
            int[] rows = [.. Enumerable.Range(0, table.ValueAddedCategories.Count).Where(r => table.ValueAddedCategories[r].Kind == kind)];
            if (rows.Length > 0)
            {
                return (rows, kind == ValueAddedKind.Depreciation, name);
            }
        }

        return ([], false, "value added");
    }

    private static double[] Positive(FlowTable table, int[] rows)
    {
        var sums = new double[table.Size];
        foreach (int r in rows)
        {
            for (int j = 0; j < sums.Length; j++)
            {
                sums[j] += Math.Max(0, table.ValueAdded[(r * sums.Length) + j]);
            }
        }

        return sums;
    }

    private static bool HasNegative(FlowTable table, int[] rows, double[] sums, int sector) =>
        sums[sector] < 0 || rows.Any(r => table.ValueAdded[(r * table.Size) + sector] < 0);

    private static void Say(List<string> notes, string what, string[] labels)
    {
        if (labels.Length > 0)
        {
            string more =
                labels.Length > MostNamed
                    ? string.Create(CultureInfo.InvariantCulture, $" and {labels.Length - MostNamed} more")
                    : string.Empty;
            notes.Add($"{what}: {string.Join(", ", labels.Take(MostNamed))}{more}");
        }
    }

    private double[] RawDepreciation(int region)
    {
        int industries = _table.Sectors.Industries.Count;
        return _depreciation.AsSpan(region * industries, industries).ToArray();
    }

    private IEnumerable<string> NegativeProducts()
    {
        int k = _table.FinalDemandCategories.Count;
        return Enumerable
            .Range(0, _table.Size)
            .Where(i =>
                Enumerable
                    .Range(0, k)
                    .Any(c => _table.FinalDemandCategories[c].Kind == FinalDemandKind.FixedCapital && _table.FinalDemand[(i * k) + c] < 0)
            )
            .Select(k => _table.Sectors.LabelOf(new(k)));
    }
}

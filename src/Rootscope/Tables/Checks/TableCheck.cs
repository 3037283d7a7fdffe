using System.Globalization;
using Rootscope.Numerics;
using Rootscope.Tables.Regions;

namespace Rootscope.Tables.Checks;

/// <summary>Whether a table is sound: its identities, its odd cells, and whether its requirements are productive.</summary>
/// <remarks>
/// Negative values, sectors without output and negative value added occur in published tables and are told, not refused. What makes a table
/// unusable is an identity that fails, or a domestic requirements matrix with spectral radius 1 or more: its inverse then has no meaning.
/// Cost: about a hundred passes over the flows.
/// </remarks>
public sealed class TableCheck
{
    /// <summary>
    /// So near to 1 the radius cannot be told from it, as where all output is bought by sectors: the iteration ends at 1e-10.
    /// </summary>
    private const double NoDigit = 1e-8;

    private TableCheck(FlowTable table, double tolerance)
    {
        Table = table;
        Tolerance = tolerance;
        Balance = TableBalance.Of(table);
        BrokenRows = Worst(Balance, tolerance, ofRows: true);
        BrokenColumns = Worst(Balance, tolerance, ofRows: false);
        double[] valueAdded = TableTotals.ValueAdded(table);
        WithoutOutput = Where(table.Size, s => table.Output[s] == 0);
        NegativeValueAdded = Where(table.Size, s => valueAdded[s] < 0);
        NegativeFlows = Count(table.Flows);
        NegativeFinalDemand = Count(table.FinalDemand);
        NegativeImports = Where(table.Imports.Length, s => table.Imports[s] < 0);
        double[] requirements = Requirements(table, table.Flows.ToArray());
        InputShares = ColumnSums(requirements, table.Size);
        SpectralRadius = Numerics.SpectralRadius.Of(requirements, table.Size);
        DomesticSpectralRadius = table.HasImports
            ? Numerics.SpectralRadius.Of(Requirements(table, DomesticFlows.Of(table)), table.Size)
            : SpectralRadius;
    }

    /// <summary>The table.</summary>
    public FlowTable Table { get; }

    /// <summary>Share of output that a row or column may be off.</summary>
    public double Tolerance { get; }

    /// <summary>Every identity, row by row and column by column.</summary>
    public TableBalance Balance { get; }

    /// <summary>Rows off by more than the tolerance, worst first (largest relative gap).</summary>
    public IReadOnlyList<BalanceGap> BrokenRows { get; }

    /// <summary>Columns off by more than the tolerance, worst first (largest relative gap).</summary>
    public IReadOnlyList<BalanceGap> BrokenColumns { get; }

    /// <summary>Sectors without output, in table order.</summary>
    public IReadOnlyList<SectorNumber> WithoutOutput { get; }

    /// <summary>Sectors whose inputs exceed their output, in table order.</summary>
    public IReadOnlyList<SectorNumber> NegativeValueAdded { get; }

    /// <summary>Products with negative imports, in table order.</summary>
    public IReadOnlyList<SectorNumber> NegativeImports { get; }

    /// <summary>Number of negative cells among the flows.</summary>
    public int NegativeFlows { get; }

    /// <summary>Number of negative cells in final demand; changes in inventories have many.</summary>
    public int NegativeFinalDemand { get; }

    /// <summary>Intermediate inputs, domestic and imported, over output of each sector, n; 0 without output. Unit: ratio.</summary>
    public IReadOnlyList<double> InputShares { get; }

    /// <summary>Largest eigenvalue of the requirements matrix, imported inputs included. Unit: ratio.</summary>
    public double SpectralRadius { get; }

    /// <summary>Largest eigenvalue of the domestic requirements matrix, the one that is inverted. Unit: ratio.</summary>
    public double DomesticSpectralRadius { get; }

    /// <summary>Whether every row and column holds within the tolerance.</summary>
    public bool IsBalanced => BrokenRows.Count == 0 && BrokenColumns.Count == 0;

    /// <summary>Whether one unit of final demand needs a finite amount of output.</summary>
    public bool IsProductive => DomesticSpectralRadius < 1 - NoDigit;

    /// <summary>Whether that holds where imported inputs are made at home too.</summary>
    public bool IsProductiveWithImports => SpectralRadius < 1 - NoDigit;

    /// <summary>Checks a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="tolerance">Share of output that a row or column may be off; for sectors far below the mean, see
    /// <see cref="TableBalance.Broken"/>.</param>
    public static TableCheck Of(FlowTable table, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        return new TableCheck(table, tolerance);
    }

    /// <summary>Refuses a table that is not productive.</summary>
    /// <param name="place">What to call the table: a name or a file.</param>
    /// <exception cref="ModelException">The spectral radius is 1 or more; the message names the sectors with the largest share of
    /// inputs.</exception>
    public void RequireProductive(string place)
    {
        if (IsProductive)
        {
            return;
        }

        IEnumerable<string> worst = Enumerable
            .Range(0, Table.Size)
            .OrderByDescending(s => InputShares[s])
            .ThenBy(s => s)
            .Take(3)
            .Select(s => FormattableString.Invariant($"{Table.Sectors.LabelOf(new(s))} ({InputShares[s]:0.###})"));
        throw new ModelException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{place}: the table is not productive: the spectral radius of its domestic requirements is "
                    + $"{DomesticSpectralRadius:0.######}, "
            )
                + $"and must be below "
                + $"1{(HasFinalDemand() ? string.Empty : "; it has no final demand, for all output is bought by sectors")}. "
                + $"Largest inputs per unit of output: {string.Join(", ", worst)}. Check the outputs and inputs "
                + $"of these columns against the source."
        );
    }

    private bool HasFinalDemand() => Table.FinalDemand.IndexOfAnyExcept(0.0) >= 0;

    private static IReadOnlyList<BalanceGap> Worst(TableBalance balance, double tolerance, bool ofRows) =>
        [.. balance.Broken(tolerance).Where(g => g.IsRow == ofRows).OrderByDescending(g => g.RelativeGap).ThenBy(g => g.Sector)];

    private static SectorNumber[] Where(int count, Func<int, bool> holds) =>
        [.. Enumerable.Range(0, count).Where(holds).Select(s => new SectorNumber(s))];

    private static int Count(ReadOnlySpan<double> values)
    {
        int negative = 0;
        foreach (double x in values)
        {
            negative += x < 0 ? 1 : 0;
        }

        return negative;
    }

    private static double[] Requirements(FlowTable table, double[] flows)
    {
        int n = table.Size;
        ReadOnlySpan<double> output = table.Output;
        for (int i = 0; i < n; i++)
        {
            Span<double> row = flows.AsSpan(i * n, n);
            for (int j = 0; j < n; j++)
            {
                row[j] = output[j] == 0 ? 0 : row[j] / output[j];
            }
        }

        return flows;
    }

    private static double[] ColumnSums(double[] matrix, int n)
    {
        var sums = new double[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = matrix.AsSpan(i * n, n);
            for (int j = 0; j < n; j++)
            {
                sums[j] += row[j];
            }
        }

        return sums;
    }
}

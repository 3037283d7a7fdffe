using Rootscope.Numerics;
using Rootscope.Numerics.Dense;
using Rootscope.Tables;

namespace Rootscope.Accounts;

/// <summary>
/// Total requirements, L = (I − A)⁻¹: output of every sector, direct and indirect, in one unit of final demand for a sector.
/// </summary>
/// <remarks>
/// <para>Unit: money per money. Shape: n × n, row-major. A sector without output has a unit row and column. Compute it once a table and
/// pass it to what needs it; the Ghosh inverse comes from it (g_ij = l_ij x_j / x_i) and is never computed by a second inversion.</para>
/// <para>Source: Leontief (1936); Miller and Blair (2009), sections 2.2 and 12.1. Cost: 2n³ operations and one n × n matrix beside the
/// coefficients; multipliers, linkages and stages do not need it. Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class TotalRequirements
{
    /// <summary>
    /// Number of the way in which an inverse comes about: it rises with every change that can move a bit of one, so that none is taken up
    /// that was kept before.
    /// </summary>
    public const int AlgorithmVersion = 1;

    /// <summary>What the factors are of the work of an inverse: 2n³/3 of 2n³.</summary>
    private const double FactorShare = 1.0 / 3;

    private readonly ReadOnlyMemory<double> _values;
    private readonly double[] _multipliers;
    private readonly double[] _finalDemand;

    private TotalRequirements(DirectRequirements direct, ReadOnlyMemory<double> values)
    {
        Direct = direct;
        _values = values;
        _multipliers = ColumnSums(values.Span, direct.Size);
        _finalDemand = direct.FinalDemand();
    }

    /// <summary>The direct requirements behind it.</summary>
    public DirectRequirements Direct { get; }

    /// <summary>The table behind it.</summary>
    public FlowTable Table => Direct.Table;

    /// <summary>Number of sectors, n.</summary>
    public int Size => Direct.Size;

    /// <summary>L, n × n, row-major.</summary>
    public ReadOnlySpan<double> Values => _values.Span;

    /// <summary>Output multipliers, 1'L, n.</summary>
    public ReadOnlySpan<double> Multipliers => _multipliers;

    /// <summary>The final demand f for which x = L f, n, in the table's unit.</summary>
    public ReadOnlySpan<double> FinalDemand => _finalDemand;

    /// <summary>One cell of L.</summary>
    public double this[SectorNumber supplier, SectorNumber product] => _values.Span[(supplier * Size) + product];

    /// <summary>Inverts I − A after checking that the table is productive, on one thread.</summary>
    /// <exception cref="ModelException">The spectral radius of A is 1 or more: the inverse would exist and mean nothing.</exception>
    public static TotalRequirements Of(DirectRequirements direct, CancellationToken cancellation = default) =>
        Of(direct, new InverseOptions(), cancellation);

    /// <summary>Inverts I − A of a table, on one thread.</summary>
    /// <exception cref="ModelException">The spectral radius of A is 1 or more.</exception>
    public static TotalRequirements Of(FlowTable table, InputOrigin origin, CancellationToken cancellation = default) =>
        Of(DirectRequirements.Of(table, origin), cancellation);

    /// <summary>Inverts I − A of a table.</summary>
    /// <exception cref="ModelException">The spectral radius of A is 1 or more, or the inverse needs more memory than the limit.</exception>
    public static TotalRequirements Of(
        FlowTable table,
        InputOrigin origin,
        InverseOptions options,
        CancellationToken cancellation = default
    ) => Of(DirectRequirements.Of(table, origin), options, cancellation);

    /// <summary>Inverts I − A after checking that the table is productive, or takes the inverse from where it is kept.</summary>
    /// <param name="direct">The coefficients.</param>
    /// <param name="options">Threads, memory, and where inverses are kept; the same bits whatever they are.</param>
    /// <param name="cancellation">Checked between blocks of some thousandths of a second.</param>
    /// <exception cref="ModelException">The spectral radius of A is 1 or more, or the inverse needs more memory than the limit.</exception>
    public static TotalRequirements Of(DirectRequirements direct, InverseOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(direct);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", options.Faults), nameof(options));
        }

        if (options.Store?.Find(direct, cancellation) is { IsEmpty: false } kept)
        {
            return FromInverse(direct, kept);
        }

        TotalRequirements computed = Invert(direct, options, cancellation);
        options.Store?.Keep(computed, cancellation);
        return computed;
    }

    /// <summary>Takes up an inverse that was computed before from the same coefficients, such as one kept in a file.</summary>
    /// <param name="direct">The coefficients.</param>
    /// <param name="inverse">L = (I − A)⁻¹, n × n, row-major; kept, not copied, so that it may be a file that is mapped into memory. Unit:
    /// ratio.</param>
    /// <exception cref="ArgumentException">The inverse has another size.</exception>
    public static TotalRequirements FromInverse(DirectRequirements direct, ReadOnlyMemory<double> inverse)
    {
        ArgumentNullException.ThrowIfNull(direct);
        long expected = (long)direct.Size * direct.Size;
        return inverse.Length == expected
            ? new TotalRequirements(direct, inverse)
            : throw new ArgumentException(
                $"The inverse has {inverse.Length} values; {direct.Size} sectors need {expected}.",
                nameof(inverse)
            );
    }

    /// <summary>Memory that an inverse takes beside the table and its coefficients. Unit: bytes.</summary>
    /// <param name="sectors">Number of sectors, n.</param>
    /// <param name="threads">Threads that share the work.</param>
    public static long BytesNeeded(int sectors, int threads) => InverseMemory.Bytes(sectors, threads);

    /// <summary>
    /// The diagonal of L, which is also that of G: output of a sector in one unit of final demand for itself, n, at least 1.
    /// </summary>
    public double[] Diagonal() => [.. Enumerable.Range(0, Size).Select(k => this[new(k), new(k)])];

    /// <summary>One cell of the Ghosh inverse, g_ij = l_ij x_j / x_i; the unit matrix for a seller without output.</summary>
    public double Ghosh(SectorNumber seller, SectorNumber buyer)
    {
        double output = Table.Output[seller];
        return output == 0 ? (seller == buyer ? 1 : 0) : this[seller, buyer] * Table.Output[buyer] / output;
    }

    /// <summary>
    /// Per unit of final demand for each sector: what the coefficients c add up to over all sectors that take part, c'L. Shape: n.
    /// </summary>
    /// <param name="coefficients">Something per unit of output of each sector, n: value added, persons, emissions.</param>
    public double[] PerUnitOfFinalDemand(ReadOnlySpan<double> coefficients)
    {
        if (coefficients.Length != Size)
        {
            throw new ArgumentException($"There are {coefficients.Length} coefficients for {Size} sectors.", nameof(coefficients));
        }

        var result = new double[Size];
        DenseKernels.MultiplyTransposed(Values, coefficients, result);
        return result;
    }

    private static TotalRequirements Invert(DirectRequirements direct, InverseOptions options, CancellationToken cancellation)
    {
        InverseMemory.Check(direct.Table, options);

        // A non-negative A is productive exactly where 1' + 1'A + 1'A² … converges: a few passes that make the inverse safe to use.
        _ = RequirementsSeries.SumOfOnes(direct.Table, direct.Values, byRow: false);
        int n = direct.Size;
        var workspace = new DenseWorkspace(n, options.Threads);
        var factors = LuFactors.Of(UnitLess(direct.Values, n), n, workspace, Part(options.Progress, 0, FactorShare), cancellation);
        return factors.IsSingular
            ? throw RequirementsSeries.NotProductive(direct.Table, direct.Values)
            : new TotalRequirements(direct, factors.InvertInPlace(workspace, Part(options.Progress, FactorShare, 1), cancellation));
    }

    /// <summary>I − A.</summary>
    private static double[] UnitLess(ReadOnlySpan<double> coefficients, int n)
    {
        double[] matrix = GC.AllocateUninitializedArray<double>(coefficients.Length);
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] = -coefficients[i];
        }

        for (int i = 0; i < n; i++)
        {
            matrix[(i * n) + i] += 1;
        }

        return matrix;
    }

    private static PartOfProgress? Part(IProgress<double>? whole, double from, double to) =>
        whole is null ? null : new PartOfProgress(whole, from, to);

    private static double[] ColumnSums(ReadOnlySpan<double> values, int n)
    {
        var sums = new double[n];
        for (int i = 0; i < n; i++)
        {
            DenseKernels.AddScaled(sums, 1, values.Slice(i * n, n));
        }

        return sums;
    }
}

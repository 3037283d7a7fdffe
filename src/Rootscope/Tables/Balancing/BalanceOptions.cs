namespace Rootscope.Tables.Balancing;

/// <summary>How a matrix is scaled to row and column sums.</summary>
public enum BalanceMethod
{
    /// <summary>
    /// Generalized RAS: cells keep their signs, negative ones move against their row and column. Without negative cells it is RAS.
    /// </summary>
    Gras,

    /// <summary>RAS (biproportional scaling): rows and columns are scaled in turn. Needs cells and sums of zero or more.</summary>
    Ras,
}

/// <summary>How far balancing goes.</summary>
public sealed record BalanceOptions
{
    /// <summary>The method.</summary>
    public BalanceMethod Method { get; init; } = BalanceMethod.Gras;

    /// <summary>Largest gap of a row or column that counts as none, as a share of the largest sum asked for.</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>Most rounds of rows and columns.</summary>
    public int LongestRun { get; init; } = 2000;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal static void Validate(BalanceOptions options)
    {
        if (options.Tolerance is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Tolerance, "The tolerance is a share above 0 and below 1.");
        }

        if (options.LongestRun < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.LongestRun, "The longest run is at least 1 round.");
        }
    }
}

/// <summary>How balancing ended.</summary>
public enum BalanceStatus
{
    /// <summary>Every row and column has the sum asked for, within the tolerance.</summary>
    Converged,

    /// <summary>The rounds ran out while sums still moved.</summary>
    LimitReached,

    /// <summary>Some row or column cannot have its sum, whatever the factors: its cells are all zero, or all of the other sign.</summary>
    Unreachable,
}

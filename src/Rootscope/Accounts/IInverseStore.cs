namespace Rootscope.Accounts;

/// <summary>A place that keeps inverses from one question to the next.</summary>
/// <remarks>
/// What is found has to be, bit for bit, what would be computed: a store tells inverses apart by the content of the table, the origin of
/// inputs and
/// <see cref="TotalRequirements.AlgorithmVersion"/>, and gives nothing rather than something it is not sure of. Neither method fails where
/// the place cannot be used: the answer to a question does not hang on it.
/// </remarks>
public interface IInverseStore
{
    /// <summary>
    /// The inverse of I − A that was kept for these coefficients; null where there is none, or none that can be trusted. Unit: ratio.
    /// Shape: n × n, row-major.
    /// </summary>
    ReadOnlyMemory<double>? Find(DirectRequirements direct, CancellationToken cancellation = default);

    /// <summary>Keeps an inverse that was computed, where it can and where that pays.</summary>
    void Keep(TotalRequirements total, CancellationToken cancellation = default);
}

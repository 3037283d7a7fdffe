namespace Rootscope.Accounts;

/// <summary>What an inverse may use of the machine. Nothing here changes a digit of the result.</summary>
public sealed record InverseOptions
{
    /// <summary>Threads that share the work, at least 1. Default: 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Most memory that may be taken beside the table and its coefficients, in bytes; null for no limit. Default: null.</summary>
    /// <remarks>The library does not look at the machine: a host passes what is free.</remarks>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Where inverses are kept, so that each is computed at most once a table; null to compute anew. Default: null.</summary>
    public IInverseStore? Store { get; init; }

    /// <summary>
    /// Told the share of the work of an inverse that is done, from 0 to 1, a few hundred times; null for nobody. Default: null.
    /// </summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Every fault of the options, in words; empty where there is none.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. Threads >= 1 ? (string[])[] : [$"an inverse takes at least 1 thread, not {Threads}"],
            .. MemoryLimitBytes is null or > 0 ? (string[])[] : [$"a limit of memory lies above 0 bytes, not at {MemoryLimitBytes}"],
        ];
}

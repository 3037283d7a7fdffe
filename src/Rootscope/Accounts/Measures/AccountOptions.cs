using System.Globalization;

namespace Rootscope.Accounts.Measures;

/// <summary>What shapes an account beyond the table and the measure. A measure reads only the parameters that it names.</summary>
public sealed record AccountOptions
{
    /// <summary>The share that is cut in a partial extraction, in (0, 1]. Default: one half.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>The part by which every purchase of inputs is dearer to its buyer than its seller's price. Unit: share of the price,
    /// at least 0. Default: a tenth.</summary>
    public double Wedge { get; init; } = 0.1;

    /// <summary>
    /// Only rows in which this sector ("CHN.c14"), region ("CHN") or industry ("c14") supplies, or is the key; null for all.
    /// </summary>
    public string? Supplier { get; init; }

    /// <summary>Only rows in which this sector, region or industry buys, or is the other side; null for all.</summary>
    public string? Buyer { get; init; }

    /// <summary>Threads and memory for measures that rest on an inverse; they change no digit. Default: one thread, no limit.</summary>
    public InverseOptions Inverse { get; init; } = new();

    /// <summary>Every fault of the options, in words; empty where there is none.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. Share > 0 && Share <= 1
                ? (string[])[]
                : [string.Create(CultureInfo.InvariantCulture, $"the share that is cut has to lie above 0 and at most at 1, not {Share}")],
            .. Wedge >= 0 && double.IsFinite(Wedge)
                ? (string[])[]
                : [string.Create(CultureInfo.InvariantCulture, $"the wedge has to be at least 0, not {Wedge}")],
            .. Inverse.Faults,
        ];
}

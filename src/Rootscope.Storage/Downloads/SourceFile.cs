using System.Globalization;

namespace Rootscope.Storage.Downloads;

/// <summary>One file of published data, or one a year where its name and address hold <c>{year}</c>.</summary>
public sealed record SourceFile
{
    private const string Year = "{year}";

    /// <summary>The first year that it holds; null where it has no years.</summary>
    public int? FirstYear { get; init; }

    /// <summary>The last year that it holds.</summary>
    public int? LastYear { get; init; }

    /// <summary>The name that it is kept under.</summary>
    public required string Name { get; init; }

    /// <summary>Where it lies.</summary>
    public required string Address { get; init; }

    /// <summary>How long it is; null where that is not published. Unit: bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Whether the length is exact, or about that.</summary>
    public bool IsSizeExact { get; init; }

    /// <summary>Its hash, where one is published.</summary>
    public FileHash? Hash { get; init; }

    /// <summary>Where the archive that keeps it says its length and hash, as JSON (Zenodo); null where it does not.</summary>
    public string? Record { get; init; }

    /// <summary>The same file of one year.</summary>
    public SourceFile Of(int? year) =>
        this with
        {
            Name = Put(Name, year),
            Address = Put(Address, year),
            Record = Record is null ? null : Put(Record, year),
        };

    private static string Put(string text, int? year) =>
        text.Replace(Year, year?.ToString(CultureInfo.InvariantCulture) ?? Year, StringComparison.Ordinal);
}

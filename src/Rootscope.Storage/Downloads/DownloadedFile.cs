namespace Rootscope.Storage.Downloads;

/// <summary>A file that was fetched whole.</summary>
public sealed record DownloadedFile
{
    /// <summary>Where it is.</summary>
    public required string Path { get; init; }

    /// <summary>How long it is. Unit: bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of its bytes in hexadecimal digits, small letters.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Since when it is so, as the server says; null where it does not say.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>How much of it was there from before and was not fetched again. Unit: bytes.</summary>
    public long Resumed { get; init; }
}

namespace Rootscope.Storage.Downloads;

/// <summary>What is to be fetched from where, what is known of it, and how long to try.</summary>
public sealed record DownloadRequest
{
    /// <summary>Where it lies: an address with https, or with http on this machine alone.</summary>
    public required Uri Address { get; init; }

    /// <summary>The file that it becomes; its folder is made. What comes is kept beside it, with <c>.part</c> behind the name, until it is
    /// whole and right.</summary>
    public required string Target { get; init; }

    /// <summary>How long it is, where that is published; null where it is not. Unit: bytes.</summary>
    public long? Size { get; init; }

    /// <summary>The hash it has, where one is published; null where none is.</summary>
    public FileHash? Hash { get; init; }

    /// <summary>More than this is not taken, whatever the server says. Unit: bytes.</summary>
    public long LargestSize { get; init; } = 64L << 30;

    /// <summary>A connection by which not even a kibibyte comes in this time is given up. At least a millisecond.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often in a row to try without getting on. At least 1.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>How long to wait before trying again the first time; the wait doubles with every further time.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);
}

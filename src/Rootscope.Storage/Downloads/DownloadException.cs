namespace Rootscope.Storage.Downloads;

/// <summary>Why a file could not be fetched.</summary>
public enum DownloadFault
{
    /// <summary>The address is none that is fetched from, neither https nor http on this machine, or leads to such a one.</summary>
    Address,

    /// <summary>There is nothing under the address (any more).</summary>
    NotThere,

    /// <summary>The server does not give it: it asks for a sign-in, or answers with an error that will stay.</summary>
    Refused,

    /// <summary>The server cannot be reached, or broke off or stood still more often than is waited for.</summary>
    Unreachable,

    /// <summary>What came has not the size or the hash that is published, or is not what the server said it was.</summary>
    Differs,

    /// <summary>It is larger than is taken.</summary>
    TooLarge,

    /// <summary>It cannot be written: the disk is full, the folder is not to be written in, or another process writes the file.</summary>
    Disk,
}

/// <summary>A file could not be fetched: where from, what was expected, what came, and what to do.</summary>
public sealed class DownloadException : RootscopeException
{
    /// <summary>Creates the error.</summary>
    /// <param name="fault">What kind it is.</param>
    /// <param name="address">Where from.</param>
    /// <param name="text">What was expected, what came, and what to do.</param>
    /// <param name="inner">The lower-level error behind it, if any.</param>
    public DownloadException(DownloadFault fault, Uri address, FaultText text, Exception? inner = null)
        : base(FaultText.Of($"{address}: {text}"), inner)
    {
        Fault = fault;
        Address = address;
        Reason = text;
    }

    /// <summary>What kind it is.</summary>
    public DownloadFault Fault { get; }

    /// <summary>Where from.</summary>
    public Uri Address { get; }

    /// <summary>What was expected, what came, and what to do, without the address.</summary>
    public FaultText Reason { get; }
}

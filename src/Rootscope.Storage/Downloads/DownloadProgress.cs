namespace Rootscope.Storage.Downloads;

/// <summary>How far a download is.</summary>
/// <param name="Received">What is there, with what was there from an earlier time. Unit: bytes.</param>
/// <param name="Total">How much it will be; null where the server does not say. Unit: bytes.</param>
/// <param name="Attempt">How often it was tried by now: 1 where nothing went wrong.</param>
public readonly record struct DownloadProgress(long Received, long? Total, int Attempt);

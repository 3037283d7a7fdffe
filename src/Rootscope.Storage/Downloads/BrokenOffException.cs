namespace Rootscope.Storage.Downloads;

/// <summary>A line that broke or a server that was busy: another time it may go well.</summary>
internal sealed class BrokenOffException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long the server asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

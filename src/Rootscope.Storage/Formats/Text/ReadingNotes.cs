namespace Rootscope.Storage.Formats.Text;

/// <summary>
/// What was found out or repaired while files were read, for whoever tells it: an encoding, a delimiter, a decimal comma.
/// </summary>
/// <remarks>
/// Readers are not asked to hand it on: what opens a file tells the innermost object of this class in the flow of calls, tasks and threads
/// included, that made it. Each sentence is kept once.
/// </remarks>
public sealed class ReadingNotes : IDisposable
{
    private static readonly AsyncLocal<ReadingNotes?> Current = new();

    private readonly ReadingNotes? _outer;
    private readonly List<string> _all = [];

    /// <summary>Begins to collect.</summary>
    public ReadingNotes()
    {
        _outer = Current.Value;
        Current.Value = this;
    }

    /// <summary>The sentences so far, each once, in the order in which they were told.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>What was told to nobody further in; none where nobody collects.</summary>
    public static IReadOnlyList<string> Untold => Current.Value?.All ?? [];

    /// <inheritdoc/>
    public void Dispose() => Current.Value = _outer;

    /// <summary>Tells one sentence, where anybody listens.</summary>
    internal static void Tell(string sentence)
    {
        if (Current.Value is not { } notes)
        {
            return;
        }

        lock (notes._all)
        {
            if (!notes._all.Contains(sentence, StringComparer.Ordinal))
            {
                notes._all.Add(sentence);
            }
        }
    }
}

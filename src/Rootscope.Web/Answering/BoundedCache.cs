namespace Rootscope.Web.Answering;

/// <summary>
/// Answers that are computed once and kept: at most so many of them, the oldest question being forgotten first, and together with those of
/// other caches at most so much memory, what was used longest ago being forgotten first.
/// </summary>
/// <remarks>Safe for use by many requests at once: those who ask the same at the same time wait for one computation.</remarks>
/// <typeparam name="TQuestion">What is asked; equal questions have equal answers.</typeparam>
/// <typeparam name="TAnswer">What is computed.</typeparam>
/// <param name="most">The most answers.</param>
/// <param name="memory">Where their memory is counted.</param>
internal sealed class BoundedCache<TQuestion, TAnswer>(int most, AnswerMemory memory)
    where TQuestion : notnull
    where TAnswer : notnull
{
    private readonly Dictionary<TQuestion, Entry> _answers = [];
    private readonly LinkedList<Entry> _order = [];
    private readonly Lock _gate = new();

    /// <summary>The answer; whoever asks first computes it.</summary>
    public TAnswer Of(TQuestion question, Func<TAnswer> compute)
    {
        Entry entry = EntryOf(question, compute, out bool isNew);
        TAnswer answer = entry.Answer.Value;
        Count(entry, isNew);
        return answer;
    }

    /// <summary>The same, where a fault is met again: whoever asks later has it tried anew.</summary>
    public TAnswer OfAgain(TQuestion question, Func<TAnswer> compute)
    {
        try
        {
            return Of(question, compute);
        }
        catch
        {
            Forget(question);
            throw;
        }
    }

    /// <summary>Whether the answer is there; nothing is begun.</summary>
    public bool Has(TQuestion question)
    {
        lock (_gate)
        {
            return _answers.TryGetValue(question, out Entry? entry) && entry.Answer.IsValueCreated;
        }
    }

    /// <summary>The answer where it is there; otherwise it is begun behind the caller's back, and a later question finds it.</summary>
    /// <returns>Whether it is there.</returns>
    public bool TryOf(
        TQuestion question,
        Urgency urgency,
        Func<TAnswer> compute,
        [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TAnswer answer
    )
    {
        Entry entry = EntryOf(question, compute, out bool isNew);
        if (entry.Answer.IsValueCreated)
        {
            answer = entry.Answer.Value;
            Count(entry, isNew: false);
            return true;
        }

        if (isNew)
        {
            // A fault is kept with the answer and met by whoever asks for the figure itself.
            BackgroundWork.Begin(
                urgency,
                () =>
                {
                    _ = entry.Answer.Value;
                    Count(entry, isNew: true);
                }
            );
        }

        answer = default;
        return false;
    }

    private Entry EntryOf(TQuestion question, Func<TAnswer> compute, out bool isNew)
    {
        Entry? oldest = null;
        Entry? entry;
        lock (_gate)
        {
            isNew = !_answers.TryGetValue(question, out entry);
            if (entry is null)
            {
                entry = new Entry(question, new Lazy<TAnswer>(compute));
                _answers.Add(question, entry);
                entry.Place = _order.AddLast(entry);
                if (_order.Count > most)
                {
                    oldest = Remove(_order.First!.Value);
                }
            }
        }

        GiveUp(oldest);
        return entry;
    }

    /// <summary>Counts the memory of a new answer, by whoever made it; says of an old one that it was used.</summary>
    private void Count(Entry entry, bool isNew)
    {
        if (isNew)
        {
            entry.Kept = memory.Keep((entry.Question, entry.Answer.Value), () => Forget(entry.Question, entry));
            bool isGone;
            lock (_gate)
            {
                isGone = entry.Place is null;
            }

            if (isGone)
            {
                GiveUp(entry);
            }
        }
        else if (entry.Kept is { } kept)
        {
            memory.Use(kept);
        }
    }

    private void Forget(TQuestion question, Entry? which = null)
    {
        Entry? forgotten = null;
        lock (_gate)
        {
            if (_answers.TryGetValue(question, out Entry? entry) && (which is null || entry == which))
            {
                forgotten = Remove(entry);
            }
        }

        GiveUp(forgotten);
    }

    private Entry Remove(Entry entry)
    {
        _answers.Remove(entry.Question);
        _order.Remove(entry.Place!);
        entry.Place = null;
        return entry;
    }

    private void GiveUp(Entry? entry)
    {
        if (entry?.Kept is { } kept)
        {
            memory.GiveUp(kept);
        }
    }

    private sealed class Entry(TQuestion question, Lazy<TAnswer> answer)
    {
        public TQuestion Question => question;

        public Lazy<TAnswer> Answer => answer;

        /// <summary>Its place among the others; null once it is forgotten.</summary>
        public LinkedListNode<Entry>? Place { get; set; }

        /// <summary>Its count in memory; null until it is made.</summary>
        public AnswerMemory.Kept? Kept { get; set; }
    }
}

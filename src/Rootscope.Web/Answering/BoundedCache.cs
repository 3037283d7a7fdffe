namespace Rootscope.Web.Answering;

/// <summary>Answers that are computed once and kept, at most so many of them; the oldest question is forgotten first.</summary>
/// <remarks>Safe for use by many requests at once: those who ask the same at the same time wait for one computation.</remarks>
/// <typeparam name="TQuestion">What is asked; equal questions have equal answers.</typeparam>
/// <typeparam name="TAnswer">What is computed.</typeparam>
internal sealed class BoundedCache<TQuestion, TAnswer>(int most)
    where TQuestion : notnull
{
    private readonly Dictionary<TQuestion, Lazy<TAnswer>> _answers = [];
    private readonly Queue<TQuestion> _order = new();
    private readonly Lock _gate = new();

    /// <summary>The answer; whoever asks first computes it.</summary>
    public TAnswer Of(TQuestion question, Func<TAnswer> compute) => Entry(question, compute, out _).Value;

    /// <summary>Whether the answer is there; nothing is begun.</summary>
    public bool Has(TQuestion question)
    {
        lock (_gate)
        {
            return _answers.TryGetValue(question, out Lazy<TAnswer>? answer) && answer.IsValueCreated;
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
        Lazy<TAnswer> entry = Entry(question, compute, out bool isNew);
        if (entry.IsValueCreated)
        {
            answer = entry.Value;
            return true;
        }

        if (isNew)
        {
            BackgroundWork.Begin(urgency, () => _ = entry.Value);
        }

        answer = default;
        return false;
    }

    private Lazy<TAnswer> Entry(TQuestion question, Func<TAnswer> compute, out bool isNew)
    {
        Lazy<TAnswer>? answer;
        lock (_gate)
        {
            isNew = !_answers.TryGetValue(question, out answer);
            if (isNew)
            {
                answer = new Lazy<TAnswer>(compute);
                _answers.Add(question, answer);
                _order.Enqueue(question);
                if (_order.Count > most)
                {
                    _answers.Remove(_order.Dequeue());
                }
            }
        }

        return answer!;
    }
}

namespace Rootscope.Web.Observing;

/// <summary>Answers that are computed once and kept, at most so many of them; the oldest question is forgotten first.</summary>
/// <remarks>Safe for use by many requests at once: those who ask the same at the same time wait for one computation.</remarks>
/// <typeparam name="TQuestion">What is asked; equal questions have equal answers.</typeparam>
/// <typeparam name="TAnswer">What is computed.</typeparam>
internal sealed class KeptAnswers<TQuestion, TAnswer>(int most)
    where TQuestion : notnull
{
    private readonly Dictionary<TQuestion, Lazy<TAnswer>> _answers = [];
    private readonly Queue<TQuestion> _order = new();
    private readonly Lock _gate = new();

    public TAnswer Of(TQuestion question, Func<TAnswer> compute)
    {
        Lazy<TAnswer>? answer;
        lock (_gate)
        {
            if (!_answers.TryGetValue(question, out answer))
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

        return answer.Value;
    }
}

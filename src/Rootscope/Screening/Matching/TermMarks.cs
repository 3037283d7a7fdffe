namespace Rootscope.Screening.Matching;

/// <summary>Which words were seen, forgotten at once.</summary>
internal sealed class TermMarks(int terms)
{
    private readonly int[] _marks = new int[terms];
    private int _now;

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        if (++_now == int.MaxValue)
        {
            Array.Clear(_marks);
            _now = 1;
        }
    }

    /// <summary>Marks a word; false where it was marked.</summary>
    public bool Add(int term)
    {
        bool isNew = _marks[term] != _now;
        _marks[term] = _now;
        return isNew;
    }
}

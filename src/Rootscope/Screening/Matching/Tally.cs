using Rootscope.Screening.Names;

namespace Rootscope.Screening.Matching;

/// <summary>How much of a query each name meets, counted word by word; used again from query to query.</summary>
internal sealed class Tally(int names, int terms)
{
    private readonly double[] _weights = new double[names];
    private readonly int[] _lastWord = new int[names];
    private readonly List<(int Term, double Similarity)> _found = [];
    private readonly TermMarks _seen = new(terms);

    /// <summary>The names that meet at least one word.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>The weight of the words that a name meets.</summary>
    public double Weight(int name) => _weights[name];

    /// <summary>Counts a word of the query for every name that has one like it, once a name.</summary>
    public void Count(TermIndex terms, int[][] postings, NameToken word, double weight, int number)
    {
        _found.Clear();
        terms.Find(word, _found, _seen);
        foreach ((int term, _) in _found)
        {
            foreach (int name in postings[term])
            {
                if (_lastWord[name] == number + 1)
                {
                    continue;
                }

                if (_lastWord[name] == 0)
                {
                    Touched.Add(name);
                }

                _lastWord[name] = number + 1;
                _weights[name] += weight;
            }
        }
    }

    /// <summary>Forgets the query.</summary>
    public void Clear()
    {
        foreach (int name in Touched)
        {
            _weights[name] = 0;
            _lastWord[name] = 0;
        }

        Touched.Clear();
    }
}

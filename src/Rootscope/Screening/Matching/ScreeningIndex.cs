using System.Collections.Concurrent;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Names;
using Rootscope.Screening.Scores;

namespace Rootscope.Screening.Matching;

/// <summary>Lists made ready to be asked for names.</summary>
/// <remarks>
/// Every name of every record is indexed by its words, by words joined, by what romanisations share and with one letter wrong; names that
/// could
/// reach the threshold are compared in full, and short names with all short names. The same lists, query and options give the same result,
/// on
/// any number of threads. Cost: about half a second and 60 MB for 21,000 names; some hundred microseconds a query.
/// </remarks>
public sealed class ScreeningIndex
{
    /// <summary>The least score of a hit by a weak alias: it has to be met as a whole.</summary>
    public const double WeakAliasThreshold = 0.95;

    /// <summary>Up to how many letters a name is compared with all names of about its length.</summary>
    private const int ShortName = 5;

    /// <summary>By how much the estimate may fall short of the score of a name.</summary>
    private const double Slack = 0.03;

    /// <summary>How much heavier words can be than those they meet: longer ones, and two signs for a word.</summary>
    private const double UsualRatio = 1.15;

    private const double MostRatio = 1.6;

    private readonly IndexedName[] _names;
    private readonly TermIndex _terms;
    private readonly int[][] _postings;
    private readonly int[][] _byLength;
    private readonly Dictionary<FirmIdentifier, List<(ScreeningList List, ScreeningRecord Record)>> _identifiers = [];
    private readonly ConcurrentBag<Tally> _tallies = [];

    /// <summary>Makes lists ready.</summary>
    /// <param name="lists">The lists, in the order in which equal hits are shown.</param>
    /// <param name="threads">Most threads; the index is the same on any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is not at least one thread.</exception>
    public ScreeningIndex(IReadOnlyList<ScreeningList> lists, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Lists = [.. lists.Select(l => l.Source)];
        List<(int List, ScreeningRecord Record, ListedName Name)> names = [];
        for (int l = 0; l < lists.Count; l++)
        {
            foreach (ScreeningRecord record in lists[l].Records)
            {
                names.AddRange(record.Names.Select(n => (l, record, n)));
                AddIdentifiers(lists[l], record);
            }
        }

        _names = new IndexedName[names.Count];
        Parallel.For(
            0,
            names.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            i =>
            {
                (int list, ScreeningRecord record, ListedName name) = names[i];
                _names[i] = new IndexedName(list, lists[list].Source, record, name, ScreeningName.Of(name.Text));
            }
        );
        (_terms, _postings) = Postings(threads);
        int longest = _names.Length == 0 ? 0 : _names.Max(n => n.Letters);
        _byLength = new int[longest + 1][];
        ILookup<int, int> lengths = Enumerable.Range(0, _names.Length).ToLookup(i => _names[i].Letters);
        for (int length = 0; length <= longest; length++)
        {
            _byLength[length] = [.. lengths[length]];
        }
    }

    /// <summary>What the lists are.</summary>
    public IReadOnlyList<ListSource> Lists { get; }

    /// <summary>How many names are indexed: a count, names of a record each.</summary>
    public int NameCount => _names.Length;

    /// <summary>Looks for a name, or for a number such as an LEI.</summary>
    /// <param name="query">Any text.</param>
    /// <param name="options">Threshold and number of hits.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public ScreeningResult Find(string query, ScreeningOptions options)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        if (!(options.Threshold > 0 && options.Threshold <= 1) || options.MostHits < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options,
                "The threshold is a score above 0 and at most 1, and there is at least one hit to give."
            );
        }

        ScreeningName name = ScreeningName.Of(query);
        Dictionary<(int List, string Id), ScreeningHit> best = [];
        AddByIdentifier(query, best);
        foreach ((int index, double score) in Scored(name, options))
        {
            IndexedName listed = _names[index];
            var key = (listed.ListNumber, listed.Record.Id);
            if (!best.TryGetValue(key, out ScreeningHit? before) || before.Score < score)
            {
                best[key] = new ScreeningHit(listed.List, listed.Record, listed.Written, score, null);
            }
        }

        ScreeningHit[] hits =
        [
            .. best.OrderByDescending(b => b.Value.Score)
                .ThenBy(b => b.Key.List)
                .ThenBy(b => b.Key.Id, StringComparer.Ordinal)
                .Select(b => b.Value),
        ];
        return new ScreeningResult(
            name,
            hits.Length > options.MostHits ? hits[..options.MostHits] : hits,
            Math.Max(0, hits.Length - options.MostHits)
        );
    }

    /// <summary>The names that are compared in full for a query: what recall is measured on.</summary>
    internal IReadOnlyList<(ScreeningRecord Record, ListedName Name)> Candidates(string query, double threshold)
    {
        Tally tally = Rent();
        try
        {
            return [.. Gather(ScreeningName.Of(query), threshold, tally).Select(i => (_names[i].Record, _names[i].Written))];
        }
        finally
        {
            _tallies.Add(tally);
        }
    }

    private List<(int Name, double Score)> Scored(ScreeningName query, ScreeningOptions options)
    {
        List<(int, double)> scored = [];
        Tally tally = Rent();
        try
        {
            foreach (int candidate in Gather(query, options.Threshold, tally))
            {
                if (!IsAsked(_names[candidate].Record.Kind, options.Kind))
                {
                    continue;
                }

                double score = TokenAlignment.Score(query, _names[candidate].Name, ScoreWeights.Default, null);
                bool isWeak = _names[candidate].Written.Role == NameRole.WeakAlias;
                if (score >= (isWeak ? Math.Max(options.Threshold, WeakAliasThreshold) : options.Threshold))
                {
                    scored.Add((candidate, score));
                }
            }
        }
        finally
        {
            _tallies.Add(tally);
        }

        return scored;
    }

    private static bool IsAsked(RecordKind kind, RecordKind asked) =>
        asked == RecordKind.Unknown || kind == RecordKind.Unknown || kind == asked;

    private Tally Rent() => _tallies.TryTake(out Tally? tally) ? tally : new Tally(_names.Length, _terms.Count);

    /// <summary>The numbers of names that could reach the threshold, in ascending order.</summary>
    private List<int> Gather(ScreeningName query, double threshold, Tally tally)
    {
        List<int> candidates = [];
        if (query.IsEmpty || _names.Length == 0)
        {
            return candidates;
        }

        NameToken[] tokens = query.Tokens;
        double whole = 0;
        double free = 0;
        for (int t = 0; t < tokens.Length; t++)
        {
            double weight = TokenAlignment.Weight(tokens[t], ScoreWeights.Default);
            whole += weight;
            if (tokens[t].Kind is TokenKind.Title or TokenKind.Initial or TokenKind.Particle)
            {
                free += weight;
            }

            if (
                tokens[t].Kind is not TokenKind.Title and not TokenKind.Initial
                && (tokens[t].Kind is not TokenKind.Particle || tokens.Length == 1)
            )
            {
                tally.Count(_terms, _postings, tokens[t], weight, t);
            }
        }

        CountJoined(tokens, tally);
        bool signs = tokens.Any(t => t.Script == WordScript.Syllables);
        foreach (int name in tally.Touched)
        {
            double matched = Math.Min(whole, tally.Weight(name) + free);
            if (Estimate(matched, whole, _names[name].Weight, signs || _names[name].HasSigns ? MostRatio : UsualRatio) + Slack >= threshold)
            {
                candidates.Add(name);
            }
        }

        tally.Clear();
        int letters = LettersOf(query);
        if (letters <= ShortName)
        {
            for (int length = Math.Max(0, letters - 2); length <= letters + 2 && length < _byLength.Length; length++)
            {
                candidates.AddRange(_byLength[length]);
            }

            candidates = [.. candidates.Distinct()];
        }

        candidates.Sort();
        return candidates;
    }

    /// <summary>Words of the query that the list writes as one.</summary>
    private void CountJoined(NameToken[] tokens, Tally tally)
    {
        for (int from = 0; from < tokens.Length; from++)
        {
            string joined = tokens[from].Text;
            double weight = TokenAlignment.Weight(tokens[from], ScoreWeights.Default);
            for (int count = 2; count <= 3 && from + count <= tokens.Length && joined.Length < 40; count++)
            {
                joined += tokens[from + count - 1].Text;
                weight += TokenAlignment.Weight(tokens[from + count - 1], ScoreWeights.Default);
                NameToken word = JoinedToken(joined, tokens[from].Script == WordScript.Consonants);
                tally.Count(_terms, _postings, word, weight, tokens.Length + (from * 2) + count - 2);
            }
        }
    }

    /// <summary>
    /// The most that a score can be when words of this weight meet words of at most <paramref name="ratio"/> times as much.
    /// </summary>
    private static double Estimate(double matched, double query, double listed, double ratio)
    {
        ScoreWeights weights = ScoreWeights.Default;
        double met = Math.Min(matched * ratio, listed);
        double freeQuery = query - matched;
        double freeListed = listed - met;
        double conflict = 2 * Math.Min(freeQuery, freeListed);
        double paired = Math.Min(matched, listed * ratio) + met;
        double whole = paired + conflict + (weights.Extra * Math.Abs(freeQuery - freeListed));
        return whole <= 0 ? 0 : (paired - (weights.Conflict * conflict)) / whole;
    }

    private (TermIndex Terms, int[][] Postings) Postings(int threads)
    {
        Dictionary<(string, WordScript, string, TokenKind, bool), int> numbers = [];
        List<NameToken> terms = [];
        List<bool> joinedTerms = [];
        List<List<int>> postings = [];
        void Post(NameToken token, int name, bool isJoined)
        {
            var key = (token.Text, token.Script, token.Sign, token.Kind, isJoined);
            if (!numbers.TryGetValue(key, out int number))
            {
                numbers[key] = number = terms.Count;
                terms.Add(token);
                joinedTerms.Add(isJoined);
                postings.Add(new List<int>(1));
            }

            if (postings[number].Count == 0 || postings[number][^1] != name)
            {
                postings[number].Add(name);
            }
        }

        for (int n = 0; n < _names.Length; n++)
        {
            NameToken[] tokens = _names[n].Name.Tokens;
            for (int t = 0; t < tokens.Length; t++)
            {
                Post(tokens[t], n, false);
                string joined = tokens[t].Text;
                for (int count = 2; count <= 3 && t + count <= tokens.Length && joined.Length < 40; count++)
                {
                    joined += tokens[t + count - 1].Text;
                    Post(JoinedToken(joined, tokens[t].Script == WordScript.Consonants), n, true);
                }
            }
        }

        return (new TermIndex(terms, joinedTerms, threads), [.. postings.Select(p => p.ToArray())]);
    }

    private static NameToken JoinedToken(string text, bool isConsonants) =>
        new(
            text,
            TokenKind.Word,
            isConsonants ? WordScript.Consonants : WordScript.Alphabet,
            string.Empty,
            SpellingKey.Of(text),
            isConsonants ? SpellingKey.Consonants(text) : string.Empty
        );

    private static int LettersOf(ScreeningName name) =>
        name.Tokens.Sum(t => t.Kind is TokenKind.Title or TokenKind.Particle ? 0 : t.Text.Length);

    private void AddIdentifiers(ScreeningList list, ScreeningRecord record)
    {
        foreach (FirmIdentifier found in record.Identifiers.SelectMany(FirmIdentifier.In).Distinct())
        {
            if (!_identifiers.TryGetValue(found, out List<(ScreeningList, ScreeningRecord)>? records))
            {
                _identifiers[found] = records = new(1);
            }

            records.Add((list, record));
        }
    }

    private void AddByIdentifier(string query, Dictionary<(int List, string Id), ScreeningHit> best)
    {
        if (
            FirmIdentifier.Of(query) is not { } number
            || !_identifiers.TryGetValue(number, out List<(ScreeningList List, ScreeningRecord Record)>? records)
        )
        {
            return;
        }

        foreach ((ScreeningList list, ScreeningRecord record) in records)
        {
            int place = Enumerable.Range(0, Lists.Count).First(i => ReferenceEquals(Lists[i], list.Source));
            best[(place, record.Id)] = new ScreeningHit(list.Source, record, record.Names[0], 1, number);
        }
    }

    /// <summary>A name with where it is from.</summary>
    private sealed class IndexedName(int listNumber, ListSource list, ScreeningRecord record, ListedName written, ScreeningName name)
    {
        public int ListNumber { get; } = listNumber;

        public ListSource List { get; } = list;

        public ScreeningRecord Record { get; } = record;

        public ListedName Written { get; } = written;

        public ScreeningName Name { get; } = name;

        public double Weight { get; } = name.Tokens.Sum(t => TokenAlignment.Weight(t, ScoreWeights.Default));

        public int Letters { get; } = LettersOf(name);

        public bool HasSigns { get; } = name.Tokens.Any(t => t.Script == WordScript.Syllables);
    }
}

namespace Rootscope.Screening.Names;

/// <summary>Sequences of words, found at a place of a name, the longest first.</summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, List<(string[] Words, string Class, string Place)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Adds a sequence.</summary>
    public void Add(string[] words, string @class, string place)
    {
        if (!_byFirst.TryGetValue(words[0], out List<(string[], string, string)>? list))
        {
            _byFirst[words[0]] = list = [];
        }

        list.Add((words, @class, place));
        list.Sort((a, b) => b.Item1.Length.CompareTo(a.Item1.Length));
    }

    /// <summary>How many words from a place on are a phrase that may stand there; 0 where none.</summary>
    /// <param name="words">The words of the name.</param>
    /// <param name="at">Where.</param>
    /// <param name="isEnd">Whether nothing but phrases follows a place.</param>
    /// <param name="class">The class of the phrase.</param>
    public int LengthAt(IReadOnlyList<string> words, int at, Func<int, bool> isEnd, out string @class)
    {
        @class = string.Empty;
        if (!_byFirst.TryGetValue(words[at], out List<(string[] Words, string Class, string Place)>? list))
        {
            return 0;
        }

        foreach ((string[] phrase, string found, string place) in list)
        {
            if (at + phrase.Length > words.Count || !Matches(words, at, phrase))
            {
                continue;
            }

            bool atEnd = isEnd(at + phrase.Length);
            if (place == "any" || (place == "both" && (at == 0 || atEnd)) || (place == "end" && atEnd))
            {
                @class = found;
                return phrase.Length;
            }
        }

        return 0;
    }

    private static bool Matches(IReadOnlyList<string> words, int at, string[] phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (!string.Equals(words[at + i], phrase[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}

namespace Rootscope.Answers.Questions;

/// <summary>The words of an option with a fixed list of values; every face reads and writes the same.</summary>
/// <typeparam name="T">The values.</typeparam>
/// <remarks>
/// Plain loops on purpose: what is generic over an enumeration is compiled anew for each of them while a program starts, and there are
/// dozens.
/// </remarks>
internal sealed class OptionWords<T>
    where T : struct, Enum
{
    private readonly (string Word, T Value)[] _all;
    private readonly string[] _words;

    public OptionWords(params (string Word, T Value)[] words)
    {
        _all = words;
        _words = new string[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            _words[i] = words[i].Word;
        }
    }

    /// <summary>The words in the order in which they are told.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The words with their values.</summary>
    public IReadOnlyList<(string Word, T Value)> All => _all;

    /// <summary>The word of a value: the first where it has several.</summary>
    public string WordOf(T value)
    {
        int at = 0;
        while (!_all[at].Value.Equals(value))
        {
            at++;
        }

        return _words[at];
    }

    /// <summary>The value of a word, in capitals or not; null where it is none.</summary>
    public T? Find(string word)
    {
        int at = Array.FindIndex(_words, w => string.Equals(w, word, StringComparison.OrdinalIgnoreCase));
        return at < 0 ? null : _all[at].Value;
    }

    /// <summary>The value of a word.</summary>
    /// <exception cref="QuestionException">It is none of them; the fault has the nearest.</exception>
    public T Read(string option, string word) =>
        Find(word) ?? throw new QuestionException([QuestionFault.UnknownWord(option, word, Words)]);
}

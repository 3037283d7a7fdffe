namespace Rootscope.Answers.Questions;

/// <summary>The words of an option with a fixed list of values; every face reads and writes the same.</summary>
/// <typeparam name="T">The values.</typeparam>
internal sealed class OptionWords<T>(params (string Word, T Value)[] words)
    where T : struct, Enum
{
    /// <summary>The words in the order in which they are told.</summary>
    public IReadOnlyList<string> Words { get; } = [.. words.Select(w => w.Word)];

    /// <summary>The words with their values.</summary>
    public IReadOnlyList<(string Word, T Value)> All => words;

    /// <summary>The word of a value.</summary>
    public string WordOf(T value) => Array.Find(words, w => EqualityComparer<T>.Default.Equals(w.Value, value)).Word;

    /// <summary>The value of a word, in capitals or not; null where it is none.</summary>
    public T? Find(string word)
    {
        foreach ((string known, T value) in words)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The value of a word.</summary>
    /// <exception cref="QuestionException">It is none of them; the fault has the nearest.</exception>
    public T Read(string option, string word) =>
        Find(word) ?? throw new QuestionException([QuestionFault.UnknownWord(option, word, Words)]);
}

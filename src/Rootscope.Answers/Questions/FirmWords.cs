using System.Globalization;

namespace Rootscope.Answers.Questions;

/// <summary>The words that select firms of a network: all, so many with the largest sales, or the path of a file.</summary>
internal static class FirmWords
{
    public const string All = "all";
    public const string None = "none";

    private const string Largest = "top:";

    /// <summary>How many firms with the largest sales a word selects; null where it is another word.</summary>
    public static int? LargestOf(string word) =>
        word.StartsWith(Largest, StringComparison.Ordinal)
        && int.TryParse(word.AsSpan(Largest.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        && count >= 1
            ? count
            : null;

    /// <summary>The fault of a word that selects nothing; none where it selects.</summary>
    public static IEnumerable<QuestionFault> FaultsOf(string option, string word)
    {
        bool isWrong = string.IsNullOrWhiteSpace(word) || (word.StartsWith(Largest, StringComparison.Ordinal) && LargestOf(word) is null);
        if (isWrong)
        {
            yield return new QuestionFault(
                option,
                $"{{{option}}} cannot be {QuestionFault.Quoted(word)}.",
                "It is 'all', a file, or 'top:' and a number of firms of at least 1."
            );
        }
    }
}

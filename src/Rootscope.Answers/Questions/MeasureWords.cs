using Rootscope.Roots.Measures;

namespace Rootscope.Answers.Questions;

/// <summary>The words of the root measures, from their registry.</summary>
internal static class MeasureWords
{
    /// <summary>The measure of a word.</summary>
    /// <exception cref="QuestionException">It is none of them; the fault has the nearest.</exception>
    public static RootMeasure Read(string option, string word) =>
        RootMeasures.All.FirstOrDefault(m => string.Equals(m.Word, word, StringComparison.OrdinalIgnoreCase))
        ?? throw new QuestionException([QuestionFault.UnknownWord(option, word, [.. RootMeasures.All.Select(m => m.Word)])]);
}

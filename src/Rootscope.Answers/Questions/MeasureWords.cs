using Rootscope.Roots.Measures;
using Rootscope.Tables;

namespace Rootscope.Answers.Questions;

/// <summary>The words of the root measures, from their registry.</summary>
internal static class MeasureWords
{
    /// <summary>The measure of a word.</summary>
    /// <exception cref="QuestionException">It is none of them; the fault has the nearest.</exception>
    public static RootMeasure Read(string option, string word)
    {
        IReadOnlyList<string> near = NearestNames.Of(word, RootMeasures.All.Select(m => m.Word));
        return RootMeasures.All.FirstOrDefault(m => string.Equals(m.Word, word, StringComparison.OrdinalIgnoreCase))
            ?? throw new QuestionException([
                new QuestionFault(
                    option,
                    $"{{{option}}} cannot be {QuestionFault.Quoted(word)}.",
                    near.Count > 0
                        ? $"Nearest: {near[0]}. It is one of {string.Join(", ", RootMeasures.All)}."
                        : $"It is one of {string.Join(", ", RootMeasures.All)}."
                ),
            ]);
    }
}

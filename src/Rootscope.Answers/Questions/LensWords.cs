using Rootscope.Shocks.Lenses;

namespace Rootscope.Answers.Questions;

/// <summary>The words of lenses: those of the registry.</summary>
internal sealed class LensWords(LensRegistry lenses)
{
    /// <summary>The words, in the order in which people are told of them.</summary>
    public IReadOnlyList<string> Words => lenses.Words;

    /// <summary>The lens of a word.</summary>
    /// <exception cref="QuestionException">It is none of them; the fault has the nearest.</exception>
    public ILens Read(string option, string word) =>
        lenses.Find(word) ?? throw new QuestionException([QuestionFault.UnknownWord(option, word, Words)]);
}

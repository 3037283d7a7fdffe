using Rootscope.Answers.Questions;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Answers.Economies;

/// <summary>How essential inputs are, as questions say it: one rating for all, the embedded ones, or a file.</summary>
internal static class EssentialityRatings
{
    public const string AllEssential = CascadeQuestion.AllEssential;
    public const string AllImportant = CascadeQuestion.AllImportant;

    /// <summary>The ratings of a word or a file.</summary>
    /// <param name="word">What was said.</param>
    /// <param name="codes">The codes of all sectors.</param>
    public static EssentialityMatrix Read(string word, IReadOnlyList<string> codes) =>
        word switch
        {
            AllEssential => EssentialityMatrix.Uniform(InputRating.Essential, codes),
            AllImportant => EssentialityMatrix.Uniform(InputRating.Important, codes),
            _ => EssentialityReader.Read(word),
        };

    /// <summary>The ratings of an economy's inputs; null where each counts by its share of all cost.</summary>
    public static EssentialityMatrix? Of(string? word, EconomyUnderStudy economy) =>
        word is null or AllImportant ? null : Matrix(word, economy);

    /// <summary>The ratings of an economy's inputs, parts that were split off among them.</summary>
    public static EssentialityMatrix Matrix(string word, EconomyUnderStudy economy)
    {
        EssentialityMatrix ratings = Read(word, [.. economy.Whole.Sectors.Industries.Select(i => i.Code)]);
        return economy.Bridge is { } bridge ? ratings.WithParts(bridge.Parts.Select(p => (p.Split.Code, p.Split.Parent))) : ratings;
    }
}

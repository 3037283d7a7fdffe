using Rootscope.Answers.Questions;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Networks;
using Rootscope.Storage.References;

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

    /// <summary>
    /// The embedded ratings of an economy's inputs by the divisions of ISIC that its industries belong to; null where these are not known.
    /// </summary>
    /// <remarks>A pair of which one side is not rated counts as important.</remarks>
    public static EssentialityMatrix? ByDivision(EconomyUnderStudy economy)
    {
        IReadOnlyList<string?> divisions = IsicDivisions.Of(economy.Whole);
        EssentialityMatrix embedded = EssentialityReader.Read(EssentialityReader.EmbeddedName);
        string[] codes = [.. economy.Whole.Sectors.Industries.Select(i => i.Code)];
        bool[] known = [.. divisions.Select((d, i) => d is not null && embedded.Knows(d))];
        if (!known.Any(k => k))
        {
            return null;
        }

        byte[] ratings = new byte[codes.Length * codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            for (int j = 0; j < codes.Length; j++)
            {
                InputRating rating = known[i] && known[j] ? embedded.RatingOf(divisions[i]!, divisions[j]!) : InputRating.Important;
                ratings[(i * codes.Length) + j] = (byte)rating;
            }
        }

        var byDivision = new EssentialityMatrix($"{embedded.Name} by divisions", embedded.Place, codes, codes, ratings)
        {
            Bundles = codes
                .Select((c, i) => (Code: c, Division: divisions[i], Known: known[i]))
                .Where(c => c.Known)
                .ToDictionary(c => c.Code, c => c.Division!, StringComparer.Ordinal),
        };
        return economy.Bridge is { } bridge ? byDivision.WithParts(bridge.Parts.Select(p => (p.Split.Code, p.Split.Parent))) : byDivision;
    }
}

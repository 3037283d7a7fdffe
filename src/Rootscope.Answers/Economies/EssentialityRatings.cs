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
    /// The embedded ratings of an economy's inputs by the divisions of ISIC that its industries hold; null where these are not known.
    /// </summary>
    /// <remarks>
    /// An industry of several divisions is rated by the mean over them, to the nearest rating, and is what its goods are rated as together.
    /// A pair of which one side is not rated counts as important.
    /// </remarks>
    public static EssentialityMatrix? ByDivision(EconomyUnderStudy economy)
    {
        EssentialityMatrix embedded = EssentialityReader.Read(EssentialityReader.EmbeddedName);
        string[] codes = [.. economy.Whole.Sectors.Industries.Select(i => i.Code)];
        string[][] known = [.. IsicDivisions.HeldBy(economy.Whole).Select(held => (string[])[.. held.Where(embedded.Knows)])];
        if (!known.Any(k => k.Length > 0))
        {
            return null;
        }

        byte[] ratings = new byte[codes.Length * codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            for (int j = 0; j < codes.Length; j++)
            {
                ratings[(i * codes.Length) + j] = (byte)Rating(known[i], known[j]);
            }
        }

        var byDivision = new EssentialityMatrix($"{embedded.Name} by divisions", embedded.Place, codes, codes, ratings)
        {
            Bundles = codes
                .Select((c, i) => (Code: c, Divisions: known[i]))
                .Where(c => c.Divisions.Length > 0)
                .ToDictionary(c => c.Code, c => string.Join('+', c.Divisions), StringComparer.Ordinal),
        };
        return economy.Bridge is { } bridge ? byDivision.WithParts(bridge.Parts.Select(p => (p.Split.Code, p.Split.Parent))) : byDivision;

        InputRating Rating(string[] supplying, string[] buying) =>
            supplying.Length == 0 || buying.Length == 0
                ? InputRating.Important
                : (InputRating)
                    (int)
                        Math.Round(
                            supplying.SelectMany(s => buying.Select(b => (int)embedded.RatingOf(s, b))).Average(),
                            MidpointRounding.AwayFromZero
                        );
    }
}

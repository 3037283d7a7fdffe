using Rootscope.Answers.Questions;
using Rootscope.Complexity;

namespace Rootscope.Answers.Trade;

/// <summary>A country, a product, or a pair of them, in one year's profile.</summary>
/// <param name="Year">The year; null where the file has none.</param>
/// <param name="Profile">What was computed.</param>
/// <param name="Place">Its place, from 1.</param>
/// <param name="Country">Number of the country; -1 in a row of a product.</param>
/// <param name="Product">Number of the product; -1 in a row of a country.</param>
internal sealed record ComplexityLine(int? Year, ComplexityProfile Profile, int Place, int Country, int Product)
{
    public AdvantageMatrix Matrix => Profile.Advantage;

    public string CountryCode => Matrix.Countries[Country];

    public string ProductCode => Matrix.Products[Product];

    /// <summary>The rows of a year, the best first; pairs in the order of the exports.</summary>
    public static IEnumerable<ComplexityLine> Of(ComplexityYear year, ComplexitySubject subject)
    {
        ComplexityProfile profile = year.Profile;
        return subject switch
        {
            ComplexitySubject.Countries => Ordered(profile.Complexity.Countries ?? profile.Fitness.Fitness)
                .Select((c, place) => new ComplexityLine(year.Year, profile, place + 1, c, -1)),
            ComplexitySubject.Products => Ordered(profile.Complexity.Products ?? profile.Fitness.Quality)
                .Select((p, place) => new ComplexityLine(year.Year, profile, place + 1, -1, p)),
            _ => Enumerable
                .Range(0, profile.Advantage.Countries.Count)
                .SelectMany(c =>
                    Enumerable.Range(0, profile.Advantage.Products.Count).Select(p => new ComplexityLine(year.Year, profile, 0, c, p))
                ),
        };
    }

    private static IEnumerable<int> Ordered(IReadOnlyList<double> key) =>
        Enumerable.Range(0, key.Count).OrderByDescending(i => key[i]).ThenBy(i => i);
}

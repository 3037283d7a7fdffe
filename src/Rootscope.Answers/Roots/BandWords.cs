using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Roots.Bands;

namespace Rootscope.Answers.Roots;

/// <summary>What reports say of bands beside their columns.</summary>
internal static class BandWords
{
    public static IEnumerable<KeyValuePair<string, string>> Described(RootBands? bands)
    {
        if (bands is null)
        {
            yield break;
        }

        yield return new("draws", bands.Options.Draws.ToString(CultureInfo.InvariantCulture));
        yield return new("seed", bands.Options.Seed.ToString(CultureInfo.InvariantCulture));
        yield return new(
            "drawn",
            string.Join(
                '+',
                bands.Question.Sources.Select(s =>
                    string.Create(CultureInfo.InvariantCulture, $"{StatusWords.Of(s)}:{bands.Options.Widths.Of(s)}")
                )
            )
        );
    }

    public static IEnumerable<string> InWords(RootBands? bands)
    {
        if (bands is { Rows: [{ Measure: { Low: { } low, High: { } high } } first, ..] })
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Over {bands.Options.Draws} draws the first row's figure lies between {low:0.00} and {high:0.00} nine times in ten, "
                    + $"and its place between {first.Rank.Low:0} and {first.Rank.High:0}; its rank holds (within "
                    + $"{RootBands.PlacesThatHold(bands.Length)} places) in {first.RankShare * 100:0}% of them."
            );
        }
    }
}

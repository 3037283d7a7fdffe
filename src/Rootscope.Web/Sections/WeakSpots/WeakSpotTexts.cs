using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.WeakSpots;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.WeakSpots;

/// <summary>What pages say of an economy's weak spots.</summary>
internal static class WeakSpotTexts
{
    private const int SourcesNamed = 3;

    extension(WeakSpotAnswer answer)
    {
        /// <summary>What the economy is called.</summary>
        public Phrase Place => EconomyNames.Of(answer.Table.Sectors.Regions[0]);

        /// <summary>The sources that most shares are from: what a line of source says.</summary>
        public string Sources =>
            string.Join(
                "; ",
                answer
                    .Spots.Where(s => s.Dependence.Source.Length > 0)
                    .GroupBy(s => s.Dependence.Source, StringComparer.Ordinal)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => g.Key)
                    .Take(SourcesNamed)
            );

        /// <summary>One technology.</summary>
        public WeakSpot Of(Technology technology) => answer.Spots.First(s => s.Technology == technology);
    }
}

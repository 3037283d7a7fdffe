using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.WeakSpots;

namespace Rootscope.Tests.WeakSpots;

/// <summary>The embedded facts: shares that are shares, quoted as the catalogue has them, from sources that may be passed on.</summary>
public class FactLibraryTests
{
    [Fact]
    public void Shares_of_one_thing_add_up_to_one_at_most() =>
        Assert.All(HoldingSubject.Of(FactLibrary.Holdings()), s => Assert.InRange(s.Facts.Sum(f => f.Share), 0.01, 1.001));

    [Fact]
    public void Every_published_share_stands_in_the_catalogue_with_its_source()
    {
        Evidence[] evidence = [.. CatalogueLibrary.Read().Evidence.Where(e => e.Value is not null)];
        Assert.All(
            FactLibrary
                .Holdings()
                .Where(f =>
                    !f.Source.StartsWith("IEA, Critical", StringComparison.Ordinal)
                    && !f.Source.StartsWith("United States Geological Survey, Mineral", StringComparison.Ordinal)
                ),
            f =>
                Assert.Contains(
                    evidence,
                    e => e.Technology.Id == f.Technology && e.Value == f.Share && e.Source == f.Source && e.Year == f.Year
                )
        );
    }

    [Fact]
    public void Shares_of_refining_are_those_that_the_source_folder_checks()
    {
        Dictionary<string, double> china = FactLibrary
            .Holdings()
            .Where(f => f.Holder == "China" && f.Subject.EndsWith("refining", StringComparison.Ordinal))
            .GroupBy(f => f.Subject, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Share, StringComparer.Ordinal);
        Assert.Equal(0.957, china["graphite refining"], 5e-4);
        Assert.Equal(0.913, china["rare earth elements refining"], 5e-4);
        Assert.Equal(0.784, china["cobalt refining"], 5e-4);
        Assert.Equal(0.702, china["lithium refining"], 5e-4);
        Assert.Equal(0.440, china["copper refining"], 5e-4);
    }

    [Fact]
    public void The_index_of_countries_and_world_exports_are_there_with_year_and_source()
    {
        IReadOnlyList<CountryComplexity> countries = FactLibrary.Countries();
        Assert.Equal("JPN", countries[0].Country);
        Assert.Contains(countries, c => c.Country == "CHN" && c.LastYear == 2000);
        Assert.Equal(799e9, FactLibrary.Headings().Single(h => h.Heading == "8542").Dollars);
    }

    [Fact]
    public void What_may_not_be_passed_on_is_not_among_the_facts() =>
        Assert.All(
            FactLibrary.Holdings().Where(f => f.Licence.Contains("NC", StringComparison.Ordinal)),
            f => Assert.Contains("single published figures quoted", f.Licence, StringComparison.Ordinal)
        );
}

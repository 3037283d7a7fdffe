using Rootscope.Catalogue;
using Rootscope.Storage;

namespace Rootscope.Tests.Catalogue;

public class TechnologyCatalogueTests
{
    private static readonly TechnologyCatalogue Embedded = CatalogueLibrary.Read();

    [Fact]
    public void The_embedded_catalogue_has_five_areas_and_two_dozen_core_technologies()
    {
        Assert.Equal(["information", "energy", "matter", "space", "life"], Embedded.Areas.Select(a => a.Id));
        Assert.Equal(26, Embedded.Technologies.Count(t => t.Tier == TechnologyTier.Core));
        Assert.All(Embedded.Areas, a => Assert.Contains(Embedded.Technologies, t => t.Area == a && t.Tier == TechnologyTier.Core));
    }

    [Theory]
    [InlineData("machine_tools")]
    [InlineData("CNC Machine Tools")]
    [InlineData("工业母机（数控机床）")]
    [InlineData("工业母机")]
    public void A_technology_is_found_by_identifier_and_by_name_in_either_language(string name) =>
        Assert.Equal("machine_tools", Embedded.Find(name).Id);

    [Fact]
    public void An_unknown_technology_suggests_the_nearest()
    {
        var error = Assert.Throws<UnknownNameException>(() => Embedded.Find("semi_equipmnt"));
        Assert.Contains("semi_equipment", error.Nearest);
    }

    [Fact]
    public void A_name_that_fits_several_technologies_is_refused_and_names_them()
    {
        var error = Assert.Throws<UnknownNameException>(() => Embedded.Find("_materials"));
        Assert.Equal(["semi_materials", "battery_materials"], error.Nearest);
    }

    [Fact]
    public void The_main_carrier_of_semiconductor_equipment_in_bea2017_is_its_own_class()
    {
        IReadOnlyList<IndustryCode> carriers = Embedded.CarriersOf(Embedded.Find("semi_equipment"), Classification.Of("bea2017"));
        Assert.Equal(("333242", PurityGrade.A), (carriers[0].Code, carriers[0].Grade));
    }

    [Theory]
    [InlineData("bea2017")]
    [InlineData("nbs2020")]
    [InlineData("wiod2013")]
    public void Every_technology_has_a_carrier_in_the_classification_of_every_embedded_table(string classification) =>
        Assert.All(Embedded.Technologies, t => Assert.NotEmpty(Embedded.CarriersOf(t, Classification.Of(classification))));

    [Fact]
    public void What_is_upstream_comes_nearest_first_and_never_holds_the_technology_itself()
    {
        Technology chips = Embedded.Find("logic_chips");
        IReadOnlyList<TechnologyStep> upstream = Embedded.UpstreamOf(chips);
        Assert.Equal(1, upstream[0].Steps);
        Assert.Equal(upstream.Select(s => s.Steps).Order(), upstream.Select(s => s.Steps));
        Assert.DoesNotContain(upstream, s => s.Technology == chips);
        Assert.Contains(upstream, s => s.Technology.Id == "semi_equipment" && s.Steps == 1);
        Assert.Equal(upstream.Count, upstream.Select(s => s.Technology).Distinct().Count());
    }

    [Fact]
    public void Upstream_and_downstream_mirror_each_other() =>
        Assert.All(
            Embedded.Technologies,
            t =>
                Assert.All(
                    Embedded.UpstreamOf(t),
                    up => Assert.Contains(Embedded.DownstreamOf(up.Technology), down => down.Technology == t && down.Steps == up.Steps)
                )
        );

    [Fact]
    public void Chips_and_the_machines_that_make_them_stand_in_a_circle()
    {
        IReadOnlyList<Technology> circle = Assert.Single(Embedded.Cycles());
        Assert.Contains(circle, t => t.Id == "logic_chips");
        Assert.Contains(circle, t => t.Id == "semi_equipment");
    }

    [Fact]
    public void A_figure_of_a_non_commercial_source_is_quoted_and_never_computed() =>
        Assert.All(Embedded.Evidence.Where(e => e.Licence.Contains("BY-NC", StringComparison.Ordinal)), e => Assert.False(e.IsComputed));
}

using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Regions;
using Rootscope.Tables.Splitting;

namespace Rootscope.Tests.Catalogue;

public class ReferenceBridgeTests
{
    private static readonly FlowTable World = EmbeddedTables.Read("world-2011");

    private static FlowTable Country(string code) => RegionalView.Of(World, World.Sectors.FindRegion(code));

    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    [InlineData("world-2011")]
    public void Every_technology_of_the_catalogue_has_a_part_or_is_a_slice_with_a_reason(string name)
    {
        TechnologyBridge bridge = BridgeLibrary.For(EmbeddedTables.Read(name))!;
        string[] parts = [.. bridge.Parts.SelectMany(p => p.Technologies).Select(t => t.Id).Distinct()];
        string[] slices = [.. bridge.Slices.Select(s => s.Id)];
        Assert.Empty(parts.Intersect(slices));
        Assert.Equal(CatalogueLibrary.Read().Technologies.Select(t => t.Id).Order(), parts.Concat(slices).Order());
        Assert.All(bridge.Slices, s => Assert.True(s.Reason.Length > 20, s.Id));
    }

    [Theory]
    [InlineData("usa-2017")]
    [InlineData("world-2011")]
    public void Grades_are_no_better_than_the_catalogue_gives_the_reference(string name)
    {
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        TechnologyBridge bridge = BridgeLibrary.For(EmbeddedTables.Read(name))!;
        foreach ((BridgePart part, CarriedTechnology carried) in bridge.Parts.SelectMany(p => p.Technologies.Select(t => (p, t))))
        {
            PurityGrade[] known =
            [
                .. catalogue
                    .Codes.Where(c =>
                        c.Technology.Id == carried.Id
                        && c.Classification == Classification.Of("bea2017")
                        && part.Split.References.Contains(c.Code)
                    )
                    .Select(c => c.Grade),
            ];
            Assert.True(known.Length > 0, $"{carried.Id} has no reference among {string.Join(", ", part.Split.References)}.");
            Assert.True(carried.Grade >= known.Min(), $"{carried.Id}: {carried.Grade} is better than {known.Min()}.");
        }
    }

    [Fact]
    public void In_the_reference_itself_a_technology_is_its_class_and_nothing_is_split()
    {
        FlowTable usa = EmbeddedTables.Read("usa-2017");
        TechnologyBridge bridge = BridgeLibrary.For(usa)!;
        Assert.All(bridge.Parts, p => Assert.True(p.IsWhole));
        Assert.Equal("333242", bridge.Find("semi_equipment")!.Value.Part.Split.Code);
        Assert.Same(usa, BridgeLibrary.Split(usa, bridge));
    }

    [Fact]
    public void China_keeps_its_own_bridge()
    {
        TechnologyBridge bridge = BridgeLibrary.For(EmbeddedTables.Read("china-2020"))!;
        TechnologyBridge own = BridgeLibrary.Read("china-2020");
        Assert.Equal(own.Parts.Select(Told), bridge.Parts.Select(Told));
        static (string, double?, double?, double?, string) Told(BridgePart p) =>
            (p.Split.Code, p.Split.OutputShare, p.Split.ImportShare, p.Split.ExportShare, p.Source);
    }

    [Fact]
    public void Shares_come_from_the_user_then_from_what_is_published_then_from_the_reference()
    {
        FlowTable japan = Country("JPN");
        SplitPart published = BridgeLibrary.For(japan)!.Find("semi_equipment")!.Value.Part.Split;
        Assert.InRange(published.OutputShare!.Value, 0.05, 0.15);
        BridgePart given = BridgeLibrary
            .For(japan, new Dictionary<string, double> { ["semi_equipment"] = 0.3 })!
            .Find("semi_equipment")!
            .Value.Part;
        Assert.Equal(0.3, given.Split.OutputShare);
        Assert.Contains("given", given.Source, StringComparison.Ordinal);
        BridgePart open = BridgeLibrary.For(Country("USA"))!.Find("semi_equipment")!.Value.Part;
        Assert.Null(open.Split.OutputShare);
        Assert.Contains("American", open.Source, StringComparison.Ordinal);
        ArgumentException e = Assert.Throws<ArgumentException>(() =>
            BridgeLibrary.For(japan, new Dictionary<string, double> { ["semi_equipment"] = 1.5 })
        );
        Assert.Contains("1.5", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_country_of_the_world_can_be_split_and_sells_its_chip_tools_to_makers_of_electronics()
    {
        FlowTable japan = Country("JPN");
        TechnologyBridge bridge = BridgeLibrary.For(japan)!;
        FlowTable split = BridgeLibrary.Split(japan, bridge);
        int tools = split.Sectors.FindIndustry(bridge.Find("semi_equipment")!.Value.Part.Split.Code);
        int rest = split.Sectors.FindIndustry("c13");
        double ToElectronics(int seller) =>
            Enumerable
                .Range(0, split.Size)
                .Where(j => Code(j).StartsWith("c14", StringComparison.Ordinal))
                .Sum(j => split.SalesOf(new(seller))[j]) / Math.Max(double.Epsilon, split.SalesOf(new(seller)).ToArray().Sum());
        Assert.True(ToElectronics(tools) > ToElectronics(rest));
        string Code(int j) => split.Sectors.IndustryOf(new(j)).Code;
    }

    [Fact]
    public void A_table_of_unknown_classes_has_no_bridge()
    {
        FlowTable own = SmallTables.Closed(
            new double[,]
            {
                { 0, 1 },
                { 1, 0 },
            },
            [1, 1]
        );
        Assert.Null(BridgeLibrary.For(own));
    }
}

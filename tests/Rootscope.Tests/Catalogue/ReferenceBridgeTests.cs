using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Tables;
using Rootscope.Tables.Capital;
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
    public void In_the_reference_itself_a_technology_is_its_class_or_a_published_share_of_one()
    {
        FlowTable usa = EmbeddedTables.Read("usa-2017");
        TechnologyBridge bridge = BridgeLibrary.For(usa)!;
        Assert.Equal("333242", bridge.Find("semi_equipment")!.Value.Part.Split.Code);
        Assert.All(bridge.Parts, p => Assert.Equal(p.Split.Basis == PartBasis.Class, p.IsWhole));
        string[] lent = [.. bridge.Parts.Where(p => !p.IsWhole).SelectMany(p => p.Technologies).Select(t => t.Id)];
        Assert.Equal(["pv", "robots"], lent.Order());
        Assert.All(bridge.Parts.Where(p => !p.IsWhole), p => Assert.Equal(SizeOrigin.Published, p.SizeFrom));
        var nothing = new TechnologyBridge("whole", [.. bridge.Parts.Where(p => p.IsWhole)]);
        Assert.Same(usa, BridgeLibrary.Split(usa, nothing));
    }

    [Fact]
    public void Robots_are_capital_goods_of_makers_of_cars_and_electronics_wherever_they_are_split_off()
    {
        foreach (
            (string name, string rest, string[] users) in ((string, string, string[])[])
                [
                    ("usa-2017", "33399A", ["3361", "3363", "334", "335"]),
                    ("china-2020", "073", ["079", "080", "087", "088", "089", "090", "091", "094"]),
                ]
        )
        {
            FlowTable table = EmbeddedTables.Read(name);
            TechnologyBridge bridge = BridgeLibrary.For(table)!;
            FlowTable split = BridgeLibrary.Split(table, bridge);
            var use = CapitalUse.Of(split, CapitalData.For(split, bridge.SplitOff).Flows);
            string robots = bridge.Find("robots")!.Value.Part.Split.Code;
            Assert.True(ShareTo(robots) > ShareTo(rest), $"{name}: {ShareTo(robots)} of robots, {ShareTo(rest)} of the rest");

            double ShareTo(string product)
            {
                double[] row = use.Cells.Slice(split.Sectors.FindIndustry(product) * split.Size, split.Size).ToArray();
                return row.Where((_, j) => users.Any(u => Code(j).StartsWith(u, StringComparison.Ordinal))).Sum() / row.Sum();
            }

            string Code(int j) => split.Sectors.Industries[j].Code;
        }
    }

    [Fact]
    public void Materials_for_semiconductors_go_to_makers_of_semiconductors_in_China()
    {
        FlowTable china = EmbeddedTables.Read("china-2020");
        TechnologyBridge bridge = BridgeLibrary.For(china)!;
        FlowTable split = BridgeLibrary.Split(china, bridge);
        int materials = split.Sectors.FindIndustry(bridge.Find("semi_materials")!.Value.Part.Split.Code);
        int chips = split.Sectors.FindIndustry(bridge.Find("logic_chips")!.Value.Part.Split.Code);
        Assert.InRange(split.SalesOf(new(materials))[chips] / split.SalesOf(new(materials)).ToArray().Sum(), 0.9, 1);
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
        Assert.Equal(SizeOrigin.Given, given.SizeFrom);
        BridgePart open = BridgeLibrary.For(Country("USA"))!.Find("semi_equipment")!.Value.Part;
        Assert.Null(open.Split.OutputShare);
        Assert.Contains("American", open.Source, StringComparison.Ordinal);
        BridgePart american = BridgeLibrary.For(Country("FRA"))!.Find("robots")!.Value.Part;
        Assert.Equal(SizeOrigin.Reference, american.SizeFrom);
        Assert.Contains("the American one of 2016", american.Source, StringComparison.Ordinal);
        BridgePart own = BridgeLibrary.For(japan)!.Find("robots")!.Value.Part;
        Assert.Equal(SizeOrigin.Published, own.SizeFrom);
        Assert.True(own.Split.OutputShare > 5 * american.Split.OutputShare, $"{own.Split.OutputShare}, {american.Split.OutputShare}");
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

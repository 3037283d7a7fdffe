using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.WeakSpots;

namespace Rootscope.Hosts.Tests.Storage.Scenarios;

/// <summary>What listed firms make, and where that is from.</summary>
public sealed class FirmFileTests
{
    private const string Head = "firm,product,region,share,year,source\n";
    private const string Firms =
        Head
        + "Chips One,c14,CHN,0.10,2010,older\nchips one,c14,CHN,12%,2011,newer\nChips Two,c14,China,0.08,2011,a report\n"
        + "Tools,semi_equipment,NLD,0.75,2011,a report\n";

    [Fact]
    public void Shares_of_one_industry_add_up_and_the_newest_year_holds()
    {
        ScenarioReading reading = Read("firms: [Chips One, Chips Two, Tools], firm_file: firms.csv", Firms);
        Assert.Empty(reading.Faults);
        BlacklistShock shock = Assert.IsType<BlacklistShock>(Assert.Single(reading.Scenario!.Shocks));
        Assert.Equal(
            [("Chips One", "c14", 0.12), ("Chips Two", "c14", 0.08), ("Tools", "semi_equipment", 0.75)],
            shock.Holdings.Select(h => (h.Firm, h.Product.WorkingCode, h.Share))
        );
        Assert.Contains("Chips One is 12% of c14 of CHN (firms.csv, 2011: newer).", reading.Notes);

        BlacklistShock declared = Declared("firms: [Both], product: c14, region: CHN, share: 0.2");
        BlacklistShock twice = Assert.IsType<BlacklistShock>(
            Assert.Single(Read("firms: [Chips One, Chips Two], firm_file: firms.csv", Firms).Scenario!.Shocks)
        );
        ScenarioReading one = Read("firms: [Chips One], firm_file: firms.csv", Firms);
        ScenarioTable table = ScenarioTable.Of(one.Scenario!, one.Table!);
        Assert.Equal(declared.ChangesIn(table), twice.ChangesIn(table));
    }

    [Theory]
    [InlineData("firms: [Chip One], firm_file: firms.csv", "line 4, column 26", "Nearest: Chips One")]
    [InlineData("firms: [Nobody At All]", "line 4, column 26", "nobody knows what 'Nobody At All' makes")]
    [InlineData("firms: [SK hynx]", "line 4, column 26", "Nearest: SK hynix")]
    [InlineData("firms: [SK hynix]", "line 4, column 26", "what KOR holds of that is not published")]
    [InlineData("firms: [CFM]", "line 4, column 26", "it belongs to several economies")]
    [InlineData("firms: [Chips One], firm_file: others.csv", "line 4, column 49", "there is no file 'others.csv'")]
    [InlineData("firms: [Tools], firm_file: firms.csv, share: 0.2", "line 4, column 63", "Keep one of the two")]
    public void What_nobody_knows_of_a_firm_has_a_place_and_a_repair(string values, string place, string message)
    {
        ScenarioFault fault = Assert.Single(Read(values, Firms).Faults);
        Assert.Equal(place, $"line {fault.Line}, column {fault.Column}");
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A,c14,CHN,3,2011,x", "line 2", "share above 0 and at most 1")]
    [InlineData("A,c14,CHN,0.3,then,x", "line 2", "expected a year")]
    [InlineData("A,c14,CHN,0.3,2011,", "line 2", "the source is missing")]
    [InlineData("A,c14,CHN,0.3,2011,x\na,c14,CHN,0.4,2011,x", "line 3", "in line 2 already")]
    [InlineData("A,c99,CHN,0.3,2011,x", "firms.csv", "c99")]
    [InlineData("A,c14,ATL,0.3,2011,x", "firms.csv", "ATL")]
    [InlineData("A,c14,CHN,0.7,2011,x\nB,c14,CHN,0.4,2011,x", "scenario.yaml", "more than all of c14 of CHN")]
    public void A_firm_file_with_a_fault_is_refused_at_its_row(string rows, string place, string message)
    {
        ScenarioFault fault = Assert.Single(
            Read(
                $"firms: [{(rows.Contains("\nB", StringComparison.Ordinal) ? "A, B" : "A")}], firm_file: firms.csv",
                Head + rows + "\n"
            ).Faults
        );
        Assert.Contains(place, $"{fault.File}, line {fault.Line}", StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_from_elsewhere_may_name_no_file()
    {
        ScenarioReading reading = ScenarioFiles.CheckText(Yaml("firms: [Tools], firm_file: /etc/passwd"), new TableLibrary());
        Assert.Contains("which only the command line reads", Assert.Single(reading.Faults).Message, StringComparison.Ordinal);
    }

    /// <summary>A firm's share of its economy is its share of the world over the economy's, of the same subject, basis and year.</summary>
    [Fact]
    public void A_published_share_of_the_world_is_carried_to_the_economy_where_that_is_published_too()
    {
        HoldingFact firm = Fact("Maker", 0.3, 2024);
        bool IsRegion(string name) => name == "Korea";
        Assert.Equal(0.5, Found(firm, Fact("Korea", 0.6, 2024)).Share);
        Assert.Null(Found(firm, Fact("Korea", 0.6, 2023)).Share);
        Assert.Null(Found(firm, Fact("Korea", 0.6, 2024) with { Bound = ShareBound.AtLeast }).Share);
        Assert.Null(Found(firm, Fact("Korea", 0.2, 2024)).Share);
        Assert.Null(Found(firm, Fact("Korea", 0.6, 2024) with { Subject = "memory" }).Share);
        Assert.Contains("2024", Found(firm, Fact("Korea", 0.6, 2024)).Source, StringComparison.Ordinal);

        HeldByFirms.Finding Found(params HoldingFact[] facts) => Assert.Single(new HeldByFirms(facts).Of("maker", IsRegion));
    }

    private static HoldingFact Fact(string holder, double share, int year) =>
        new()
        {
            Technology = "memory_chips",
            Subject = "stacked memory",
            Basis = "sales",
            Holder = holder,
            Economies = ["KOR"],
            Share = share,
            Year = year,
            Source = "a source",
            Licence = "quoted",
            Status = "seen",
        };

    private static BlacklistShock Declared(string values) =>
        Assert.IsType<BlacklistShock>(Assert.Single(ScenarioFiles.CheckText(Yaml(values), new TableLibrary()).Scenario!.Shocks));

    private static string Yaml(string values) =>
        $"name: Firms\ntable: world-2011\nshocks:\n  - blacklist: {{ {values}, list: supposed }}\n";

    private static ScenarioReading Read(string values, string firms)
    {
        using var folder = new TemporaryFolder();
        folder.Write("firms.csv", firms);
        return ScenarioFiles.Check(
            folder.Write("scenario.yaml", Yaml(values)),
            new TableLibrary(),
            kinds: null,
            table => BridgeLibrary.For(table)
        );
    }
}

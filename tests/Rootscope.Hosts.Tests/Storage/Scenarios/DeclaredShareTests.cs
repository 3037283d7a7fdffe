using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Scenarios;

/// <summary>A declared share of a carrier is held against what the reference knows.</summary>
public sealed class DeclaredShareTests
{
    /// <summary>A split moves imports and exports too, so that the parts' sum over all regions is met to its parts in a thousand.</summary>
    private const double SameShare = 0.005;

    [Theory]
    [InlineData("share_of_carrier: 0.06", "which has 1.6% (Semiconductor machinery, all regions together): 3.75 times that")]
    [InlineData("carrier: c13, share_of_carrier: 0.06", "3.75 times that. Leave 'share_of_carrier' out")]
    [InlineData("carrier: c13, share_of_carrier: 0.004", "0.25 times that")]
    public void One_that_is_far_from_the_reference_is_told_with_both(string declared, string note) =>
        Assert.Contains(Notes(declared), n => n.Contains(note, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("carrier: c13, share_of_carrier: 0.02")]
    public void One_that_is_near_is_not(string declared) =>
        Assert.DoesNotContain(Notes(declared), n => n.Contains("far from the reference", StringComparison.Ordinal));

    [Fact]
    public void What_the_reference_has_is_what_a_split_gives()
    {
        FlowTable table = EmbeddedTables.Read("world-2011");
        TechnologyBridge bridge = BridgeLibrary.For(table)!;
        BridgePart part = bridge.Find("semi_equipment")!.Value.Part;
        FlowTable split = BridgeLibrary.Split(table, new TechnologyBridge("one", [part], []));
        double whole = Output(table, part.Split.Parent);
        Assert.Equal(Output(split, part.Split.Code) / whole, BridgeLibrary.ShareOf(table, part)!.Value, SameShare * 0.016);
    }

    private static double Output(FlowTable table, string code)
    {
        int industry = table.Sectors.FindIndustry(code);
        return Enumerable.Range(0, table.Sectors.Regions.Count).Sum(r => table.Output[(r * table.Sectors.Industries.Count) + industry]);
    }

    private static IReadOnlyList<string> Notes(string declared)
    {
        string comma = declared.Length > 0 ? ", " : string.Empty;
        ScenarioReading reading = ScenarioFiles.CheckText(
            $"name: N\ntable: world-2011\nshocks:\n  - ban: {{ product: semi_equipment{comma}{declared}, from: [USA], to: [CHN] }}\n",
            new TableLibrary(),
            kinds: null,
            table => BridgeLibrary.For(table)
        );
        Assert.Empty(reading.Faults);
        return reading.Notes;
    }
}

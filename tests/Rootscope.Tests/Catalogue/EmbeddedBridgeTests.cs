using System.Globalization;
using System.Text;
using Rootscope.Catalogue;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Checks;
using Rootscope.Tables.Splitting;
using Rootscope.Tests.Published;

namespace Rootscope.Tests.Catalogue;

/// <summary>The bridge that ships with china-2020: what it claims is what the data give.</summary>
public class EmbeddedBridgeTests
{
    /// <summary>Yuan for a US dollar, the average of 2020 in the statistical communiqué of the National Bureau of Statistics.</summary>
    private const double YuanPerDollar = 6.8974;

    private static readonly TechnologyBridge Bridge = BridgeLibrary.Read("china-2020");

    [Fact]
    public void Every_technology_of_the_bridge_is_in_the_catalogue_and_its_parent_carries_it()
    {
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        foreach (BridgePart part in Bridge.Parts)
        {
            foreach (CarriedTechnology carried in part.Technologies)
            {
                Technology technology = Assert.Single(catalogue.Technologies, t => t.Id == carried.Id);
                string[] carriers =
                [
                    .. catalogue
                        .Codes.Where(c => c.Technology == technology && c.Classification == Classification.Of("nbs2020"))
                        .Select(c => c.Code),
                ];
                Assert.True(
                    carriers.Contains(part.Split.Parent),
                    $"{carried.Id}: {part.Split.Parent} is none of {string.Join(", ", carriers)}."
                );
            }
        }
    }

    [Fact]
    public void Grades_are_those_that_the_catalogue_gives_the_reference()
    {
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        foreach ((BridgePart part, CarriedTechnology carried) in Bridge.Parts.SelectMany(p => p.Technologies.Select(t => (p, t))))
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
    public void Every_part_carries_the_error_of_its_group()
    {
        IReadOnlyList<SplitError> errors = SplitErrorPageTests.Errors();
        double mean = (errors.Average(e => e.RowError) + errors.Average(e => e.ColumnError)) / 2;
        int[] groups = ConcordanceLibrary
            .Read("nbs2020-nbs42")
            .Map([.. Bridge.Parts.Select(p => p.Split.Parent)], out IReadOnlyList<string> names);
        for (int i = 0; i < groups.Length; i++)
        {
            // Nobody has tested what is lent.
            if (Bridge.Parts[i].Split.Basis != PartBasis.Class)
            {
                Assert.Null(Bridge.Parts[i].Error);
                continue;
            }

            double expected = errors.FirstOrDefault(e => e.Parent == names[groups[i]])?.Mean ?? mean;
            Assert.Equal(
                expected.ToString("0.00", CultureInfo.InvariantCulture),
                Bridge.Parts[i].Error!.Value.ToString("0.00", CultureInfo.InvariantCulture)
            );
        }
    }

    [Fact]
    public void Shares_of_trade_in_chip_machines_are_those_of_customs()
    {
        string file = SharedData.Require("data", "trade", "comtrade_semiconductor_equipment_2016_2020.csv");
        FlowTable table = EmbeddedTables.Read("china-2020");
        int parent = table.Sectors.FindIndustry("078");
        double perTable = YuanPerDollar / table.Metadata.UnitScale;
        SplitPart part = Bridge.Find("semi_equipment")!.Value.Part.Split;
        Assert.Equal(Flow(file, "Import") * perTable / table.Imports[parent], part.ImportShare!.Value, 5e-5);
        Assert.Equal(Flow(file, "Export") * perTable / TableTotals.Exports(table)[parent], part.ExportShare!.Value, 5e-5);
        Assert.Equal(part.ExportShare, part.OutputShare);
    }

    [Fact]
    public void The_split_table_keeps_every_total_and_turns_nothing_negative_that_was_not()
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        FlowTable split = BridgeLibrary.Split(table, Bridge);
        Assert.Equal(table.Size + Bridge.SplitOff.Count, split.Size);
        FlowTable again = TableAggregation.Aggregate(
            split,
            industries: Concordance.Of("back", split.Sectors.Industries.Select(i => (i.Code, i.Code[..3])))
        );
        double largest = table.Output.ToArray().Max();
        for (int c = 0; c < table.Flows.Length; c++)
        {
            Assert.Equal(table.Flows[c], again.Flows[c], 1e-9 * largest);
        }

        for (int c = 0; c < table.FinalDemand.Length; c++)
        {
            Assert.Equal(table.FinalDemand[c], again.FinalDemand[c], 1e-9 * largest);
        }

        Assert.True(split.Flows.ToArray().Min() >= Math.Min(0, table.Flows.ToArray().Min()));
        TableBalance balance = TableBalance.Of(split);
        Assert.All(balance.RowGaps.Concat(balance.ColumnGaps), gap => Assert.Equal(0, gap.Gap, 1e-9 * largest));
    }

    [Fact]
    public void Parts_inherit_the_elasticities_of_their_industry_unless_they_have_their_own()
    {
        var set = new ElasticitySet(
            "own",
            [
                .. ElasticitySet.Uniform("u", 0.5, 0.1, 2, 0.9).Elasticities,
                new Elasticity(Nest.DomesticImported, "078", 0.3, "given"),
                new Elasticity(Nest.DomesticImported, "087", 0.4, "given"),
                new Elasticity(Nest.DomesticImported, "087-storage-batteries", 0.6, "given"),
            ]
        );
        ElasticitySet split = set.For(Bridge);
        Assert.Equal(0.3, split.Of(Nest.DomesticImported, "078-semiconductor-machinery"));
        Assert.Equal(0.6, split.Of(Nest.DomesticImported, "087-storage-batteries"));
        Assert.Equal(2, split.Of(Nest.DomesticImported, "094-semiconductors"));
    }

    private static double Flow(string file, string direction)
    {
        string[] lines = File.ReadAllLines(file, Encoding.Latin1);
        return lines
            .Where(l =>
                l.Contains($",{direction},156,China,CHN,", StringComparison.Ordinal)
                && l.StartsWith("H5,2020,", StringComparison.Ordinal)
                && l.Contains(",848620,", StringComparison.Ordinal)
            )
            .Sum(l => double.Parse(l.Split(',')[^4], CultureInfo.InvariantCulture));
    }
}

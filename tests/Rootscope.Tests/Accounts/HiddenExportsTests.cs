using Rootscope.Accounts.Measures;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Tests.Accounts;

/// <summary>A source that does not tell exports from other final uses, such as WIOD's national tables of 2016.</summary>
public class HiddenExportsTests
{
    private static readonly string[] Needing =
    [
        "upstreamness",
        "upstreamness-net-of-inventories",
        "exports-gross",
        "exports-domestic-value-added",
        "exports-import-content",
    ];

    [Fact]
    public void Measures_that_need_exports_are_empty_and_say_why()
    {
        FlowTable table = Table(FinalDemandKind.Households);
        foreach (string name in Needing)
        {
            AccountResult result = AccountMeasures.Find(name).Compute(table);
            Assert.NotEmpty(result.Rows);
            Assert.All(result.Rows, row => Assert.Null(row.Value));
            Assert.Contains(result.Notes, note => note.Contains("does not tell exports from other final uses", StringComparison.Ordinal));
        }

        Assert.All(AccountMeasures.Find("downstreamness").Compute(table).Rows, row => Assert.NotNull(row.Value));
    }

    [Fact]
    public void The_national_tables_of_2016_are_such_a_source()
    {
        FlowTable table = TableFormats.Known.Read(
            "wiod2016",
            [
                SharedData.Require("data", "wiod2016_national_2014", "intermediate_2014_long.csv"),
                SharedData.Require("data", "wiod2016_national_2014", "accounts_2014.csv"),
            ],
            "nld-2014",
            country: "NLD"
        );
        Assert.All(Needing, name => Assert.All(AccountMeasures.Find(name).Compute(table).Rows, row => Assert.Null(row.Value)));
    }

    [Fact]
    public void A_column_of_exports_gives_them_back()
    {
        FlowTable table = Table(FinalDemandKind.Exports);
        Assert.All(Needing, name => Assert.All(AccountMeasures.Find(name).Compute(table).Rows, row => Assert.NotNull(row.Value)));
    }

    private static FlowTable Table(FinalDemandKind second) =>
        new(
            new FlowTableParts
            {
                Metadata = RandomEconomies.Metadata,
                Sectors = new SectorIndex([new Region("AAA", "Land A")], [new Industry("a", "A"), new Industry("b", "B")]),
                FinalDemandCategories =
                [
                    new FinalDemandCategory("C", "Consumption", FinalDemandKind.Households, new(0)),
                    new FinalDemandCategory("E", "The rest", second, new(0)),
                ],
                ValueAddedCategories = [],
                Flows = [1, 2, 3, 1],
                FinalDemand = [5, 2, 6, 3],
                ValueAdded = [],
                Output = [9, 12],
                Imports = [1, 1],
            }
        );
}

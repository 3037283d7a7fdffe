using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Hosts.Tests.Storage;

/// <summary>What a table is held against beyond its identities.</summary>
public class TableReviewTests
{
    public static TheoryData<string> Embedded => [.. EmbeddedTables.Names];

    [Theory]
    [MemberData(nameof(Embedded))]
    public void Embedded_tables_have_plausible_units_known_editions_and_every_sector(string name)
    {
        IReadOnlyList<ReviewFinding> findings = TableReview.Of(EmbeddedTables.Read(name));
        Assert.Equal(
            ["unit plausible", "edition", "duplicate sectors", "missing sectors", "cells that stand out"],
            findings.Select(f => f.Check)
        );
        Assert.All(findings.Take(4), f => Assert.True(f.IsInOrder, f.Text));
        Assert.InRange(findings[0].Value!.Value, 0.5, 2.5);
        Assert.Contains("recognised by its size", findings[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e-3)]
    public void A_unit_that_is_wrong_by_a_thousand_is_questioned(double factor)
    {
        foreach (string name in EmbeddedTables.Names)
        {
            FlowTable table = EmbeddedTables.Read(name);
            ReviewFinding unit = TableReview.Of(table.With(table.Metadata with { UnitScale = table.Metadata.UnitScale * factor }))[0];
            Assert.False(unit.IsInOrder);
            Assert.Contains(table.Metadata.Unit, unit.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_currency_is_not_checked()
    {
        ReviewFinding unit = TableReview.Of(WrittenTables.ManyRegions)[0];
        Assert.True(unit.IsInOrder);
        Assert.StartsWith("not checked", unit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_size_is_an_edition_that_is_not_known()
    {
        FlowTable world = EmbeddedTables.Read("world-2011");
        Concordance regions = Concordance.Of("two", world.Sectors.Regions.Select(r => (r.Code, r.Code == "CHN" ? "CHN" : "ROW")));
        ReviewFinding edition = TableReview.Of(TableAggregation.Aggregate(world, regions: regions))[1];
        Assert.False(edition.IsInOrder);
        Assert.Contains("2 × 35 is none of WIOD release 2013", edition.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Duplicate_and_missing_sectors_are_named()
    {
        FlowTable china = EmbeddedTables.Read("china-2020");
        Concordance split = Concordance.Of(
            "split",
            china
                .Sectors.Industries.Skip(1)
                .Select(i => new ConcordanceLink(i.Code, i.Code))
                .Prepend(new ConcordanceLink("001", "b", 0.5))
                .Prepend(new ConcordanceLink("001", "a", 0.5))
        );
        FlowTable twice = TableAggregation.Aggregate(china, industries: split);
        IReadOnlyList<ReviewFinding> findings = TableReview.Of(twice.With(twice.Metadata with { Classification = "nbs2020" }));
        Assert.Contains("have the same figures", findings[2].Text, StringComparison.Ordinal);
        Assert.Contains("001 is not there", findings[3].Text, StringComparison.Ordinal);
        Assert.Contains("is no code of nbs2020", findings[3].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_table_of_the_source_folder_is_an_edition_known()
    {
        string folder = SharedData.Require("data", "china_io_nbs");
        foreach (string file in Directory.GetFiles(folder, "china_20*.csv"))
        {
            FlowTable table = TableFormats.Known.Read("nbs", [file], "own", tolerance: 0.5);
            ReviewFinding[] odd =
            [
                .. TableReview.Of(table).Where(f => !f.IsInOrder && f.Check is "edition" or "unit plausible" && !f.IsInOrder),
            ];
            Assert.True(odd.Length == 0, $"{file}: {string.Join("; ", odd.Select(f => f.Text))}");
        }
    }
}

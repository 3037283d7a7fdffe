using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Hosts.Tests.Storage.Formats;

public sealed class LayoutTests : IDisposable
{
    /// <summary>The made tables have two decimals.</summary>
    private const double Close = 1e-9;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. LayoutFiles.All.Select(l => l.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_layout_reads_its_small_example_and_balances(string name)
    {
        FlowTable table = Read(LayoutFiles.Of(name));
        TableBalance balance = TableBalance.Of(table);
        Assert.InRange(balance.RowError, 0, Close);
        Assert.InRange(balance.ColumnError, 0, Close);
        Assert.True(TableCheck.Of(table, 1e-4).IsProductive);
        Assert.Contains(table.Metadata.Year, new[] { 2003, 2010, 2011, 2014, 2015, 2017, 2019, 2020, 2022, 2023 });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_twice_gives_the_same_table(string name) =>
        Assert.Equal(Read(LayoutFiles.Of(name)).ContentHash, Read(LayoutFiles.Of(name)).ContentHash);

    [Theory]
    [MemberData(nameof(Names))]
    public void Line_ends_of_other_systems_make_no_difference(string name)
    {
        LayoutFiles plain = LayoutFiles.Of(name);
        LayoutFiles other = plain with
        {
            Files = [.. plain.Files.Select(f => (f.File, "\uFEFF" + f.Text.Replace("\n", "\r\n", StringComparison.Ordinal)))],
        };
        Assert.Equal(Read(plain).ContentHash, Read(other).ContentHash);
    }

    [Fact]
    public void A_national_table_of_the_OECD_keeps_imports_by_user()
    {
        FlowTable table = Read(LayoutFiles.Of("iot"));
        Assert.Equal("Australia", table.Sectors.Regions[0].Name);
        Assert.Equal(["01T03", "26", "97T98"], table.Sectors.Industries.Select(i => i.Code));
        Assert.Equal(4.1 + 1.5, table.Flows[0], Close);
        Assert.Equal(1.5, table.ImportedFlows[0]);
        Assert.Equal(14.8, table.Imports[0], Close);
        Assert.Equal([56.9, 70.3, 22.5], table.Output.ToArray().Select(x => Math.Round(x, 6)));
        Assert.Equal(0.5, table.ValueAdded[0], Close);
    }

    [Theory]
    [InlineData("AUS2015ttl.csv", "DOM_", "TTL_", "total flows")]
    [InlineData("AUS2015ttl.csv", "DOM_", "", "total flows")]
    [InlineData("AUS2015imp.csv", "DOM_", "X_", "imported flows alone")]
    [InlineData("AUS2015dom.csv", "IMP_", "X_", "domestic flows alone")]
    public void A_national_table_of_one_origin_says_which_file_to_bring(string name, string good, string bad, string told)
    {
        string file = _folder.Write(
            name,
            LayoutTexts
                .Iot.Replace(good, bad, StringComparison.Ordinal)
                .Replace(name.Contains("ttl", StringComparison.Ordinal) ? "IMP_" : "none", "X_", StringComparison.Ordinal)
        );
        TableException e = Assert.Throws<TableException>(() => TableFormats.Known.Read("iot", [file], "own"));
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
        Assert.Contains("AUS2015dom.csv", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_world_table_of_2016_takes_names_from_its_rows()
    {
        FlowTable table = Read(LayoutFiles.Of("wiod2016"));
        Assert.Equal(["A01", "C26"], table.Sectors.Industries.Select(i => i.Code));
        Assert.Equal("Crop and animal production, hunting", table.Sectors.Industries[0].Name);
        Assert.Equal(["TXSP", "EXP_adj", "PURR", "PURNR", "IntTTM", "VA"], table.ValueAddedCategories.Select(v => v.Code));
        Assert.Equal("ROW_CONS_h", table.FinalDemandCategories[5].Code);
    }

    [Fact]
    public void A_national_table_of_2016_is_taken_out_by_country()
    {
        string[] files = LayoutFiles.Of("wiod2016 national").WriteTo(_folder);
        FlowTable table = TableFormats.Known.Read("wiod2016", files, "own", country: "AUS");
        Assert.Equal([11, 5.5, 6, 9], table.Flows.ToArray());
        Assert.Equal([1.5, 10], table.Imports.ToArray());
        Assert.Equal([55, 15], table.FinalDemand.ToArray());
        Assert.Contains(
            "option country",
            Assert.Throws<TableException>(() => TableFormats.Known.Read("wiod2016", files, "own")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "AUS, CHN",
            Assert.Throws<TableException>(() => TableFormats.Known.Read("wiod2016", files, "own", country: "ATL")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Shares_and_outputs_of_EXIOBASE_give_its_flows()
    {
        FlowTable flows = Read(LayoutFiles.Of("exiobase3"));
        FlowTable shares = Read(LayoutFiles.Of("exiobase3 shares"));
        Assert.Equal(flows.Size, shares.Size);
        for (int c = 0; c < flows.Flows.Length; c++)
        {
            Assert.Equal(flows.Flows[c], shares.Flows[c], Close);
        }

        Assert.Equal(3, flows.ValueAddedCategories.Count);
        Assert.Equal("VA", Assert.Single(shares.ValueAddedCategories).Code);
        Assert.Equal("Rest of the Middle East", flows.Sectors.Regions[1].Name);
        Assert.Equal(FinalDemandKind.Exports, flows.FinalDemandCategories[6].Kind);
    }

    [Fact]
    public void Discrepancies_of_Eora_stand_in_a_column_and_a_row_of_their_own()
    {
        FlowTable table = Read(LayoutFiles.Of("eora26"));
        Assert.Equal(4, table.Size);
        Assert.Equal("Afghanistan", table.Sectors.Regions[0].Name);
        Assert.Equal(13, table.FinalDemandCategories.Count);
        Assert.Equal(1.1, table.FinalDemandFor(new(2))[12], Close);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], table.ValueAdded[8..12].ToArray());
        Assert.Equal(3, table.ValueAddedCategories.Count);
    }

    [Fact]
    public void The_matrix_and_the_flat_form_of_FIGARO_are_the_same_table()
    {
        FlowTable matrix = Read(LayoutFiles.Of("figaro matrix"));
        Assert.Equal(matrix.ContentHash, Read(LayoutFiles.Of("figaro flat")).ContentHash);
        Assert.Equal(["C26", "C31_32"], matrix.Sectors.Industries.Select(i => i.Code));
        Assert.Equal("Furniture; other manufacturing", matrix.Sectors.Industries[1].Name);
        Assert.Equal("Rest of World", matrix.Sectors.Regions[1].Name);
        Assert.Equal(["D21X31", "OP_RES", "OP_NRES", "D1", "D29X39", "B2A3G"], matrix.ValueAddedCategories.Select(v => v.Code));
    }

    [Fact]
    public void Supply_and_use_of_GLORIA_become_a_table_of_products()
    {
        FlowTable table = Read(LayoutFiles.Of("gloria"));
        Assert.Equal(4, table.Size);
        Assert.Equal("Rest of Americas", table.Sectors.Regions[1].Name);
        double[] firstUse =
        [
            .. PartTexts.GloriaT.Split('\n')[2].Split(',').Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture)),
        ];
        double[][] supply =
        [
            .. PartTexts
                .GloriaT.Split('\n')[..2]
                .Select(l => l.Split(',')[2..4].Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToArray()),
        ];
        double expected = (firstUse[0] * supply[0][0] / supply[0].Sum()) + (firstUse[1] * supply[1][0] / supply[1].Sum());
        Assert.Equal(expected, table.Flows[0], Close);
        Assert.Equal(firstUse[0] + firstUse[1], table.Flows[0] + table.Flows[1], Close);
    }

    [Theory]
    [InlineData("CHN", 1259555.8)]
    [InlineData("USA", 380900.0)]
    [InlineData("MLT", null)]
    [InlineData("ISL", null)]
    public void Real_national_tables_of_the_OECD_read(string country, double? electronics)
    {
        FlowTable table = TableFormats.Known.Read("iot", [SharedData.Require("data", "oecd_iot_2018ed", $"{country}2015dom.csv")], "own");
        Assert.Equal(36, table.Size);
        Assert.Equal(2015, table.Metadata.Year);
        Assert.Contains("Edition recognised by its size: 2018", table.Metadata.Derivations[0], StringComparison.Ordinal);
        Assert.True(TableCheck.Of(table, 1e-4).IsProductive);
        if (electronics is { } output)
        {
            // The source's own note gives billions to one decimal.
            Assert.Equal(output, table.Output[table.Sectors.FindIndustry("26")], 50.0);
        }
    }

    [Theory]
    [InlineData("CHN", 0.223)]
    [InlineData("USA", 0.480)]
    [InlineData("NLD", 0.789)]
    public void Real_national_tables_of_the_WIOD_read(string country, double importedShare)
    {
        string[] files =
        [
            SharedData.Require("data", "wiod2016_national_2014", "intermediate_2014_long.csv"),
            SharedData.Require("data", "wiod2016_national_2014", "accounts_2014.csv"),
        ];
        FlowTable table = TableFormats.Known.Read("wiod2016", files, "own", country: country);
        int product = table.Sectors.FindIndustry("C26");
        double imported = Sums.Of(table.ImportedFlows.Slice(product * table.Size, table.Size));
        Assert.Equal(56, table.Size);
        // The source's own note gives the share to three digits.
        Assert.Equal(importedShare, imported / Sums.Of(table.SalesOf(new(product))), 0.0006);
    }

    private FlowTable Read(LayoutFiles files) =>
        TableFormats.Known.Read(files.Layout, files.WriteTo(_folder, Directory.GetDirectories(_folder.Root).Length), "own", country: "AUS");
}

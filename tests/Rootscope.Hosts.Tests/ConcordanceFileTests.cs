using Rootscope.Cli;
using Rootscope.Storage;
using Rootscope.Storage.Readers;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests;

public sealed class ConcordanceFileTests : IDisposable
{
    /// <summary>Sums of 153 published figures in another order than the publisher's.</summary>
    private const double SumTolerance = 1e-9;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Embedded => [.. ConcordanceLibrary.Embedded.Where(c => c.HasWeights).Select(c => c.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Embedded))]
    public void Embedded_concordances_are_many_to_one(string name) => Assert.True(ConcordanceLibrary.Read(name).IsManyToOne);

    [Theory]
    [InlineData("china-2020", "nbs2020-nbs42", 42)]
    [InlineData("usa-2017", "bea2017-bea-sector", 17)]
    [InlineData("usa-2017", "bea2017-bea-summary", 73)]
    public void Embedded_tables_have_every_code_of_their_concordance(string table, string name, int most)
    {
        FlowTable smaller = TableAggregation.Aggregate(EmbeddedTables.Read(table), industries: ConcordanceLibrary.Read(name));
        Assert.InRange(smaller.Size, 2, most);
    }

    [Fact]
    public void China_with_153_sectors_adds_up_to_the_published_42()
    {
        string fine = SharedData.Require("data", "china_io_nbs", "china_2020_153.csv");
        FlowTable table = SourceTables.Read(SourceLayout.Nbs, [fine], "fine");
        FlowTable published = SourceTables.Read(SourceLayout.Nbs, [SharedData.Require("data", "china_io_nbs", "china_2020_42.csv")], "published");
        FlowTable made = TableAggregation.Aggregate(table, industries: ConcordanceLibrary.Read("nbs2020-nbs42"));
        Assert.Equal(published.Sectors.Industries.Select(i => i.Code), made.Sectors.Industries.Select(i => i.Code));
        for (int s = 0; s < made.Size; s++)
        {
            Assert.Equal(published.Output[s], made.Output[s], SumTolerance * published.Output[s]);
        }
    }

    [Fact]
    public void Classes_reach_the_industries_of_a_table_in_two_steps()
    {
        Concordance chain = ConcordanceLibrary.Read("nace2-division").Then(Concordance.Of("all but 99", ConcordanceLibrary.Read("nace2-division").Targets.Select(t => (t, t))))
            .Then(ConcordanceLibrary.Read("isic4-wiod2016"));
        int[] target = chain.Map(["2611"], out IReadOnlyList<string> reached);
        Assert.Equal("C26", reached[target[0]]);
    }

    [Fact]
    public void Without_weights_sizes_are_needed()
    {
        Assert.Contains("--sizes", Assert.Throws<TableException>(() => ConcordanceLibrary.Read("naics2017-isic4")).Message, StringComparison.Ordinal);
        TableException e = Assert.Throws<TableException>(() => ConcordanceLibrary.Read("naics2017-isic4", new Dictionary<string, double> { ["0113"] = 1 }));
        Assert.Contains("0119", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_of_a_file_have_line_and_column()
    {
        Refuses("from,to\n01,a\n,b\n", "line 3, column 1 ('from')");
        Refuses("from,to,weight\n01,a,0.5\n01,b,x\n", "line 3, column 3 ('weight')");
        Refuses("from,to,weight\n01,a,0.5\n01,b,0.4\n", "'01' sum to 0.9");
        Refuses("from,to,name\n01,a,One\n02,a,Two\n", "line 3, column 3 ('name')");
        Refuses("from,into\n01,a\n", "no column 'to'");
        Refuses("from,to\n", "no row");
    }

    [Fact]
    public async Task A_table_is_aggregated_into_the_workspace()
    {
        string workspace = _folder.PathOf("workspace");
        CliRun run = await CliRun.Of("data", "aggregate", "china-2020", "--by", "nbs2020-nbs42", "--name", "china-42", "--workspace", workspace);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        FlowTable made = new TableLibrary(workspace).Read("china-42");
        Assert.Equal(42, made.Size);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("data", "check", "china-42", "--workspace", workspace)).Code);
    }

    [Fact]
    public async Task Aggregating_says_what_is_missing()
    {
        string map = _folder.Write("map.csv", "from,to\n001,a\n");
        CliRun run = await CliRun.Of("data", "aggregate", "china-2020", "--by", map, "--name", "small", "--workspace", _folder.PathOf("workspace"));
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("002, 003", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await CliRun.Of("data", "aggregate", "china-2020", "--name", "small")).Code);
        Assert.Equal(ExitCode.NotFound, (await CliRun.Of("data", "aggregate", "china-2020", "--by", "nbs42", "--name", "small")).Code);
    }

    private void Refuses(string text, string told) =>
        Assert.Contains(told, Assert.Throws<TableException>(() => ConcordanceReader.Read(_folder.Write("map.csv", text))).Message, StringComparison.Ordinal);
}

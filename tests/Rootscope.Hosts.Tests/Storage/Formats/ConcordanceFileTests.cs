using System.Diagnostics;
using System.Globalization;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Hosts.Tests.Storage.Formats;

public sealed class ConcordanceFileTests : IDisposable
{
    /// <summary>Sums of 153 published figures in another order than the publisher's.</summary>
    private const double SumTolerance = 1e-9;

    /// <summary>Those that have a published source; the others were put together by hand and say so.</summary>
    private const int Compiled = 13;

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
        FlowTable table = TableFormats.Known.Read("nbs", [fine], "fine");
        FlowTable published = TableFormats.Known.Read(
            "nbs",
            [SharedData.Require("data", "china_io_nbs", "china_2020_42.csv")],
            "published"
        );
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
        Concordance chain = ConcordanceLibrary
            .Read("nace2-division")
            .Then(Concordance.Of("all but 99", ConcordanceLibrary.Read("nace2-division").Targets.Select(t => (t, t))))
            .Then(ConcordanceLibrary.Read("isic4-wiod2016"));
        int[] target = chain.Map(["2611"], out IReadOnlyList<string> reached);
        Assert.Equal("C26", reached[target[0]]);
    }

    [Fact]
    public void Without_weights_sizes_are_needed()
    {
        Assert.Contains(
            "option sizes",
            Assert.Throws<TableException>(() => ConcordanceLibrary.Read("naics2017-isic4")).Message,
            StringComparison.Ordinal
        );
        TableException e = Assert.Throws<TableException>(() =>
            ConcordanceLibrary.Read("naics2017-isic4", new Dictionary<string, double> { ["0113"] = 1 })
        );
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
    public async Task The_embedded_concordances_are_what_their_program_makes_of_the_sources()
    {
        string data = SharedData.Require("data");
        string made = _folder.PathOf("made");
        var start = new ProcessStartInfo(
            "dotnet",
            ["run", Path.Combine(SourceFolder.Repository(), "eng", "concordances.cs"), "--", data, made]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using StartedProcess process = StartedProcess.Of(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.EndAsync();
        Assert.True(process.ExitCode == 0, $"{await output}{error}");
        string[] names = [.. Directory.EnumerateFiles(made).Select(f => Path.GetFileNameWithoutExtension(f))];
        Assert.True(names.Length >= Compiled);
        foreach (string name in names)
        {
            string committed = Path.Combine(
                SourceFolder.Repository(),
                "src",
                "Rootscope.Storage",
                "Embedded",
                "Data",
                "concordances",
                name + ".csv"
            );
            Assert.True(
                File.ReadAllText(committed) == File.ReadAllText(Path.Combine(made, name + ".csv")),
                $"{name} is not what eng/concordances.cs makes of its source"
            );
        }
    }

    [Fact]
    public void A_map_between_editions_of_the_Harmonized_System_that_a_user_brings_is_checked_and_composed()
    {
        // Three phones of 2022 were one code in 2017, one code of 2022 was two, and one of 2012 was two in 2017.
        string newer = _folder.Write(
            "hs2022-hs2017.csv",
            "from,to,weight\n010121,010121,\n851713,851712,1\n851714,851712,1\n854370,854370,0.75\n854370,853120,0.25\n848620,848620,1\n"
        );
        string older = _folder.Write("hs2012-hs2017.csv", "from,to\n848620,848620\n854230,854231\n");
        var sizes = Enumerable.Range(0, 10_000).ToDictionary(i => i.ToString("0000", CultureInfo.InvariantCulture), _ => 1.0);
        Concordance toClasses = ConcordanceLibrary.Read("hs2017-isic3", sizes);
        Concordance chain = ConcordanceLibrary.Read(newer).Then(toClasses);
        (int[] first, IReadOnlyList<string> classes) = Mapped(chain, "010121", "851713", "851714", "848620");
        Assert.Equal(["0121", "3220", "3220", "3190"], first.Select(t => classes[t]));
        TableException e = Assert.Throws<TableException>(() =>
            ConcordanceLibrary.Read(older).Then(toClasses).Map(["848620", "854190"], out _)
        );
        Assert.Contains("854190", e.Message, StringComparison.Ordinal);
        Refuses("from,to,weight\n854370,854370,0.75\n854370,853120,0.35\n", "'854370' sum to 1.1");
    }

    private static (int[] Targets, IReadOnlyList<string> Names) Mapped(Concordance concordance, params string[] codes) =>
        (concordance.Map(codes, out IReadOnlyList<string> names), names);

    [Fact]
    public async Task A_table_is_aggregated_into_the_workspace()
    {
        string workspace = _folder.PathOf("workspace");
        CliRun run = await CliRun.Of(
            "data",
            "aggregate",
            "china-2020",
            "--by",
            "nbs2020-nbs42",
            "--name",
            "china-42",
            "--workspace",
            workspace
        );
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        FlowTable made = new TableLibrary(workspace).Read("china-42");
        Assert.Equal(42, made.Size);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("data", "check", "china-42", "--workspace", workspace)).Code);
    }

    [Fact]
    public async Task Aggregating_says_what_is_missing()
    {
        string map = _folder.Write("map.csv", "from,to\n001,a\n");
        CliRun run = await CliRun.Of(
            "data",
            "aggregate",
            "china-2020",
            "--by",
            map,
            "--name",
            "small",
            "--workspace",
            _folder.PathOf("workspace")
        );
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("002, 003", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await CliRun.Of("data", "aggregate", "china-2020", "--name", "small")).Code);
        Assert.Equal(ExitCode.NotFound, (await CliRun.Of("data", "aggregate", "china-2020", "--by", "nbs42", "--name", "small")).Code);
    }

    private void Refuses(string text, string told) =>
        Assert.Contains(
            told,
            Assert.Throws<TableException>(() => ConcordanceReader.Read(_folder.Write("map.csv", text))).Message,
            StringComparison.Ordinal
        );
}

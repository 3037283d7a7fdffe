using System.Globalization;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Networks;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Hosts.Tests.Cli;

public sealed class NetworkCommandTests : IDisposable
{
    private const double SameSums = 1e-12;

    private readonly TemporaryFolder _folder = new();

    private static string Edges => Sample("network-edges.csv");

    private static string Firms => Sample("network-firms.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Golden_files_are_taken_as_they_are_and_give_the_published_index()
    {
        string golden = SharedData.Require("golden", "cascade", "g200");
        CliRun run = await CliRun.Of(
            "network",
            "risk",
            Path.Combine(golden, "edges.csv"),
            Path.Combine(golden, "firms.csv"),
            "--essentiality",
            Path.Combine(golden, "ess.csv"),
            "-f",
            "csv"
        );
        Assert.Equal(ExitCode.Ok, run.Code);
        string[][] rows = [.. Lines(run.Output).Select(l => l.Split(','))];
        Assert.Equal(["firm", "esri", "esriDown", "esriUp", "iterations"], rows[0]);
        Dictionary<string, string[]> expected = File.ReadLines(Path.Combine(golden, "expected_single_mkt_eps1e-2.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .ToDictionary(r => r[0], StringComparer.Ordinal);
        Assert.Equal(expected.Count, rows.Length - 1);
        foreach (string[] row in rows.Skip(1))
        {
            string[] published = expected[row[0]];
            Assert.Equal(Number(published[1]), Number(row[1]), SameSums);
            Assert.Equal(Number(published[2]), Number(row[2]), SameSums);
            Assert.Equal(Number(published[3]), Number(row[3]), SameSums);
            Assert.Equal(published[5], row[4]);
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_goes_on_where_it_stopped_and_gives_the_same_bytes()
    {
        Made(3000, _folder.PathOf("made"));
        string[] command =
        [
            "network",
            "risk",
            "made/edges.csv",
            "made/firms.csv",
            "--stop",
            "fixed-point",
            "--select",
            "top:400",
            "--threads",
            "1",
        ];
        var process = new CommandProcess(_folder.Root, _folder.PathOf("workspace"));
        CliRun whole = await process.Run([.. command, "-o", "whole.csv"]);
        Assert.Equal(ExitCode.Ok, whole.Code);
        string checkpoint = _folder.PathOf("broken.csv.checkpoint");
        long kept = 0;
        for (int milliseconds = 500; kept == 0 && milliseconds < 20_000; milliseconds += 250)
        {
            CliRun broken = await process.Run([.. command, "-o", "broken.csv"], killAfter: TimeSpan.FromMilliseconds(milliseconds));
            Assert.SkipWhen(broken.Code == ExitCode.Ok, "this machine was too fast for the kill");
            kept = File.Exists(checkpoint) ? File.ReadLines(checkpoint).Count() - 1 : 0;
        }

        // As if the power had failed in the middle of a line.
        File.AppendAllText(checkpoint, "17,0,0.5,0.");
        CliRun resumed = await process.Run([.. command, "-o", "broken.csv"]);
        Assert.Equal(ExitCode.Ok, resumed.Code);
        Assert.Contains("going on with", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(
            await File.ReadAllBytesAsync(_folder.PathOf("whole.csv"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(_folder.PathOf("broken.csv"), TestContext.Current.CancellationToken)
        );
        Assert.False(File.Exists(checkpoint));
    }

    [Fact]
    public async Task A_checkpoint_of_another_run_is_refused()
    {
        string checkpoint = _folder.Write("kept", "another run\n");
        CliRun run = await CliRun.Of("network", "risk", Edges, Firms, "--checkpoint", checkpoint);
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("belongs to a run of other files or options", run.Error, StringComparison.Ordinal);
        Assert.Equal("another run\n", await File.ReadAllTextAsync(checkpoint, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sectors_that_are_not_rated_are_named_with_what_to_do()
    {
        string firms = _folder.Write(
            "firms.csv",
            (await File.ReadAllTextAsync(Firms, TestContext.Current.CancellationToken)).Replace(
                ",2899,",
                ",machines,",
                StringComparison.Ordinal
            )
        );
        CliRun run = await CliRun.Of("network", "risk", Edges, firms);
        Assert.Equal(ExitCode.BadData, run.Code);
        Assert.Contains("'machines'", run.Error, StringComparison.Ordinal);
        Assert.Contains("--essentiality FILE", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await CliRun.Of("network", "risk", Edges, firms, "--essentiality", "all-essential")).Code);
    }

    [Theory]
    [InlineData("--select", "top:0", ExitCode.Usage)]
    [InlineData("--epsilon", "0", ExitCode.Usage)]
    [InlineData("--top", "-1", ExitCode.Usage)]
    [InlineData("--stop", "soon", ExitCode.Usage)]
    [InlineData("--market", "quarter", ExitCode.BadData)]
    [InlineData("--essentiality", "nowhere.csv", ExitCode.NotFound)]
    public async Task What_cannot_be_is_said(string option, string value, int code)
    {
        CliRun run = await CliRun.Of("network", "risk", Edges, Firms, option, value);
        Assert.Equal(code, run.Code);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generated_networks_are_the_same_for_the_same_seed_and_are_read_again()
    {
        foreach (string name in new[] { "one", "two" })
        {
            CliRun run = await CliRun.Of(
                "network",
                "generate",
                "--firms",
                "300",
                "--mean-degree",
                "5",
                "--sectors",
                "40",
                "--seed",
                "9",
                "-o",
                _folder.PathOf(name),
                "-f",
                "json"
            );
            Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        }

        Assert.Equal(TemporaryFolder.Snapshot(_folder.PathOf("one")), TemporaryFolder.Snapshot(_folder.PathOf("two")));
        SupplyNetwork read = Read(_folder.PathOf("one"));
        SupplyNetwork made = NetworkGenerator.Generate(
            new GeneratorOptions
            {
                Firms = 300,
                MeanDegree = 5,
                Sectors = NaceClasses.Spread(40),
                Seed = 9,
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(made.ContentHash, read.ContentHash);
    }

    [Fact]
    public async Task A_reconstruction_has_the_cells_of_its_table()
    {
        CliRun run = await CliRun.Of(
            "network",
            "reconstruct",
            "china-2020",
            "--firms",
            "400",
            "--draws",
            "2",
            "-o",
            _folder.PathOf("china")
        );
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        SupplyNetwork network = Read(_folder.PathOf("china"));
        Tables.FlowTable table = new TableLibrary().Read("china-2020");
        double[] flows = Tables.Regions.DomesticFlows.Of(table);
        var cells = new double[flows.Length];
        for (int f = 0; f < network.Count; f++)
        {
            Assert.True(table.Sectors.TryFindIndustry(network.Firms.Sectors.CodeOf(new(f)), out IndustryNumber seller));
            for (int e = 0; e < network.CustomersOf(new(f)).Length; e++)
            {
                Assert.True(
                    table.Sectors.TryFindIndustry(
                        network.Firms.Sectors.CodeOf(new(network.CustomersOf(new(f))[e])),
                        out IndustryNumber buyer
                    )
                );
                cells[(seller * table.Size) + buyer] += network.SalesOf(new(f))[e];
            }
        }

        for (int c = 0; c < cells.Length; c++)
        {
            bool ofOneSector = c / table.Size == c % table.Size;
            Assert.True(Math.Abs(cells[c] - Math.Max(0, flows[c])) <= 1e-9 * Math.Max(1, flows[c]) || (ofOneSector && cells[c] == 0));
        }
    }

    [Fact]
    public async Task An_ensemble_gives_every_figure_a_band_that_no_number_of_threads_changes()
    {
        string[] command =
        [
            "network",
            "ensemble",
            "china-2020",
            "--firms",
            "200",
            "--draws",
            "4",
            "--select",
            "top:5",
            "--listed",
            "top:2",
            "--seed",
            "3",
            "-q",
            "-f",
            "csv",
        ];
        CliRun run = await CliRun.Of([.. command, "--threads", "1"]);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        Assert.Equal(run.Output, (await CliRun.Of([.. command, "--threads", "3"])).Output);
        string[] header = Lines(run.Output)[0].Split(',');
        int Column(string name) => Array.IndexOf(header, name);
        string[][] rows = [.. Lines(run.Output).Skip(1).Select(Cells)];
        Assert.Equal(
            ["fact", "network", "sector", "firm", "listing", "listing-sector", "listing-region", "listing-firm", "substitution"],
            rows.Select(r => r[0]).Distinct(StringComparer.Ordinal)
        );
        Assert.Equal(15, rows.Count(r => r[0] == "firm"));
        Assert.All(
            rows.Where(r => r[Column("median")].Length > 0),
            r =>
                Assert.True(
                    Number(r[Column("low")]) <= Number(r[Column("median")]) && Number(r[Column("median")]) <= Number(r[Column("high")])
                )
        );
        CliRun people = await CliRun.Of(
            "network",
            "ensemble",
            "china-2020",
            "--firms",
            "200",
            "--draws",
            "2",
            "--select",
            "top:3",
            "--top",
            "1"
        );
        Assert.Contains("In words: over 2 networks the failure of the riskiest firm costs", people.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", people.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--draws", "0", ExitCode.Usage)]
    [InlineData("--fitness", "1.5", ExitCode.Usage)]
    [InlineData("--market", "quarter", ExitCode.Usage)]
    [InlineData("--select", "top:none", ExitCode.Usage)]
    [InlineData("--firms", "20", ExitCode.MathematicsFailed)]
    [InlineData("--essentiality", "ihs", ExitCode.BadData)]
    public async Task An_ensemble_that_cannot_be_is_refused(string option, string value, int code)
    {
        CliRun run = await CliRun.Of("network", "ensemble", "china-2020", "--draws", "2", "--select", "top:2", option, value);
        Assert.Equal(code, run.Code);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blacklist_shows_losses_with_chains_and_how_they_fall_with_substitutes()
    {
        CliRun run = await CliRun.Of("network", "blacklist", Edges, Firms, "--listed", Sample("network-listed.csv"), "-f", "csv");
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        string[][] rows = [.. Lines(run.Output).Skip(1).Select(l => l.Split(','))];
        Assert.Equal(["network", "sector", "region", "firm", "substitution"], rows.Select(r => r[0]).Distinct(StringComparer.Ordinal));
        string[][] firms = [.. rows.Where(r => r[0] == "firm")];
        Assert.All(firms, r => Assert.Matches("^(Litho & Etch Works|Photoresist Chemicals) [→←] ", r[7]));
        double[] falling = [.. rows.Where(r => r[0] == "substitution").Select(r => Number(r[6]))];
        Assert.Equal(falling.OrderDescending(), falling);
    }

    [Fact]
    public async Task Firms_that_lose_part_of_their_capacity_cost_less_than_closed_ones()
    {
        string half = _folder.Write("half.csv", "id,share\nf00,0.5\nf03,0.5\n");
        string[][] rows = await Network(half);
        string[][] whole = await Network(Sample("network-listed.csv"));
        Assert.Equal(Number(whole[0][3]) / 2, Number(rows[0][3]), SameSums);
        Assert.InRange(Number(rows[0][6]), Number(rows[0][3]), Number(whole[0][6]));

        async Task<string[][]> Network(string listed) =>
            [
                .. Lines((await CliRun.Of("network", "blacklist", Edges, Firms, "--listed", listed, "-f", "csv")).Output)
                    .Skip(1)
                    .Select(l => l.Split(','))
                    .Where(r => r[0] == "network"),
            ];
    }

    [Fact]
    public async Task At_the_limit_the_residual_is_told()
    {
        CliRun run = await CliRun.Of("network", "risk", Edges, Firms, "--stop", "fixed-point");
        Assert.Matches(
            "Largest residual of 30 limits: [0-9.]+E-1[3-9] of a firm's capacity|Largest residual of 30 limits: 0.0E0",
            run.Output
        );
        Assert.DoesNotContain("residual", (await CliRun.Of("network", "risk", Edges, Firms)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("risk")]
    [InlineData("draw")]
    [InlineData("draw --firm f06")]
    public async Task Pictures_are_drawn(string command)
    {
        string file = _folder.PathOf("picture.svg");
        string[] words = command.Split(' ');
        CliRun run = await CliRun.Of(["network", words[0], Edges, Firms, .. words[1..], "-o", file]);
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("<title>", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static SupplyNetwork Read(string folder) =>
        NetworkReader
            .Read(Path.Combine(folder, "edges.csv"), Path.Combine(folder, "firms.csv"), cancellation: TestContext.Current.CancellationToken)
            .Network;

    private static void Made(int firms, string folder) =>
        NetworkFiles.Write(
            NetworkGenerator.Generate(
                new GeneratorOptions
                {
                    Firms = firms,
                    MeanDegree = 6,
                    Sectors = NaceClasses.Spread(100),
                    Seed = 3,
                }
            ),
            folder
        );

    private static string Sample(string name) => Path.Combine(SourceFolder.Repository(), "samples", name);

    /// <summary>The cells of a line; names may hold commas between quotes.</summary>
    private static string[] Cells(string line)
    {
        var cells = new List<string> { string.Empty };
        bool quoted = false;
        foreach (char c in line)
        {
            quoted ^= c == '"';
            if (c == ',' && !quoted)
            {
                cells.Add(string.Empty);
            }
            else if (c != '"')
            {
                cells[^1] += c;
            }
        }

        return [.. cells];
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

using System.Text.Json;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The notebooks of samples/notebooks run against a site as it stands.</summary>
public class NotebookTests
{
    private const string Shown = "http://127.0.0.1:5080";
    private const string Python = "/usr/bin/python3";

    /// <summary>Reading one page of figures, on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task The_cells_of_the_notebook_for_pandas_run_in_order()
    {
        Assert.SkipUnless(
            File.Exists(Python) && (await OtherProgram.Run(Python, ["-c", "import pandas"], Limit)).Code == 0,
            "needs Python with pandas"
        );
        string[] cells = [.. Cells("roots.ipynb")];
        Assert.True(cells.Length >= 3, $"only {cells.Length} cells were found");
        await using RunningSite site = await RunningSite.Start();
        using var folder = new TemporaryFolder();
        string script = folder.PathOf("cells.py");
        string text = string.Join("\n\n", cells);
        Assert.Contains(Shown, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(script, text.Replace(Shown, AddressOf(site), StringComparison.Ordinal));
        CliRun run = await OtherProgram.Run(Python, [script], Limit);
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("china-2020", run.Output, StringComparison.Ordinal);
        Assert.Contains("leverage", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"gap\s", run.Output);
    }

    [Fact]
    public async Task The_program_for_dotnet_reads_the_same_site()
    {
        await using RunningSite site = await RunningSite.Start();
        CliRun run = await OtherProgram.Run(OtherProgram.Dotnet, ["run", PathOf("weak-spots.cs"), "--", AddressOf(site)], Limit);
        Assert.True(run.Code == 0, run.Output + run.Error);
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches("^[0-9a-f]{64}", lines[0]);
        Assert.Equal(5, lines.Count(l => l.Contains('\t', StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Cells(string notebook)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(notebook)));
        foreach (JsonElement cell in document.RootElement.GetProperty("cells").EnumerateArray())
        {
            if (cell.GetProperty("cell_type").GetString() == "code")
            {
                yield return string.Concat(cell.GetProperty("source").EnumerateArray().Select(l => l.GetString()));
            }
        }
    }

    private static string PathOf(string file) => Path.Combine(SourceFolder.Repository(), "samples", "notebooks", file);

    private static string AddressOf(RunningSite site) => site.Address.ToString().TrimEnd('/');
}

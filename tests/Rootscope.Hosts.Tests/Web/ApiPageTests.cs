using System.Diagnostics;
using DuckDB.NET.Data;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What docs/api.md shows is run against a site as it stands.</summary>
public class ApiPageTests
{
    private const string Shown = "http://127.0.0.1:5080";
    private const string Python = "/usr/bin/python3";

    [Fact]
    public async Task What_the_page_shows_for_pandas_runs()
    {
        Assert.SkipUnless(File.Exists(Python) && (await Run(Python, "-c", "import pandas")).Code == 0, "needs Python with pandas");
        await using RunningSite site = await RunningSite.Start();
        using var folder = new TemporaryFolder();
        string script = folder.PathOf("shown.py");
        await File.WriteAllTextAsync(
            script,
            Block("python").Replace(Shown, site.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)
        );
        (int code, string output, string error) = await Run(Python, script);
        Assert.True(code == 0, error);
        Assert.Contains("leverage", output, StringComparison.Ordinal);
        Assert.Matches("(?m)^[0-9a-f]{64}\\s*$", output);
        Assert.Contains("corner", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_shows_for_DuckDB_runs_on_the_files_at_those_addresses()
    {
        await using RunningSite site = await RunningSite.Start();
        using var folder = new TemporaryFolder();
        using var client = new HttpClient { BaseAddress = site.Address };
        string query = Block("sql");

        // The extension that reads addresses is fetched from elsewhere on first use, which no test may do: the files stand in for it.
        foreach (string address in query.Split('\'').Where(p => p.StartsWith(Shown, StringComparison.Ordinal)))
        {
            string path = folder.PathOf(Path.GetRandomFileName() + ".parquet");
            await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync(new Uri(address[Shown.Length..], UriKind.Relative)));
            query = query.Replace(address, path, StringComparison.Ordinal);
        }

        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync();
        foreach (string statement in query.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            await using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = statement;
            await using DuckDBDataReader reader = command.ExecuteReader();
            int rows = 0;
            double last = double.PositiveInfinity;
            while (await reader.ReadAsync())
            {
                double value = reader.IsDBNull(reader.FieldCount - 1) ? double.NegativeInfinity : reader.GetDouble(reader.FieldCount - 1);
                Assert.True(value <= last);
                last = value;
                rows++;
            }

            Assert.Equal(5, rows);
        }
    }

    private static string Block(string language)
    {
        string[] page = File.ReadAllLines(SourceFolder.PageOf("api.md"));
        return string.Join('\n', page.SkipWhile(l => l != $"```{language}").Skip(1).TakeWhile(l => l != "```"));
    }

    private static async Task<(int Code, string Output, string Error)> Run(string program, params string[] arguments)
    {
        using var process = StartedProcess.Of(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        );
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.EndAsync();
        return (process.ExitCode, await output, error);
    }
}

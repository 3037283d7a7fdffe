using System.Diagnostics;
using Rootscope.Tests.Running;

namespace Rootscope.Tests.Conventions;

/// <summary>
/// The embedded evidence of capital use is what its program makes of the sources, and every reading of ours has its reason.
/// </summary>
public class CapitalFilesTests
{
    private static readonly string Embedded = Path.Combine(Repository.Root, "src", "Rootscope.Storage", "Embedded", "Data", "capital");

    [Fact]
    public async Task Embedded_files_are_what_their_program_makes_of_the_sources()
    {
        string data = SharedData.Require("data", "us_fixed_assets");
        DirectoryInfo made = Directory.CreateTempSubdirectory("capital");
        try
        {
            var start = new ProcessStartInfo(
                "dotnet",
                ["run", Path.Combine(Repository.Root, "eng", "capital.cs"), "--", Path.GetDirectoryName(data)!, made.FullName]
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
            string[] names = [.. made.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];
            Assert.Equal(["payers.csv", "products.csv", "stand-ins.csv", "wear.csv"], names);
            Assert.All(
                names,
                name =>
                    Assert.True(
                        File.ReadAllText(Path.Combine(Embedded, name)) == File.ReadAllText(Path.Combine(made.FullName, name)),
                        $"{name} is not what eng/capital.cs makes of its sources"
                    )
            );
        }
        finally
        {
            made.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_file_has_a_source_and_all_are_small()
    {
        string[] told = [.. File.ReadLines(Path.Combine(Embedded, "sources.csv")).Skip(1).Select(l => l.Split(',')[0]).Distinct()];
        string[] files = [.. Directory.GetFiles(Embedded).Select(f => Path.GetFileName(f)!).Where(n => n != "sources.csv")];
        Assert.Equal(files.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.InRange(Directory.GetFiles(Embedded).Sum(f => new FileInfo(f).Length), 1, 400_000);
    }

    [Fact]
    public void Special_machines_name_their_users_with_a_reason()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(Repository.Root, "eng", "capital", "users.csv")).Skip(1)];
        Assert.True(rows.Length > 50);
        Assert.All(rows, row => Assert.False(string.IsNullOrWhiteSpace(row[(row.LastIndexOf(',') + 1)..]), row));
    }
}

using System.Text.RegularExpressions;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>The scripts of docs/methods/scale.md: as written, with a rootscope on the path.</summary>
public sealed class ScaleScriptTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_array_of_Slurm_is_sound_and_one_of_its_tasks_writes_its_part()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs bash");
        string script = _folder.Write("risk.sh", Block("bash"));
        CliRun syntax = await OtherProgram.Run("bash", ["-n", script], Limit);
        Assert.Equal((ExitCode.Ok, string.Empty), (syntax.Code, syntax.Error));
        CliRun task = await OtherProgram.Run(
            "bash",
            [script],
            Limit,
            Environment(("SLURM_ARRAY_TASK_ID", "3"), ("SLURM_CPUS_PER_TASK", "1")),
            _folder.Root
        );
        Assert.Equal(ExitCode.Ok, task.Code);
        Assert.Equal("risk-3.part", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.PathOf("parts")))));
        Assert.Contains("part 3/100", task.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_makes_the_parts_and_the_bytes_of_one_run()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/make"), "needs make");
        _folder.Write("Makefile", Block("make"));
        CliRun made = await OtherProgram.Run("make", ["-j", "2", "N=2"], Limit, Environment(), _folder.Root);
        Assert.True(made.Code == ExitCode.Ok, made.Error);
        Assert.Equal(2, Directory.GetFiles(_folder.PathOf("parts"), "*.part").Length);

        // By the same paths, which the provenance names.
        var one = new CommandProcess(_folder.Root, _folder.PathOf("workspace"));
        Assert.Equal(ExitCode.Ok, (await one.Run(["network", "risk", "edges.csv", "firms.csv", "-o", "one.csv"])).Code);
        Assert.Equal(
            await File.ReadAllBytesAsync(_folder.PathOf("one.csv"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(_folder.PathOf("risk.csv"), TestContext.Current.CancellationToken)
        );
    }

    private static string Block(string language)
    {
        string page = File.ReadAllText(Path.Combine(SourceFolder.Repository(), "docs", "methods", "scale.md"));
        return Assert.Single(
            Regex.Matches(page, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline, TimeSpan.FromSeconds(1))
        ).Groups[1].Value;
    }

    /// <summary>A network and a rootscope, as the scripts name them.</summary>
    private Dictionary<string, string> Environment(params (string Name, string Value)[] further)
    {
        foreach (string name in new[] { "edges", "firms" })
        {
            File.Copy(Path.Combine(SourceFolder.Repository(), "samples", $"network-{name}.csv"), _folder.PathOf($"{name}.csv"));
        }

        Directory.CreateDirectory(_folder.PathOf("bin"));
        string program = _folder.Write(
            "bin/rootscope",
            $"#!/bin/sh\nexec \"{OtherProgram.Dotnet}\" exec \"{typeof(Tool.SiteCommands).Assembly.Location}\" \"$@\"\n"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new Dictionary<string, string>(further.Select(f => KeyValuePair.Create(f.Name, f.Value)), StringComparer.Ordinal)
        {
            ["PATH"] = $"{_folder.PathOf("bin")}:{System.Environment.GetEnvironmentVariable("PATH")}",
            ["ROOTSCOPE_WORKSPACE"] = _folder.PathOf("workspace"),
        };
    }
}

using System.Diagnostics;
using Rootscope.Cli;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests;

/// <summary>Ctrl-C ends any command with 130 and leaves nothing half-written.</summary>
public class InterruptTests
{
    /// <summary>The promise is a second; starting a process and sending the signal on a busy machine take some more.</summary>
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Ctrl_C_exits_130_within_a_second_and_writes_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends SIGINT, which Windows does not have");
        using var folder = new TemporaryFolder();
        string labels = Path.Combine(SourceFolder.Repository(), "samples", "expert-list.csv");
        var process = new CommandProcess(folder.Root, folder.PathOf("workspace"));
        string[] hours = ["roots", "validate", "china-2020", "--labels", labels, "--draws", "100000000", "-o", folder.PathOf("validity.csv")];
        TimeSpan before = TimeSpan.FromSeconds(1.5);
        long began = Stopwatch.GetTimestamp();
        CliRun run = await process.Run(hours, interruptAfter: before);
        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.InRange(Stopwatch.GetElapsedTime(began), before, before + Allowed);
        Assert.Contains("interrupted", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public async Task Ctrl_C_in_the_midst_of_an_inverse_exits_130_and_keeps_nothing_of_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends SIGINT, which Windows does not have");
        using var folder = new TemporaryFolder();
        string workspace = folder.PathOf("workspace");
        new TableLibrary(workspace).Import(MadeTables.OfSize(3600, "large"));
        string before = TemporaryFolder.Snapshot(Path.Combine(workspace, "blobs"));

        // On one thread the inverse alone takes some seconds.
        string[] question = ["accounts", "large", "--measure", "extraction-total", "--threads", "1", "-o", folder.PathOf("answer.csv")];
        TimeSpan wait = TimeSpan.FromSeconds(1.8);
        long began = Stopwatch.GetTimestamp();
        CliRun run = await new CommandProcess(folder.Root, workspace).Run(question, interruptAfter: wait);
        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.InRange(Stopwatch.GetElapsedTime(began), wait, wait + Allowed);
        Assert.Contains("interrupted; nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Snapshot(Path.Combine(workspace, "blobs")));
        Assert.False(File.Exists(folder.PathOf("answer.csv")));
    }
}

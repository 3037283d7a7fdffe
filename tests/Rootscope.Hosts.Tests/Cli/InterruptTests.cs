using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Ctrl-C ends any command with 130 and leaves nothing half-written.</summary>
public class InterruptTests
{
    /// <summary>
    /// The signal is sent after these times in turn, until one finds the command at work: a busy machine takes longer to begin.
    /// </summary>
    private static readonly TimeSpan[] Moments =
    [
        TimeSpan.FromSeconds(1.5),
        TimeSpan.FromSeconds(3),
        TimeSpan.FromSeconds(6),
        TimeSpan.FromSeconds(15),
    ];

    [Fact]
    public async Task Ctrl_C_exits_130_and_writes_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends SIGINT, which Windows does not have");
        using var folder = new TemporaryFolder();
        string labels = Path.Combine(SourceFolder.Repository(), "samples", "expert-list.csv");
        var process = new CommandProcess(folder.Root, folder.PathOf("workspace"));
        string[] hours =
        [
            "roots",
            "validate",
            "china-2020",
            "--labels",
            labels,
            "--draws",
            "100000000",
            "-o",
            folder.PathOf("validity.csv"),
        ];
        CliRun run = await Interrupted(process, hours);
        Assert.Equal(ExitCode.Interrupted, run.Code);
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
        CliRun run = await Interrupted(new CommandProcess(folder.Root, workspace), question);
        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.Contains("interrupted; nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Snapshot(Path.Combine(workspace, "blobs")));
        Assert.False(File.Exists(folder.PathOf("answer.csv")));
    }

    private static async Task<CliRun> Interrupted(CommandProcess process, string[] arguments)
    {
        CliRun run = await process.Run(arguments, interruptAfter: Moments[0]);
        for (int i = 1; i < Moments.Length && !run.Error.Contains("interrupted", StringComparison.Ordinal); i++)
        {
            run = await process.Run(arguments, interruptAfter: Moments[i]);
        }

        return run;
    }
}

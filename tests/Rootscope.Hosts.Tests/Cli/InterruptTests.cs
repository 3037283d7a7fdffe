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

    /// <summary>
    /// Started by a job in the background, which ignores Ctrl-C, the tests of Ctrl-C pass all the same: the run of tests heeds it again.
    /// </summary>
    [Fact]
    public async Task Tests_of_Ctrl_C_end_where_it_is_ignored()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "tells by /proc whether Ctrl-C is ignored");
        const string Inner = nameof(Ctrl_C_reaches_what_tests_start);
        string program = typeof(InterruptTests).Assembly.Location;
        CliRun run = await OtherProgram.Run(
            "setsid",
            ["nohup", "bash", "-c", $"trap '' INT; exec dotnet exec \"$0\" -noLogo -method '*.{Inner}'", program],
            TimeSpan.FromMinutes(2)
        );
        Assert.True(run.Code == 0 && run.Output.Contains("Failed: 0", StringComparison.Ordinal), run.Output + run.Error);
    }

    [Fact]
    public async Task Ctrl_C_reaches_what_tests_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends SIGINT, which Windows does not have");
        Assert.False(OperatingSystem.IsLinux() && IgnoredSignals.IsIgnored());
        using var folder = new TemporaryFolder();
        CliRun run = await new CommandProcess(folder.Root, folder.PathOf("workspace")).RunUntil("The tools are ready", ["mcp"]);
        Assert.Equal(ExitCode.Ok, run.Code);
    }

    /// <summary>A command that ignores Ctrl-C is ended by its limit, and the test fails instead of waiting.</summary>
    [Fact]
    public async Task A_command_that_does_not_end_fails_its_test()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sets a trap of a shell");
        using var folder = new TemporaryFolder();
        var process = new CommandProcess(folder.Root, folder.PathOf("workspace"));
        string[] serve = ["serve", "--urls", "http://127.0.0.1:0", "--data", folder.PathOf("site")];
        Exception fault = await Assert.ThrowsAnyAsync<Exception>(() =>
            process.Run(serve, TimeSpan.FromSeconds(1), shellPrefix: "trap '' INT", limit: TimeSpan.FromSeconds(1))
        );
        Assert.Contains("did not end within", fault.Message, StringComparison.Ordinal);
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

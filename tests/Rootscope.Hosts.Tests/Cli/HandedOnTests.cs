using Rootscope.Cli;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>The program without the observatory hands its commands on to the one that has it.</summary>
public class HandedOnTests
{
    [Fact]
    public async Task Where_no_sources_are_it_says_what_to_install()
    {
        // Beside the program lies no checkout: the command line runs from a copy of its own.
        using var folder = new TemporaryFolder();
        string program = Path.GetDirectoryName(typeof(Application).Assembly.Location)!;
        foreach (string file in Directory.GetFiles(program).Where(f => !f.EndsWith(".deps.json", StringComparison.Ordinal)))
        {
            File.Copy(file, folder.PathOf(Path.GetFileName(file)));
        }

        var process = new CommandProcess(folder.Root, folder.PathOf("workspace"), folder.PathOf("rootscope.dll"));
        CliRun run = await process.Run(["serve", "--read-only-discussion"]);
        Assert.Equal(Rootscope.Cli.Options.ExitCode.Usage, run.Code);
        Assert.Contains("dotnet tool install", run.Error, StringComparison.Ordinal);
        Assert.Contains("serve", (await process.Run(["--help"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_a_checkout_it_builds_the_other_and_gives_its_answer()
    {
        using var folder = new TemporaryFolder();
        string program = typeof(Application).Assembly.Location;
        var process = new CommandProcess(folder.Root, folder.PathOf("workspace"), program);
        CliRun run = await process.Run(["admin", "create", "--help"]);
        Assert.Equal(0, run.Code);
        Assert.Contains("--password-file", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Build", run.Output, StringComparison.Ordinal);
        CliRun fault = await process.Run(["serve", "--urls", "nowhere"]);
        Assert.Equal(Rootscope.Cli.Options.ExitCode.Usage, fault.Code);
        Assert.Contains("is no address of a site", fault.Error, StringComparison.Ordinal);
    }
}

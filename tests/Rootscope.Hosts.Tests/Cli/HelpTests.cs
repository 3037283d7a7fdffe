using System.CommandLine;
using Rootscope.Cli;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Every command has help with examples, and every example runs as it stands.</summary>
public class HelpTests
{
    public static TheoryData<string> Commands =>
        [.. All(CommandTree.Build(site: Tool.SiteCommands.Create()), string.Empty).Select(c => c.Path)];

    /// <summary>The examples of all commands, each with the sign after which it is stopped if it does not end by itself.</summary>
    private static IEnumerable<(string Example, string? Sign)> SignedExamples =>
        All(CommandTree.Build(site: Tool.SiteCommands.Create()), string.Empty)
            .SelectMany(c => c.Command.Examples.Select(e => (e, c.Command.RunsUntilStopped)));

    /// <summary>Command lines that <see cref="Every_example_runs"/> runs.</summary>
    internal static IEnumerable<string> Examples => SignedExamples.Select(e => e.Example);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_has_help_with_one_to_three_examples(string path)
    {
        CliRun help = await CliRun.Of([.. CommandProcess.Split(path), "--help"]);
        Assert.Equal(ExitCode.Ok, help.Code);
        Assert.Contains("Usage:", help.Output, StringComparison.Ordinal);
        DocumentedCommand command = All(CommandTree.Build(site: Tool.SiteCommands.Create()), string.Empty)
            .Single(c => c.Path == path)
            .Command;
        Assert.InRange(command.Examples.Count, 1, 3);
        Assert.All(command.Examples, e => Assert.StartsWith($"rootscope {path}", e, StringComparison.Ordinal));
        Assert.All(command.Examples, e => Assert.Contains(e, help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_names_an_argument_and_not_what_it_may_be_today()
    {
        CliRun help = await CliRun.Of("--help");
        Assert.Contains("roots <TABLE>", help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<china-2020|", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_example_runs()
    {
        Assert.SkipUnless(SourceFolder.Exist, "needs the source tables, which are not beside this checkout");
        using var folder = new TemporaryFolder();
        SourceFolder.CopyExamplesTo(folder);
        var process = new CommandProcess(folder.Root, folder.PathOf("workspace"));
        using var session = new CommandSession(folder.Root, folder.PathOf("workspace"));
        var failures = new List<string>();
        await File.WriteAllTextAsync(folder.PathOf("password.txt"), "correct horse battery\n");

        // An example works out the first of two parts, and another adds up both.
        const string Second = "network risk samples/network-edges.csv samples/network-firms.csv --shard 2/2 -o risk-2.part";
        Assert.Equal(ExitCode.Ok, (await session.Run(CommandProcess.Split(Second))).Code);

        // What takes a list away comes after what uses it.
        foreach (
            (string example, string? sign) in SignedExamples.OrderBy(e => e.Example.Contains(" lists remove ", StringComparison.Ordinal))
        )
        {
            IEnumerable<string> words = CommandProcess.Split(example).Skip(1);
            CliRun run = sign is null ? await session.Run([.. words, .. Shorter(example)]) : await process.RunUntil(sign, words);
            if (run.Code != ExitCode.Ok)
            {
                failures.Add($"{example} → {run.Code}: {run.Error}");
            }
        }

        Assert.Empty(failures);
    }

    /// <summary>
    /// What an example is told besides, so that the normal run does not wait for permutations that differ in their seed alone, nor for
    /// lenses that other tests run.
    /// </summary>
    private static string[] Shorter(string example) =>
        Laws.AsksForMore ? []
        : Is(example, "roots validate", without: "--permutations") ? ["--permutations", "1"]
        : Is(example, "shock run", without: "--lens") && !example.Contains("--sweep", StringComparison.Ordinal) ? ["--lens", "first-order"]
        : Is(example, "plan", without: "--frontier") ? ["--frontier", "0", "--robust", "0"]
        : Is(example, "brief", without: "--budget-share") ? ["--budget-share", "0"]
        : Is(example, "upgrade", without: "--draws") ? ["--draws", "20"]
        : [];

    private static bool Is(string example, string command, string without) =>
        example.StartsWith($"rootscope {command} ", StringComparison.Ordinal) && !example.Contains(without, StringComparison.Ordinal);

    private static IEnumerable<(string Path, DocumentedCommand Command)> All(Command command, string path)
    {
        foreach (Command sub in command.Subcommands)
        {
            string own = path.Length == 0 ? sub.Name : $"{path} {sub.Name}";
            if (sub is DocumentedCommand { Action: not null } documented)
            {
                yield return (own, documented);
            }

            foreach ((string, DocumentedCommand) below in All(sub, own))
            {
                yield return below;
            }
        }
    }
}

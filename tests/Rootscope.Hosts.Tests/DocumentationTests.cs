using System.Text.Json;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Hosts.Tests.Cli;
using Rootscope.Roots;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests;

/// <summary>What README and docs tell people to type does what they say.</summary>
public class DocumentationTests
{
    private const string FromSource = "dotnet run --project src/Rootscope.Cli -- ";

    [Fact]
    public async Task Every_command_in_a_shell_block_runs()
    {
        Assert.SkipUnless(SourceFolder.Exist, "needs the source tables, which are not beside this checkout");
        using var folder = new TemporaryFolder();
        SourceFolder.CopyExamplesTo(folder);
        using var session = new CommandSession(folder.Root, folder.PathOf("workspace"));
        var failures = new List<string>();
        string[] found = [.. Pages().SelectMany(Commands).Distinct(StringComparer.Ordinal)];
        Assert.True(found.Length >= 8, $"only {found.Length} commands were found");

        // What help gives as an example is run there.
        string[] commands = [.. found.Except(HelpTests.Examples.Select(e => e["rootscope ".Length..]), StringComparer.Ordinal)];
        foreach (string command in commands)
        {
            CliRun run = await session.Run(CommandProcess.Split(command));
            if (run.Code != ExitCode.Ok || (run.Output.Length == 0 && !run.Error.StartsWith("wrote ", StringComparison.Ordinal)))
            {
                failures.Add($"{command} → {run.Code}: {run.Error}");
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task The_code_in_the_README_gives_the_rows_of_the_command_that_it_names()
    {
        // The lines of README's example, under the types they name.
        var analyst = new Analyst(new TableLibrary());
        RootAnswer answer = analyst.Roots(new RootQuestion("china-2020") { Cut = 0.7 });
        RootRow top = answer.Rows[0];
        string readme = File.ReadAllText(Path.Combine(SourceFolder.Repository(), "README.md"));
        Assert.Contains(
            """
            var analyst = new Analyst(new TableLibrary());
            RootAnswer answer = analyst.Roots(new RootQuestion("china-2020") { Cut = 0.7 });
            RootRow top = answer.Rows[0];
            """.ReplaceLineEndings("\n"),
            readme,
            StringComparison.Ordinal
        );
        const string Command = "roots china-2020 --cut 0.7 --horizon settled";
        Assert.Contains($"`rootscope {Command}`", readme, StringComparison.Ordinal);
        CliRun run = await CliRun.Of([.. Command.Split(' '), "--top", "0", "-f", "json"]);
        JsonElement rows = JsonDocument.Parse(run.Output).RootElement.GetProperty("rows");
        Assert.Equal(top.Code, rows[0].GetProperty("code").GetString());
        Assert.Equal(answer.Rows.Select(r => r.Code), rows.EnumerateArray().Select(r => r.GetProperty("code").GetString()));
        Assert.Equal(answer.Rows.Select(r => r.Leverage), rows.EnumerateArray().Select(r => Number(r.GetProperty("leverage"))));
    }

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    [Fact]
    public void Every_link_between_pages_leads_to_a_file()
    {
        var broken = new List<string>();
        foreach (string page in Pages())
        {
            foreach (
                string target in Links(File.ReadAllText(page))
                    .Where(t => !t.Contains("://", StringComparison.Ordinal) && !t.StartsWith('#'))
            )
            {
                string path = Path.Combine(Path.GetDirectoryName(page)!, target.Split('#')[0]);
                if (!File.Exists(path) && !Directory.Exists(path))
                {
                    broken.Add($"{Path.GetFileName(page)} → {target}");
                }
            }
        }

        Assert.Empty(broken);
    }

    private static IEnumerable<string> Pages()
    {
        string root = SourceFolder.Repository();
        return Directory
            .GetFiles(root, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Commands(string page)
    {
        bool inside = false;
        // A line that ends with a backslash goes on in the next.
        foreach (string line in File.ReadAllText(page).Replace("\\\n", string.Empty, StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = line is "```sh";
            }
            else if (inside && line.StartsWith(FromSource, StringComparison.Ordinal))
            {
                yield return line[FromSource.Length..];
            }
            else if (inside && line.StartsWith("rootscope ", StringComparison.Ordinal))
            {
                yield return line["rootscope ".Length..];
            }
        }
    }

    private static IEnumerable<string> Links(string text)
    {
        for (int at = text.IndexOf("](", StringComparison.Ordinal); at >= 0; at = text.IndexOf("](", at + 2, StringComparison.Ordinal))
        {
            int end = text.IndexOf(')', at);
            yield return text[(at + 2)..end];
        }
    }
}

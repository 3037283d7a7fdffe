using System.Diagnostics;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>
/// Commands, options, their words and the names of tables complete, in this process, in a real bash, and in a real PowerShell where there
/// is one.
/// </summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("acc", "accounts")]
    [InlineData("data aggr", "aggregate")]
    [InlineData("roots --len", "--lens")]
    [InlineData("roots --lens eq", "equilibrium")]
    [InlineData("roots --elasticities sho", "short-run")]
    [InlineData("roots chi", "china-2020")]
    [InlineData("accounts usa", "usa-2017")]
    [InlineData("accounts usa-2017 --measure upst", "upstreamness")]
    [InlineData("data check own", "own-42")]
    [InlineData("data add dat", "datapackage")]
    [InlineData("data aggregate china-2020 --by nbs", "nbs2020-nbs42")]
    [InlineData("data list --format js", "json")]
    [InlineData("catalogue show pho", "photovoltaics")]
    [InlineData("root EU", "EUV")]
    [InlineData("root 光刻", "光刻机")]
    [InlineData("root machine-t", "CNC-machine-tools")]
    [InlineData("root high-band", "high-bandwidth-memory")]
    [InlineData("weakspots show 3D", "3D-printing")]
    [InlineData("shock cut gp", "GPU")]
    [InlineData("completion z", "zsh")]
    public async Task A_word_that_was_begun_is_completed(string line, string expected)
    {
        if (line == "catalogue show pho")
        {
            expected = CatalogueLibrary.Read().Technologies.Select(t => t.Id).First(id => id.Contains("pho", StringComparison.Ordinal));
        }

        string workspace = await WithTable();
        string full = $"{line} --workspace {workspace}";
        CliRun run = await CliRun.Of($"[suggest:{line.Length}]", full);
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains(expected, run.Output.Split('\n').Select(l => l.TrimEnd('\r')));
    }

    [Fact]
    public async Task A_workspace_that_cannot_be_read_offers_the_embedded_tables()
    {
        string file = _folder.Write("workspace", "not a folder");
        CliRun run = await CliRun.Of("[suggest:9]", $"roots chi --workspace {file}");
        Assert.Contains("china-2020", run.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("rootscope ro", "root roots")]
    [InlineData("rootscope roots china-2020 --lens e", "extraction equilibrium")]
    [InlineData("rootscope roots --lens ", "first-order extraction equilibrium")]
    [InlineData("rootscope data check o", "own-42")]
    [InlineData("rootscope data  aggregate usa-2017 --by bea2017-bea-su", "bea2017-bea-summary")]
    [InlineData("rootscope completion ", "bash fish powershell zsh")]
    public async Task Bash_completes(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "needs bash");
        string program = typeof(Application).Assembly.Location;
        string script = _folder.Write(
            "complete.sh",
            $$"""
            set -u
            rootscope() { dotnet exec '{{program}}' "$@"; }
            source <(rootscope completion bash)
            complete -p rootscope >/dev/null || exit 1
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ "$COMP_LINE" == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _rootscope
            printf '%s\n' "${COMPREPLY[@]}"
            """
        );
        var start = new ProcessStartInfo("/bin/bash", [script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ROOTSCOPE_WORKSPACE"] = await WithTable();
        using StartedProcess process = StartedProcess.Of(start);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.EndAsync();
        Assert.Equal((0, string.Empty), (process.ExitCode, error));
        string[] offered = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(expected.Split(' '), e => Assert.Contains(e, offered));
    }

    [Theory]
    [InlineData("zsh", "compdef _rootscope rootscope")]
    [InlineData("fish", "complete -c rootscope")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName rootscope")]
    public async Task Other_shells_have_a_script(string shell, string told)
    {
        CliRun run = await CliRun.Of("completion", shell);
        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains(told, run.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:$position]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rootscope ro", "root roots")]
    [InlineData("rootscope roots --lens ", "first-order extraction equilibrium")]
    [InlineData("rootscope data check o", "own-42")]
    [InlineData("rootscope completion ", "bash fish powershell zsh")]
    public async Task PowerShell_completes(string line, string expected)
    {
        string? shell = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "pwsh"), Path.Combine(folder, "pwsh.exe") })
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(shell is null, "needs pwsh");
        string program = typeof(Application).Assembly.Location;
        string script = _folder.Write(
            "complete.ps1",
            $$"""
            $ErrorActionPreference = 'Stop'
            function rootscope { dotnet exec '{{program}}' @args }
            rootscope completion powershell | Out-String | Invoke-Expression
            (TabExpansion2 -inputScript '{{line}}' -cursorColumn {{line.Length}}).CompletionMatches | ForEach-Object { $_.CompletionText }
            """
        );
        var start = new ProcessStartInfo(shell!, ["-NoProfile", "-NonInteractive", "-File", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ROOTSCOPE_WORKSPACE"] = await WithTable();
        using StartedProcess process = StartedProcess.Of(start);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.EndAsync();
        Assert.Equal((0, string.Empty), (process.ExitCode, error));
        string[] offered = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.All(expected.Split(' '), e => Assert.Contains(e, offered));
    }

    private async Task<string> WithTable()
    {
        string workspace = _folder.PathOf("workspace");
        CliRun run = await CliRun.Of(
            "data",
            "aggregate",
            "china-2020",
            "--by",
            "nbs2020-nbs42",
            "--name",
            "own-42",
            "--workspace",
            workspace
        );
        Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        return workspace;
    }
}

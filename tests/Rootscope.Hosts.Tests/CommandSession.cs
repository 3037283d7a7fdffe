using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Rootscope.Cli;

namespace Rootscope.Hosts.Tests;

/// <summary>
/// A process in a folder and a workspace of its own that runs command lines one after another, as the command does one: what a process
/// costs before it computes is paid once.
/// </summary>
internal sealed class CommandSession : IDisposable
{
    /// <summary>The word that makes this program answer command lines instead of running tests.</summary>
    public const string Word = "answer-command-lines";

    /// <summary>No command line of an example takes this long, on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly StartedProcess _process;

    public CommandSession(string folder, string workspace)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CommandSession).Assembly.Location, Word])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["ROOTSCOPE_WORKSPACE"] = workspace;
        _process = StartedProcess.Of(start);
    }

    /// <summary>Runs a command line to its end.</summary>
    public async Task<CliRun> Run(IEnumerable<string> arguments)
    {
        using var timer = new CancellationTokenSource(Limit);
        string line = JsonSerializer.Serialize(arguments);
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), timer.Token);
        await _process.StandardInput.FlushAsync(timer.Token);
        string? answer = await _process.StandardOutput.ReadLineAsync(timer.Token);
        Assert.True(answer is not null, $"the process ended in {line}");
        return JsonSerializer.Deserialize<CliRun>(answer)!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.Dispose();
    }

    /// <summary>What the started process does: reads a command line, runs it, writes what came of it, to the end of input.</summary>
    public static async Task<int> AnswerAsync()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var answers = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };

        // Standard output carries the answers: what a command writes past its writers is seen among the errors.
        Console.SetOut(Console.Error);
        while (await input.ReadLineAsync() is { } line)
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            string[] arguments = JsonSerializer.Deserialize<string[]>(line)!;
            int code = await Application.RunAsync(arguments, output, error, site: Tool.SiteCommands.Create);
            await answers.WriteLineAsync(JsonSerializer.Serialize(new CliRun(code, output.ToString(), error.ToString())));
        }

        return 0;
    }
}

using System.Diagnostics;
using System.Text;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests;

/// <summary>The command as a process of its own, in a folder and a workspace of its own.</summary>
internal sealed class CommandProcess(string folder, string workspace, string? program = null)
{
    private readonly string _program = program ?? typeof(Tool.SiteCommands).Assembly.Location;

    public async Task<CliRun> Run(
        IEnumerable<string> arguments,
        TimeSpan? interruptAfter = null,
        TimeSpan? killAfter = null,
        string? shellPrefix = null,
        TimeSpan? limit = null
    )
    {
        using StartedProcess process = Start(arguments, shellPrefix);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (interruptAfter is { } wait)
        {
            await Task.Delay(wait);
            if (!process.HasExited)
            {
                process.SendInterrupt();
            }
        }

        if (killAfter is { } moment)
        {
            await Task.Delay(moment);
            process.Kill();
        }

        await process.EndAsync(limit);
        return new CliRun(process.ExitCode, await output, await error);
    }

    /// <summary>
    /// Runs a command that goes on until it is stopped, and stops it as Ctrl-C does when a line of its messages begins with a sign.
    /// </summary>
    public async Task<CliRun> RunUntil(string sign, IEnumerable<string> arguments)
    {
        // What reads from its input would end by itself where that is empty, before it can be stopped.
        using StartedProcess process = Start(arguments, input: true);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        var error = new StringBuilder();
        bool isStopped = false;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            error.AppendLine(line);
            if (!isStopped && line.StartsWith(sign, StringComparison.Ordinal))
            {
                isStopped = true;
                process.SendInterrupt();
            }
        }

        await process.EndAsync();
        return new CliRun(process.ExitCode, await output, error.ToString());
    }

    /// <summary>Starts a command and leaves it running, with or without a way to write to it.</summary>
    public StartedProcess Start(IEnumerable<string> arguments, string? shellPrefix = null, bool input = false)
    {
        // With a prefix, a shell sets limits first and then becomes the command.
        string[] words = shellPrefix is null
            ? ["exec", _program, .. arguments]
            : ["-c", $"{shellPrefix}; exec dotnet exec \"$0\" \"$@\"", _program, .. arguments];
        var start = new ProcessStartInfo(shellPrefix is null ? "dotnet" : "bash", words)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = input,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["ROOTSCOPE_WORKSPACE"] = workspace;
        return StartedProcess.Of(start);
    }

    /// <summary>Words of a command line, quotes keeping spaces together.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool quoted = false;
        foreach (char c in line + " ")
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ' ' && !quoted)
            {
                if (word.Length > 0)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
            }
            else
            {
                word.Append(c);
            }
        }

        return words;
    }
}

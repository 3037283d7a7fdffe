using System.Diagnostics;
using System.Text;

namespace Rootscope.Hosts.Tests;

/// <summary>The command as a process of its own, in a folder and a workspace of its own.</summary>
internal sealed class CommandProcess(string folder, string workspace)
{
    private static readonly string Program = typeof(Cli.Application).Assembly.Location;

    public async Task<CliRun> Run(IEnumerable<string> arguments, TimeSpan? interruptAfter = null)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["ROOTSCOPE_WORKSPACE"] = workspace;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (interruptAfter is { } wait)
        {
            await Task.Delay(wait);
            using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        return new CliRun(process.ExitCode, await output, await error);
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

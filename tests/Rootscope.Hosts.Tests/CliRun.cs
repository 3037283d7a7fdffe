using System.Collections.Concurrent;
using Rootscope.Cli;

namespace Rootscope.Hosts.Tests;

/// <summary>One run of the command line in this process: exit code and what was printed.</summary>
internal sealed record CliRun(int Code, string Output, string Error)
{
    /// <summary>What was printed as one line of words: sentences wrap where the terminal ends.</summary>
    public string Words => string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static readonly ConcurrentDictionary<string, Lazy<Task<CliRun>>> Kept = new(StringComparer.Ordinal);

    /// <summary>A run that several tests look at: the first to ask for these words waits for it, the others have it.</summary>
    public static Task<CliRun> Once(params string[] arguments) =>
        Kept.GetOrAdd(string.Join('\n', arguments), _ => new Lazy<Task<CliRun>>(() => Of(arguments))).Value;

    public static async Task<CliRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await Application.RunAsync(arguments, output, error, site: Tool.SiteCommands.Create);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}

using System.Diagnostics;

namespace Rootscope.Hosts.Tests;

/// <summary>A program that is not ours, run to its end or to a limit of time.</summary>
internal static class OtherProgram
{
    /// <summary>The one that runs this test.</summary>
    public static string Dotnet { get; } = Environment.ProcessPath!;

    public static async Task<CliRun> Run(
        string program,
        IEnumerable<string> arguments,
        TimeSpan limit,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? SourceFolder.Repository(),
        };
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Dotnet);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // A compiler or a node of MSBuild that stays would keep the pipes of this run open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        using StartedProcess process = StartedProcess.Of(start);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.EndAsync(limit);
        return new CliRun(process.ExitCode, await output, await error);
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Rootscope.Cli.Options;

namespace Rootscope.Cli.Site;

/// <summary>
/// The program with the observatory. A ranking does not need it, so that the program of this project is built without it; whoever asks
/// this one for a page gets the whole one, built from the sources beside it.
/// </summary>
internal static class WholeProgram
{
    private const string Name = "Rootscope.Tool";

    /// <summary>A terminal sends Ctrl-C to both programs, and the other one ends in less; whoever still runs then was not told.</summary>
    private static readonly TimeSpan WaitAfterInterrupt = TimeSpan.FromSeconds(2);

    /// <summary>Builds the whole program where it is not built yet, and runs it on the same words, input and output.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter error)
    {
        if (ProjectFile() is not { } project)
        {
            await error
                .WriteLineAsync(
                    "error: This program was built without the observatory. Install the tool: dotnet tool install Rootscope.Tool"
                )
                .ConfigureAwait(false);
            return ExitCode.Usage;
        }

        string configuration = typeof(WholeProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        try
        {
            if (await BuildAsync(project, configuration, error).ConfigureAwait(false) != 0)
            {
                await error.WriteLineAsync($"error: The observatory cannot be built from {project}.").ConfigureAwait(false);
                return ExitCode.Unexpected;
            }

            string program = Path.Combine(Path.GetDirectoryName(project)!, "bin", configuration, "net10.0", Name + ".dll");
            using Process whole = Process.Start(new ProcessStartInfo(Dotnet(), ["exec", program, .. args]))!;
            using PosixSignalRegistration interrupt = PassOn(PosixSignal.SIGINT, whole, WaitAfterInterrupt);
            using PosixSignalRegistration terminate = PassOn(PosixSignal.SIGTERM, whole, TimeSpan.Zero);
            await whole.WaitForExitAsync().ConfigureAwait(false);
            return whole.ExitCode;
        }
        catch (Win32Exception e)
        {
            await error.WriteLineAsync($"error: The .NET SDK is needed to build the observatory: {e.Message}").ConfigureAwait(false);
            return ExitCode.Unexpected;
        }
    }

    /// <summary>The project of the whole program in the checkout that this one was built in; null where it was carried elsewhere.</summary>
    private static string? ProjectFile()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string project = Path.Combine(folder, "src", Name, Name + ".csproj");
            if (File.Exists(project))
            {
                return project;
            }
        }

        return null;
    }

    private static async Task<int> BuildAsync(string project, string configuration, TextWriter error)
    {
        await error
            .WriteLineAsync("Building the observatory where it is not up to date; the first time takes a minute.")
            .ConfigureAwait(false);
        var start = new ProcessStartInfo(Dotnet(), ["build", project, "-c", configuration, "-nologo", "-v", "q"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using Process build = Process.Start(start)!;

        // Standard output belongs to the command.
        string messages = await build.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await build.WaitForExitAsync().ConfigureAwait(false);
        if (build.ExitCode != 0)
        {
            await error.WriteAsync(messages).ConfigureAwait(false);
        }

        return build.ExitCode;
    }

    private static string Dotnet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static PosixSignalRegistration PassOn(PosixSignal signal, Process whole, TimeSpan wait) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                _ = EndAsync(whole, wait);
            }
        );

    private static async Task EndAsync(Process whole, TimeSpan wait)
    {
        await Task.Delay(wait).ConfigureAwait(false);
        if (whole.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            whole.Kill();
            return;
        }

        using Process kill = Process.Start("kill", ["-TERM", whole.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().ConfigureAwait(false);
    }
}

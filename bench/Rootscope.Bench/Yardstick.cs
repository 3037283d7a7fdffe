using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Rootscope.Bench;

/// <summary>A process of python that times numpy on the system's BLAS, one command at a time.</summary>
internal sealed class Yardstick : IDisposable
{
    private readonly Process _process;

    private Yardstick(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    /// <summary>Versions of numpy and of the libraries it has loaded.</summary>
    public string Version { get; }

    /// <summary>Starts it; null where there is no interpreter with numpy on OpenBLAS.</summary>
    public static Yardstick? Start(string python)
    {
        if (python.Length == 0)
        {
            return null;
        }

        string script = Path.Combine(Path.GetDirectoryName(Here())!, "..", "openblas.py");
        var start = new ProcessStartInfo(python, [script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        process.StandardInput.WriteLine("version");
        string? version = process.StandardOutput.ReadLine();
        if (version is not null)
        {
            return new Yardstick(process, version);
        }

        process.Dispose();
        return null;
    }

    /// <summary>What it answers to a command, as a number.</summary>
    public double Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        string? answer = _process.StandardOutput.ReadLine();
        return answer is null
            ? throw new InvalidOperationException($"the yardstick ended at '{command}'")
            : double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Here([CallerFilePath] string path = "") => path;
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Rootscope.Bench;

/// <summary>A library that numpy is run on, and how it is told what to use.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Environment">Variables of the process.</param>
/// <param name="Inverts">Whether its inverse is its own too, and not that of another library's LAPACK.</param>
internal sealed record YardstickSetting(string Name, IReadOnlyDictionary<string, string> Environment, bool Inverts = true)
{
    private const string Blis = "/usr/lib/x86_64-linux-gnu/blis-pthread";

    /// <summary>The settings that this machine can run; the best of them is the one to beat.</summary>
    public static IEnumerable<YardstickSetting> All(int threads)
    {
        yield return new("OpenBLAS as it chooses", new Dictionary<string, string>());
        if (Avx512F.IsSupported)
        {
            yield return new("OpenBLAS, SKYLAKEX", new Dictionary<string, string> { ["OPENBLAS_CORETYPE"] = "SKYLAKEX" });
        }

        if (Directory.Exists(Blis))
        {
            yield return new(
                "BLIS",
                new Dictionary<string, string>
                {
                    ["LD_LIBRARY_PATH"] = Blis,
                    ["BLIS_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture),
                },
                Inverts: false
            );
        }
    }
}

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
    public static Yardstick? Start(string python, YardstickSetting? setting = null)
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
        foreach ((string name, string value) in setting?.Environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

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

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rootscope.Shocks.Lenses.Equilibrium.World;

namespace Rootscope.Bench;

/// <summary>A process of python that solves Caliendo and Parro's counterfactual in numpy, and has prepared the data for both.</summary>
internal sealed class CaliendoParroYardstick : IDisposable
{
    private readonly Process _process;

    private CaliendoParroYardstick(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    /// <summary>Versions of numpy and of the libraries it has loaded.</summary>
    public string Version { get; }

    /// <summary>Starts it and has it write the prepared economy; null where there is no interpreter with numpy.</summary>
    public static CaliendoParroYardstick? Start(string python, string data, string prepared)
    {
        string script = Path.Combine(Path.GetDirectoryName(Here())!, "..", "caliendo_parro.py");
        var start = new ProcessStartInfo(python, [script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        process.StandardInput.WriteLine("version");
        string? version = process.StandardOutput.ReadLine();
        process.StandardInput.WriteLine($"prepare {data} {prepared}");
        if (version is not null && process.StandardOutput.ReadLine() == "ok")
        {
            return new CaliendoParroYardstick(process, version);
        }

        process.Dispose();
        return null;
    }

    /// <summary>What it answers to a command, as numbers.</summary>
    public double[] Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"the yardstick ended at '{command}'");
        return [.. answer.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Here([CallerFilePath] string path = "") => path;
}

/// <summary>The economy of 1993 as the yardstick prepared it: both sides solve the same numbers.</summary>
internal static class YardstickWorld
{
    private const int R = 31;
    private const int N = 40;

    private static readonly string[] Countries =
        "ARG AUS AUT BRA CAN CHL CHN DNK FIN FRA DEU GRC HUN IND IDN IRL ITA JPN KOR MEX NLD NZL NOR PRT ZAF ESP SWE TUR GBR USA ROW".Split(
            ' '
        );

    public static (WorldEconomy Economy, double[] NaftaTariffs) Read(string file)
    {
        double[] all = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(file)).ToArray();
        int at = 0;
        double[] Next(int length)
        {
            double[] part = all[at..(at + length)];
            at += length;
            return part;
        }

        double[] ones = [.. Enumerable.Repeat(1.0, N)];
        var economy = new WorldEconomy
        {
            Regions = Countries,
            Products = [.. Enumerable.Range(1, N).Select(j => $"sector {j}")],
            TradeShares = Next(N * R * R),
            Tariffs = Next(N * R * R),
            InputShares = Next(R * N * N),
            ValueAddedShares = Next(R * N),
            FinalShares = Next(R * N),
            ValueAdded = Next(R),
            Deficits = Next(R),
            Elasticities = new WorldElasticities(ones, ones, Next(N), 1),
        };
        return (economy, Next(N * R * R));
    }
}

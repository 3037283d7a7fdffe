using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rootscope.Tests.Running;

/// <summary>
/// A job in the background, nohup and some CI start programs that ignore Ctrl-C, and what these start ignores it too: tests of Ctrl-C would
/// wait for nothing. The run of the tests heeds it again, before any test starts a process.
/// </summary>
internal static class IgnoredSignals
{
    private const int Interrupt = 2;
    private const string Ignored = "SigIgn:";

    [ModuleInitializer]
    internal static void Heed()
    {
        if (OperatingSystem.IsLinux() && IsIgnored())
        {
            _ = Handle(Interrupt, nint.Zero);
        }
    }

    /// <summary>Whether this process ignores Ctrl-C, and with it every process that it starts.</summary>
    internal static bool IsIgnored()
    {
        string mask = File.ReadLines("/proc/self/status").First(l => l.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..];
        return (ulong.Parse(mask.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (Interrupt - 1))) != 0;
    }

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Handle(int signal, nint handler);
}

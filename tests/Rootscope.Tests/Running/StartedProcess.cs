using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rootscope.Tests.Running;

/// <summary>
/// A process that a test has started. It ends with the test at the latest: when it is disposed of, when the test's time is over, and when
/// the run of the tests ends.
/// </summary>
internal sealed class StartedProcess : Process
{
    private const int Interrupt = 2;

    /// <summary>No process of a test takes this long, on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ForReaping = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<StartedProcess, string> Running = new();

    static StartedProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) => ReapOf(null);

    private StartedProcess() { }

    /// <summary>Starts a process.</summary>
    public static StartedProcess Of(ProcessStartInfo start)
    {
        var process = new StartedProcess { StartInfo = start };
        process.Start();
        Running[process] = TestContext.Current.Test?.UniqueID ?? string.Empty;
        return process;
    }

    /// <summary>Ends what a test has started, or all that any has.</summary>
    public static void ReapOf(string? test)
    {
        foreach ((StartedProcess process, string owner) in Running)
        {
            if (test is null || owner == test)
            {
                process.Reap();
            }
        }
    }

    /// <summary>Sends what Ctrl-C sends.</summary>
    public void SendInterrupt() => Assert.Equal(0, Signal(Id, Interrupt));

    /// <summary>Waits for its end. One that goes on beyond the limit is ended, and the test fails.</summary>
    public async Task EndAsync(TimeSpan? limit = null)
    {
        using var timer = new CancellationTokenSource(limit ?? Limit);
        try
        {
            await WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            Reap();
            Assert.Fail($"{StartInfo.FileName} {string.Join(' ', StartInfo.ArgumentList)} did not end within {limit ?? Limit}");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Reap();
        }

        base.Dispose(disposing);
    }

    private void Reap()
    {
        if (!Running.TryRemove(this, out _))
        {
            return;
        }

        try
        {
            if (!HasExited)
            {
                Kill(entireProcessTree: true);
            }

            _ = WaitForExit(ForReaping);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended in the meantime.
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}

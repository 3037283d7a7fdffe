using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Rootscope.Tests.Running;
using Xunit.v3;

[assembly: TestTime]

namespace Rootscope.Tests.Running;

/// <summary>
/// Every test of the assembly has a time-out. When it is over, what the test has started is ended, so that whoever waits for it goes on;
/// a test that stands still all the same is named, and the run ends with it.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TestTimeAttribute : BeforeAfterTestAttribute
{
    private static readonly TestTimes Times = new(
        // An hour of soak is a test that was asked for.
        Environment.GetEnvironmentVariable("ROOTSCOPE_SOAK")
            is null
            ? TimeSpan.FromMinutes(8)
            : TimeSpan.FromHours(2),
        TimeSpan.FromMinutes(1),
        StartedProcess.ReapOf,
        Stop
    );

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        Times.Begin(test.UniqueID, test.TestDisplayName);
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        Times.End(test.UniqueID);
    }

    private static void Stop(string test)
    {
        Console.Error.WriteLine(
            $"'{test}' stands still: its time is over, and nothing it waits for goes on. The run of the tests ends here."
        );
        StartedProcess.ReapOf(null);
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}

/// <summary>The times of the tests that run.</summary>
/// <param name="limit">How long one may take.</param>
/// <param name="grace">How long one may take more once what it waits for was ended.</param>
/// <param name="release">Ends what a test waits for.</param>
/// <param name="stop">Ends the run; it is given the name of the test.</param>
internal sealed class TestTimes(TimeSpan limit, TimeSpan grace, Action<string> release, Action<string> stop)
{
    private readonly ConcurrentDictionary<string, (string Name, Timer Over, Timer Still)> _running = new(StringComparer.Ordinal);

    public void Begin(string id, string name) =>
        _running[id] = (
            name,
            new Timer(_ => release(id), null, limit, Timeout.InfiniteTimeSpan),
            new Timer(_ => stop(name), null, limit + grace, Timeout.InfiniteTimeSpan)
        );

    public void End(string id)
    {
        if (_running.TryRemove(id, out (string Name, Timer Over, Timer Still) ended))
        {
            ended.Over.Dispose();
            ended.Still.Dispose();
        }
    }
}

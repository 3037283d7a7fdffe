using System.Reflection;
using System.Text.RegularExpressions;
using Rootscope.Tests.Conventions;

namespace Rootscope.Tests.Running;

/// <summary>Tests end, whatever they wait for, and leave no process behind.</summary>
public partial class TestsEndTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Every_test_of_the_assembly_has_a_time_out() =>
        Assert.NotNull(typeof(TestsEndTests).Assembly.GetCustomAttribute<TestTimeAttribute>());

    [Fact]
    public async Task A_test_beyond_its_time_has_what_it_waits_for_ended_and_is_named_if_it_stands_still()
    {
        var released = new TaskCompletionSource<string>();
        var stopped = new TaskCompletionSource<string>();
        var times = new TestTimes(Soon, Soon, id => released.TrySetResult(id), name => stopped.TrySetResult(name));
        times.Begin("in-time", "ends in time");
        times.End("in-time");
        times.Begin("id", "stands still");
        Assert.Equal("id", await released.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal("stands still", await stopped.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
        times.End("id");
    }

    [Fact]
    public void A_process_ends_with_its_test()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "starts sleep, which Windows does not have");
        int id;
        using (StartedProcess sleep = StartedProcess.Of(new("sleep", ["600"])))
        {
            id = sleep.Id;
        }

        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(id));
    }

    /// <summary>One way to start a process, and no waiting without end.</summary>
    [Fact]
    public void Tests_start_processes_in_one_way_and_wait_for_none_without_end()
    {
        string[] offenders =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Where(f => Path.GetFileName(f) is not ("StartedProcess.cs" or "TestsEndTests.cs"))
                .SelectMany(f => File.ReadLines(f).Select((line, i) => (File: f, Number: i + 1, Line: line)))
                .Where(l => Endless().IsMatch(l.Line))
                .Select(l => $"{l.File}:{l.Number}: {l.Line.Trim()}"),
        ];
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"\b(Process\.Start|WaitForExit(Async)?)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Endless();
}

using System.Collections.Concurrent;
using Rootscope.Web.Answering;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What pages begin runs one after another, the most urgent first, and a fault stops nothing.</summary>
public class BackgroundWorkTests
{
    [Fact]
    public async Task Work_runs_one_after_another_the_most_urgent_first_whatever_fails()
    {
        var order = new ConcurrentQueue<Urgency>();
        int running = 0;
        bool overlapped = false;
        using var done = new SemaphoreSlim(0);
        using var begun = new SemaphoreSlim(0);
        using var held = new SemaphoreSlim(0);
        BackgroundWork.Begin(
            Urgency.Part,
            () =>
            {
                begun.Release();
                held.Wait(TestContext.Current.CancellationToken);
            }
        );
        await begun.WaitAsync(TestContext.Current.CancellationToken);

        // The first piece holds the thread until the others wait.
        BackgroundWork.Begin(Urgency.Band, () => Run(Urgency.Band));
        BackgroundWork.Begin(Urgency.Place, () => Run(Urgency.Place));
        BackgroundWork.Begin(Urgency.Part, () => Run(Urgency.Part));
        held.Release();
        for (int i = 0; i < 3; i++)
        {
            await done.WaitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal([Urgency.Part, Urgency.Place, Urgency.Band], order);
        Assert.False(overlapped);

        void Run(Urgency urgency)
        {
            overlapped |= Interlocked.Increment(ref running) > 1;
            order.Enqueue(urgency);
            Interlocked.Decrement(ref running);
            done.Release();
            throw new InvalidOperationException("Whoever asks for the answer meets this.");
        }
    }

    [Fact]
    public async Task An_answer_that_is_begun_is_found_later_and_its_fault_by_whoever_asks()
    {
        var cache = new BoundedCache<string, int>(8, new AnswerMemory(1_000_000));
        Assert.False(cache.TryOf("seven", Urgency.Part, () => 7, out _));
        while (!cache.TryOf("seven", Urgency.Part, () => throw new InvalidOperationException("It was begun once."), out _))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal(7, cache.Of("seven", () => 0));
        Assert.False(cache.TryOf("none", Urgency.Part, () => throw new InvalidOperationException("no such table"), out _));
        Assert.Equal("no such table", Assert.Throws<InvalidOperationException>(() => cache.Of("none", () => 1)).Message);
    }
}

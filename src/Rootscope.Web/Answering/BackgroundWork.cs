namespace Rootscope.Web.Answering;

/// <summary>What pages begin and do not wait for: one piece after another, on a thread of its own.</summary>
/// <remarks>
/// Each piece keeps all processors busy by itself. Several at once would only take the threads that requests are answered by, and the page
/// that began them would be sent late; so a piece also waits a moment before it starts.
/// </remarks>
internal static class BackgroundWork
{
    /// <summary>For the page that began the work to be sent.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private static readonly Lock Gate = new();
    private static readonly PriorityQueue<Action, (Urgency, long)> Waiting = new();
    private static long number;
    private static Thread? worker;

    /// <summary>Begins a piece of work; what it throws is whoever's who asks for its answer.</summary>
    public static void Begin(Urgency urgency, Action work)
    {
        lock (Gate)
        {
            Waiting.Enqueue(work, (urgency, number++));
            if (worker is not null)
            {
                return;
            }

            worker = new Thread(WorkUntilNothingWaits)
            {
                IsBackground = true,
                Name = "background work",
                Priority = ThreadPriority.BelowNormal,
            };
            worker.Start();
        }
    }

    private static void WorkUntilNothingWaits()
    {
        Thread.Sleep(Moment);
        while (Next() is { } work)
        {
            try
            {
                work();
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // It is kept with the answer, and met by whoever asks for it.
            }
        }
    }

    private static Action? Next()
    {
        lock (Gate)
        {
            if (Waiting.TryDequeue(out Action? work, out _))
            {
                return work;
            }

            worker = null;
            return null;
        }
    }
}

/// <summary>What is made first of the work that waits.</summary>
internal enum Urgency
{
    /// <summary>A part of the page is missing without it.</summary>
    Part,

    /// <summary>A place among all others is missing.</summary>
    Place,

    /// <summary>How sure a figure is.</summary>
    Band,
}

using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>The right to write to a workspace: one process has it at a time, and loses it when it ends, however it ends.</summary>
internal static class WorkspaceLock
{
    /// <summary>How long a process waits for another one before it tells its user.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(25);

    /// <exception cref="TableException">Another process has been writing for five seconds.</exception>
    public static FileStream Take(string folder)
    {
        string path = Path.Combine(folder, "lock");
        for (TimeSpan waited = TimeSpan.Zero; ; waited += BetweenTries)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (File.Exists(path))
            {
                if (waited >= LongestWait)
                {
                    throw Busy(folder, e);
                }

                Thread.Sleep(BetweenTries);
            }
        }
    }

    public static TableException Busy(string place, Exception e) =>
        new(
            $"workspace {place}",
            $"another process has been writing to it for {LongestWait.TotalSeconds:0} seconds, and nothing was changed. Try again when "
                + $"that has ended.",
            e
        );
}

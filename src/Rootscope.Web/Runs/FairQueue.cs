namespace Rootscope.Web.Runs;

/// <summary>What waits for its turn, of several clients: they take turns, and nobody fills it alone.</summary>
/// <remarks>
/// One client may have so many waiting at once. The last quarter of the places is for clients who have nothing waiting yet: a few who send
/// much leave room for others.
/// </remarks>
/// <typeparam name="T">What waits.</typeparam>
/// <param name="most">The most that wait, of all clients.</param>
/// <param name="share">The most that wait of one client.</param>
internal sealed class FairQueue<T>(int most, int share) : IDisposable
{
    private readonly Dictionary<string, Queue<T>> _waiting = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _turns = [];
    private readonly SemaphoreSlim _there = new(0);
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>Whether there is room for one more of a client.</summary>
    public bool HasRoom(string client)
    {
        lock (_gate)
        {
            return Room(client);
        }
    }

    /// <summary>Puts something at the end of what waits of a client; false where there is no room.</summary>
    public bool TryAdd(string client, T item)
    {
        lock (_gate)
        {
            if (!Room(client))
            {
                return false;
            }

            if (!_waiting.TryGetValue(client, out Queue<T>? own))
            {
                _waiting.Add(client, own = new Queue<T>());
                _turns.AddLast(client);
            }

            own.Enqueue(item);
            _count++;
        }

        _there.Release();
        return true;
    }

    /// <summary>Takes what is next: the first of the client whose turn it is, who then stands behind the others.</summary>
    public async Task<T> NextAsync(CancellationToken cancellation)
    {
        await _there.WaitAsync(cancellation);
        lock (_gate)
        {
            string client = _turns.First!.Value;
            _turns.RemoveFirst();
            Queue<T> own = _waiting[client];
            T item = own.Dequeue();
            _count--;
            if (own.Count > 0)
            {
                _turns.AddLast(client);
            }
            else
            {
                _waiting.Remove(client);
            }

            return item;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _there.Dispose();

    private bool Room(string client)
    {
        int own = _waiting.TryGetValue(client, out Queue<T>? waiting) ? waiting.Count : 0;
        return own == 0 ? _count < most : own < share && _count < most - (share < most ? most / 4 : 0);
    }
}

namespace Rootscope.Web.Security;

/// <summary>How often something may happen: each key has a bucket that fills with time.</summary>
/// <remarks>
/// The buckets stand in the order in which they were last used. One that nobody has used for as long as it takes to fill is like a new one
/// and is forgotten; every use looks at the two that have rested longest, so that forgetting costs the same however many there are. Beyond
/// a number the one that has rested longest is forgotten although it is not full: who has so many keys gains nothing by it.
/// </remarks>
/// <param name="capacity">How many at once.</param>
/// <param name="refill">How long one takes to come back.</param>
/// <param name="clock">The clock.</param>
internal sealed class TokenBuckets(int capacity, TimeSpan refill, TimeProvider clock)
{
    /// <summary>The most buckets: with a key of at most 64 characters each, 20 MB.</summary>
    public const int Most = 50_000;

    private const int LookedAt = 2;

    private readonly Dictionary<string, LinkedListNode<Bucket>> _buckets = new(StringComparer.Ordinal);
    private readonly LinkedList<Bucket> _byUse = [];
    private readonly TimeSpan _whole = refill * capacity;
    private readonly Lock _gate = new();

    /// <summary>How many buckets there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _buckets.Count;
            }
        }
    }

    /// <summary>Takes a token; false when there is none.</summary>
    public bool TryTake(string key)
    {
        lock (_gate)
        {
            long now = clock.GetTimestamp();
            Forget(now);
            Bucket bucket = Use(key, now);
            bucket.Tokens = Math.Min(capacity, bucket.Tokens + (clock.GetElapsedTime(bucket.At, now) / refill));
            bucket.At = now;
            if (bucket.Tokens < 1)
            {
                return false;
            }

            bucket.Tokens--;
            return true;
        }
    }

    /// <summary>Gives a token back that was taken for what turned out to be in order.</summary>
    public void Give(string key)
    {
        lock (_gate)
        {
            if (_buckets.TryGetValue(key, out LinkedListNode<Bucket>? node))
            {
                node.Value.Tokens = Math.Min(capacity, node.Value.Tokens + 1);
            }
        }
    }

    private Bucket Use(string key, long now)
    {
        if (_buckets.TryGetValue(key, out LinkedListNode<Bucket>? node))
        {
            _byUse.Remove(node);
            _byUse.AddLast(node);
        }
        else
        {
            node = _byUse.AddLast(new Bucket(key, capacity, now));
            _buckets.Add(key, node);
        }

        return node.Value;
    }

    private void Forget(long now)
    {
        for (int i = 0; i < LookedAt && _byUse.First is { } rested; i++)
        {
            if (_buckets.Count < Most && clock.GetElapsedTime(rested.Value.At, now) < _whole)
            {
                return;
            }

            _byUse.RemoveFirst();
            _buckets.Remove(rested.Value.Key);
        }
    }

    private sealed class Bucket(string key, double tokens, long at)
    {
        public string Key => key;

        public double Tokens { get; set; } = tokens;

        public long At { get; set; } = at;
    }
}

using System.Collections.Concurrent;

namespace Rootscope.Web.Security;

/// <summary>How often something may happen: each key has a bucket that fills with time.</summary>
/// <param name="capacity">How many at once.</param>
/// <param name="refill">How long one takes to come back.</param>
/// <param name="clock">The clock.</param>
internal sealed class TokenBuckets(int capacity, TimeSpan refill, TimeProvider clock)
{
    /// <summary>Full buckets are forgotten when there are more than this.</summary>
    private const int MostBuckets = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Takes a token; false when there is none.</summary>
    public bool TryTake(string key)
    {
        long now = clock.GetTimestamp();
        if (_buckets.Count > MostBuckets)
        {
            Sweep(now);
        }

        Bucket bucket = _buckets.GetOrAdd(key, _ => new Bucket(capacity, now));
        lock (bucket)
        {
            bucket.Tokens = Level(bucket, now);
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
        if (_buckets.TryGetValue(key, out Bucket? bucket))
        {
            lock (bucket)
            {
                bucket.Tokens = Math.Min(capacity, bucket.Tokens + 1);
            }
        }
    }

    private double Level(Bucket bucket, long now) => Math.Min(capacity, bucket.Tokens + (clock.GetElapsedTime(bucket.At, now) / refill));

    private void Sweep(long now)
    {
        foreach ((string key, Bucket bucket) in _buckets)
        {
            if (Level(bucket, now) >= capacity)
            {
                _buckets.TryRemove(key, out _);
            }
        }
    }

    private sealed class Bucket(double tokens, long at)
    {
        public double Tokens { get; set; } = tokens;

        public long At { get; set; } = at;
    }
}

using System.Collections.Concurrent;
using System.Reflection;

namespace Rootscope.Web.Answering;

/// <summary>How much memory kept answers take, all caches of a site together, and which are forgotten when it is too much.</summary>
/// <remarks>
/// An answer holds what it was made from, and answers share much of it: what several hold is counted once, by identity. Large arrays, of
/// tables and inverses, are what counts; small things are added up by what an object of their kind takes.
/// </remarks>
/// <param name="most">The most that kept answers may take together. Unit: bytes.</param>
internal sealed class AnswerMemory(long most)
{
    /// <summary>Smaller arrays are counted with the answer that holds them.</summary>
    private const int LargeArray = 4096;

    /// <summary>Beyond so many objects an answer is counted as it is so far.</summary>
    private const int MostObjects = 2_000_000;

    private const int ObjectHead = 24;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    private readonly Dictionary<object, (int Holders, long Bytes)> _shared = new(ReferenceEqualityComparer.Instance);
    private readonly LinkedList<Kept> _byUse = [];
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>What is kept now. Unit: bytes.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    /// <summary>
    /// Counts what is kept, and forgets what was used longest ago where it is too much; the new one too, if it is too large alone.
    /// </summary>
    /// <param name="answer">What is kept.</param>
    /// <param name="forget">Forgets it; called outside of every lock of this object.</param>
    /// <returns>What it is told by when it is used or given up.</returns>
    public Kept Keep(object answer, Action forget)
    {
        (long small, IReadOnlyList<Array> large) = Measure(answer);
        var kept = new Kept(forget, small, large);
        var forgotten = new List<Kept>();
        lock (_gate)
        {
            _bytes += small;
            foreach (Array array in large)
            {
                (int holders, long bytes) = _shared.GetValueOrDefault(array, (0, BytesOf(array)));
                _shared[array] = (holders + 1, bytes);
                _bytes += holders == 0 ? bytes : 0;
            }

            kept.Place = _byUse.AddLast(kept);
            while (_bytes > most && _byUse.First is { } oldest)
            {
                Drop(oldest.Value);
                forgotten.Add(oldest.Value);
            }
        }

        forgotten.ForEach(k => k.Forget());
        return kept;
    }

    /// <summary>Says that an answer was used.</summary>
    public void Use(Kept kept)
    {
        lock (_gate)
        {
            if (kept.Place is { } place)
            {
                _byUse.Remove(place);
                _byUse.AddLast(place);
            }
        }
    }

    /// <summary>Says that an answer is kept no longer.</summary>
    public void GiveUp(Kept kept)
    {
        lock (_gate)
        {
            Drop(kept);
        }
    }

    private void Drop(Kept kept)
    {
        if (kept.Place is not { } place)
        {
            return;
        }

        kept.Place = null;
        _byUse.Remove(place);
        _bytes -= kept.Small;
        foreach (Array array in kept.Large)
        {
            (int holders, long bytes) = _shared[array];
            if (holders > 1)
            {
                _shared[array] = (holders - 1, bytes);
                continue;
            }

            _shared.Remove(array);
            _bytes -= bytes;
        }
    }

    /// <summary>What an object holds: the bytes of its small parts, and its large arrays.</summary>
    internal static (long Small, IReadOnlyList<Array> Large) Measure(object answer)
    {
        long small = 0;
        var large = new List<Array>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>();
        open.Push(answer);
        while (open.TryPop(out object? held) && seen.Count < MostObjects)
        {
            if (held is Delegate or MemberInfo or Assembly or Module || (!held.GetType().IsValueType && !seen.Add(held)))
            {
                continue;
            }

            small += SmallPart(held, large, open);
        }

        return (small, large);
    }

    private static long SmallPart(object held, List<Array> large, Stack<object> open)
    {
        if (held is string text)
        {
            return ObjectHead + (2L * text.Length);
        }

        if (held is not Array array)
        {
            foreach (FieldInfo field in Fields.GetOrAdd(held.GetType(), FieldsOf))
            {
                if (field.GetValue(held) is { } value)
                {
                    open.Push(value);
                }
            }

            return ObjectHead;
        }

        Type element = array.GetType().GetElementType()!;
        if (!IsPlain(element))
        {
            foreach (object? item in array)
            {
                if (item is not null)
                {
                    open.Push(item);
                }
            }
        }
        else if (BytesOf(array) >= LargeArray)
        {
            large.Add(array);
            return 0;
        }

        return BytesOf(array);
    }

    private static long BytesOf(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        return ObjectHead + (array.LongLength * (element.IsPrimitive ? Buffer.ByteLength(array) / Math.Max(1, array.LongLength) : 8));
    }

    /// <summary>The fields through which an object holds others. A struct is looked into; plain numbers hold nothing.</summary>
    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (Type? at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            fields.AddRange(
                at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .Where(f => !IsPlain(f.FieldType))
            );
        }

        return [.. fields];
    }

    private static bool IsPlain(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type.IsPointer
        || type.IsByRefLike
        || (type.IsValueType && (type == typeof(decimal) || type == typeof(DateTime) || type == typeof(Guid)));

    /// <summary>An answer that is counted.</summary>
    internal sealed class Kept(Action forget, long small, IReadOnlyList<Array> large)
    {
        public long Small => small;

        public IReadOnlyList<Array> Large => large;

        /// <summary>Its place in the order of use; null once it is kept no longer.</summary>
        public LinkedListNode<Kept>? Place { get; set; }

        public void Forget() => forget();
    }
}

using Rootscope.Tables;

namespace Rootscope.Dependence.Panels;

/// <summary>A flow as it came.</summary>
internal readonly record struct RawFlow(double Value, int Product, ushort Exporter, ushort Importer);

/// <summary>
/// Flows of one year in the order they came, in blocks, so that growing copies nothing; blocks of packed years are used again.
/// </summary>
internal sealed class FlowBuffer(Stack<RawFlow[]> spare)
{
    private const int FirstBlock = 1 << 8;
    private const int LargestBlock = 1 << 18;

    private readonly List<RawFlow[]> _blocks = [];
    private RawFlow[] _block = [];
    private int _used;

    public void Add(RawFlow flow)
    {
        if (_used == _block.Length)
        {
            _block = spare.TryPop(out RawFlow[]? used) ? used : new RawFlow[Math.Clamp(_block.Length * 2, FirstBlock, LargestBlock)];
            _blocks.Add(_block);
            _used = 0;
        }

        _block[_used++] = flow;
    }

    /// <summary>
    /// Sorts by product, exporter and importer: a counting sort by product, then each product by its pairs. Empties the buffer.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="products">Number of products.</param>
    /// <param name="economies">Number of economies.</param>
    /// <param name="twice">Makes the fault of a flow that is there twice; null where such flows are added up.</param>
    public PanelYear Pack(int year, int products, int economies, Func<int, RawFlow, TableException>? twice)
    {
        var starts = new int[products + 1];
        var active = new bool[economies];
        for (int b = 0; b < _blocks.Count; b++)
        {
            foreach (RawFlow flow in Used(b))
            {
                starts[flow.Product + 1]++;
                active[flow.Exporter] = true;
                active[flow.Importer] = true;
            }
        }

        for (int p = 0; p < products; p++)
        {
            starts[p + 1] += starts[p];
        }

        var pairs = new uint[starts[^1]];
        var values = new double[pairs.Length];
        int[] next = starts[..^1];
        for (int b = 0; b < _blocks.Count; b++)
        {
            foreach (RawFlow flow in Used(b))
            {
                int at = next[flow.Product]++;
                pairs[at] = ProductFlows.Pair(flow.Exporter, flow.Importer);
                values[at] = flow.Value;
            }

            if (_blocks[b].Length == LargestBlock)
            {
                spare.Push(_blocks[b]);
            }
        }

        _blocks.Clear();

        int repeated = 0;
        for (int p = 0; p < products; p++)
        {
            Range range = starts[p]..starts[p + 1];
            Span<uint> own = pairs.AsSpan(range);
            own.Sort(values.AsSpan(range));
            for (int i = 1; i < own.Length; i++)
            {
                if (own[i] == own[i - 1])
                {
                    repeated++;
                    if (twice is not null)
                    {
                        throw twice(year, new RawFlow(0, p, (ushort)(own[i] >> 16), (ushort)own[i]));
                    }
                }
            }
        }

        return repeated == 0 ? new PanelYear(year, starts, pairs, values, active) : Added(year, starts, pairs, values, active, repeated);
    }

    /// <summary>The same with flows of one product and pair added up.</summary>
    private static PanelYear Added(int year, int[] starts, uint[] pairs, double[] values, bool[] active, int repeated)
    {
        var once = new uint[pairs.Length - repeated];
        var sums = new double[once.Length];
        var begins = new int[starts.Length];
        int to = 0;
        for (int p = 0; p + 1 < starts.Length; p++)
        {
            begins[p] = to;
            for (int i = starts[p]; i < starts[p + 1]; i++)
            {
                bool goesOn = i > starts[p] && pairs[i] == pairs[i - 1];
                to += goesOn ? 0 : 1;
                once[to - 1] = pairs[i];
                sums[to - 1] += values[i];
            }
        }

        begins[^1] = to;
        return new PanelYear(year, begins, once, sums, active);
    }

    private Span<RawFlow> Used(int block) => block == _blocks.Count - 1 ? _block.AsSpan(0, _used) : _blocks[block];
}

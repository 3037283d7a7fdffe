using Rootscope.Numerics;

namespace Rootscope.Accounts.Paths;

/// <summary>
/// A best-first search for the strongest paths of a matrix: from start i with flow w_i along cells m_ij, worth c_j w at sector j.
/// </summary>
/// <remarks>
/// <para>The heap holds found paths, by their size, and the best continuation not yet taken of every path that was reached, by its bound.
/// Taking one adds at most three entries, so that memory grows with the paths found and not with the breadth of the table. A path that
/// comes to the top is larger than the bound of everything else: the order is exact, by absolute size, whatever the signs.</para>
/// <para>Not safe for several threads; deterministic.</para>
/// </remarks>
internal sealed class PathSearch
{
    /// <summary>A bound and the path that reaches it multiply in different orders; this much keeps the bound above it.</summary>
    private const double RoundingMargin = 1 + 1e-12;

    private const int CheckCancellationEvery = 4096;

    private readonly CompressedRows _next;
    private readonly double[] _contributions;
    private readonly PathBounds _bounds;
    private readonly PathSearchLimits _limits;
    private readonly List<Node> _nodes = [];
    private readonly PriorityQueue<(int Node, int Rank), (double, int)> _queue = new();
    private readonly Dictionary<(int, int), ContinuationOrder> _orders = [];
    private int _enqueued;

    public PathSearch(CompressedRows next, double[] contributions, PathBounds bounds, PathSearchLimits limits)
    {
        _next = next;
        _contributions = contributions;
        _bounds = bounds;
        _limits = limits;
    }

    /// <summary>Lists the numbers of the strongest paths' last nodes, strongest first, and says why the list ends.</summary>
    public (List<int> Ends, PathListEnd Reason) Run(ReadOnlySpan<double> start, CancellationToken cancellation)
    {
        for (int i = 0; i < start.Length; i++)
        {
            if (start[i] != 0)
            {
                Reach(new Node(i, -1, 0, start[i]));
            }
        }

        var ends = new List<int>();
        for (int taken = 0; _queue.TryDequeue(out (int Node, int Rank) item, out (double Negative, int Order) priority); taken++)
        {
            if (taken % CheckCancellationEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (-priority.Negative < _limits.LeastSize)
            {
                return (ends, PathListEnd.Threshold);
            }

            if (ends.Count == _limits.Count)
            {
                return (ends, PathListEnd.Count);
            }

            if (item.Rank < 0)
            {
                ends.Add(item.Node);
            }
            else
            {
                Follow(item.Node, item.Rank);
            }
        }

        return (ends, PathListEnd.Exhausted);
    }

    /// <summary>The sectors of the path that ends at a node, from the start.</summary>
    public SectorNumber[] SectorsTo(int node)
    {
        var sectors = new SectorNumber[_nodes[node].Tier + 1];
        for (int at = node; at >= 0; at = _nodes[at].Before)
        {
            sectors[_nodes[at].Tier] = new(_nodes[at].Sector);
        }

        return sectors;
    }

    /// <summary>The node before a node; -1 for a start.</summary>
    public int Before(int node) => _nodes[node].Before;

    /// <summary>The sector that a node stands for, and the flow that reaches it.</summary>
    public (int Sector, double Flow) At(int node) => (_nodes[node].Sector, _nodes[node].Flow);

    /// <summary>What the path that ends at a node contributes.</summary>
    public double ValueOf(int node) => _contributions[_nodes[node].Sector] * _nodes[node].Flow;

    /// <summary>Enters a path: its own contribution, and its best continuation.</summary>
    private void Reach(Node node)
    {
        int number = _nodes.Count;
        _nodes.Add(node);
        double size = Math.Abs(_contributions[node.Sector] * node.Flow);
        if (node.Tier >= _limits.LeastTiers && size > 0)
        {
            Enqueue(number, -1, size);
        }

        EnqueueContinuation(number, 0);
    }

    private void Follow(int number, int rank)
    {
        Node node = _nodes[number];
        (int cell, _) = OrderAt(node).At(rank);
        int sector = _next.ColumnsOf(node.Sector)[cell];
        EnqueueContinuation(number, rank + 1);
        if (!_limits.WithoutRepeats || !Holds(number, sector))
        {
            Reach(new Node(sector, number, node.Tier + 1, node.Flow * _next.ValuesOf(node.Sector)[cell]));
        }
    }

    private void EnqueueContinuation(int number, int rank)
    {
        Node node = _nodes[number];
        if (node.Tier >= _limits.MostTiers)
        {
            return;
        }

        ContinuationOrder order = OrderAt(node);
        double bound = rank < order.Count ? Math.Abs(node.Flow) * order.At(rank).Bound * RoundingMargin : 0;
        if (bound > 0)
        {
            Enqueue(number, rank, bound);
        }
    }

    private ContinuationOrder OrderAt(Node node)
    {
        int level = _bounds.LevelOf(_limits.MostTiers - node.Tier - 1);
        if (!_orders.TryGetValue((node.Sector, level), out ContinuationOrder? order))
        {
            order = new ContinuationOrder(_next, node.Sector, _bounds.Within(level));
            _orders.Add((node.Sector, level), order);
        }

        return order;
    }

    private bool Holds(int number, int sector)
    {
        for (int at = number; at >= 0; at = _nodes[at].Before)
        {
            if (_nodes[at].Sector == sector)
            {
                return true;
            }
        }

        return false;
    }

    private void Enqueue(int node, int rank, double size) => _queue.Enqueue((node, rank), (-size, _enqueued++));

    private readonly record struct Node(int Sector, int Before, int Tier, double Flow);
}

/// <summary>What a search lists.</summary>
/// <param name="Count">The most paths.</param>
/// <param name="LeastSize">The least size of a path.</param>
/// <param name="MostTiers">The most purchases in a path.</param>
/// <param name="LeastTiers">The fewest purchases in a path.</param>
/// <param name="WithoutRepeats">Whether a sector may occur only once in a path.</param>
internal sealed record PathSearchLimits(
    int Count,
    double LeastSize,
    int MostTiers = int.MaxValue,
    int LeastTiers = 0,
    bool WithoutRepeats = false
);

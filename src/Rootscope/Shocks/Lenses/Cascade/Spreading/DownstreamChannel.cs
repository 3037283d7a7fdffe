namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>
/// Losses by missing inputs: the worst of several sums, each weighted by how little of a supplier others of its market replace.
/// </summary>
internal sealed class DownstreamChannel : ICascadeChannel
{
    private readonly CascadeGraph _graph;
    private readonly double[] _start;
    private readonly double[] _missing;
    private readonly double[] _remaining;
    private readonly double[] _own;
    private readonly double[] _ofMarket;
    private readonly double[] _marketChange;
    private readonly int[] _groupStart;
    private readonly int[] _groupEnd;
    private readonly Queue<int> _reached = new();

    public DownstreamChannel(CascadeGraph graph, double[] start)
    {
        (_graph, _start) = (graph, start);
        int n = graph.Count;
        (_missing, _own, _ofMarket) = (new double[n], new double[n], new double[n]);
        (_groupStart, _groupEnd) = (new int[n], new int[n]);
        (_remaining, _marketChange) = (new double[graph.Order.MarketStart.Length - 1], new double[graph.Order.MarketStart.Length - 1]);
    }

    /// <summary>What each firm no longer delivers and nobody replaces, as of the last step.</summary>
    public ReadOnlySpan<double> Missing => _missing;

    public void Step(ReadOnlySpan<double> losses, Span<double> next)
    {
        Publish(losses);
        for (int r = 0; r < next.Length; r++)
        {
            int start = _graph.InputStart[r];
            int length = _graph.InputStart[r + 1] - start;
            next[r] = Math.Max(
                _start[r],
                CascadeKernels.MissingInput(_graph.Inputs.AsSpan(start, length), _graph.InputShares.AsSpan(start, length), _missing)
            );
        }
    }

    public void Linearise(ReadOnlySpan<double> losses, ReadOnlySpan<double> next, Span<bool> isFree, bool followMarkets)
    {
        Publish(losses);
        for (int r = 0; r < losses.Length; r++)
        {
            double remaining = _remaining[_graph.Order.MarketOf[r]];
            bool replaced = _graph.Order.HasMarkets && remaining > _graph.Sales[r];
            _own[r] = replaced ? _graph.Sales[r] / remaining : 1;
            _ofMarket[r] = replaced && followMarkets ? losses[r] * _graph.Sales[r] / (remaining * remaining) : 0;
            isFree[r] = false;
            if (next[r] > _start[r] && next[r] < 1)
            {
                (_groupStart[r], _groupEnd[r]) = WorstGroup(r);
            }
            else if (next[r] > 0)
            {
                _reached.Enqueue(r);
            }
        }

        FreeWhatIsReached(next, isFree);
    }

    public void Apply(ReadOnlySpan<double> change, Span<double> result, ReadOnlySpan<bool> isFree)
    {
        Array.Clear(_marketChange);
        for (int r = 0; r < change.Length; r++)
        {
            _marketChange[_graph.Order.MarketOf[r]] += _graph.Sales[r] * change[r];
        }

        for (int r = 0; r < result.Length; r++)
        {
            double sum = 0;
            for (int e = _groupStart[r]; isFree[r] && e < _groupEnd[r]; e++)
            {
                int supplier = _graph.Inputs[e] & ~CascadeGraph.LastOfGroup;
                sum +=
                    _graph.InputShares[e]
                    * ((_own[supplier] * change[supplier]) + (_ofMarket[supplier] * _marketChange[_graph.Order.MarketOf[supplier]]));
            }

            result[r] = sum;
        }
    }

    /// <summary>
    /// Frees the firms whose losses lead back, through their worst groups, to a loss that stands by itself. Where a group feeds on nothing
    /// but itself, any loss would be a solution of the linear system, and the smallest is the one at hand.
    /// </summary>
    private void FreeWhatIsReached(ReadOnlySpan<double> next, Span<bool> isFree)
    {
        while (_reached.TryDequeue(out int source))
        {
            for (int e = _graph.UserStart[source]; e < _graph.UserStart[source + 1]; e++)
            {
                int user = _graph.Users[e];
                if (!isFree[user] && next[user] > _start[user] && next[user] < 1 && Holds(user, source))
                {
                    isFree[user] = true;
                    _reached.Enqueue(user);
                }
            }
        }
    }

    private bool Holds(int user, int supplier)
    {
        for (int e = _groupStart[user]; e < _groupEnd[user]; e++)
        {
            if ((_graph.Inputs[e] & ~CascadeGraph.LastOfGroup) == supplier)
            {
                return true;
            }
        }

        return false;
    }

    private (int Start, int End) WorstGroup(int r)
    {
        (int start, int end, double worst) = (_graph.InputStart[r], _graph.InputStart[r], -1.0);
        double sum = 0;
        int first = _graph.InputStart[r];
        for (int e = first; e < _graph.InputStart[r + 1]; e++)
        {
            sum += _graph.InputShares[e] * _missing[_graph.Inputs[e] & ~CascadeGraph.LastOfGroup];
            if (_graph.Inputs[e] < 0)
            {
                if (sum > worst)
                {
                    (start, end, worst) = (first, e + 1, sum);
                }

                (sum, first) = (0, e + 1);
            }
        }

        return (start, end);
    }

    private void Publish(ReadOnlySpan<double> losses)
    {
        if (!_graph.Order.HasMarkets)
        {
            losses.CopyTo(_missing);
            return;
        }

        for (int market = 0; market < _remaining.Length; market++)
        {
            int start = _graph.Order.MarketStart[market];
            int end = _graph.Order.MarketStart[market + 1];
            double remaining = CascadeKernels.Remaining(_graph.Sales.AsSpan(start, end - start), losses[start..end]);
            _remaining[market] = remaining;
            for (int r = start; r < end; r++)
            {
                _missing[r] = losses[r] == 0 ? 0 : (remaining > 0 ? Math.Min(1, _graph.Sales[r] / remaining) : 1) * losses[r];
            }
        }
    }
}

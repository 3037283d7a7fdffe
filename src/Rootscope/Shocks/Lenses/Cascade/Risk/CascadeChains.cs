using System.Numerics;
using Rootscope.Shocks.Lenses.Cascade.Spreading;

namespace Rootscope.Shocks.Lenses.Cascade.Risk;

/// <summary>
/// The ways by which losses reach firms: from each firm back to the one that brings it most among those that were reached before it.
/// </summary>
internal sealed class CascadeChains
{
    private const int MostSteps = 1000;

    private readonly CascadeGraph _graph;
    private readonly double[] _missing;
    private readonly double[] _up;
    private readonly int[] _downFrom;
    private readonly int[] _upFrom;

    public CascadeChains(CascadeModel model, IReadOnlyList<CapacityLoss> listed, FirmLosses losses, CancellationToken cancellation)
    {
        _graph = model.Graph;
        int n = _graph.Count;
        (_downFrom, _upFrom) = (new int[n], new int[n]);
        Array.Fill(_downFrom, int.MaxValue);
        Array.Fill(_upFrom, int.MaxValue);
        var state = new CascadeState(_graph);
        foreach ((FirmNumber firm, double share) in listed)
        {
            state.Shock(_graph.Order.RankOf[firm], share, share);
        }

        Arrivals(state, 0);
        int touched = -1;
        for (int step = 1; step <= MostSteps && touched != state.Touched.CountAll(); step++)
        {
            cancellation.ThrowIfCancellationRequested();
            touched = step < 3 ? -1 : state.Touched.CountAll();
            state.Step();
            Arrivals(state, step);
        }

        (double[] down, _up) = (new double[n], new double[n]);
        for (int r = 0; r < n; r++)
        {
            down[r] = losses.Downstream[_graph.Order.FirmOf[r]];
            _up[r] = losses.Upstream[_graph.Order.FirmOf[r]];
        }

        var channel = new DownstreamChannel(_graph, new double[n]);
        channel.Step(down, new double[n]);
        _missing = channel.Missing.ToArray();
    }

    /// <summary>The chain to a firm: a listed firm first, the firm itself last.</summary>
    public IReadOnlyList<FirmNumber> To(int firm, bool downstream)
    {
        var chain = new List<FirmNumber> { new(firm) };
        int[] from = downstream ? _downFrom : _upFrom;
        for (int r = _graph.Order.RankOf[firm]; from[r] > 0 && from[r] != int.MaxValue; )
        {
            int before = downstream
                ? Before(r, from, _graph.Inputs, _graph.InputShares, _graph.InputStart, _missing)
                : Before(r, from, _graph.Outlets, _graph.OutletShares, _graph.OutletStart, _up);
            if (before < 0)
            {
                break;
            }

            chain.Add(new(_graph.Order.FirmOf[before]));
            r = before;
        }

        chain.Reverse();
        return chain;
    }

    private static int Before(int r, int[] from, int[] others, double[] shares, int[] start, double[] losses)
    {
        (int best, double most) = (-1, -1);
        for (int e = start[r]; e < start[r + 1]; e++)
        {
            int other = others[e] & ~CascadeGraph.LastOfGroup;
            if (from[other] < from[r] && shares[e] * losses[other] > most)
            {
                (best, most) = (other, shares[e] * losses[other]);
            }
        }

        return best;
    }

    private void Arrivals(CascadeState state, int step)
    {
        for (int w = 0; w < state.Touched.Words.Length; w++)
        {
            for (ulong bits = state.Touched.Words[w]; bits != 0; bits &= bits - 1)
            {
                int r = (w << 6) + BitOperations.TrailingZeroCount(bits);
                _downFrom[r] = state.Down[r] > 0 ? Math.Min(_downFrom[r], step) : _downFrom[r];
                _upFrom[r] = state.Up[r] > 0 ? Math.Min(_upFrom[r], step) : _upFrom[r];
            }
        }
    }
}

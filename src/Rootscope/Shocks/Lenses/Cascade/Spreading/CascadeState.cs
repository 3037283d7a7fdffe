using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>
/// Losses of all firms in one cascade, with what is needed to go on only where something has changed. One thread's workspace.
/// </summary>
/// <remarks>
/// Losses only grow, so a firm is looked at again only when a supplier's or customer's loss has grown, or the market of a supplier has
/// shrunk. A step reads what was published at the step before and writes losses in place. Memory: 36 bytes a firm.
/// </remarks>
internal sealed class CascadeState
{
    /// <summary>With more than one firm in so many changed, looking at all is cheaper than finding out at which.</summary>
    private const int DenseFrom = 12;

    private readonly CascadeGraph _graph;
    private readonly double[] _down;
    private readonly double[] _missing;
    private readonly double[] _up;
    private readonly double[] _published;
    private readonly FirmBits _changedDown;
    private readonly FirmBits _changedUp;
    private readonly FirmBits _users;
    private readonly FirmBits _vendors;
    private readonly FirmBits _touched;
    private readonly FirmBits _markets;
    private int _changedDownCount;
    private int _changedUpCount;

    public CascadeState(CascadeGraph graph)
    {
        _graph = graph;
        int n = graph.Count;
        (_down, _missing, _up, _published) = (new double[n], new double[n], new double[n], new double[n]);
        (_changedDown, _changedUp, _users, _vendors, _touched) = (
            new FirmBits(n),
            new FirmBits(n),
            new FirmBits(n),
            new FirmBits(n),
            new FirmBits(n)
        );
        _markets = new FirmBits(graph.Order.MarketStart.Length);
    }

    /// <summary>Share of capacity lost by missing inputs, by place.</summary>
    public ReadOnlySpan<double> Down => _down;

    /// <summary>Share of capacity lost by lost sales, by place.</summary>
    public ReadOnlySpan<double> Up => _up;

    public FirmBits Touched => _touched;

    /// <summary>Firms looked at since the beginning, both channels together.</summary>
    public long Looked { get; private set; }

    /// <summary>Goes back to no loss; costs what the last cascade touched.</summary>
    public void Reset()
    {
        for (int w = 0; w < _touched.Words.Length; w++)
        {
            for (ulong bits = _touched.Take(w); bits != 0; bits &= bits - 1)
            {
                int r = (w << 6) + BitOperations.TrailingZeroCount(bits);
                _down[r] = _missing[r] = _up[r] = _published[r] = 0;
            }
        }

        _changedDown.Clear();
        _changedUp.Clear();
        (_changedDownCount, _changedUpCount, Looked) = (0, 0, 0);
    }

    /// <summary>Takes capacity from a firm at the start: what its customers miss, and what its suppliers do.</summary>
    public void Shock(int place, double down, double up)
    {
        _down[place] = Math.Max(_down[place], down);
        _up[place] = Math.Max(_up[place], up);
        _changedDown.Add(place);
        _changedUp.Add(place);
        _touched.Add(place);
        _changedDownCount++;
        _changedUpCount++;
    }

    /// <summary>Takes over losses that were found by other means.</summary>
    public void Take(ReadOnlySpan<double> down, ReadOnlySpan<double> up)
    {
        for (int r = 0; r < _down.Length; r++)
        {
            if (down[r] > 0 || up[r] > 0)
            {
                (_down[r], _up[r]) = (down[r], up[r]);
                _touched.Add(r);
            }
        }
    }

    /// <summary>One synchronous step of both channels.</summary>
    /// <returns>The largest growth of a loss.</returns>
    public double Step() => Math.Max(StepDown(), StepUp());

    /// <summary>One step of missing inputs.</summary>
    public double StepDown()
    {
        bool all = _changedDownCount > _graph.Count / DenseFrom;
        PublishDown(all);
        return all ? LookAtAllInputs() : LookAtUsers();
    }

    /// <summary>One step of lost sales.</summary>
    public double StepUp()
    {
        bool all = _changedUpCount > _graph.Count / DenseFrom;
        PublishUp(all);
        return all ? LookAtAllOutlets() : LookAtVendors();
    }

    /// <summary>Share of all weight lost: by the worse channel, by missing inputs, by lost sales.</summary>
    public (double Loss, double Down, double Up) Total()
    {
        (double loss, double down, double up) = (0, 0, 0);
        ReadOnlySpan<ulong> words = _touched.Words;
        for (int w = 0; w < words.Length; w++)
        {
            for (ulong bits = words[w]; bits != 0; bits &= bits - 1)
            {
                int r = (w << 6) + BitOperations.TrailingZeroCount(bits);
                double weight = _graph.Weights[r];
                loss += weight * Math.Max(_down[r], _up[r]);
                down += weight * _down[r];
                up += weight * _up[r];
            }
        }

        return (loss / _graph.TotalWeight, down / _graph.TotalWeight, up / _graph.TotalWeight);
    }

    private void PublishDown(bool all)
    {
        for (int w = 0; w < _changedDown.Words.Length; w++)
        {
            for (ulong bits = _changedDown.Take(w); bits != 0; bits &= bits - 1)
            {
                int r = (w << 6) + BitOperations.TrailingZeroCount(bits);
                if (_graph.Order.HasMarkets)
                {
                    _markets.Add(_graph.Order.MarketOf[r]);
                }
                else
                {
                    _missing[r] = _down[r];
                    if (!all)
                    {
                        Mark(_users, _graph.UserStart, _graph.Users, r);
                    }
                }
            }
        }

        for (int w = 0; _graph.Order.HasMarkets && w < _markets.Words.Length; w++)
        {
            for (ulong bits = _markets.Take(w); bits != 0; bits &= bits - 1)
            {
                PublishMarket((w << 6) + BitOperations.TrailingZeroCount(bits), all);
            }
        }

        _changedDownCount = 0;
    }

    /// <summary>
    /// What the firms of a market no longer deliver and the others of it do not replace: σ = min(1, s / what the market still makes), 1
    /// where it makes nothing.
    /// </summary>
    private void PublishMarket(int market, bool all)
    {
        int start = _graph.Order.MarketStart[market];
        int end = _graph.Order.MarketStart[market + 1];
        double remaining = CascadeKernels.Remaining(_graph.Sales.AsSpan(start, end - start), _down.AsSpan(start, end - start));
        for (int r = start; r < end; r++)
        {
            if (_down[r] == 0)
            {
                continue;
            }

            double replaced = remaining > 0 ? Math.Min(1, _graph.Sales[r] / remaining) : 1;
            double missing = replaced * _down[r];
            if (missing != _missing[r])
            {
                _missing[r] = missing;
                if (!all)
                {
                    Mark(_users, _graph.UserStart, _graph.Users, r);
                }
            }
        }
    }

    private void PublishUp(bool all)
    {
        for (int w = 0; w < _changedUp.Words.Length; w++)
        {
            for (ulong bits = _changedUp.Take(w); bits != 0; bits &= bits - 1)
            {
                int r = (w << 6) + BitOperations.TrailingZeroCount(bits);
                _published[r] = _up[r];
                if (!all)
                {
                    Mark(_vendors, _graph.VendorStart, _graph.Vendors, r);
                }
            }
        }

        _changedUpCount = 0;
    }

    private static void Mark(FirmBits marked, int[] start, int[] of, int place)
    {
        foreach (int other in of.AsSpan(start[place], start[place + 1] - start[place]))
        {
            marked.Add(other);
        }
    }

    private double LookAtUsers()
    {
        double most = 0;
        for (int w = 0; w < _users.Words.Length; w++)
        {
            for (ulong bits = _users.Take(w); bits != 0; bits &= bits - 1)
            {
                most = Math.Max(most, LookAtInputs((w << 6) + BitOperations.TrailingZeroCount(bits)));
            }
        }

        return most;
    }

    private double LookAtAllInputs()
    {
        double most = 0;
        for (int r = 0; r < _down.Length; r++)
        {
            most = Math.Max(most, LookAtInputs(r));
        }

        return most;
    }

    private double LookAtVendors()
    {
        double most = 0;
        for (int w = 0; w < _vendors.Words.Length; w++)
        {
            for (ulong bits = _vendors.Take(w); bits != 0; bits &= bits - 1)
            {
                most = Math.Max(most, LookAtOutlets((w << 6) + BitOperations.TrailingZeroCount(bits)));
            }
        }

        return most;
    }

    private double LookAtAllOutlets()
    {
        double most = 0;
        for (int r = 0; r < _up.Length; r++)
        {
            most = Math.Max(most, LookAtOutlets(r));
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double LookAtInputs(int r)
    {
        int start = _graph.InputStart[r];
        int length = _graph.InputStart[r + 1] - start;
        double before = _down[r];
        if (before >= 1 || length == 0)
        {
            return 0;
        }

        Looked++;
        double after = CascadeKernels.MissingInput(_graph.Inputs.AsSpan(start, length), _graph.InputShares.AsSpan(start, length), _missing);
        if (!(after > before))
        {
            return 0;
        }

        _down[r] = after;
        _changedDown.Add(r);
        _touched.Add(r);
        _changedDownCount++;
        return after - before;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double LookAtOutlets(int r)
    {
        int start = _graph.OutletStart[r];
        int length = _graph.OutletStart[r + 1] - start;
        double before = _up[r];
        if (before >= 1 || length == 0)
        {
            return 0;
        }

        Looked++;
        double after = CascadeKernels.LostSales(
            _graph.Outlets.AsSpan(start, length),
            _graph.OutletShares.AsSpan(start, length),
            _published
        );
        if (!(after > before))
        {
            return 0;
        }

        _up[r] = after;
        _changedUp.Add(r);
        _touched.Add(r);
        _changedUpCount++;
        return after - before;
    }
}

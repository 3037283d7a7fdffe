namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>How far stocks of inputs let sectors make what they want to.</summary>
/// <remarks>
/// An input is short once its stock is below ψ of the intended one. A bundle of inputs lowers output by what of it is short, each input by
/// its share, times how much the sector needs the bundle; the bundle that lowers it most decides. Of capital goods capacity falls with what
/// is left of them. Cost: one pass over inputs × sectors a day.
/// </remarks>
internal sealed class InputLimits
{
    private readonly DailyFlows _flows;
    private readonly InputBundles _bundles;
    private readonly double[] _cover;
    private readonly double[] _need;
    private readonly double[] _most;
    private readonly double[] _lack;

    public InputLimits(DailyFlows flows, InventoryOptions options, double[] cover)
    {
        (_flows, _cover) = (flows, cover);
        _bundles = new InputBundles(flows, options, cover);
        _need = [.. cover.Select((days, input) => (input < flows.Products ? options.StockThreshold : 1) * days)];
        _most = new double[flows.Buyers];
        _lack = new double[flows.Buyers];
        Binding = new int[flows.Buyers];
    }

    /// <summary>Number of the bundle that holds a sector back; -1 for none.</summary>
    public int[] Binding { get; }

    /// <summary>Lowers output to what stocks allow.</summary>
    public void Apply(InventoryState state)
    {
        for (int buyer = 0; buyer < _flows.Buyers; buyer++)
        {
            _most[buyer] = state.Made[_flows.SellerOf(buyer)];
            Binding[buyer] = -1;
        }

        for (int bundle = 0; bundle < _bundles.Inputs.Length; bundle++)
        {
            if (SetLack(state, bundle))
            {
                Limit(state, bundle);
            }
        }

        for (int buyer = 0; buyer < _flows.Buyers; buyer++)
        {
            state.Made[_flows.SellerOf(buyer)] = _most[buyer];
        }
    }

    /// <summary>Number of bundles.</summary>
    public int BundleCount => _bundles.Inputs.Length;

    /// <summary>The inputs of a bundle that count for a sector, with their shares; they sum to 1.</summary>
    public IEnumerable<(int Input, double Share)> SharesOf(int bundle, int buyer) =>
        _bundles.Inputs[bundle].Select(i => (i, _bundles.SharesOf(i)[buyer])).Where(s => s.Item2 > 0);

    /// <summary>What each input of the bundle that holds a sector back adds to what is short of it; the parts sum to 1.</summary>
    public IEnumerable<(int Input, double Part)> PartsOf(InventoryState state, int buyer)
    {
        (int Input, double Lack)[] lacks =
        [
            .. _bundles.Inputs[Binding[buyer]].Select(i => (i, _bundles.SharesOf(i)[buyer] * LackOf(state, i, buyer))),
        ];
        double all = lacks.Sum(l => l.Lack);
        return lacks.Where(l => l.Lack > 0).Select(l => (l.Input, l.Lack / all));
    }

    /// <summary>What is short of a bundle, by sector; whether it is short anywhere.</summary>
    private bool SetLack(InventoryState state, int bundle)
    {
        Array.Clear(_lack);
        bool isShort = false;
        foreach (int input in _bundles.Inputs[bundle])
        {
            ReadOnlySpan<double> shares = _bundles.SharesOf(input);
            for (int buyer = 0; buyer < _lack.Length; buyer++)
            {
                if (shares[buyer] > 0)
                {
                    double lack = LackOf(state, input, buyer);
                    _lack[buyer] += shares[buyer] * lack;
                    isShort |= lack > 0;
                }
            }
        }

        return isShort;
    }

    /// <summary>The part of the stock that output asks for which is not there. Unit: share.</summary>
    private double LackOf(InventoryState state, int input, int buyer)
    {
        double wants = input < _flows.Products ? 1 + state.Wanted[_flows.SellerOf(buyer)] : 1;
        double stock = _cover[input] + state.Stock[(input * _flows.Buyers) + buyer];
        double least = _bundles.SharesOf(input)[buyer] == 1 && input < _flows.Products ? 1 - (stock / wants) : 0;
        return wants > 0 ? Math.Max(0, Math.Max(1 - (stock / (_need[input] * wants)), least)) : 0;
    }

    private void Limit(InventoryState state, int bundle)
    {
        ReadOnlySpan<double> weights = _bundles.WeightsOf(bundle);
        for (int buyer = 0; buyer < _lack.Length; buyer++)
        {
            if (_lack[buyer] > 0)
            {
                int seller = _flows.SellerOf(buyer);
                double from = bundle == _bundles.Capital ? state.Capacity[seller] : 1 + state.Wanted[seller];
                double most = (from * (1 - (weights[buyer] * Math.Min(1, _lack[buyer])))) - 1;
                if (most < _most[buyer])
                {
                    (_most[buyer], Binding[buyer]) = (most, bundle);
                }
            }
        }
    }
}

using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade.Spreading;

namespace Rootscope.Shocks.Lenses.Cascade;

/// <summary>
/// Shortage cascades through a supply network: what is lost down the chain by missing inputs and up the chain by lost sales.
/// </summary>
/// <remarks>
/// <para>Unit: shares of capacity and of all weight. A closed firm's customers lose an essential input's share of what they buy of its
/// sector, an important input's share of all they buy, and nothing by a negligible one; what other firms of the market can deliver is taken
/// off. Its suppliers lose its share of their sales. Both spread until the stopping rule is met.</para>
/// <para>Assumptions: no prices, no inventories, no new links; shares stay as they are. Source: Diem, Borsos, Reisch, Kertész and Thurner,
/// "Quantifying firm-level economic systemic risk from nation-wide supply networks" (Scientific Reports 12, 2022, 7719), equations 4 to
/// 10.</para>
/// <para>Safe to share between threads. Cost: one pass over the network to build; a cascade costs what it touches.</para>
/// </remarks>
public sealed class CascadeModel
{
    private readonly CascadeGraph _graph;

    private CascadeModel(SupplyNetwork network, CascadeOptions options, CascadeGraph graph)
    {
        Network = network;
        Options = options;
        _graph = graph;
    }

    /// <summary>The network.</summary>
    public SupplyNetwork Network { get; }

    /// <summary>How losses spread and when that ends.</summary>
    public CascadeOptions Options { get; }

    internal CascadeGraph Graph => _graph;

    /// <summary>Prepares a network.</summary>
    /// <exception cref="Tables.TableException">A sector of the firms is not rated, or markets are asked for and the firms have
    /// none.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static CascadeModel Of(SupplyNetwork network, CascadeOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        return options.Faults.Count == 0
            ? new CascadeModel(network, options, CascadeGraph.Of(network, options))
            : throw new ArgumentException(string.Join("; ", options.Faults), nameof(options));
    }

    /// <summary>What several losses of capacity at once cost the network.</summary>
    /// <param name="losses">The firms and the shares of capacity they lose; of a firm that is named twice the larger share counts. None
    /// costs nothing.</param>
    /// <param name="cancellation">Stops at the next step.</param>
    /// <exception cref="ArgumentOutOfRangeException">A firm is not in the network, or a share is not above 0 and at most 1.</exception>
    public CascadeOutcome Run(IReadOnlyList<CapacityLoss> losses, CancellationToken cancellation = default) =>
        Run(new CascadeState(_graph), losses, cancellation);

    /// <summary>The same with the losses of every firm.</summary>
    /// <param name="losses">The firms and the shares of capacity they lose.</param>
    /// <param name="cancellation">Stops at the next step.</param>
    /// <exception cref="ArgumentOutOfRangeException">A firm is not in the network, or a share is not above 0 and at most 1.</exception>
    public FirmLosses RunByFirm(IReadOnlyList<CapacityLoss> losses, CancellationToken cancellation = default)
    {
        var state = new CascadeState(_graph);
        CascadeOutcome total = Run(state, losses, cancellation);
        return new FirmLosses(total, ByFirm(state.Down), ByFirm(state.Up));
    }

    internal CascadeOutcome Run(CascadeState state, IReadOnlyList<CapacityLoss> losses, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(losses);
        state.Reset();
        foreach ((FirmNumber firm, double share) in losses)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)firm.Value, (uint)Network.Count, nameof(losses));
            if (!(share > 0) || share > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(losses), share, "A share of capacity is above 0 and at most 1.");
            }

            state.Shock(_graph.Order.RankOf[firm], share, share);
        }

        return Spread(state, cancellation);
    }

    /// <summary>Some firms lose capacity, and others deliver a share of what they no longer do.</summary>
    internal CascadeOutcome RunWithSecondSources(IReadOnlyList<CapacityLoss> losses, double share, CancellationToken cancellation)
    {
        var state = new CascadeState(_graph);
        foreach ((FirmNumber firm, double lost) in losses)
        {
            state.Shock(_graph.Order.RankOf[firm], (1 - share) * lost, lost);
        }

        return Spread(state, cancellation);
    }

    /// <summary>What each firm counts, in the order of the firms.</summary>
    internal double[] Weights() => ByFirm(_graph.Weights);

    private CascadeOutcome Spread(CascadeState state, CancellationToken cancellation)
    {
        if (Options.Stop == CascadeStop.FixedPoint)
        {
            return ToTheLimit(state, cancellation);
        }

        bool relative = Options.Stop == CascadeStop.LegacyRelative;
        double loss = relative ? state.Total().Loss : 0;
        int steps = 0;
        double change;
        bool done;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            change = state.Step();
            steps++;
            if (relative)
            {
                // Written so that no loss at all, where a ratio of losses is undefined, ends it too.
                double before = loss;
                loss = state.Total().Loss;
                done = loss <= before * (1 + Options.Tolerance);
            }
            else
            {
                done = change <= Options.Tolerance;
            }
        } while (!done && steps < Options.MostSteps);
        return OutcomeOf(state, done ? CascadeStatus.Ok : CascadeStatus.StepLimit, steps, change);
    }

    /// <summary>Each channel by itself: they meet only in the index.</summary>
    private CascadeOutcome ToTheLimit(CascadeState state, CancellationToken cancellation)
    {
        (double[] noInputs, double[] noSales) = (state.Down.ToArray(), state.Up.ToArray());
        var down = new FixedPointSearch(new DownstreamChannel(_graph, noInputs), noInputs);
        var up = new FixedPointSearch(new UpstreamChannel(_graph, noSales), noSales);
        bool done =
            down.Run(Options.Tolerance, Options.MostSteps, cancellation) & up.Run(Options.Tolerance, Options.MostSteps, cancellation);
        state.Take(down.Losses, up.Losses);
        return OutcomeOf(
            state,
            done ? CascadeStatus.Ok : CascadeStatus.StepLimit,
            Math.Max(down.Steps, up.Steps),
            Math.Max(down.Residual, up.Residual)
        );
    }

    private CascadeOutcome OutcomeOf(CascadeState state, CascadeStatus status, int steps, double change)
    {
        (double loss, double down, double up) = state.Total();
        bool defined = _graph.TotalWeight > 0;
        return new CascadeOutcome(
            defined ? status : CascadeStatus.NoWeight,
            defined ? loss : null,
            defined ? down : null,
            defined ? up : null,
            steps,
            change,
            state.Touched.CountAll()
        );
    }

    private double[] ByFirm(ReadOnlySpan<double> byPlace)
    {
        var byFirm = new double[byPlace.Length];
        for (int r = 0; r < byFirm.Length; r++)
        {
            byFirm[_graph.Order.FirmOf[r]] = byPlace[r];
        }

        return byFirm;
    }
}

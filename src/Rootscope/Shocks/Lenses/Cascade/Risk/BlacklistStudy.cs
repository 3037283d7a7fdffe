using Rootscope.Networks;

namespace Rootscope.Shocks.Lenses.Cascade.Risk;

/// <summary>What a group of firms loses when some firms are cut out of the network. Shares are of the group's weight.</summary>
/// <param name="Code">Code of the sector or region; empty for the whole network.</param>
/// <param name="Weight">The group's weight. Unit: money, that of the edges.</param>
/// <param name="Direct">Share of it that is the listed firms' own.</param>
/// <param name="Downstream">Share lost by missing inputs, the listed firms' own included.</param>
/// <param name="Upstream">Share lost by lost sales, the listed firms' own included.</param>
/// <param name="Loss">Share lost, the worse of the two in every firm.</param>
public sealed record GroupLoss(string Code, double Weight, double Direct, double Downstream, double Upstream, double Loss);

/// <summary>What a firm that is not listed loses, and the way by which the loss reaches it first.</summary>
/// <param name="Firm">Number of the firm.</param>
/// <param name="Weight">Its weight. Unit: money, that of the edges.</param>
/// <param name="Downstream">Share of its capacity lost by missing inputs.</param>
/// <param name="Upstream">Share of its capacity lost by lost sales.</param>
/// <param name="Chain">Firms from a listed one to this one; each brings the next the largest part of its loss among those that were reached
/// before it.</param>
public sealed record FirmLoss(FirmNumber Firm, double Weight, double Downstream, double Upstream, IReadOnlyList<FirmNumber> Chain);

/// <summary>The loss under another assumption about how well the listed firms can be replaced.</summary>
/// <param name="Assumption">The assumption, in words.</param>
/// <param name="Outcome">What it costs.</param>
public sealed record SubstitutionLoss(string Assumption, CascadeOutcome Outcome);

/// <summary>
/// What it costs that some firms are cut out of a network all at once: in all, by sector and region, by firm with the chain, and as
/// substitutes are found.
/// </summary>
/// <remarks>
/// A listed firm delivers and buys so much less as it loses of its capacity, all unless it is said otherwise. Weights are those of the
/// model's options.
/// </remarks>
public sealed class BlacklistStudy
{
    private static readonly double[] SecondSources = [0.25, 0.5, 0.75];

    private BlacklistStudy(
        FirmLosses losses,
        GroupLoss network,
        IReadOnlyList<GroupLoss> bySector,
        IReadOnlyList<GroupLoss> byRegion,
        IReadOnlyList<FirmLoss> firms,
        IReadOnlyList<SubstitutionLoss> substitution
    )
    {
        (Losses, Network, BySector, ByRegion, Firms, Substitution) = (losses, network, bySector, byRegion, firms, substitution);
    }

    /// <summary>What it costs every firm.</summary>
    public FirmLosses Losses { get; }

    /// <summary>What it costs the network.</summary>
    public CascadeOutcome Total => Losses.Total;

    /// <summary>The same as a group that holds all firms.</summary>
    public GroupLoss Network { get; }

    /// <summary>Losses by sector, the largest in money first.</summary>
    public IReadOnlyList<GroupLoss> BySector { get; }

    /// <summary>Losses by region, the largest in money first; empty where regions are not known.</summary>
    public IReadOnlyList<GroupLoss> ByRegion { get; }

    /// <summary>The firms that lose most money without being listed, the largest first.</summary>
    public IReadOnlyList<FirmLoss> Firms { get; }

    /// <summary>
    /// The loss without any replacement, with that of the market, and with second sources for part of what the listed firms deliver.
    /// </summary>
    public IReadOnlyList<SubstitutionLoss> Substitution { get; }

    /// <summary>Computes it for firms that are closed.</summary>
    /// <param name="model">The network and how losses spread in it.</param>
    /// <param name="listed">Numbers of the listed firms, each once.</param>
    /// <param name="mostFirms">How many firms to trace chains for.</param>
    /// <param name="cancellation">Stops at the next step.</param>
    /// <exception cref="ArgumentException">No firm is listed, or a number is none of the network's.</exception>
    public static BlacklistStudy Of(
        CascadeModel model,
        IReadOnlyList<FirmNumber> listed,
        int mostFirms,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(listed);
        return Of(model, [.. listed.Select(f => new CapacityLoss(f, 1))], mostFirms, cancellation);
    }

    /// <summary>Computes it.</summary>
    /// <param name="model">The network and how losses spread in it.</param>
    /// <param name="listed">The listed firms, each once, and what they lose of their capacity.</param>
    /// <param name="mostFirms">How many firms to trace chains for.</param>
    /// <param name="cancellation">Stops at the next step.</param>
    /// <exception cref="ArgumentException">No firm is listed, or a number is none of the network's.</exception>
    /// <remarks>Cost: seven cascades.</remarks>
    public static BlacklistStudy Of(
        CascadeModel model,
        IReadOnlyList<CapacityLoss> listed,
        int mostFirms,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(listed);
        if (listed.Count == 0)
        {
            throw new ArgumentException("No firm is listed.", nameof(listed));
        }

        FirmLosses losses = model.RunByFirm(listed, cancellation);
        double[] weights = model.Weights();
        FirmList firms = model.Network.Firms;
        double[] own = new double[firms.Count];
        foreach ((FirmNumber f, double share) in listed)
        {
            own[f] = Math.Max(own[f], share);
        }

        FirmGroups whole = FirmGroups.Of([.. Enumerable.Repeat(string.Empty, firms.Count)]);
        return new BlacklistStudy(
            losses,
            Groups(whole, weights, own, losses)[0],
            Groups(firms.Sectors, weights, own, losses),
            firms.Regions is { } regions ? Groups(regions, weights, own, losses) : [],
            LargestOf(model, listed, own, weights, losses, mostFirms, cancellation),
            Substitutes(model, listed, losses.Total, cancellation)
        );
    }

    private static GroupLoss[] Groups(FirmGroups groups, double[] weights, double[] own, FirmLosses losses)
    {
        int n = groups.Codes.Count;
        (double[] weight, double[] direct, double[] down, double[] up, double[] loss) = (
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n]
        );
        for (int f = 0; f < weights.Length; f++)
        {
            int g = groups.Numbers[f];
            weight[g] += weights[f];
            direct[g] += weights[f] * own[f];
            down[g] += weights[f] * losses.Downstream[f];
            up[g] += weights[f] * losses.Upstream[f];
            loss[g] += weights[f] * Math.Max(losses.Downstream[f], losses.Upstream[f]);
        }

        double Share(double[] part, int g) => weight[g] > 0 ? part[g] / weight[g] : 0;
        return
        [
            .. Enumerable
                .Range(0, n)
                .OrderByDescending(g => loss[g])
                .ThenBy(g => g)
                .Select(g => new GroupLoss(groups.Codes[g], weight[g], Share(direct, g), Share(down, g), Share(up, g), Share(loss, g))),
        ];
    }

    private static FirmLoss[] LargestOf(
        CascadeModel model,
        IReadOnlyList<CapacityLoss> listed,
        double[] own,
        double[] weights,
        FirmLosses losses,
        int most,
        CancellationToken cancellation
    )
    {
        double LostBy(int f) => weights[f] * Math.Max(losses.Downstream[f], losses.Upstream[f]);
        IReadOnlyList<string> ids = model.Network.Firms.Ids;
        int[] largest =
        [
            .. Enumerable
                .Range(0, weights.Length)
                .Where(f => own[f] == 0 && LostBy(f) > 0)
                .OrderByDescending(LostBy)
                .ThenBy(f => ids[f], StringComparer.Ordinal)
                .Take(most),
        ];
        var chains = new CascadeChains(model, listed, losses, cancellation);
        return
        [
            .. largest.Select(f => new FirmLoss(
                new(f),
                weights[f],
                losses.Downstream[f],
                losses.Upstream[f],
                chains.To(f, losses.Downstream[f] >= losses.Upstream[f])
            )),
        ];
    }

    private static List<SubstitutionLoss> Substitutes(
        CascadeModel model,
        IReadOnlyList<CapacityLoss> listed,
        CascadeOutcome asChosen,
        CancellationToken cancellation
    )
    {
        var none = CascadeModel.Of(model.Network, model.Options with { Market = CascadeMarket.None });
        CascadeMarket market = model.Options.Market;
        List<SubstitutionLoss> result = [new("nobody replaces anybody", none.Run(listed, cancellation))];
        if (market != CascadeMarket.None)
        {
            result.Add(new("firms of the same market replace what they can", asChosen));
        }

        foreach (double share in SecondSources)
        {
            result.Add(
                new(
                    FormattableString.Invariant($"and second sources for {share * 100:0}% of what the listed firms deliver"),
                    model.RunWithSecondSources(listed, share, cancellation)
                )
            );
        }

        return result;
    }
}

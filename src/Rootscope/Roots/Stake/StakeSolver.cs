using Rootscope.Shocks;
using Rootscope.Shocks.Stake;
using Rootscope.Tables;

namespace Rootscope.Roots.Stake;

/// <summary>An economy and a question, made ready for products one after the other. Read-only and shared by all threads.</summary>
internal sealed class StakeSolver
{
    private readonly StakeInputs _inputs;
    private readonly StakeOptions _options;
    private readonly RootSupply[] _supplies;

    private readonly bool _isCeiling;
    private readonly int _nodes;

    private StakeSolver(StakeInputs inputs, StakeOptions options, StakeEconomy economy, bool isCeiling, int nodes)
    {
        _isCeiling = isCeiling;
        _nodes = nodes;
        _inputs = inputs;
        _options = options;
        Economy = economy;
        _supplies = RootSupply.Of(economy.Region.Table, economy.Region, options.Supply);
    }

    public StakeEconomy Economy { get; }

    /// <summary>Makes an economy ready.</summary>
    /// <param name="inputs">The economy.</param>
    /// <param name="options">The question.</param>
    /// <param name="isCeiling">Whether limits of services are ceilings; otherwise they are met even where less is wanted.</param>
    /// <param name="nodes">Nodes a panel of the sum over years.</param>
    public static StakeSolver Of(StakeInputs inputs, StakeOptions options, bool isCeiling = true, int nodes = EpisodeLoss.UsualNodes)
    {
        options.Validate();
        StakeEconomy economy = inputs.ReadyFor(options);
        return new StakeSolver(inputs, options, economy, isCeiling, nodes);
    }

    /// <summary>The same base under the elasticities and years of a draw; options and tables stay otherwise.</summary>
    public StakeSolver Drawn(StakeInputs inputs, StakeOptions options, int nodes) =>
        new(inputs, options, Economy.With(options.Elasticities, options.ExportsElasticity), _isCeiling, nodes);

    public ShortageSolver NewWorkspace() => new(Economy, _isCeiling);

    public Episode EpisodeOf(int product) =>
        new(_options.Cut, _inputs.YearsToReplace[product], _inputs.Depreciation[product], _options.Recovery);

    /// <summary>The figures of a product; unranked.</summary>
    public StakeRow RowOf(int product, ShortageSolver workspace, CancellationToken cancellation)
    {
        RootSupply supply = _supplies[product];
        var scarce = ScarceProduct.Of(Economy, product, _options.Supply);
        bool isUsed = supply.Money > 0 && Economy.IsUsed(product, _options.Supply) && scarce.Flow + scarce.Services > 0;
        EpisodeSums sums = isUsed ? Sums(product, scarce, workspace, cancellation) : new EpisodeSums(CutStatus.NoUse, 0, 0, null, 0);
        double? money = sums.AtStake * Economy.Region.FinalSpending;
        return new StakeRow
        {
            Rank = 0,
            Product = new(product),
            Code = supply.Code,
            Name = supply.Name,
            OutputShare = supply.OutputShare,
            Supply = supply.Money,
            YearsToReplace = _inputs.YearsToReplace[product],
            CapitalShareOfUse = scarce.CapitalShareOfUse,
            AtStakeShare = sums.AtStake,
            AtStake = money,
            TailShare = sums.Tail,
            Leverage = supply.Money > 0 ? money / (_options.Cut * supply.Money) : null,
            TimesTypical = null,
            ServicesScarceFromYears = sums.ServicesScarceFrom,
            Strain = sums.Strain,
            Status = sums.Status,
        };
    }

    /// <summary>What every industry makes less until the product is replaced.</summary>
    public StakeLosses LossesOf(int product, ShortageSolver workspace, CancellationToken cancellation)
    {
        var scarce = ScarceProduct.Of(Economy, product, _options.Supply);
        bool isUsed = _supplies[product].Money > 0 && Economy.IsUsed(product, _options.Supply) && scarce.Flow + scarce.Services > 0;
        var falls = new double[Economy.Size + 1];
        EpisodeSums sums = isUsed
            ? Sums(product, scarce, workspace, cancellation, falls)
            : new EpisodeSums(CutStatus.NoUse, 0, null, null, 0);
        return sums.AtStake is { } lost
            ? new StakeLosses(sums.Status, falls[..Economy.Size], falls[Economy.Size], lost)
            : new StakeLosses(sums.Status, null, null, null);
    }

    /// <summary>Sums the losses of a product's episode.</summary>
    /// <param name="product">Its number.</param>
    /// <param name="scarce">What of it is short.</param>
    /// <param name="workspace">The solver of this thread.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <param name="falls">Where falls of outputs are summed beside, with that of exports last; the tail is left out then.</param>
    public EpisodeSums Sums(
        int product,
        ScarceProduct scarce,
        ShortageSolver workspace,
        CancellationToken cancellation,
        double[]? falls = null
    )
    {
        if (!SmallEpisode.Is(_options.Cut))
        {
            return SumsOf(EpisodeOf(product), scarce, workspace, cancellation, falls);
        }

        EpisodeSums At(double cut, double[]? summed) =>
            SumsOf(EpisodeOf(product) with { Cut = cut }, scarce, workspace, cancellation, summed);
        return SmallEpisode.Of(_options.Cut, At, falls);
    }

    private EpisodeSums SumsOf(
        Episode episode,
        ScarceProduct scarce,
        ShortageSolver workspace,
        CancellationToken cancellation,
        double[]? falls
    )
    {
        workspace.Take(scarce);
        if (_options.YearAlone is { } year)
        {
            return YearAlone(year, episode, workspace, cancellation, falls);
        }

        var loss = new EpisodeLoss(workspace, episode, _options.Discount, cancellation) { Nodes = _nodes, Falls = falls };
        double end = Math.Min(episode.End, _options.AtMostYears);
        (CutStatus status, double? atStake) = loss.Sum(0, end);
        double? from = loss.ServicesScarceFrom;
        double strain = loss.Strain;
        (CutStatus Status, double? Years) tail = (status, 0);
        bool withTail = _options.WithTail && falls is null;
        if (withTail && status == CutStatus.Ok && end < _options.AtMostYears && scarce.Services > 0)
        {
            tail = loss.Sum(end, _options.AtMostYears);
        }

        return status == CutStatus.Ok
            ? new EpisodeSums(StatusOf(strain), atStake, withTail && tail.Status == CutStatus.Ok ? tail.Years : null, from, strain)
            {
                Switches = loss.Switches,
            }
            : EpisodeSums.Without(status);
    }

    private static EpisodeSums YearAlone(
        double year,
        Episode episode,
        ShortageSolver workspace,
        CancellationToken cancellation,
        double[]? falls
    )
    {
        Episode lasting = episode with { Years = double.PositiveInfinity, Recovery = StakeRecovery.Sudden };
        ShortageSolution alone = new EpisodeLoss(workspace, lasting, 0, cancellation).At(year, ended: false);
        if (falls is not null)
        {
            workspace.AddFalls(alone, 1, falls);
        }

        return alone.Status == CutStatus.Ok
            ? new EpisodeSums(
                StatusOf(alone.Strain),
                alone.Loss,
                null,
                alone.Binding.HasFlag(BindingLimits.Services) ? year : null,
                alone.Strain
            )
            : EpisodeSums.Without(alone.Status);
    }

    /// <summary>Whether a figure under such strain holds.</summary>
    public static CutStatus StatusOf(double strain) => strain > StakeRanking.FarthestStrain ? CutStatus.Extrapolated : CutStatus.Ok;
}

/// <summary>What an episode adds up to.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="AtStake">Losses until the product is replaced, in years of final spending.</param>
/// <param name="Tail">Losses after.</param>
/// <param name="ServicesScarceFrom">When services are first scarce, in years.</param>
/// <param name="Strain">How far from the base at the worst moment.</param>
internal sealed record EpisodeSums(CutStatus Status, double? AtStake, double? Tail, double? ServicesScarceFrom, double? Strain)
{
    /// <summary>No figures.</summary>
    public static EpisodeSums Without(CutStatus status) => new(status, null, null, null, null);

    /// <summary>When limits began or ceased to bind, in years.</summary>
    public IReadOnlyList<double> Switches { get; init; } = [];
}

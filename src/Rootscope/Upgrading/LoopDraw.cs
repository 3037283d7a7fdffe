using Rootscope.Numerics;

namespace Rootscope.Upgrading;

/// <summary>One draw of the parameters that all technologies share.</summary>
internal readonly record struct LoopDraw
{
    public required double Autocorrelation { get; init; }

    public required double Correlation { get; init; }

    public required double Elasticity { get; init; }

    public required double HomeGrowth { get; init; }

    public required double ForeignGrowth { get; init; }

    public required double WorldShare { get; init; }

    /// <summary>Research over sales.</summary>
    public required double Research { get; init; }

    public required double KnowledgeElasticity { get; init; }

    public required double Depreciation { get; init; }

    public required double Spill { get; init; }

    public required double SpillClosed { get; init; }

    public required double ExperienceShared { get; init; }

    public required double GateFar { get; init; }

    public required double GateNear { get; init; }

    /// <summary>Growth of the world market, by which both makers' balanced paths are set.</summary>
    public double WorldGrowth => (WorldShare * HomeGrowth) + ((1 - WorldShare) * ForeignGrowth);

    /// <summary>Draws them in a fixed order.</summary>
    public static LoopDraw Of(UpgradingParameters parameters, RandomStream stream) => Of(name => parameters[name].Draw(stream));

    /// <summary>The central figures.</summary>
    public static LoopDraw Central(UpgradingParameters parameters) => Of(name => parameters[name].Central);

    private static LoopDraw Of(Func<string, double> figure) =>
        new()
        {
            Autocorrelation = figure(UpgradingParameters.ShockAutocorrelation),
            Correlation = figure(UpgradingParameters.ShockCorrelation),
            Elasticity = figure(UpgradingParameters.ShareElasticity),
            HomeGrowth = figure(UpgradingParameters.HomeGrowth),
            ForeignGrowth = figure(UpgradingParameters.ForeignGrowth),
            WorldShare = figure(UpgradingParameters.WorldShare),
            Research = figure(UpgradingParameters.Markup) * figure(UpgradingParameters.ResearchOfProfit),
            KnowledgeElasticity = figure(UpgradingParameters.KnowledgeElasticity),
            Depreciation = figure(UpgradingParameters.KnowledgeDepreciation),
            Spill = figure(UpgradingParameters.Spill),
            SpillClosed = figure(UpgradingParameters.SpillClosed),
            ExperienceShared = figure(UpgradingParameters.ExperienceShared),
            GateFar = figure(UpgradingParameters.GateFar),
            GateNear = figure(UpgradingParameters.GateNear),
        };
}

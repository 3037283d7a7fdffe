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
    public static LoopDraw Of(UpgradingParameters parameters, RandomStream stream) =>
        new()
        {
            Autocorrelation = parameters[UpgradingParameters.ShockAutocorrelation].Draw(stream),
            Correlation = parameters[UpgradingParameters.ShockCorrelation].Draw(stream),
            Elasticity = parameters[UpgradingParameters.ShareElasticity].Draw(stream),
            HomeGrowth = parameters[UpgradingParameters.HomeGrowth].Draw(stream),
            ForeignGrowth = parameters[UpgradingParameters.ForeignGrowth].Draw(stream),
            WorldShare = parameters[UpgradingParameters.WorldShare].Draw(stream),
            Research = parameters[UpgradingParameters.Markup].Draw(stream) * parameters[UpgradingParameters.ResearchOfProfit].Draw(stream),
            KnowledgeElasticity = parameters[UpgradingParameters.KnowledgeElasticity].Draw(stream),
            Depreciation = parameters[UpgradingParameters.KnowledgeDepreciation].Draw(stream),
            Spill = parameters[UpgradingParameters.Spill].Draw(stream),
            SpillClosed = parameters[UpgradingParameters.SpillClosed].Draw(stream),
            ExperienceShared = parameters[UpgradingParameters.ExperienceShared].Draw(stream),
            GateFar = parameters[UpgradingParameters.GateFar].Draw(stream),
            GateNear = parameters[UpgradingParameters.GateNear].Draw(stream),
        };
}

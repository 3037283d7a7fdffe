namespace Rootscope.Shocks.Lenses.Cascade.Ensembles;

/// <summary>What a figure of an ensemble is of.</summary>
public enum EnsemblePart
{
    /// <summary>The structure of the network.</summary>
    Fact,

    /// <summary>Systemic risk in the network as a whole.</summary>
    Network,

    /// <summary>The riskiest firm of a sector.</summary>
    Sector,

    /// <summary>The failure of one firm.</summary>
    Firm,

    /// <summary>The listed firms cut out at once: the whole network.</summary>
    Listing,

    /// <summary>The same: what a sector loses.</summary>
    ListingSector,

    /// <summary>The same: what a region loses.</summary>
    ListingRegion,

    /// <summary>The same: what a firm loses that is not listed.</summary>
    ListingFirm,

    /// <summary>The same under another assumption on substitutes.</summary>
    Substitution,
}

/// <summary>One figure of an ensemble.</summary>
/// <param name="Part">What it is of.</param>
/// <param name="Name">The firm, sector, region or assumption; empty for the network.</param>
/// <param name="Figure">What is measured, such as "esri".</param>
/// <param name="First">Its value in the first network. Unit: the figure's. Null where undefined.</param>
/// <param name="Band">Its band over all networks.</param>
/// <param name="RankShare">Share of networks in which the rank holds: the place among all of its part lies within a tenth of the list of
/// that in the first network. Null where nothing is ranked.</param>
public sealed record EnsembleFigure(EnsemblePart Part, string Name, string Figure, double? First, FigureBand Band, double? RankShare);

using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Answers.Scenarios;

/// <summary>One row of what lenses say about a scenario; <see cref="Part"/> says what it is about.</summary>
/// <param name="Part">Such as <see cref="OfRegion"/>.</param>
internal sealed record ScenarioLine(string Part)
{
    public const string OfShock = "shock";
    public const string OfCarrier = "carrier";
    public const string OfLens = "lens";
    public const string OfRegion = "region";
    public const string OfSector = "sector";
    public const string OfDownstream = "downstream";
    public const string OfUpstream = "upstream";
    public const string OfCause = "cause";
    public const string OfCourse = "course";
    public const string OfMonth = "month";
    public const string OfInvestment = "investment";
    public const string OfUnrepresented = "unrepresented";
    public const string OfInfeasible = "infeasible";

    /// <summary>The lens that says it; null for shocks and carriers.</summary>
    public LensResult? Lens { get; init; }

    /// <summary>Number of the region; null for all together.</summary>
    public int? RegionNumber { get; init; }

    public Region? Region { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    /// <summary>Number of the shock, from 1.</summary>
    public int? Shock { get; init; }

    public string? Text { get; init; }

    public string? Carrier { get; init; }

    public double? ShareOfCarrier { get; init; }

    /// <summary>Share of all that regions lose under the lens.</summary>
    public double? ShareOfLoss { get; init; }

    /// <summary>All regions together, in a row of a lens.</summary>
    public LensWhole? Whole { get; init; }

    public RegionOutcome? Outcome { get; init; }

    public SectorOutcome? Sector { get; init; }

    public LiftedSector? Lifted { get; init; }

    /// <summary>The figure of the row over draws: the loss of a lens or region, the change of output of a sector.</summary>
    public FigureBand? Band { get; init; }

    /// <summary>Share of draws in which the region's place holds.</summary>
    public double? RankShare { get; init; }

    /// <summary>What a part of the loss is due to.</summary>
    public LossCause? Cause { get; init; }

    /// <summary>Number of the month, from 1, in a row of a course over time.</summary>
    public int? Month { get; init; }

    /// <summary>Change of orders of capital goods in that month.</summary>
    public double? CapitalOrders { get; init; }

    /// <summary>Change of the capital that is left in that month.</summary>
    public double? CapitalLeft { get; init; }

    /// <summary>Code of the input that has run low.</summary>
    public string? Input { get; init; }

    /// <summary>Code of the region that delivers less of it, or "abroad".</summary>
    public string? Origin { get; init; }

    /// <summary>A region of a table, with what a lens says of it where one does.</summary>
    public static ScenarioLine At(SectorIndex sectors, int region, LensResult? lens = null, RegionOutcome? outcome = null) =>
        new(OfRegion)
        {
            Lens = lens,
            RegionNumber = region,
            Region = sectors.Regions[region],
            Outcome = outcome,
        };

    /// <summary>A sector of a table.</summary>
    public static ScenarioLine At(SectorIndex sectors, int sector, string part, LensResult lens) =>
        new(part)
        {
            Lens = lens,
            RegionNumber = sectors.RegionNumberOf(new(sector)),
            Region = sectors.RegionOf(new(sector)),
            Code = sectors.IndustryOf(new(sector)).Code,
            Name = sectors.IndustryOf(new(sector)).Name,
        };
}

/// <summary>What a lens says of all regions together, and how its solver ended.</summary>
/// <param name="Base">What the loss is a share of; null where there are no figures.</param>
/// <param name="Loss">The loss as a share of that.</param>
/// <param name="Money">The loss in money.</param>
/// <param name="Iterations">Iterations of the solver.</param>
/// <param name="Residual">Largest gap that was left.</param>
internal sealed record LensWhole(double? Base, double? Loss, double? Money, int Iterations, double Residual)
{
    public static LensWhole Of(LensResult lens)
    {
        LensFigures figures = lens.Figures;
        bool some = figures.Regions.Count > 0;
        return new LensWhole(
            some ? figures.Regions.Sum(r => r.Base) : null,
            ScenarioSweep.LossOfAll(lens),
            some ? figures.Regions.Sum(r => r.Money) : null,
            figures.Iterations,
            figures.Residual
        );
    }
}

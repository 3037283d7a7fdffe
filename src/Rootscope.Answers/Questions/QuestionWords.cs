using Rootscope.Accounts.Decomposition;
using Rootscope.Accounts.Exposure;
using Rootscope.Catalogue;
using Rootscope.Planning;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Tables;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.Questions;

/// <summary>The words of every option that has a fixed list of them.</summary>
internal static class QuestionWords
{
    /// <summary>Models, in the order in which people are told of them.</summary>
    public static readonly LensWords Lenses = new(LensRegistry.Default);

    public static readonly OptionWords<SupplyScope> Supplies = new(
        ("all", SupplyScope.All),
        ("domestic", SupplyScope.Domestic),
        ("imported", SupplyScope.Imported)
    );

    public static readonly OptionWords<PlanRisk> PlanRisks = new(("expected", PlanRisk.Expected), ("cvar", PlanRisk.Cvar));

    public static readonly OptionWords<PlanMeasure> PlanMeasures = new(
        ("research", PlanMeasure.Research),
        ("capacity", PlanMeasure.Capacity),
        ("stockpile", PlanMeasure.Stockpile),
        ("second-source", PlanMeasure.SecondSource),
        ("licence", PlanMeasure.Licence)
    );

    public static readonly OptionWords<TradeClosure> Trades = new(("balanced", TradeClosure.Balanced), ("factor", TradeClosure.Factor));

    public static readonly OptionWords<OwnUseTreatment> OwnUses = new(("net", OwnUseTreatment.Net), ("gross", OwnUseTreatment.Gross));

    public static readonly OptionWords<CutKind> CutKinds = new(("cost", CutKind.Cost), ("quantity", CutKind.Quantity));

    public static readonly OptionWords<CapitalTreatment> Capitals = new(("on", CapitalTreatment.On), ("off", CapitalTreatment.Off));

    public static readonly OptionWords<StakeCapital> CapitalReadings = new(
        ("stock", StakeCapital.Stock),
        ("flow", StakeCapital.Flow),
        ("off", StakeCapital.Off)
    );

    public static readonly OptionWords<RatingUse> Ratings = new(("on", RatingUse.On), ("any", RatingUse.Any), ("off", RatingUse.Off));

    public static readonly OptionWords<FactorMobility> Factors = new(("mobile", FactorMobility.Mobile), ("fixed", FactorMobility.Fixed));

    public static readonly OptionWords<RootSubject> Subjects = new(
        ("industry", RootSubject.Industry),
        ("technology", RootSubject.Technology)
    );

    public static readonly OptionWords<AccountOrder> AccountOrders = new(("table", AccountOrder.Table), ("value", AccountOrder.Value));

    public static readonly OptionWords<ExposureBase> ExposureBases = new(("inputs", ExposureBase.Inputs), ("output", ExposureBase.Output));

    public static readonly OptionWords<PathIndicator> PathIndicators = new(
        ("value-added", PathIndicator.ValueAdded),
        ("output", PathIndicator.Output)
    );

    public static readonly OptionWords<DecomposedTotal> DecomposedTotals = new(
        ("output", DecomposedTotal.Output),
        ("value-added", DecomposedTotal.ValueAdded)
    );

    public static readonly OptionWords<DecompositionMethod> DecompositionMethods = new(
        ("shapley", DecompositionMethod.Shapley),
        ("polar", DecompositionMethod.Polar)
    );

    public static readonly OptionWords<Nest> SweptNests = new(
        ("domestic-imported", Nest.DomesticImported),
        ("among-inputs", Nest.AmongInputs),
        ("value-added-inputs", Nest.ValueAddedInputs),
        ("final-demand", Nest.FinalDemand)
    );

    public static readonly OptionWords<CascadeStop> CascadeStops = new(
        ("legacy", CascadeStop.Legacy),
        ("fixed-point", CascadeStop.FixedPoint)
    );

    public static readonly OptionWords<CascadeWeight> CascadeWeights = new(
        ("sales", CascadeWeight.Sales),
        ("revenue", CascadeWeight.Revenue)
    );

    public static readonly OptionWords<ComplexitySubject> ComplexitySubjects = new(
        ("countries", ComplexitySubject.Countries),
        ("products", ComplexitySubject.Products),
        ("pairs", ComplexitySubject.Pairs)
    );

    public static readonly OptionWords<ComparedCountries> CountryFilters = new(
        ("none", ComparedCountries.All),
        ("default", ComparedCountries.Usual)
    );

    public static readonly OptionWords<OutlookConvention> Outlooks = new(
        ("standardised", OutlookConvention.Standardised),
        ("atlas", OutlookConvention.Atlas),
        ("unshifted", OutlookConvention.Unshifted)
    );

    public static readonly OptionWords<DependenceOrder> DependenceOrders = new(
        ("margin", DependenceOrder.Margin),
        ("imports", DependenceOrder.Imports),
        ("product", DependenceOrder.Product)
    );

    public static readonly OptionWords<DependenceSelection> DependenceSelections = new(
        ("all", DependenceSelection.All),
        ("flagged", DependenceSelection.Flagged),
        ("close", DependenceSelection.Close)
    );

    /// <summary>What rests on a technology, by the words of the horizon that it is read over.</summary>
    public static readonly OptionWords<WeakSpotMeasure> WeakSpotMeasures = new(
        ("replaced", WeakSpotMeasure.AtStake),
        ("settled", WeakSpotMeasure.Leverage)
    );

    public static readonly OptionWords<InputOriginUse> InputOrigins = new(("on", InputOriginUse.On), ("off", InputOriginUse.Off));
}

/// <summary>Whether ratings of products are used.</summary>
public enum RatingUse
{
    /// <summary>Where the set takes them and the table's products have them.</summary>
    On,

    /// <summary>In every table: through concordances, and by what the table tells of itself.</summary>
    Any,

    /// <summary>Every product has the general elasticities.</summary>
    Off,
}

/// <summary>What a row of the root ranking is.</summary>
public enum RootSubject
{
    /// <summary>An industry of the table.</summary>
    Industry,

    /// <summary>A technology of the catalogue, through the part or industry that carries it.</summary>
    Technology,
}

/// <summary>Whether the origins of inputs through all tiers are looked up in the table of the world.</summary>
public enum InputOriginUse
{
    /// <summary>They are.</summary>
    On,

    /// <summary>They are left out.</summary>
    Off,
}

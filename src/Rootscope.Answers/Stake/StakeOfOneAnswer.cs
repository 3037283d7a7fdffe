using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;

namespace Rootscope.Answers.Stake;

/// <summary>What a <see cref="StakeOfOneQuestion"/> comes to.</summary>
public sealed record StakeOfOneAnswer
{
    /// <summary>The question.</summary>
    public required StakeOfOneQuestion Question { get; init; }

    /// <summary>The number of the product in the economy's table.</summary>
    public required IndustryNumber Product { get; init; }

    /// <summary>The rankings that it has its place in, one for each supply that goes missing; all of one economy.</summary>
    public required IReadOnlyList<StakeAnswer> Rankings { get; init; }

    /// <summary>The loss over time, one path for each supply.</summary>
    public required IReadOnlyList<StakeOfOnePath> Paths { get; init; }

    /// <summary>How long it takes to replace, and how sure that is.</summary>
    public required ReplacementYears Years { get; init; }

    /// <summary>Who takes it, the largest first: industries and final uses, its own use left out.</summary>
    public required IReadOnlyList<StakeBuyer> Buyers { get; init; }

    /// <summary>
    /// What every other industry loses, whether it buys or stands further on: those first that lose most output, in money, while the first
    /// supply is missing.
    /// </summary>
    public required IReadOnlyList<StakeLoser> Losers { get; init; }

    /// <summary>Chains downstream, those that carry most first, around purchases that stand out in the source table.</summary>
    public required IReadOnlyList<StakeEnd> Chains { get; init; }

    /// <summary>The largest chains through purchases that stand out; empty where there are none.</summary>
    public required IReadOnlyList<StakeEnd> ChainsThroughOutstanding { get; init; }

    /// <summary>What makes it hard to replace, trait by trait; empty where nothing is known of it.</summary>
    public required IReadOnlyList<TraitOfOne> Traits { get; init; }

    /// <summary>Rate at which it wears out as a capital good. Unit: share a year.</summary>
    public required double Depreciation { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The economy, with the steps by which it was made.</summary>
    public EconomyUnderStudy Economy => Rankings[0].Economy;

    /// <summary>Its code.</summary>
    public string Code => Economy.Table.Sectors.IndustryOf(new(Product)).Code;

    /// <summary>Its English name.</summary>
    public string Name => Economy.Table.Sectors.IndustryOf(new(Product)).Name;

    /// <summary>The row of one supply; its place means something only where all products were cut.</summary>
    public StakeRow Under(StakeAnswer ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        StakeRow row = ranking.Ranking.Rows.First(r => r.Product == Product);
        return Question.Alone ? row with { TimesTypical = null } : row;
    }

    /// <summary>
    /// How sure its figure under one supply is; null where it has none. Tier and place mean nothing where it alone was cut.
    /// </summary>
    public StakeBand? BandUnder(StakeAnswer ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        StakeBand? band = ranking.Bands.Rows.FirstOrDefault(b => b.Point.Product == Product);
        return Question.Alone && band is not null ? band with { Tier = null } : band;
    }
}

/// <summary>The loss over time after one supply went missing.</summary>
/// <param name="Supply">The supply.</param>
/// <param name="Moments">Moments in order of time, close enough to be drawn.</param>
/// <param name="Marks">Those of them that are told in tables: 0, 0.5, 1, 2, 3, 5, 10 years, and where it is replaced.</param>
public sealed record StakeOfOnePath(SupplyScope Supply, IReadOnlyList<StakeMoment> Moments, IReadOnlyList<StakeMoment> Marks);

/// <summary>How long a product takes to replace.</summary>
/// <param name="Rating">Irreplaceability, from 0 to 1; null where products are not rated.</param>
/// <param name="Years">The years. Unit: years.</param>
/// <param name="Low">The fewest years with one kind of evidence left out. Unit: years; null without ratings.</param>
/// <param name="High">The most years with one kind of evidence left out. Unit: years; null without ratings.</param>
/// <param name="RatedAs">Code of the product whose evidence it is; null without ratings.</param>
public sealed record ReplacementYears(double? Rating, double Years, double? Low, double? High, string? RatedAs);

/// <summary>Who takes a product.</summary>
/// <param name="Code">Code of the industry or final use.</param>
/// <param name="Name">Its name.</param>
/// <param name="Flow">What it takes as a current input or for final use. Unit: the table's money.</param>
/// <param name="Capital">What it uses up as a capital good in a year. Unit: the table's money.</param>
/// <param name="Share">Both over all use. Unit: share.</param>
/// <param name="ShareOfCapital">Its part of all that is used up as a capital good. Unit: share; null for final uses.</param>
/// <param name="StandsOut">Whether the purchase stands out in the source table.</param>
/// <param name="Loses">
/// What it loses until the product is replaced, while the first supply is missing: industries of their output, exports of all exports,
/// other final users of final spending, which they share. Unit: share of a year; below 0 where it makes more; null without a solution.
/// </param>
public sealed record StakeBuyer(
    string Code,
    string Name,
    double Flow,
    double Capital,
    double Share,
    double? ShareOfCapital,
    bool StandsOut,
    double? Loses
);

/// <summary>What an industry loses while the product is missing, until it is replaced.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Output">Its output of a year. Unit: the table's money.</param>
/// <param name="Loses">
/// Fall of its real output, one figure for each supply that goes missing, in order (<see cref="StakeLosses"/>). Unit: share of a year's
/// output; below 0 where it makes more; null without a solution.
/// </param>
public sealed record StakeLoser(string Code, string Name, double Output, IReadOnlyList<double?> Loses)
{
    /// <summary>Output lost with one supply, at prices of the base. Unit: the table's money; null without a solution.</summary>
    /// <param name="supply">Number of the supply among those asked for.</param>
    public double? Money(int supply) => Loses[supply] * Output;
}

/// <summary>
/// The chain that carries most to one division of ISIC; of information and communication, section J, and of electronic commerce to each of
/// the industries.
/// </summary>
/// <param name="Chain">The chain.</param>
/// <param name="Division">The division of the industry at its end; null where it is not known.</param>
/// <param name="Section">The section of that division; null where it is not known.</param>
/// <param name="HoldsCommerce">Whether electronic commerce, class 4791 of ISIC, is in the industry at its end.</param>
public sealed record StakeEnd(StakeChain Chain, string? Division, string? Section, bool HoldsCommerce = false);

/// <summary>One trait of a product.</summary>
/// <param name="Trait">The trait.</param>
/// <param name="Rank">Rank among products, from 0 to 1, 1 hardest to replace; null where nothing is known, which counts as the median.
/// </param>
/// <param name="Value">Its value, of traits that the table tells. Unit: share.</param>
/// <param name="Words">What it means, in a sentence.</param>
/// <param name="Source">Where it is from.</param>
public sealed record TraitOfOne(ProductTrait Trait, double? Rank, double? Value, string Words, string Source);

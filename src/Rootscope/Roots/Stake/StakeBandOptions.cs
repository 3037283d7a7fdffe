using System.Globalization;
using Rootscope.Roots.Irreplaceability;

namespace Rootscope.Roots.Stake;

/// <summary>
/// How widely each source of doubt is drawn; a width of 0 keeps it at its point. The reason for each is in docs/methods/stake.md.
/// </summary>
public sealed record StakeBandWidths
{
    /// <summary>
    /// Standard deviation of the log of each nest's elasticities, one number a nest. Unit: log points; 0.42 takes 90% of draws to between
    /// half and double.
    /// </summary>
    public double Elasticities { get; init; } = 0.42;

    /// <summary>
    /// How far the weights of the ingredients of irreplaceability go from equal (0) to those of Rubin's Bayesian bootstrap (1). Ratings
    /// move elasticities and years to replace. Unit: share of the way.
    /// </summary>
    public double Ratings { get; init; } = 1;

    /// <summary>
    /// Standard deviation of the log of a product's years to replace around those of its rating. Unit: log points; 0.42 takes 90% of draws
    /// to between half and double.
    /// </summary>
    public double Years { get; init; } = 0.42;
}

/// <summary>How bands of what is at stake are made.</summary>
public sealed record StakeBandOptions
{
    /// <summary>
    /// Number of exact draws, each a full solve of all products; 0 for bands by an approximation around the central solve.
    /// </summary>
    public int Draws { get; init; }

    /// <summary>The seed; draw i uses stream i of it.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How widely sources are drawn.</summary>
    public StakeBandWidths Widths { get; init; } = new();

    /// <summary>The traits that ratings are made of; null where products are not rated.</summary>
    public IReadOnlyList<ProductTraits>? Traits { get; init; }

    /// <summary>Codes of the parts of split industries, whose ratings are off those of their class.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Most threads; bands are the same bytes on any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Checks every option and reports all faults at once.</summary>
    /// <exception cref="ModelException">An option is out of its range.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        void Expect(bool holds, FormattableString fault)
        {
            if (!holds)
            {
                faults.Add(fault.ToString(CultureInfo.InvariantCulture));
            }
        }

        Expect(Draws is 0 or >= 2, $"there are {Draws} draws, expected 0 or at least 2");
        Expect(Threads >= 1, $"there are {Threads} threads, expected at least 1");
        Expect(Widths.Elasticities is >= 0 and <= 5, $"the width of elasticities is {Widths.Elasticities}, expected from 0 to 5");
        Expect(Widths.Ratings is >= 0 and <= 1, $"the width of ratings is {Widths.Ratings}, expected from 0 to 1");
        Expect(Widths.Years is >= 0 and <= 5, $"the width of years is {Widths.Years}, expected from 0 to 5");
        if (faults.Count > 0)
        {
            throw new ModelException($"The options of the bands do not hold: {string.Join("; ", faults)}.");
        }
    }
}

using System.Globalization;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Stake;

namespace Rootscope.Roots.Stake;

/// <summary>What becomes of a capital good that is not delivered.</summary>
public enum StakeCapital
{
    /// <summary>
    /// It is missed when the old one wears out: services run down at the depreciation rate, and have a price of their own.
    /// </summary>
    Stock,

    /// <summary>It is missed at once, as a current input is, at one price.</summary>
    Flow,

    /// <summary>Capital goods stay in final demand and nobody uses them up.</summary>
    Off,
}

/// <summary>How the missing supply comes back.</summary>
public enum StakeRecovery
{
    /// <summary>All of it when it is replaced.</summary>
    Sudden,

    /// <summary>In a straight line, from half the years to replace to one and a half times as many.</summary>
    Linear,
}

/// <summary>The question behind "at stake": what is missing, for how long, and how an economy makes do without it.</summary>
public sealed record StakeOptions
{
    /// <summary>Share of each product's supply that goes missing, φ, in (0, 1). Unit: share.</summary>
    public double Cut { get; init; } = 0.5;

    /// <summary>Which supply goes missing.</summary>
    public SupplyScope Supply { get; init; } = SupplyScope.All;

    /// <summary>What becomes of capital goods.</summary>
    public StakeCapital Capital { get; init; } = StakeCapital.Stock;

    /// <summary>Elasticities by horizon, with the ratings of products where there are any.</summary>
    public required HorizonElasticities Elasticities { get; init; }

    /// <summary>
    /// Elasticity of substitution among exports; 0 keeps their composition, so that a cut of one product strangles all. Unit: elasticity.
    /// </summary>
    public double ExportsElasticity { get; init; } = EquilibriumOptions.UsualExportsElasticity;

    /// <summary>How the missing supply comes back.</summary>
    public StakeRecovery Recovery { get; init; } = StakeRecovery.Sudden;

    /// <summary>After how many years losses count no more, H, even where the product is not replaced yet. Unit: years.</summary>
    public double AtMostYears { get; init; } = 10;

    /// <summary>Rate at which losses to come are discounted, ρ. Unit: share a year.</summary>
    public double Discount { get; init; }

    /// <summary>The loss of the year this long after the cut alone, whether replaced or not; null for all losses. Unit: years.</summary>
    public double? YearAlone { get; init; }

    /// <summary>Whether the tail is computed: what worn-out capital goods cost after the product was replaced.</summary>
    public bool WithTail { get; init; } = true;

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

        Expect(Cut is > 0 and < 1, $"the share that is cut is {Cut}, expected above 0 and below 1");
        Expect(Enum.IsDefined(Supply), $"there is no supply {(int)Supply}");
        Expect(Enum.IsDefined(Capital), $"there is no reading of capital {(int)Capital}");
        Expect(Enum.IsDefined(Recovery), $"there is no recovery {(int)Recovery}");
        Expect(ExportsElasticity is >= 0 and <= 100, $"the elasticity among exports is {ExportsElasticity}, expected from 0 to 100");
        Expect(AtMostYears is > 0 and <= 1000, $"losses count for {AtMostYears} years, expected above 0 and at most 1000");
        Expect(Discount is >= 0 and <= 1, $"the discount rate is {Discount}, expected from 0 to 1");
        Expect(YearAlone is null or (>= 0 and <= 1000), $"the year that counts alone is {YearAlone}, expected from 0 to 1000");
        if (Elasticities is null)
        {
            faults.Add("no elasticities are given");
        }
        else
        {
            faults.AddRange(Elasticities.Faults());
        }

        if (faults.Count > 0)
        {
            throw new ModelException($"The question of what is at stake does not hold: {string.Join("; ", faults)}.");
        }
    }
}

using System.Globalization;

namespace Rootscope.Planning;

/// <summary>A kind of measure.</summary>
public enum PlanMeasure
{
    /// <summary>Public money for research at home.</summary>
    Research,

    /// <summary>Plants at home.</summary>
    Capacity,

    /// <summary>A stock of what is imported.</summary>
    Stockpile,

    /// <summary>Contracts with suppliers that a cut does not reach.</summary>
    SecondSource,

    /// <summary>Know-how bought from those who have it.</summary>
    Licence,
}

/// <summary>A piece of a curve of benefits: so much money, and what each unit of it takes off what is at stake.</summary>
/// <param name="Money">Length of the piece. Unit: money.</param>
/// <param name="Slope">Share of what is at stake that a unit of money takes off. Unit: share per money.</param>
public readonly record struct BenefitPiece(double Money, double Slope);

/// <summary>One measure for one technology that money may be put into, in any one year.</summary>
public sealed record PlanItem
{
    /// <summary>Identifier of the technology.</summary>
    public required string Technology { get; init; }

    /// <summary>The kind of measure.</summary>
    public required PlanMeasure Measure { get; init; }

    /// <summary>What money takes off what is at stake: pieces of falling slope, so that the curve is concave.</summary>
    public required IReadOnlyList<BenefitPiece> Benefit { get; init; }

    /// <summary>Years from the money to its effect. Unit: years.</summary>
    public required int Lead { get; init; }

    /// <summary>The least that can be put into it, if anything is. Unit: money.</summary>
    public required double Minimum { get; init; }

    /// <summary>Most money that does anything. Unit: money.</summary>
    public double Maximum => Benefit.Sum(p => p.Money);

    /// <summary>Share of what is at stake that an amount of money takes off.</summary>
    /// <param name="money">Unit: money.</param>
    public double BenefitOf(double money)
    {
        double sum = 0;
        foreach (BenefitPiece piece in Benefit)
        {
            double taken = Math.Clamp(money, 0, piece.Money);
            sum += taken * piece.Slope;
            money -= taken;
        }

        return sum;
    }
}

/// <summary>What a scenario cuts: a technology, from a year on, and what it costs if nothing is done.</summary>
/// <param name="Technology">Identifier of the technology.</param>
/// <param name="Year">The year of the cut, from 0. Unit: years.</param>
/// <param name="Loss">What is lost if nothing is done. Unit: money.</param>
/// <param name="IsExtrapolated">Whether the cut is deeper than elasticities are known for.</param>
public readonly record struct PlanHit(string Technology, int Year, double Loss, bool IsExtrapolated = false);

/// <summary>Money that some items have to get together, whatever it does.</summary>
/// <param name="Name">What it is, told where it cannot be kept.</param>
/// <param name="Items">The items, by number.</param>
/// <param name="Money">The least they get. Unit: money.</param>
public sealed record PlanFloor(string Name, IReadOnlyList<int> Items, double Money);

/// <summary>One scenario, as likely as every other.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hits">What it cuts.</param>
public sealed record PlanScenario(string Name, IReadOnlyList<PlanHit> Hits);

/// <summary>What a plan makes small.</summary>
public enum PlanRisk
{
    /// <summary>The mean loss over scenarios.</summary>
    Expected,

    /// <summary>The mean loss over the worst tenth of them, or another tail: conditional value at risk.</summary>
    Cvar,
}

/// <summary>All that a plan is made from.</summary>
/// <remarks>
/// Benefits of measures on one technology add up, to all that is at stake with it at most. Money put in year y works on cuts from year
/// y + lead on, and does not wear out within the horizon. Each measure of a technology is begun in one year at most.
/// </remarks>
public sealed record PlanProblem
{
    /// <summary>What money may be put into.</summary>
    public required IReadOnlyList<PlanItem> Items { get; init; }

    /// <summary>What may come.</summary>
    public required IReadOnlyList<PlanScenario> Scenarios { get; init; }

    /// <summary>All money together. Unit: money.</summary>
    public required double Budget { get; init; }

    /// <summary>Years in which it may be spent. Unit: years.</summary>
    public required int Horizon { get; init; }

    /// <summary>Most of the budget that may be spent in one year. Unit: share.</summary>
    public double MostAYear { get; init; } = 1;

    /// <summary>What is made small.</summary>
    public PlanRisk Risk { get; init; }

    /// <summary>The tail of <see cref="PlanRisk.Cvar"/>: 0.9 for the worst tenth. Unit: share.</summary>
    public double Tail { get; init; } = 0.9;

    /// <summary>Pairs of items, by number, of which one alone may be funded.</summary>
    public IReadOnlyList<(int One, int Other)> Exclusions { get; init; } = [];

    /// <summary>Pairs of items, by number: the second may begin in no year before the first, and not without it.</summary>
    public IReadOnlyList<(int First, int Then)> Orders { get; init; } = [];

    /// <summary>Items, by number, that have to be funded.</summary>
    public IReadOnlyList<int> Required { get; init; } = [];

    /// <summary>Money that some items have to get together.</summary>
    public IReadOnlyList<PlanFloor> Floors { get; init; } = [];

    /// <summary>What is wrong with it, all faults at once; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!(Budget >= 0 && double.IsFinite(Budget)))
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"the budget is {Budget}; it has to be money of at least 0"));
        }

        if (Horizon < 1 || !(Tail is >= 0 and < 1) || !(MostAYear is > 0 and <= 1) || Scenarios.Count == 0)
        {
            faults.Add("there have to be a year and a scenario, a tail from 0 to below 1, and a yearly share above 0 and at most 1");
        }

        for (int i = 0; i < Items.Count; i++)
        {
            PlanItem item = Items[i];
            bool falls = item.Benefit.Zip(item.Benefit.Skip(1)).All(p => p.Second.Slope <= p.First.Slope);
            if (item.Benefit.Count == 0 || !falls || item.Benefit.Any(p => !(p.Money > 0 && p.Slope >= 0)) || item.Lead < 0)
            {
                faults.Add($"item {i} ({item.Technology}, {item.Measure}) has to have pieces of falling slope and a lead of at least 0");
            }
        }

        if (
            Exclusions.Concat(Orders).Any(p => IsNone(p.Item1) || IsNone(p.Item2))
            || Required.Concat(Floors.SelectMany(f => f.Items)).Any(IsNone)
        )
        {
            faults.Add($"exclusions, orders, floors and what is required name items from 0 to {Items.Count - 1}");
        }

        if (Floors.Any(f => !(f.Money > 0 && double.IsFinite(f.Money))))
        {
            faults.Add("the least that items get has to be money above 0");
        }

        return faults;

        bool IsNone(int item) => item < 0 || item >= Items.Count;
    }
}

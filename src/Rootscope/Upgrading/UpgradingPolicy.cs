using System.Globalization;

namespace Rootscope.Upgrading;

/// <summary>A figure of a policy with what it has to be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The figure. Unit: its own.</param>
/// <param name="Holds">Whether it is what it has to be.</param>
/// <param name="Expected">What it has to be, as a phrase.</param>
/// <param name="Repair">What to give, as a sentence; names of options in braces.</param>
public readonly record struct PolicyCheck(string Name, double Value, bool Holds, string Expected, string Repair);

/// <summary>What others and the government do to a technology, from a year on.</summary>
public sealed record UpgradingPolicy
{
    private const int MostYears = 50;
    private const double MostMoney = 1e15;

    /// <summary>Nothing.</summary>
    public static UpgradingPolicy None { get; } = new();

    /// <summary>Share of foreign supply that is not sold to home any more; it closes the spill of knowledge too. Unit: share.</summary>
    public double Ban { get; init; }

    /// <summary>Share of home's supply that is not bought abroad any more. Unit: share.</summary>
    public double ExportBan { get; init; }

    /// <summary>Tariff of home on foreign goods. Unit: share of the price.</summary>
    public double Tariff { get; init; }

    /// <summary>Tariff of others on home's goods. Unit: share of the price.</summary>
    public double ForeignTariff { get; init; }

    /// <summary>Share of home makers' research that falls away because capital is withheld. Unit: share.</summary>
    public double CapitalCut { get; init; }

    /// <summary>Public money for research into each technology. Unit: the table's money a year.</summary>
    public double PublicMoney { get; init; }

    /// <summary>The first year in which it holds, from 0, the base year. Unit: years.</summary>
    public int From { get; init; }

    /// <summary>For how long; null for ever. Unit: years.</summary>
    public int? Years { get; init; }

    /// <summary>Whether it holds in a year.</summary>
    internal bool HoldsIn(int year) => year >= From && (Years is not { } years || year < From + years);

    /// <summary>Whether it does anything.</summary>
    public bool DoesAnything => Ban > 0 || ExportBan > 0 || Tariff > 0 || ForeignTariff > 0 || CapitalCut > 0 || PublicMoney > 0;

    /// <summary>What is wrong with it, all faults at once; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults() =>
        [
            .. Checks()
                .Where(c => !c.Holds)
                .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} is {c.Value}; it has to be {c.Expected}")),
        ];

    /// <summary>Every figure with what it has to be and how to say it: faults here and of questions are told from it.</summary>
    public IEnumerable<PolicyCheck> Checks()
    {
        yield return Share("ban", Ban);
        yield return Share("exportBan", ExportBan);
        yield return Share("capitalCut", CapitalCut);
        yield return Price("tariff", Tariff);
        yield return Price("foreignTariff", ForeignTariff);
        yield return new PolicyCheck(
            "publicMoney",
            PublicMoney,
            PublicMoney is >= 0 and <= MostMoney,
            "money from 0 to 1e15 a year",
            "Give an amount, such as 10e9."
        );
        yield return new PolicyCheck(
            "from",
            From,
            From is >= 0 and <= MostYears,
            $"a year from 0 to {MostYears}",
            "Give 0 for the base year."
        );
        yield return new PolicyCheck(
            "lasts",
            Years ?? 0,
            Years is null or (>= 1 and <= MostYears),
            $"1 to {MostYears} years",
            "Leave it out for ever."
        );

        static PolicyCheck Share(string name, double value) =>
            new(name, value, value is >= 0 and <= 1, "a share from 0 to 1", $"Give a share, such as {{{name}=0.5}}.");

        static PolicyCheck Price(string name, double value) =>
            new(name, value, value is >= 0 and <= 10, "a share of the price from 0 to 10", "Give 0.25 for 25%.");
    }
}

using System.Globalization;

namespace Rootscope.Upgrading;

/// <summary>What others and the government do to a technology, from a year on.</summary>
public sealed record UpgradingPolicy
{
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

    /// <summary>What is wrong with it, all faults at once; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Share("ban", Ban);
        Share("exportBan", ExportBan);
        Share("capitalCut", CapitalCut);
        Expect(Tariff is >= 0 and <= 10, "tariff", Tariff, "a share from 0 to 10");
        Expect(ForeignTariff is >= 0 and <= 10, "foreignTariff", ForeignTariff, "a share from 0 to 10");
        Expect(PublicMoney >= 0 && double.IsFinite(PublicMoney), "publicMoney", PublicMoney, "money of at least 0 a year");
        Expect(From is >= 0 and <= 100, "from", From, "a year from 0 to 100");
        Expect(Years is null or >= 1, "years", Years ?? 0, "at least 1 year");
        return faults;

        void Share(string name, double value) => Expect(value is >= 0 and <= 1, name, value, "a share from 0 to 1");

        void Expect(bool holds, string name, double value, string expected)
        {
            if (!holds)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it has to be {expected}"));
            }
        }
    }
}

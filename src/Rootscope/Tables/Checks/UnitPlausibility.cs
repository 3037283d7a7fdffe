using Rootscope.Tables.Economies;

namespace Rootscope.Tables.Checks;

/// <summary>Whether the unit that a table states can be right: its GDP held against the known size of the economies it covers.</summary>
/// <remarks>
/// Economies grow and rates of exchange move by a factor of ten within decades; a unit that is wrong is wrong by a thousand or more. A
/// ratio of more than <see cref="Doubtful"/>, or less than one over it, is therefore questioned, and no other. Currencies are taken at
/// round rates.
/// </remarks>
public sealed record UnitPlausibility
{
    /// <summary>The ratio from which a unit is questioned.</summary>
    public const double Doubtful = 50;

    /// <summary>Regions from which on a table is taken for the whole world where no region is known by its code.</summary>
    private const int WholeWorld = 40;

    /// <summary>Units of currency in one US dollar, rounded; only the magnitude counts.</summary>
    private static readonly Dictionary<string, double> RoundRates = new(StringComparer.Ordinal)
    {
        ["USD"] = 1,
        ["EUR"] = 0.9,
        ["GBP"] = 0.7,
        ["CNY"] = 7,
        ["JPY"] = 110,
        ["AUD"] = 1.4,
        ["BRL"] = 3,
        ["CAD"] = 1.2,
        ["CHF"] = 1,
        ["CZK"] = 22,
        ["DKK"] = 7,
        ["HKD"] = 8,
        ["HUF"] = 300,
        ["IDR"] = 12_000,
        ["INR"] = 65,
        ["KRW"] = 1_150,
        ["MXN"] = 17,
        ["MYR"] = 4,
        ["NOK"] = 8,
        ["NZD"] = 1.4,
        ["PLN"] = 4,
        ["RUB"] = 60,
        ["SEK"] = 9,
        ["SGD"] = 1.3,
        ["THB"] = 33,
        ["TRY"] = 5,
        ["TWD"] = 30,
        ["VND"] = 22_000,
        ["ZAR"] = 14,
    };

    private UnitPlausibility(int regions, double? ratio) => (Regions, Ratio) = (regions, ratio);

    /// <summary>Number of regions that were compared; 0 where the table's total was.</summary>
    public int Regions { get; }

    /// <summary>
    /// GDP of the table over the known GDP of the same regions. Unit: ratio. Null where currency or regions are not known.
    /// </summary>
    public double? Ratio { get; }

    /// <summary>Whether the unit is questioned.</summary>
    public bool IsDoubtful => Ratio is { } ratio && !(ratio is < Doubtful and > 1 / Doubtful);

    /// <summary>Holds a table against known economies.</summary>
    /// <param name="table">The table.</param>
    /// <param name="knownDollars">GDP by a code of the economy, in US dollars of some year; its sum counts as that of the world.</param>
    public static UnitPlausibility Of(FlowTable table, IReadOnlyDictionary<string, double> knownDollars)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(knownDollars);
        if (!RoundRates.TryGetValue(table.Metadata.Currency, out double rate))
        {
            return new UnitPlausibility(0, null);
        }

        Dictionary<string, double> economies = knownDollars.ToDictionary(
            k => EconomyIdentities.CodeOf(k.Key),
            k => k.Value,
            StringComparer.Ordinal
        );
        double[] valueAdded = TableTotals.ValueAdded(table);
        double dollars = table.Metadata.UnitScale / rate;
        double own = 0,
            known = 0;
        int regions = 0;
        for (int r = 0; r < table.Sectors.Regions.Count; r++)
        {
            if (economies.TryGetValue(EconomyIdentities.CodeOf(table.Sectors.Regions[r].Code), out double gdp))
            {
                own += Sum(valueAdded.AsSpan(r * table.Sectors.Industries.Count, table.Sectors.Industries.Count)) * dollars;
                known += gdp;
                regions++;
            }
        }

        if (regions == 0 && table.Sectors.Regions.Count >= WholeWorld)
        {
            (own, known) = (Sum(valueAdded) * dollars, knownDollars.Values.Sum());
        }

        return new UnitPlausibility(regions, known > 0 ? own / known : null);
    }

    private static double Sum(ReadOnlySpan<double> figures)
    {
        double sum = 0;
        foreach (double x in figures)
        {
            sum += x;
        }

        return sum;
    }
}

using System.Globalization;

namespace Rootscope.Complexity;

/// <summary>Which countries are compared: very small ones, and those with few figures, make the indices noisy.</summary>
/// <remarks>
/// The thresholds stand in for those of the Atlas of Economic Complexity (Hausmann et al. 2014, technical box 2.3: population above 1.2
/// million, exports of at least 1 billion US dollars of 2008, reliable figures). Shares are taken, so that the unit of money does not
/// matter. A country that is left out is named, with the reason.
/// </remarks>
public sealed record CountryFilter
{
    /// <summary>Every country is compared.</summary>
    public static CountryFilter None { get; } =
        new()
        {
            LeastExportShare = 0,
            LeastCoverage = 0,
            LeastPopulation = 0,
        };

    /// <summary>The thresholds that are used unless others are asked for.</summary>
    public static CountryFilter Default { get; } = new();

    /// <summary>
    /// Least share in the exports of all countries. Unit: share. Default: 6e-5, what one billion dollars was of world exports in 2008 (16
    /// trillion).
    /// </summary>
    public double LeastExportShare { get; init; } = 6e-5;

    /// <summary>Least share of the products that a country sells at all. Unit: share. Default: 0.05.</summary>
    public double LeastCoverage { get; init; } = 0.05;

    /// <summary>
    /// Least population; unit: number of people, not a share. It applies where populations are given. Default: 1 200 000.
    /// </summary>
    public double LeastPopulation { get; init; } = 1_200_000;

    /// <summary>Splits the countries into those that are compared and those that are not.</summary>
    /// <param name="exports">All exports.</param>
    /// <param name="populations">Number of people by country code; null where it is not known. A country that is not in the list is not
    /// held to it.</param>
    public CountryFilterResult Apply(ExportMatrix exports, IReadOnlyDictionary<string, double>? populations = null)
    {
        ArgumentNullException.ThrowIfNull(exports);
        var kept = new List<CountryNumber>();
        var leftOut = new List<CountryLeftOut>();
        for (int c = 0; c < exports.Countries.Count; c++)
        {
            if (ReasonAgainst(exports, c, populations) is { } reason)
            {
                leftOut.Add(new CountryLeftOut(exports.Countries[c], reason));
            }
            else
            {
                kept.Add(new(c));
            }
        }

        return new CountryFilterResult(kept, leftOut);
    }

    private string? ReasonAgainst(ExportMatrix exports, int country, IReadOnlyDictionary<string, double>? populations)
    {
        if (exports.CountryTotals[country] == 0 && LeastExportShare > 0)
        {
            return CountryLeftOut.NothingExported;
        }

        double share = exports.Total > 0 ? exports.CountryTotals[country] / exports.Total : 0;
        if (share < LeastExportShare)
        {
            return Text($"its exports are {share:0.#E+0} of all, below {LeastExportShare:0.#E+0}");
        }

        ReadOnlySpan<double> row = exports.Values.Slice(country * exports.Products.Count, exports.Products.Count);
        double coverage = (row.Length - row.Count(0.0)) / (double)row.Length;
        if (coverage < LeastCoverage)
        {
            return Text($"it sells {coverage * 100:0.#}% of the products, below {LeastCoverage * 100:0.#}%");
        }

        return populations is not null && populations.TryGetValue(exports.Countries[country], out double people) && people < LeastPopulation
            ? Text($"its population is {people:N0}, below {LeastPopulation:N0}")
            : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A country that is not compared.</summary>
/// <param name="Country">Its code.</param>
/// <param name="Reason">Why, as a clause.</param>
public sealed record CountryLeftOut(string Country, string Reason)
{
    internal const string NothingExported = "it exports nothing";
}

/// <summary>Which countries a filter keeps.</summary>
/// <param name="Kept">Numbers of the countries that are compared, in order.</param>
/// <param name="LeftOut">Those that are not, with the reason.</param>
public sealed record CountryFilterResult(IReadOnlyList<CountryNumber> Kept, IReadOnlyList<CountryLeftOut> LeftOut);

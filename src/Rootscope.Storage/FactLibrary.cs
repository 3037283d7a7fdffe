using System.Globalization;
using System.Reflection;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.WeakSpots;

namespace Rootscope.Storage;

/// <summary>The economic complexity of a country as it is embedded.</summary>
/// <param name="Country">Code of the country.</param>
/// <param name="FirstYear">The first year of the mean.</param>
/// <param name="LastYear">The last year of the mean.</param>
/// <param name="Index">ECI. Unit: standard deviations over the countries compared, a number between about -3 and 3.</param>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Countries">Number of countries compared.</param>
/// <param name="Source">Where it is from.</param>
public sealed record CountryComplexity(string Country, int FirstYear, int LastYear, double Index, int Rank, int Countries, string Source);

/// <summary>What the world sells of a heading.</summary>
/// <param name="Heading">Four digits of the Harmonized System, 1992.</param>
/// <param name="Year">The year.</param>
/// <param name="Dollars">World exports. Unit of money: United States dollars, three digits.</param>
/// <param name="Source">Where it is from.</param>
public sealed record WorldExports(string Heading, int Year, double Dollars, string Source);

/// <summary>
/// The facts that ship inside this library: who holds what, how complex countries are, how much the world sells; compiled by eng/facts.cs
/// from what may be passed on.
/// </summary>
public static class FactLibrary
{
    private const string Prefix = "data/facts/";

    private static readonly Dictionary<string, ShareBound> Bounds = new(StringComparer.Ordinal)
    {
        ["exact"] = ShareBound.Exact,
        ["about"] = ShareBound.About,
        ["at-least"] = ShareBound.AtLeast,
    };

    /// <summary>The embedded shares.</summary>
    public static IReadOnlyList<HoldingFact> Holdings()
    {
        using CsvFile file = Open("holders");
        return ReadHoldings(file);
    }

    /// <summary>Shares from a file of the user's.</summary>
    /// <param name="path">CSV with the columns technology, subject, holder, economies (codes joined by +, or abroad), share, year, source
    /// and, if wanted, basis, buyer, bound, licence, status.</param>
    /// <exception cref="TableException">A column is missing, a share is none, or a technology is not in the catalogue.</exception>
    public static IReadOnlyList<HoldingFact> ReadHoldings(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile file = CsvFile.Open(path);
        return ReadHoldings(file);
    }

    /// <summary>The index of complexity of every country that it is embedded for, the highest first.</summary>
    public static IReadOnlyList<CountryComplexity> Countries()
    {
        using CsvFile file = Open("country-complexity");
        var found = new List<CountryComplexity>();
        while (file.Read())
        {
            found.Add(
                new CountryComplexity(
                    file.Text(file.Column("country")),
                    (int)file.Number(file.Column("firstYear")),
                    (int)file.Number(file.Column("lastYear")),
                    file.Number(file.Column("eci")),
                    (int)file.Number(file.Column("rank")),
                    (int)file.Number(file.Column("countries")),
                    file.Text(file.Column("source"))
                )
            );
        }

        return found;
    }

    /// <summary>World exports of every heading that they are embedded for, by code.</summary>
    public static IReadOnlyList<WorldExports> Headings()
    {
        using CsvFile file = Open("world-exports");
        var found = new List<WorldExports>();
        while (file.Read())
        {
            found.Add(
                new WorldExports(
                    file.Text(file.Column("heading")),
                    (int)file.Number(file.Column("year")),
                    file.Number(file.Column("dollars")),
                    file.Text(file.Column("source"))
                )
            );
        }

        return found;
    }

    private static List<HoldingFact> ReadHoldings(CsvFile file)
    {
        HashSet<string> technologies = [.. CatalogueLibrary.Read().Technologies.Select(t => t.Id)];
        (int technology, int share, int year, int bound) = (
            file.Column("technology"),
            file.Column("share"),
            file.Column("year"),
            file.Find("bound")
        );
        var facts = new List<HoldingFact>();
        while (file.Read())
        {
            string id = file.Text(technology);
            facts.Add(
                new HoldingFact
                {
                    Technology = technologies.Contains(id)
                        ? id
                        : throw file.Fault(technology, $"there is no technology '{id}'.{Nearest(id, technologies)}"),
                    Subject = Required(file, "subject"),
                    Basis = Optional(file, "basis"),
                    Buyer = Optional(file, "buyer"),
                    Holder = Required(file, "holder"),
                    Economies = file.Text(file.Column("economies"))
                        .Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                    Share = ShareIn(file, share),
                    Bound =
                        bound < 0 || file.Text(bound).Length == 0 ? ShareBound.Exact
                        : Bounds.TryGetValue(file.Text(bound), out ShareBound known) ? known
                        : throw file.Fault(bound, $"'{file.Text(bound)}' is none of {string.Join(", ", Bounds.Keys)}."),
                    Year = int.TryParse(file.Text(year), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                        ? number
                        : throw file.Fault(year, $"expected a year, found '{file.Text(year)}'."),
                    Source = Required(file, "source"),
                    Licence = Optional(file, "licence"),
                    Status = Optional(file, "status"),
                }
            );
        }

        return facts;
    }

    private static double ShareIn(CsvFile file, int column) =>
        file.Text(column).Length > 0 && file.Number(column) is >= 0 and <= 1 and var share
            ? share
            : throw file.Fault(
                column,
                $"expected a share from 0 to 1, found '{file.Text(column)}'. Write 95% as 0.95; leave out holders whose share is not known."
            );

    private static string Required(CsvFile file, string name) =>
        file.Text(file.Column(name)) is { Length: > 0 } text ? text : throw file.Fault(file.Column(name), $"the {name} is missing.");

    private static string Optional(CsvFile file, string name) => file.Find(name) is >= 0 and var column ? file.Text(column) : string.Empty;

    private static string Nearest(string id, IEnumerable<string> known) =>
        NearestNames.Of(id, known) is { Count: > 0 } near ? $" Nearest: {string.Join(", ", near)}." : string.Empty;

    private static CsvFile Open(string name) =>
        CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.csv")!),
            $"embedded facts {name}"
        );
}

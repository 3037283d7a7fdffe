using System.Globalization;
using System.Runtime.InteropServices;
using Rootscope.Complexity;
using Rootscope.Storage.Formats.Trade.Codes;
using Rootscope.Tables.Economies;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Exports as they are read, in any order, added up by year, country and product.</summary>
/// <remarks>
/// Of a flow to all partners and flows to each, the one to all is taken; unions of partners only where there is nothing else; what an
/// economy sells to itself never.
/// </remarks>
internal sealed class ExportTotals
{
    private readonly Numbers _economies = new();
    private readonly Numbers _products = new();
    private readonly SortedDictionary<int, Dictionary<long, double>> _years = [];
    private Dictionary<long, double>? _last;
    private int _lastYear;
    private const int MostProducts = int.MaxValue;

    private long _added;
    private long _own;
    private long _beside;

    /// <summary>Who the exports of a line go to.</summary>
    private enum Partner
    {
        /// <summary>One economy, or nobody that is named.</summary>
        One,
        World,
        Union,
    }

    public List<string> Notes { get; } = [];

    /// <summary>Whether codes of products have a level for every digit, as the file says.</summary>
    public bool IsByDigit { get; set; }

    /// <summary>The number of an economy, by what the file calls it; a fault where that cannot be a code.</summary>
    public int Economy(ReadOnlySpan<char> text, Func<string, Exception> fault) => _economies.Of(text, fault);

    /// <summary>The number of a product.</summary>
    public int Product(ReadOnlySpan<char> text, Func<string, Exception> fault) => _products.Of(text, fault);

    /// <summary>Adds a line; a year of null is kept apart from all others.</summary>
    /// <param name="year">The year.</param>
    /// <param name="seller">The number of the economy that sells.</param>
    /// <param name="buyer">That of the one that buys; -1 where the file has none.</param>
    /// <param name="product">The number of the product.</param>
    /// <param name="value">The value.</param>
    public void Add(int? year, int seller, int buyer, int product, double value)
    {
        if (buyer >= 0 && (seller == buyer || _economies.Identity(seller) == _economies.Identity(buyer)))
        {
            _own++;
            return;
        }

        Dictionary<long, double> sums = SumsOf(year ?? 0);

        Partner partner =
            buyer < 0
                ? Partner.One
                : _economies.KindOf(buyer) switch
                {
                    EconomyKind.World => Partner.World,
                    EconomyKind.Union => Partner.Union,
                    _ => Partner.One,
                };
        ref double sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, Key(seller, product, partner), out bool exists);
        sum += value;
        _added += exists ? 1 : 0;
    }

    /// <summary>The years that hold any exports, each over the countries and products of all of them, sorted by code.</summary>
    /// <param name="digits">The digits that every code of products has; null where that is found out.</param>
    /// <param name="listed">The list of country codes that came with the file; null where there is none.</param>
    public IReadOnlyList<YearOfExports> Years(int? digits, IReadOnlyDictionary<string, string>? listed)
    {
        var economies = new EconomyResolver(_economies.Codes, listed);
        var products = new ProductResolver(_products.Repaired, digits, IsByDigit);
        HashSet<int> selling = [.. _years.Values.SelectMany(y => y.Keys.Select(CountryOf))];
        string[] sellers = [.. selling.Select(c => economies.CodeOf(_economies.Codes[c]))];
        IReadOnlySet<string> aggregates = EconomyAggregates.Among(sellers);
        string[] rest = [.. sellers.Where(s => EconomyIdentities.Find(s) is { Kind: EconomyKind.Rest }).Distinct(StringComparer.Ordinal)];
        string?[] countries =
        [
            .. _economies.Codes.Select(
                (text, number) =>
                    selling.Contains(number) && economies.CodeOf(text) is { } code && !aggregates.Contains(code) && !rest.Contains(code)
                        ? code
                        : null
            ),
        ];
        string?[] codes = [.. _products.Texts.Select(products.CodeOf)];
        var years = new List<(int Year, ExportMatrix Exports)>();
        foreach ((int year, Dictionary<long, double> sums) in _years)
        {
            if (sums.Values.Any(v => v > 0))
            {
                years.Add((year, MatrixOf(sums, countries, codes)));
            }
        }

        Tell(_added, "line was", "lines were", "added to others of the same year, country and product.");
        Notes.AddRange(products.Notes);
        Notes.AddRange(economies.Notes);
        Tell(_own, "line of an economy with itself is", "lines of an economy with itself are", "left out.");
        Tell(_beside, "sum of flows to partners is", "sums of flows to partners are", "left out beside the flow to all of them.");
        if (aggregates.Count > 0)
        {
            Notes.Add($"Left out, as several economies together: {string.Join(", ", aggregates.Order(StringComparer.Ordinal))}.");
        }

        if (rest.Length > 0)
        {
            Notes.Add(
                $"Left out, as areas not elsewhere specified are no economies: {string.Join(", ", rest.Order(StringComparer.Ordinal))}."
            );
        }

        if (products.Sums.Count > 0)
        {
            Notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Left out, as sums of finer products: {products.Sums.Count} codes, such as {string.Join(", ", products.Sums.Take(3))}."
                )
            );
        }

        return ExportSums.Without(years, Notes);
    }

    private static long Key(int country, int product, Partner partner) => ((long)country << 33) | ((long)product << 2) | (long)partner;

    private static int CountryOf(long key) => (int)(key >> 33);

    private Dictionary<long, double> SumsOf(int year)
    {
        if (_last is null || _lastYear != year)
        {
            _last = _years.TryGetValue(year, out Dictionary<long, double>? known) ? known : _years[year] = [];
            _lastYear = year;
        }

        return _last;
    }

    private void Tell(long count, string one, string many, string what)
    {
        if (count > 0)
        {
            Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)} {what}"));
        }
    }

    private ExportMatrix MatrixOf(Dictionary<long, double> sums, string?[] countries, string?[] products)
    {
        // Several spellings may be one after the repair: numbers are given anew, by code.
        string[] countryCodes = [.. countries.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] productCodes = [.. products.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[] rows = [.. countries.Select(c => c is null ? -1 : Array.BinarySearch(countryCodes, c, StringComparer.Ordinal))];
        int[] columns = [.. products.Select(p => p is null ? -1 : Array.BinarySearch(productCodes, p, StringComparer.Ordinal))];
        var values = new double[countryCodes.Length * productCodes.Length];
        foreach ((long key, double value) in sums)
        {
            (int country, int product, Partner partner) = (CountryOf(key), (int)(key >> 2) & MostProducts, (Partner)(key & 3));
            bool beside =
                partner != Partner.World && sums.ContainsKey(Key(country, product, Partner.World))
                || partner == Partner.Union && sums.ContainsKey(Key(country, product, Partner.One));
            _beside += beside ? 1 : 0;
            if (!beside && rows[country] >= 0 && columns[product] >= 0)
            {
                values[(rows[country] * productCodes.Length) + columns[product]] += value;
            }
        }

        return new ExportMatrix(countryCodes, productCodes, values);
    }

    /// <summary>Numbers for texts, in the order in which they are met, each checked and repaired once.</summary>
    private sealed class Numbers
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _texts = [];
        private string? _last;
        private int _lastNumber;
        private readonly List<string> _codes = [];
        private readonly Dictionary<string, int> _identityNumbers = new(StringComparer.Ordinal);
        private readonly List<(int Identity, EconomyKind? Kind)> _identities = [];

        public IReadOnlyList<string> Texts => _texts;

        /// <summary>The codes of the numbers, as they were before a spreadsheet had them.</summary>
        public IReadOnlyList<string> Codes => _codes;

        public IReadOnlyDictionary<string, string> Repaired =>
            _texts.Zip(_codes).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);

        public int Of(ReadOnlySpan<char> text, Func<string, Exception> fault)
        {
            // Files are sorted by most of their codes.
            if (_last is not null && text.SequenceEqual(_last))
            {
                return _lastNumber;
            }

            _lastNumber = Find(text, fault);
            _last = _texts[_lastNumber];
            return _lastNumber;
        }

        private int Find(ReadOnlySpan<char> text, Func<string, Exception> fault)
        {
            Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
            if (lookup.TryGetValue(text, out int number))
            {
                return number;
            }

            string written = text.ToString();
            if (CodeRepair.FaultOf(written, out string code) is { } wrong)
            {
                throw fault(wrong);
            }

            EconomyIdentity? identity = EconomyIdentities.Find(code);
            _numbers.Add(written, _texts.Count);
            _texts.Add(written);
            _codes.Add(code);
            string known = identity?.Code ?? code;
            _identityNumbers.TryAdd(known, _identityNumbers.Count);
            _identities.Add((_identityNumbers[known], identity?.Kind));
            return _texts.Count - 1;
        }

        public int Identity(int number) => _identities[number].Identity;

        public EconomyKind? KindOf(int number) => _identities[number].Kind;
    }
}

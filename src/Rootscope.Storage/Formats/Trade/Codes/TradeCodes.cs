using Rootscope.Dependence.Panels;
using Rootscope.Tables;
using Rootscope.Tables.Economies;

namespace Rootscope.Storage.Formats.Trade.Codes;

/// <summary>Which side of a flow an economy is on.</summary>
internal enum TradeSide
{
    Exporter,
    Importer,
}

/// <summary>The codes of economies and products in a set of files, and their places once all are known.</summary>
/// <param name="countries">The list of country codes that came with the files; null where there is none.</param>
/// <param name="digits">The digits that every code of products has; null where that is found out.</param>
/// <param name="totals">Codes of sellers and products that turned out to be sums of others by their figures; left out as those that are
/// known to be.</param>
internal sealed class TradeCodes(Dictionary<string, string>? countries, int? digits, IReadOnlySet<(string Code, bool IsProduct)> totals)
{
    /// <summary>Stands for all partners together.</summary>
    public const int World = -1;

    /// <summary>Stands for a union beside its members.</summary>
    public const int Union = -2;

    private readonly Dictionary<string, string> _repaired = new(StringComparer.Ordinal);
    private readonly HashSet<string>[] _sides = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly Dictionary<string, string> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>[] _economyPlaces = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly Dictionary<string, int> _productPlaces = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Economies { get; private set; } = [];

    public IReadOnlyList<string> Products { get; private set; } = [];

    /// <summary>Whether codes of products have a level for every digit, as a file says.</summary>
    public bool IsByDigit { get; set; }

    /// <summary>What was done to codes, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    /// <summary>Whether several spellings turned out to be one economy or one product, so that their flows are added up.</summary>
    public bool HasSpellings { get; private set; }

    /// <summary>Notes an economy as it is written; null, or why it cannot be one.</summary>
    public string? AddEconomy(string text, TradeSide side)
    {
        if (!_repaired.TryGetValue(text, out string? code))
        {
            if (CodeRepair.FaultOf(text, out code) is { } fault)
            {
                return fault;
            }

            _repaired[text] = code;
        }

        _sides[(int)side].Add(text);
        return countries is null || countries.ContainsKey(code)
            ? null
            : $"the economy '{text}' is not in the list of country codes. Take the list that came with this file.";
    }

    /// <summary>Notes a product as it is written; null, or why it cannot be one.</summary>
    public string? AddProduct(string text)
    {
        if (CodeRepair.FaultOf(text, out string code) is { } fault)
        {
            return fault;
        }

        _products[text] = code;
        return digits is { } all && (code.Length > all || !code.All(char.IsAsciiDigit))
            ? $"expected a product code of {all} digits, found '{text}'."
            : null;
    }

    public void Close()
    {
        var resolver = new EconomyResolver(_repaired.Values, countries);
        var products = new ProductResolver(_products, digits, IsByDigit);
        string[][] codes = [.. _sides.Select(s => s.Select(t => resolver.CodeOf(_repaired[t])).ToArray())];
        IReadOnlySet<string>[] aggregates = [.. codes.Select(EconomyAggregates.Among)];
        Economies =
        [
            .. codes
                .SelectMany((c, side) => c.Where(e => !aggregates[side].Contains(e) && !totals.Contains((e, false))))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        Products =
        [
            .. _products
                .Keys.Select(products.CodeOf)
                .OfType<string>()
                .Where(p => !totals.Contains((p, true)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (Economies.Count > ushort.MaxValue)
        {
            throw new TableException(
                "the files of trade",
                $"name {Economies.Count} economies, and at most {ushort.MaxValue} are read. Check that the columns of exporter and "
                    + $"importer hold codes of economies."
            );
        }

        Dictionary<string, int> economyAt = PlacesOf(Economies);
        Dictionary<string, int> productAt = PlacesOf(Products);
        for (int side = 0; side < _sides.Length; side++)
        {
            foreach (string text in _sides[side])
            {
                string code = resolver.CodeOf(_repaired[text]);
                _economyPlaces[side][text] =
                    aggregates[side].Contains(code) || totals.Contains((code, false))
                        ? (EconomyIdentities.Find(code) is { Kind: EconomyKind.Union } ? Union : World)
                        : economyAt[code];
            }
        }

        foreach (string text in _products.Keys)
        {
            _productPlaces[text] = products.CodeOf(text) is { } code && productAt.TryGetValue(code, out int place) ? place : World;
        }

        HasSpellings =
            Array.Exists(codes, c => c.Distinct(StringComparer.Ordinal).Count() < c.Length)
            || _products.Keys.Select(products.CodeOf).OfType<string>().CountBy(p => p, StringComparer.Ordinal).Any(p => p.Value > 1);
        Notes =
        [
            .. resolver.Notes,
            .. products.Notes,
            .. HasSpellings ? ["Codes that are spelled in several ways are one: their flows are added up."] : (string[])[],
        ];
    }

    /// <summary>The place of an economy; below zero where it is an aggregate.</summary>
    public int EconomyAt(string text, TradeSide side) => _economyPlaces[(int)side][text];

    /// <summary>The place of a product; below zero where it is a sum of others.</summary>
    public int ProductAt(string text) => _productPlaces[text];

    /// <summary>Adds a flow, or counts why it stays out.</summary>
    public static void Add(TradePanelBuilder builder, int year, int product, int exporter, int importer, double value)
    {
        if (exporter < 0 || importer < 0)
        {
            builder.CountAggregate(exporter == World || importer == World ? EconomyKind.World : EconomyKind.Union);
        }
        else if (product < 0)
        {
            builder.CountProductSum();
        }
        else
        {
            builder.Add(year, new(product), new(exporter), new(importer), value);
        }
    }

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> EconomyLookup(TradeSide side) =>
        _economyPlaces[(int)side].GetAlternateLookup<ReadOnlySpan<char>>();

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ProductLookup() =>
        _productPlaces.GetAlternateLookup<ReadOnlySpan<char>>();

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<string> codes) =>
        codes.Select((code, place) => (code, place)).ToDictionary(c => c.code, c => c.place, StringComparer.Ordinal);
}

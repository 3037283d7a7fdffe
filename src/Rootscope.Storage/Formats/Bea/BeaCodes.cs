using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Bea;

/// <summary>
/// What the codes of the BEA accounts stand for, in the detail layout (F01000, V00100) and the summary layout (F010, V001).
/// </summary>
internal static class BeaCodes
{
    private static readonly (string Start, string Name)[] FinalDemandNames =
    [
        ("F010", "Personal consumption expenditures"),
        ("F02E", "Nonresidential private fixed investment in equipment"),
        ("F02N", "Nonresidential private fixed investment in intellectual property products"),
        ("F02R", "Residential private fixed investment"),
        ("F02S", "Nonresidential private fixed investment in structures"),
        ("F030", "Change in private inventories"),
        ("F040", "Exports of goods and services"),
        ("F050", "Imports of goods and services"),
        ("F06C", "Federal government defense: consumption expenditures"),
        ("F06E", "Federal national defense: gross investment in equipment"),
        ("F06N", "Federal national defense: gross investment in intellectual property products"),
        ("F06S", "Federal national defense: gross investment in structures"),
        ("F07C", "Federal government nondefense: consumption expenditures"),
        ("F07E", "Federal nondefense: gross investment in equipment"),
        ("F07N", "Federal nondefense: gross investment in intellectual property products"),
        ("F07S", "Federal nondefense: gross investment in structures"),
        ("F10C", "State and local government consumption expenditures"),
        ("F10E", "State and local: gross investment in equipment"),
        ("F10N", "State and local: gross investment in intellectual property products"),
        ("F10S", "State and local: gross investment in structures"),
    ];

    private static readonly (string Start, ValueAddedCategory Category)[] ValueAdded =
    [
        ("V001", new ValueAddedCategory("V00100", "Compensation of employees", ValueAddedKind.Labour)),
        ("V002", new ValueAddedCategory("V00200", "Taxes on production and imports, less subsidies", ValueAddedKind.Taxes)),
        ("V003", new ValueAddedCategory("V00300", "Gross operating surplus", ValueAddedKind.Surplus)),
    ];

    // The summary layout joins the four: "Used" is scrap and used goods, "Other" noncomparable imports and the rest of the world.
    private static readonly Dictionary<string, string> NoProducts = new(StringComparer.Ordinal)
    {
        ["S00401"] = "Scrap",
        ["S00402"] = "Used and secondhand goods",
        ["S00300"] = "Noncomparable imports",
        ["S00900"] = "Rest of the world adjustment",
        ["Used"] = "Scrap, used and secondhand goods",
        ["Other"] = "Noncomparable imports and rest of the world adjustment",
    };

    public static bool IsTotal(string code) =>
        (code.Length == 4 && code[0] == 'T' && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        || code.StartsWith("Total", StringComparison.Ordinal)
        || code is "" or "NA"
        || code.StartsWith("NA.", StringComparison.Ordinal);

    public static bool IsFinalDemand(string code) =>
        code.Length >= 4 && code[0] == 'F' && char.IsAsciiDigit(code[1]) && char.IsAsciiDigit(code[2]);

    public static bool IsImports(string code) => code.StartsWith("F050", StringComparison.Ordinal);

    public static bool IsValueAdded(string code) =>
        code.Length >= 4 && code[0] == 'V' && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>
    /// Whether a commodity is none that an industry makes for sale: scrap, used goods, noncomparable imports, the rest of the world.
    /// </summary>
    public static bool IsNoProduct(string code) => NoProducts.ContainsKey(code);

    public static ValueAddedCategory NoProduct(string code) => new(code, $"{NoProducts[code]}, bought less sold", ValueAddedKind.Other);

    /// <summary>The row of primary inputs a code stands for, under the code of the file.</summary>
    public static ValueAddedCategory ValueAddedOf(string code)
    {
        (string start, ValueAddedCategory known) = Array.Find(ValueAdded, v => code.StartsWith(v.Start, StringComparison.Ordinal));
        return start is null ? new ValueAddedCategory(code, code, ValueAddedKind.Other) : known with { Code = code };
    }

    public static FinalDemandCategory FinalDemandOf(string code)
    {
        (string start, string name) = Array.Find(FinalDemandNames, f => code.StartsWith(f.Start, StringComparison.Ordinal));
        return new FinalDemandCategory(code, start is null ? code : name, KindOf(code), new(0));
    }

    private static FinalDemandKind KindOf(string code) =>
        (code[1..3], code[3]) switch
        {
            ("01", _) => FinalDemandKind.Households,
            ("03", _) => FinalDemandKind.Inventories,
            ("04", _) => FinalDemandKind.Exports,
            ("02", _) => FinalDemandKind.FixedCapital,
            (_, 'C') => FinalDemandKind.Government,
            (_, 'E' or 'N' or 'S') => FinalDemandKind.FixedCapital,
            _ => FinalDemandKind.Discrepancy,
        };
}

using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>The final uses that the codes of the OECD, of the European System of Accounts and of the WIOD stand for.</summary>
internal static class FinalUses
{
    private static readonly Dictionary<string, (string Name, FinalDemandKind Kind)> ByCode = new(StringComparer.Ordinal)
    {
        ["HFCE"] = ("Final consumption of households", FinalDemandKind.Households),
        ["NPISH"] = ("Final consumption of non-profit institutions serving households", FinalDemandKind.NonProfit),
        ["NPS"] = ("Final consumption of non-profit institutions serving households", FinalDemandKind.NonProfit),
        ["GGFC"] = ("Final consumption of government", FinalDemandKind.Government),
        ["GFCF"] = ("Gross fixed capital formation", FinalDemandKind.FixedCapital),
        ["INVNT"] = ("Changes in inventories and valuables", FinalDemandKind.Inventories),
        ["INV"] = ("Changes in inventories and valuables", FinalDemandKind.Inventories),
        ["VALU"] = ("Changes in valuables", FinalDemandKind.Inventories),
        ["DPABR"] = ("Direct purchases abroad by residents", FinalDemandKind.Households),
        ["DIRP"] = ("Direct purchases abroad by residents", FinalDemandKind.Households),
        ["P33"] = ("Direct purchases abroad by residents", FinalDemandKind.Households),
        ["CONS_ABR"] = ("Direct purchases abroad by residents", FinalDemandKind.Households),
        ["CONS_NONRES"] = ("Direct purchases by non-residents", FinalDemandKind.Exports),
        ["EXPO"] = ("Exports", FinalDemandKind.Exports),
        ["DISC"] = ("Statistical discrepancy", FinalDemandKind.Discrepancy),
        ["P3_S14"] = ("Final consumption of households", FinalDemandKind.Households),
        ["P3_S15"] = ("Final consumption of non-profit institutions serving households", FinalDemandKind.NonProfit),
        ["P3_S13"] = ("Final consumption of government", FinalDemandKind.Government),
        ["P51G"] = ("Gross fixed capital formation", FinalDemandKind.FixedCapital),
        ["P5M"] = ("Changes in inventories and valuables", FinalDemandKind.Inventories),
        ["P52"] = ("Changes in inventories", FinalDemandKind.Inventories),
        ["P53"] = ("Changes in valuables", FinalDemandKind.Inventories),
    };

    /// <summary>Whether a code is a final use.</summary>
    public static bool Has(string code) => ByCode.ContainsKey(code);

    /// <summary>The column of a use by a region.</summary>
    /// <param name="code">The column's code in the table.</param>
    /// <param name="use">A code that <see cref="Has"/> knows.</param>
    /// <param name="region">The region that buys.</param>
    /// <param name="number">Its number in the table.</param>
    /// <param name="named">Whether the name begins with the region's.</param>
    public static FinalDemandCategory Of(string code, string use, Region region, int number, bool named = true)
    {
        (string name, FinalDemandKind kind) = ByCode[use];
        return new FinalDemandCategory(code, named ? $"{region.Name}: {name}" : name, kind, new(number));
    }

    /// <summary>
    /// What a use stands for by its English name, as the sources that give no codes write it; null where it is none known.
    /// </summary>
    public static FinalDemandKind? KindOf(string name)
    {
        bool Has(string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Has("non-profit") || Has("NPISH") || Has("non profit") ? FinalDemandKind.NonProfit
            : Has("household") ? FinalDemandKind.Households
            : Has("government") ? FinalDemandKind.Government
            : Has("inventor") || Has("valuable") ? FinalDemandKind.Inventories
            : Has("fixed capital") ? FinalDemandKind.FixedCapital
            : Has("export") ? FinalDemandKind.Exports
            : null;
    }
}

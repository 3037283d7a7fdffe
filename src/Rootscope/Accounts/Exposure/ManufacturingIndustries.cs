using Rootscope.Tables;

namespace Rootscope.Accounts.Exposure;

/// <summary>Which industries of a table make goods, by its classification.</summary>
/// <remarks>
/// wiod2013: c3 to c16; nbs2020: 012 to 099; bea2017: codes that begin with 3; otherwise codes of section C of ISIC Rev. 4 (C10 to C33).
/// </remarks>
public static class ManufacturingIndustries
{
    /// <summary>Numbers of the industries, in table order.</summary>
    /// <exception cref="ModelException">The classification is none of those, and no code is of section C.</exception>
    public static IReadOnlyList<IndustryNumber> Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Func<string, bool> makesGoods = Of(table.Metadata.Classification);
        IndustryNumber[] found =
        [
            .. Enumerable
                .Range(0, table.Sectors.Industries.Count)
                .Where(i => makesGoods(table.Sectors.Industries[i].Code))
                .Select(i => new IndustryNumber(i)),
        ];
        return found.Length > 0
            ? found
            : throw new ModelException(
                $"table '{table.Metadata.Id}': which industries of '{table.Metadata.Classification}' are manufacturing is not defined. "
                    + $"Name the industries that buy."
            );
    }

    private static Func<string, bool> Of(string classification) =>
        classification switch
        {
            "wiod2013" => code => int.TryParse(code.AsSpan(1), out int number) && number is >= 3 and <= 16,
            "nbs2020" => code => string.CompareOrdinal(code, "012") >= 0 && string.CompareOrdinal(code, "099") <= 0,
            "bea2017" => code => code.StartsWith('3'),
            _ => code =>
                code.Length >= 3 && code[0] == 'C' && int.TryParse(code.AsSpan(1, 2), out int division) && division is >= 10 and <= 33,
        };
}

using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2013;

/// <summary>The names behind the codes of the 2013 release: 40 countries, the rest of the world, 35 industries, five uses.</summary>
internal static class WiodNames
{
    private static readonly Dictionary<string, string> Regions = new(StringComparer.Ordinal)
    {
        ["AUS"] = "Australia",
        ["AUT"] = "Austria",
        ["BEL"] = "Belgium",
        ["BGR"] = "Bulgaria",
        ["BRA"] = "Brazil",
        ["CAN"] = "Canada",
        ["CHN"] = "China",
        ["CYP"] = "Cyprus",
        ["CZE"] = "Czechia",
        ["DEU"] = "Germany",
        ["DNK"] = "Denmark",
        ["ESP"] = "Spain",
        ["EST"] = "Estonia",
        ["FIN"] = "Finland",
        ["FRA"] = "France",
        ["GBR"] = "United Kingdom",
        ["GRC"] = "Greece",
        ["HUN"] = "Hungary",
        ["IDN"] = "Indonesia",
        ["IND"] = "India",
        ["IRL"] = "Ireland",
        ["ITA"] = "Italy",
        ["JPN"] = "Japan",
        ["KOR"] = "Korea",
        ["LTU"] = "Lithuania",
        ["LUX"] = "Luxembourg",
        ["LVA"] = "Latvia",
        ["MEX"] = "Mexico",
        ["MLT"] = "Malta",
        ["NLD"] = "Netherlands",
        ["POL"] = "Poland",
        ["PRT"] = "Portugal",
        ["ROM"] = "Romania",
        ["RUS"] = "Russia",
        ["SVK"] = "Slovakia",
        ["SVN"] = "Slovenia",
        ["SWE"] = "Sweden",
        ["TUR"] = "Türkiye",
        ["TWN"] = "Taiwan",
        ["USA"] = "United States",
        ["RoW"] = "Rest of World",
    };

    private static readonly string[] Industries =
    [
        "Agriculture, Hunting, Forestry and Fishing",
        "Mining and Quarrying",
        "Food, Beverages and Tobacco",
        "Textiles and Textile Products",
        "Leather, Leather and Footwear",
        "Wood and Products of Wood and Cork",
        "Pulp, Paper, Paper, Printing and Publishing",
        "Coke, Refined Petroleum and Nuclear Fuel",
        "Chemicals and Chemical Products",
        "Rubber and Plastics",
        "Other Non-Metallic Mineral",
        "Basic Metals and Fabricated Metal",
        "Machinery, Nec",
        "Electrical and Optical Equipment",
        "Transport Equipment",
        "Manufacturing, Nec; Recycling",
        "Electricity, Gas and Water Supply",
        "Construction",
        "Sale, Maintenance and Repair of Motor Vehicles and Motorcycles; Retail Sale of Fuel",
        "Wholesale Trade and Commission Trade, Except of Motor Vehicles and Motorcycles",
        "Retail Trade, Except of Motor Vehicles and Motorcycles; Repair of Household Goods",
        "Hotels and Restaurants",
        "Inland Transport",
        "Water Transport",
        "Air Transport",
        "Other Supporting and Auxiliary Transport Activities; Activities of Travel Agencies",
        "Post and Telecommunications",
        "Financial Intermediation",
        "Real Estate Activities",
        "Renting of M&Eq and Other Business Activities",
        "Public Admin and Defence; Compulsory Social Security",
        "Education",
        "Health and Social Work",
        "Other Community, Social and Personal Services",
        "Private Households with Employed Persons",
    ];

    private static readonly (string Code, string Name, FinalDemandKind Kind)[] Uses =
    [
        ("F1", "Final consumption of households", FinalDemandKind.Households),
        ("F2", "Final consumption of non-profit organisations serving households", FinalDemandKind.NonProfit),
        ("F3", "Final consumption of government", FinalDemandKind.Government),
        ("F4", "Gross fixed capital formation", FinalDemandKind.FixedCapital),
        ("F5", "Changes in inventories", FinalDemandKind.Inventories),
    ];

    /// <summary>The region of a code; a code outside the release names itself.</summary>
    public static Region RegionOf(string code) => new(code, Regions.GetValueOrDefault(code, code));

    /// <summary>The industry of a code c1 to c35; any other code names itself.</summary>
    public static Industry IndustryOf(string code) =>
        code.Length > 1 && code[0] == 'c' && int.TryParse(code.AsSpan(1), out int number) && number >= 1 && number <= Industries.Length
            ? new Industry(code, Industries[number - 1])
            : new Industry(code, code);

    /// <summary>The column of final demand of a code such as CHN_F3, or null where the use is none of the five.</summary>
    public static FinalDemandCategory? UseOf(string region, int number, string use)
    {
        foreach ((string code, string name, FinalDemandKind kind) in Uses)
        {
            if (string.Equals(code, use, StringComparison.Ordinal))
            {
                return new FinalDemandCategory($"{region}_{code}", $"{RegionOf(region).Name}: {name}", kind, new(number));
            }
        }

        return null;
    }
}

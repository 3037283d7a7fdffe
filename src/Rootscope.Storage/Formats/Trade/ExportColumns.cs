using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Which columns of a file hold country, product, value and year; what is null is recognised by its name.</summary>
/// <param name="Country">The column of the economy that sells.</param>
/// <param name="Product">The column of the product.</param>
/// <param name="Value">The column of the value.</param>
/// <param name="Year">The column of the year.</param>
public sealed record ExportColumns(string? Country = null, string? Product = null, string? Value = null, string? Year = null)
{
    private static readonly string[] Countries =
    [
        "country",
        "exporter",
        "country_code",
        "country_iso3_code",
        "location_code",
        "iso3_code",
        "iso3",
        "iso",
        "economy",
        "reporter",
        "reporter_iso",
        "reporteriso",
        "origin",
        "i",
    ];

    private static readonly string[] Products =
    [
        "product",
        "product_code",
        "hs6",
        "hs",
        "hs_code",
        "hs_product_code",
        "product_hs92_code",
        "product_hs12_code",
        "product_hs17_code",
        "product_hs22_code",
        "sitc",
        "sitc_product_code",
        "product_sitc_code",
        "commodity",
        "commodity_code",
        "commoditycode",
        "k",
    ];

    private static readonly string[] Values = ["value", "export_value", "exports", "export", "trade_value", "tradevalue", "v"];

    private static readonly string[] Years = ["year", "t", "period"];

    /// <summary>Reads "country=geo,product=hs,value=usd,year=t"; what is not named is recognised.</summary>
    /// <exception cref="FormatException">A part names none of the four, or no column.</exception>
    public static ExportColumns Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var columns = new ExportColumns();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            string column = sides.Length == 2 && sides[1].Length > 0 ? sides[1] : throw Wrong(part);
            columns = sides[0].ToLowerInvariant() switch
            {
                "country" => columns with { Country = column },
                "product" => columns with { Product = column },
                "value" => columns with { Value = column },
                "year" => columns with { Year = column },
                _ => throw Wrong(part),
            };
        }

        return columns;
    }

    internal (int Country, int Product, int Value, int Year) In(IRowSource file) =>
        (
            Required(file, Country, "country", Countries),
            Required(file, Product, "product", Products),
            Required(file, Value, "value", Values),
            Year is null ? Find(file, Years) : file.Column(Year)
        );

    private static int Required(IRowSource file, string? named, string role, string[] known)
    {
        if (named is not null)
        {
            return file.Column(named);
        }

        int found = Find(file, known);
        return found >= 0
            ? found
            : throw new TableException(
                $"{file.Path}, line 1",
                $"no column is recognised as the {role}; it has {string.Join(", ", file.Header)}. Name it with "
                    + $"{Repair.Option("columns", $"{role}=NAME")}, or call it '{known[0]}'."
            );
    }

    private static int Find(IRowSource file, string[] known)
    {
        foreach (string name in known)
        {
            for (int c = 0; c < file.Header.Count; c++)
            {
                if (string.Equals(file.Header[c].Trim(), name, StringComparison.OrdinalIgnoreCase))
                {
                    return c;
                }
            }
        }

        return -1;
    }

    private static FormatException Wrong(string part) =>
        new($"'{part}' names no column: give pairs such as country=geo,product=hs,value=usd,year=t.");
}

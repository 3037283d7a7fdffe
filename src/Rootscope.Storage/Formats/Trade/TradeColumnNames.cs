namespace Rootscope.Storage.Formats.Trade;

/// <summary>Which columns of a file of trade are what; what is null is recognised by its name.</summary>
/// <param name="Country">The column of the economy that sells, or that declares.</param>
/// <param name="Product">The column of the product.</param>
/// <param name="Value">The column of the value.</param>
/// <param name="Year">The column of the year.</param>
/// <param name="Partner">The column of the economy that buys, or of the partner of the one that declares.</param>
/// <param name="Flow">The column that tells exports from imports.</param>
public sealed record TradeColumnNames(
    string? Country = null,
    string? Product = null,
    string? Value = null,
    string? Year = null,
    string? Partner = null,
    string? Flow = null
)
{
    /// <summary>Reads "country=geo,product=hs,value=usd,year=t"; what is not named is recognised.</summary>
    /// <exception cref="FormatException">A part names none of the six, or no column.</exception>
    public static TradeColumnNames Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var columns = new TradeColumnNames();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            string column = sides.Length == 2 && sides[1].Length > 0 ? sides[1] : throw Wrong(part);
            columns = sides[0].ToLowerInvariant() switch
            {
                "country" or "exporter" or "reporter" => columns with { Country = column },
                "partner" or "importer" => columns with { Partner = column },
                "product" => columns with { Product = column },
                "value" => columns with { Value = column },
                "year" => columns with { Year = column },
                "flow" => columns with { Flow = column },
                _ => throw Wrong(part),
            };
        }

        return columns;
    }

    /// <summary>The same as text that <see cref="Parse"/> reads.</summary>
    internal string ToText() =>
        string.Join(
            ',',
            new[] { ("country", Country), ("partner", Partner), ("product", Product), ("value", Value), ("year", Year), ("flow", Flow) }
                .Where(c => c.Item2 is not null)
                .Select(c => $"{c.Item1}={c.Item2}")
        );

    private static FormatException Wrong(string part) =>
        new(
            $"'{part}' names no column: give pairs such as country=geo,product=hs,value=usd,year=t; 'partner' is the economy on the "
                + "other side, 'flow' what tells exports from imports."
        );
}

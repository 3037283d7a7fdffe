using Rootscope.Complexity;

namespace Rootscope.Cli.Complexity;

/// <summary>What the report of complexity shows of what was computed.</summary>
/// <param name="Subject">What a row is.</param>
/// <param name="Country">Only this country, if one is named.</param>
/// <param name="Product">Only this product, if one is named.</param>
/// <param name="Top">Most rows a year; 0 for all.</param>
/// <param name="Filter">The filter's name.</param>
/// <param name="Outlook">The convention of the outlook.</param>
internal sealed record ComplexityRequest(
    ComplexitySubject Subject,
    string? Country,
    string? Product,
    int Top,
    string Filter,
    string Outlook
)
{
    /// <summary>Whether a row is about what is asked for.</summary>
    public bool Asks(ComplexityLine line) =>
        (line.Country < 0 || Country is null || line.CountryCode == Country)
        && (line.Product < 0 || Product is null || line.ProductCode == Product);
}

/// <summary>A country, a product, or a pair of them, in one year's profile.</summary>
/// <param name="Year">The year; null where the file has none.</param>
/// <param name="Profile">What was computed.</param>
/// <param name="Place">Its place, from 1.</param>
/// <param name="Country">Number of the country; -1 in a row of a product.</param>
/// <param name="Product">Number of the product; -1 in a row of a country.</param>
internal sealed record ComplexityLine(int? Year, ComplexityProfile Profile, int Place, int Country, int Product)
{
    public AdvantageMatrix Matrix => Profile.Advantage;

    public string CountryCode => Matrix.Countries[Country];

    public string ProductCode => Matrix.Products[Product];
}

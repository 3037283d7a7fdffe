using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Output;
using Rootscope.Complexity;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

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
);

/// <summary>The reports of <c>rootscope complexity</c>; docs/schema/reports.md describes their columns.</summary>
internal static class ComplexityReport
{
    private static readonly Column Year = new(
        "year",
        "year",
        "The year of the exports; null where the file has none.",
        ColumnStyle.Whole,
        "year"
    );

    private static readonly Column Status = new(
        "status",
        string.Empty,
        "Whether the indices hold: ok, too-few, disconnected, no-variation or ambiguous.",
        ColumnStyle.Text,
        null
    );

    private static readonly Column[] CountryColumns =
    [
        Year,
        new("rank", string.Empty, "Place by ECI, or by fitness where there is no ECI.", ColumnStyle.Whole, "#"),
        new("country", string.Empty, "Code of the country, as in the file.", ColumnStyle.Text, "country"),
        new("eci", "standard deviations", "Economic complexity index.", ColumnStyle.Number, "ECI"),
        new("fitness", "ratio to the mean", "Fitness after 200 steps.", ColumnStyle.Number, "fitness"),
        new(
            "coi",
            "standard deviations of the ECI, added up",
            "Complexity outlook index: what is not made yet, by density and PCI.",
            ColumnStyle.Number,
            "COI"
        ),
        new(
            "coiStandardised",
            "standard deviations",
            "The same with mean 0 and deviation 1 over countries.",
            ColumnStyle.Number,
            "COI std."
        ),
        new("diversity", "products", "Products in which the country has an advantage.", ColumnStyle.Whole, "diversity"),
        new("exports", "unit of the file", "All exports of the country.", ColumnStyle.Money, "exports"),
        Status,
    ];

    private static readonly Column[] ProductColumns =
    [
        Year,
        new("rank", string.Empty, "Place by PCI, or by quality where there is no PCI.", ColumnStyle.Whole, "#"),
        new("product", string.Empty, "Code of the product, as in the file.", ColumnStyle.Text, "product"),
        new("pci", "standard deviations of the ECI", "Product complexity index.", ColumnStyle.Number, "PCI"),
        new(
            "quality",
            "ratio to the mean",
            "Complexity of the product by the fitness method, after 200 steps.",
            ColumnStyle.Number,
            "quality"
        ),
        new("ubiquity", "countries", "Countries that have an advantage in the product.", ColumnStyle.Whole, "ubiquity"),
        new("exports", "unit of the file", "All exports of the product.", ColumnStyle.Money, "exports"),
        Status,
    ];

    private static readonly Column[] PairColumns =
    [
        Year,
        new("country", string.Empty, "Code of the country, as in the file.", ColumnStyle.Text, "country"),
        new("product", string.Empty, "Code of the product, as in the file.", ColumnStyle.Text, "product"),
        new("exports", "unit of the file", "What the country sells of the product.", ColumnStyle.Money, "exports"),
        new("rca", "ratio", "Revealed comparative advantage.", ColumnStyle.Number, "RCA"),
        new("hasAdvantage", string.Empty, "Whether it reaches 1.", ColumnStyle.Flag, "advantage"),
        new("density", "share", "Share of the product's proximities that go to what the country makes.", ColumnStyle.Share, "density"),
        new("pci", "standard deviations of the ECI", "Product complexity index.", ColumnStyle.Number, "PCI"),
        new(
            "cog",
            "standard deviations of the ECI",
            "Complexity outlook gain of the product; null where the country makes it.",
            ColumnStyle.Number,
            "COG"
        ),
        Status,
    ];

    public static Report Of(
        ExportFile file,
        IReadOnlyList<(YearOfExports Exports, ComplexityProfile Profile)> years,
        ComplexityRequest request
    )
    {
        Check(years, request.Country, p => p.Exports.Countries, "country", request);
        Check(years, request.Product, p => p.Exports.Products, "product", request);
        return new Report
        {
            Kind = $"complexity-{request.Subject.ToString().ToLowerInvariant()}",
            Columns = request.Subject switch
            {
                ComplexitySubject.Countries => CountryColumns,
                ComplexitySubject.Products => ProductColumns,
                _ => PairColumns,
            },
            Rows = Rows(years, request),
            Provenance = new Provenance
            {
                Command = "complexity",
                Options =
                [
                    new("file", Path.GetFileName(file.Path)),
                    new("sha256", file.Sha256[..12]),
                    new("year", string.Join('+', years.Select(y => y.Exports.Year?.ToString(CultureInfo.InvariantCulture) ?? "none"))),
                    new("of", request.Subject.ToString().ToLowerInvariant()),
                    new("filter", request.Filter),
                    new("outlook", request.Outlook),
                    new("threshold", "1"),
                    new("fitnessSteps", years[0].Profile.Fitness.Steps.ToString(CultureInfo.InvariantCulture)),
                ],
                Notes = [.. file.Notes, .. years.SelectMany(y => Notes(y.Exports.Year, y.Profile)), Conventions(request)],
            },
            Remarks = [.. Words(years[^1].Profile, request.Subject)],
        };
    }

    private static void Check(
        IReadOnlyList<(YearOfExports Exports, ComplexityProfile Profile)> years,
        string? named,
        Func<ComplexityProfile, IReadOnlyList<string>> codes,
        string kind,
        ComplexityRequest request
    )
    {
        if (named is null || years.Any(y => codes(y.Profile).Contains(named, StringComparer.Ordinal)))
        {
            return;
        }

        CountryLeftOut? leftOut = years
            .SelectMany(y => y.Profile.CountriesLeftOut)
            .FirstOrDefault(c => c.Country == named && kind == "country");
        throw leftOut is not null
            ? new ModelException($"'{named}' is not compared: {leftOut.Reason}. Compare all countries with --filter none.")
            : new UnknownNameException(
                kind,
                named,
                NearestNames.Of(named, codes(years[0].Profile)),
                $"Codes are those of the file{(request.Filter == "none" ? string.Empty : ", less what the filter leaves out")}."
            );
    }

    private static IReadOnlyList<object?[]> Rows(
        IReadOnlyList<(YearOfExports Exports, ComplexityProfile Profile)> years,
        ComplexityRequest request
    )
    {
        if (request.Subject != ComplexitySubject.Pairs)
        {
            return
            [
                .. years.SelectMany(y =>
                    request.Subject == ComplexitySubject.Countries
                        ? Limited(
                            Countries(y.Exports.Year, y.Profile).Where(r => request.Country is null || (string)r[2]! == request.Country),
                            request
                        )
                        : Limited(
                            Products(y.Exports.Year, y.Profile).Where(r => request.Product is null || (string)r[2]! == request.Product),
                            request
                        )
                ),
            ];
        }

        return [.. years.SelectMany(y => Limited(Pairs(y.Exports.Year, y.Profile, request), request))];
    }

    private static IEnumerable<object?[]> Limited(IEnumerable<object?[]> rows, ComplexityRequest request) =>
        request.Top > 0 ? rows.Take(request.Top) : rows;

    private static IEnumerable<object?[]> Countries(int? year, ComplexityProfile profile)
    {
        AdvantageMatrix matrix = profile.Advantage;
        IReadOnlyList<double> key = profile.Complexity.Countries ?? profile.Fitness.Fitness;
        return Enumerable
            .Range(0, matrix.Countries.Count)
            .OrderByDescending(c => key[c])
            .ThenBy(c => c)
            .Select(
                (c, place) =>
                    new object?[]
                    {
                        year,
                        place + 1,
                        matrix.Countries[c],
                        profile.Complexity.Countries?[c],
                        profile.Fitness.Fitness[c],
                        profile.Outlook?.Index[c],
                        profile.Outlook?.StandardisedIndex?[c],
                        matrix.Diversity(new(c)),
                        profile.Exports.CountryTotals[matrix.CountryNumbers[c]],
                        StatusWords.Of(profile.Complexity.Status),
                    }
            );
    }

    private static IEnumerable<object?[]> Products(int? year, ComplexityProfile profile)
    {
        AdvantageMatrix matrix = profile.Advantage;
        IReadOnlyList<double> key = profile.Complexity.Products ?? profile.Fitness.Quality;
        return Enumerable
            .Range(0, matrix.Products.Count)
            .OrderByDescending(p => key[p])
            .ThenBy(p => p)
            .Select(
                (p, place) =>
                    new object?[]
                    {
                        year,
                        place + 1,
                        matrix.Products[p],
                        profile.Complexity.Products?[p],
                        profile.Fitness.Quality[p],
                        matrix.Ubiquity(new(p)),
                        profile.Exports.ProductTotals[matrix.ProductNumbers[p]],
                        StatusWords.Of(profile.Complexity.Status),
                    }
            );
    }

    private static IEnumerable<object?[]> Pairs(int? year, ComplexityProfile profile, ComplexityRequest request)
    {
        AdvantageMatrix matrix = profile.Advantage;
        string status = StatusWords.Of(profile.Complexity.Status);
        for (int c = 0; c < matrix.Countries.Count; c++)
        {
            for (int p = 0; p < matrix.Products.Count; p++)
            {
                if (
                    (request.Country ?? matrix.Countries[c]) == matrix.Countries[c]
                    && (request.Product ?? matrix.Products[p]) == matrix.Products[p]
                )
                {
                    yield return
                    [
                        year,
                        matrix.Countries[c],
                        matrix.Products[p],
                        profile.ValueOf(new(c), new(p)),
                        profile.AdvantageOf(new(c), new(p)),
                        matrix[new(c), new(p)],
                        profile.Density[new(c), new(p)],
                        profile.Complexity.Products?[p],
                        profile.Outlook?[new(c), new(p)],
                        status,
                    ];
                }
            }
        }
    }

    private static IEnumerable<string> Notes(int? year, ComplexityProfile profile)
    {
        const int Named = 12;
        string when = year is { } y ? string.Create(CultureInfo.InvariantCulture, $"{y}: ") : string.Empty;
        if (profile.CountriesLeftOut.Count > 0)
        {
            string more = profile.CountriesLeftOut.Count > Named ? $" and {profile.CountriesLeftOut.Count - Named} more" : string.Empty;
            yield return $"{when}{Counted(profile.CountriesLeftOut.Count, "country is", "countries are")} not compared: "
                + $"{string.Join("; ", profile.CountriesLeftOut.Take(Named).Select(c => $"{c.Country} ({c.Reason})"))}{more}.";
        }

        if (profile.Advantage.ProductsLeftOut.Count > 0)
        {
            string more = profile.Advantage.ProductsLeftOut.Count > Named ? ", …" : string.Empty;
            yield return $"{when}{Counted(profile.Advantage.ProductsLeftOut.Count, "product is", "products are")} sold by nobody who "
                + $"is compared, left out: {string.Join(", ", profile.Advantage.ProductsLeftOut.Take(Named))}{more}.";
        }

        if (profile.Complexity.Status != ComplexityStatus.Ok)
        {
            yield return when + ReasonOf(profile.Complexity.Status);
        }
    }

    private static string Counted(int count, string one, string several) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    private static string ReasonOf(ComplexityStatus status) =>
        status switch
        {
            ComplexityStatus.TooFew => "No indices: fewer than two countries or products are left.",
            ComplexityStatus.Disconnected =>
                "No indices: countries and products fall into groups that share nothing, and an index of one group does not compare "
                    + "with that of another.",
            ComplexityStatus.NoVariation => "No indices: all countries have an advantage in the same products.",
            _ => "No indices: two directions explain the exports equally well, or the index does not follow diversity, so that its "
                + "direction or sign would be arbitrary.",
        };

    private static string Conventions(ComplexityRequest request) =>
        "Conventions: advantage where RCA is at least 1; ECI with mean 0 and population deviation 1, PCI on the same scale (the ECI is "
        + "the mean PCI of what a country makes); sign by diversity; density counts a product as near to itself; "
        + request.Outlook switch
        {
            "atlas" => "COG takes density × PCI of the new product off (Atlas).",
            "unshifted" => "COI and COG weigh with the unshifted PCI (py-ecomplexity).",
            _ => "COI and COG weigh with the standardised PCI, gains counted whole.",
        };

    private static IEnumerable<string> Words(ComplexityProfile profile, ComplexitySubject subject)
    {
        AdvantageMatrix m = profile.Advantage;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {m.Countries.Count} countries and {m.Products.Count} products are compared, with {m.Count} advantages "
                + $"({100.0 * m.Count / m.Countries.Count / m.Products.Count:0.0}% of all pairs)."
        );
        if (subject == ComplexitySubject.Countries && profile.Complexity is { Countries: not null, DiversityCorrelation: { } correlation })
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The index correlates with diversity by {correlation:0.00}; its eigenvalue is "
                    + $"{profile.Complexity.SecondEigenvalue:0.000}, the next {profile.Complexity.ThirdEigenvalue:0.000}."
            );
        }
    }
}

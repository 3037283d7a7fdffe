using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Complexity;

namespace Rootscope.Answers.Trade;

/// <summary>Complexity as a report: a row a country, a product or a pair; docs/schema/reports.md describes the columns.</summary>
internal static class ComplexityReport
{
    private static readonly Column<ComplexityLine> Year = new(
        "year",
        "year",
        "The year of the exports; null where the file has none.",
        ColumnStyle.Whole,
        "year",
        l => l.Year
    );

    private static readonly Column<ComplexityLine> Status = new(
        "status",
        string.Empty,
        "Whether the indices hold: ok, too-few, disconnected, no-variation or ambiguous.",
        ColumnStyle.Text,
        null,
        l => l.Profile.Complexity.Status
    );

    private static readonly IReadOnlyList<Column<ComplexityLine>> CountryColumns =
    [
        Year,
        new("rank", string.Empty, "Place by ECI, or by fitness where there is no ECI.", ColumnStyle.Whole, "#", l => l.Place),
        new("country", string.Empty, "Code of the country, as in the file.", ColumnStyle.Text, "country", l => l.CountryCode),
        new(
            "eci",
            "standard deviations",
            "Economic complexity index.",
            ColumnStyle.Number,
            "ECI",
            l => l.Profile.Complexity.Countries?[l.Country]
        ),
        new(
            "fitness",
            "ratio to the mean",
            "Fitness after 200 steps.",
            ColumnStyle.Number,
            "fitness",
            l => l.Profile.Fitness.Fitness[l.Country]
        ),
        new(
            "coi",
            "standard deviations of the ECI, added up",
            "Complexity outlook index: what is not made yet, by density and PCI.",
            ColumnStyle.Number,
            "COI",
            l => l.Profile.Outlook?.Index[l.Country]
        ),
        new(
            "coiStandardised",
            "standard deviations",
            "The same with mean 0 and deviation 1 over countries.",
            ColumnStyle.Number,
            "COI std.",
            l => l.Profile.Outlook?.StandardisedIndex?[l.Country]
        ),
        new(
            "diversity",
            "products",
            "Products in which the country has an advantage.",
            ColumnStyle.Whole,
            "diversity",
            l => l.Matrix.Diversity(new(l.Country))
        ),
        new(
            "exports",
            "unit of the file",
            "All exports of the country.",
            ColumnStyle.Money,
            "exports",
            l => l.Profile.Exports.CountryTotals[l.Matrix.CountryNumbers[l.Country]]
        ),
        Status,
    ];

    private static readonly IReadOnlyList<Column<ComplexityLine>> ProductColumns =
    [
        Year,
        new("rank", string.Empty, "Place by PCI, or by quality where there is no PCI.", ColumnStyle.Whole, "#", l => l.Place),
        new("product", string.Empty, "Code of the product, as in the file.", ColumnStyle.Text, "product", l => l.ProductCode),
        new(
            "pci",
            "standard deviations of the ECI",
            "Product complexity index.",
            ColumnStyle.Number,
            "PCI",
            l => l.Profile.Complexity.Products?[l.Product]
        ),
        new(
            "quality",
            "ratio to the mean",
            "Complexity of the product by the fitness method, after 200 steps.",
            ColumnStyle.Number,
            "quality",
            l => l.Profile.Fitness.Quality[l.Product]
        ),
        new(
            "ubiquity",
            "countries",
            "Countries that have an advantage in the product.",
            ColumnStyle.Whole,
            "ubiquity",
            l => l.Matrix.Ubiquity(new(l.Product))
        ),
        new(
            "exports",
            "unit of the file",
            "All exports of the product.",
            ColumnStyle.Money,
            "exports",
            l => l.Profile.Exports.ProductTotals[l.Matrix.ProductNumbers[l.Product]]
        ),
        Status,
    ];

    private static readonly IReadOnlyList<Column<ComplexityLine>> PairColumns =
    [
        Year,
        new("country", string.Empty, "Code of the country, as in the file.", ColumnStyle.Text, "country", l => l.CountryCode),
        new("product", string.Empty, "Code of the product, as in the file.", ColumnStyle.Text, "product", l => l.ProductCode),
        new(
            "exports",
            "unit of the file",
            "What the country sells of the product.",
            ColumnStyle.Money,
            "exports",
            l => l.Profile.ValueOf(new(l.Country), new(l.Product))
        ),
        new(
            "rca",
            "ratio",
            "Revealed comparative advantage.",
            ColumnStyle.Number,
            "RCA",
            l => l.Profile.AdvantageOf(new(l.Country), new(l.Product))
        ),
        new(
            "hasAdvantage",
            string.Empty,
            "Whether it reaches 1.",
            ColumnStyle.Flag,
            "advantage",
            l => l.Matrix[new(l.Country), new(l.Product)]
        ),
        new(
            "density",
            "share",
            "Share of the product's proximities that go to what the country makes.",
            ColumnStyle.Share,
            "density",
            l => l.Profile.Density[new(l.Country), new(l.Product)]
        ),
        new(
            "pci",
            "standard deviations of the ECI",
            "Product complexity index.",
            ColumnStyle.Number,
            "PCI",
            l => l.Profile.Complexity.Products?[l.Product]
        ),
        new(
            "cog",
            "standard deviations of the ECI",
            "Complexity outlook gain of the product; null where the country makes it.",
            ColumnStyle.Number,
            "COG",
            l => l.Profile.Outlook?[new(l.Country), new(l.Product)]
        ),
        Status,
    ];

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report<ComplexityLine> Of(ComplexityAnswer answer, string? command)
    {
        (ComplexityQuestion question, IReadOnlyList<ComplexityYear> years) = (answer.Question, answer.Years);
        string subject = QuestionWords.ComplexitySubjects.WordOf(question.Of);
        return new Report<ComplexityLine>(
            $"complexity-{subject}",
            question.Of switch
            {
                ComplexitySubject.Countries => CountryColumns,
                ComplexitySubject.Products => ProductColumns,
                _ => PairColumns,
            },
            answer.Rows,
            new Provenance
            {
                Command = command,
                Question = question,
                Options =
                [
                    new("file", Path.GetFileName(answer.Exports.Path)),
                    new("sha256", answer.Exports.Sha256[..12]),
                    new("year", string.Join('+', years.Select(y => y.Year?.ToString(CultureInfo.InvariantCulture) ?? "none"))),
                    new("of", subject),
                    new("filter", QuestionWords.CountryFilters.WordOf(question.Filter)),
                    new("outlook", QuestionWords.Outlooks.WordOf(question.Outlook)),
                    new("threshold", "1"),
                    new("fitnessSteps", years[0].Profile.Fitness.Steps.ToString(CultureInfo.InvariantCulture)),
                ],
                Notes = [.. answer.Exports.Notes, .. years.SelectMany(y => Notes(y.Year, y.Profile)), Conventions(question.Outlook)],
            }
        )
        {
            Remarks = [.. Words(years[^1].Profile, question.Of)],
        };
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

    private static string Conventions(OutlookConvention outlook) =>
        "Conventions: advantage where RCA is at least 1; ECI with mean 0 and population deviation 1, PCI on the same scale (the ECI is "
        + "the mean PCI of what a country makes); sign by diversity; density counts a product as near to itself; "
        + outlook switch
        {
            OutlookConvention.Atlas => "COG takes density × PCI of the new product off (Atlas).",
            OutlookConvention.Unshifted => "COI and COG weigh with the unshifted PCI (py-ecomplexity).",
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

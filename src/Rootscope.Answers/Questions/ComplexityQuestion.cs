namespace Rootscope.Answers.Questions;

/// <summary>What countries make and how hard it is: indices of complexity from exports by country and product.</summary>
/// <param name="Trade">A file of exports, or the name of a set of trade in the workspace.</param>
/// <example><c>new ComplexityQuestion("exports.csv") { Of = ComplexitySubject.Products }</c></example>
public sealed record ComplexityQuestion(string Trade) : Question
{
    /// <summary>Every year of the exports.</summary>
    public const string AllYears = "all";

    internal const string Name = "complexity";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Which columns are what, where their names do not tell: <c>country=geo,value=usd</c>; null to recognise all.</summary>
    public string? Columns { get; init; }

    /// <summary>The year in digits, or <see cref="AllYears"/>; null for the last.</summary>
    public string? Year { get; init; }

    /// <summary>What a row is.</summary>
    public ComplexitySubject Of { get; init; }

    /// <summary>Which countries are compared.</summary>
    public ComparedCountries Filter { get; init; }

    /// <summary>A file of populations, for the filter; null for none.</summary>
    public string? Population { get; init; }

    /// <summary>The convention of outlook and gain.</summary>
    public OutlookConvention Outlook { get; init; }

    /// <summary>Only this country, by the code in the exports; null for all.</summary>
    public string? Country { get; init; }

    /// <summary>Only this product, by the code in the exports; null for all.</summary>
    public string? Product { get; init; }

    /// <summary>The most rows of each year; 0 for all.</summary>
    public int Top { get; init; }

    internal static IReadOnlyList<QuestionField<ComplexityQuestion>> Fields { get; } =
    [
        QuestionFields.Text<ComplexityQuestion>("trade", q => q.Trade, (q, v) => q with { Trade = v ?? string.Empty }),
        QuestionFields.Text<ComplexityQuestion>("columns", q => q.Columns, (q, v) => q with { Columns = v }),
        QuestionFields.Text<ComplexityQuestion>("year", q => q.Year, (q, v) => q with { Year = v }),
        QuestionFields.Word<ComplexityQuestion, ComplexitySubject>(
            "of",
            QuestionWords.ComplexitySubjects,
            q => q.Of,
            (q, v) => q with { Of = v ?? q.Of }
        ),
        QuestionFields.Word<ComplexityQuestion, ComparedCountries>(
            "filter",
            QuestionWords.CountryFilters,
            q => q.Filter,
            (q, v) => q with { Filter = v ?? q.Filter }
        ),
        QuestionFields.Text<ComplexityQuestion>("population", q => q.Population, (q, v) => q with { Population = v }),
        QuestionFields.Word<ComplexityQuestion, OutlookConvention>(
            "outlook",
            QuestionWords.Outlooks,
            q => q.Outlook,
            (q, v) => q with { Outlook = v ?? q.Outlook }
        ),
        QuestionFields.Text<ComplexityQuestion>("country", q => q.Country, (q, v) => q with { Country = v }),
        QuestionFields.Text<ComplexityQuestion>("product", q => q.Product, (q, v) => q with { Product = v }),
        QuestionFields.Whole<ComplexityQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() =>
        [
            .. CommonFaults.OfName("trade", Trade, "a file of exports, or a set of trade in the workspace"),
            .. CommonFaults.OfColumns(Columns),
            .. CommonFaults.OfRows("top", Top),
        ];

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}

/// <summary>What a row of complexity is.</summary>
public enum ComplexitySubject
{
    /// <summary>A country.</summary>
    Countries,

    /// <summary>A product.</summary>
    Products,

    /// <summary>A country and a product.</summary>
    Pairs,
}

/// <summary>Which countries an index of complexity compares.</summary>
public enum ComparedCountries
{
    /// <summary>Without very small ones and those with few figures.</summary>
    Usual,

    /// <summary>All.</summary>
    All,
}

/// <summary>The convention of complexity outlook and gain.</summary>
public enum OutlookConvention
{
    /// <summary>Weighted with the standardised index of products, gains counted whole.</summary>
    Standardised,

    /// <summary>That of the Atlas of Economic Complexity: what is gained less the product's own share.</summary>
    Atlas,

    /// <summary>Weighted with the index of products before it is shifted.</summary>
    Unshifted,
}

using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Figures;
using Rootscope.Web.Requests;
using Rootscope.Web.Runs;

namespace Rootscope.Web.Api;

/// <summary>A parameter of a resource: a part of its path or a word of its query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
/// <param name="Default">What holds where it is not given; null where it must be given or where nothing holds.</param>
internal sealed record ResourceParameter(string Name, string Meaning, string? Default)
{
    /// <summary>The words that it takes; null for any.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The ends of a number's range, both excluded; null for words.</summary>
    public (double Above, double Below)? Range { get; init; }

    /// <summary>The ends of a number's range, both included; null for words.</summary>
    public (double Least, double Most)? Ends { get; init; }

    /// <summary>Whether it is a whole number of at least 0.</summary>
    public bool IsCount { get; init; }

    /// <summary>Whether it is a number that need not be whole.</summary>
    public bool IsNumber => Range is not null || Ends is not null;

    /// <summary>Whether an answer needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A value that can be tried.</summary>
    public string? Example { get; init; }

    /// <summary>The same as a field of a query.</summary>
    public QueryField Field =>
        Range is { } range ? QueryField.OfNumber(Name, range.Above, range.Below, Default ?? Example)
        : Ends is { } ends ? QueryField.OfAmount(Name, ends.Least, ends.Most, Default ?? Example)
        : IsCount ? QueryField.OfCount(Name, 0)
        : new QueryField(Name) { Words = Words };
}

/// <summary>What answers are made from.</summary>
/// <param name="Economies">Tables, rankings and the catalogue.</param>
/// <param name="Runs">Scenarios that were sent; null where none can be.</param>
internal sealed record ResourceContext(SiteAnswers Economies, RunQueue? Runs);

/// <summary>One thing that programs can ask for: where it is, what it takes, what its columns mean, and how it is made.</summary>
/// <remarks>The addresses, the OpenAPI document, the reference page and the tools of <c>rootscope mcp</c> are all made from this.</remarks>
internal sealed record Resource
{
    /// <summary>Its name: the kind that answers carry.</summary>
    public required string Name { get; init; }

    /// <summary>Its path under <c>/api/v1</c>, parameters in braces.</summary>
    public required string Path { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Summary { get; init; }

    /// <summary>What a reader must know about it.</summary>
    public required string Description { get; init; }

    /// <summary>What it takes.</summary>
    public IReadOnlyList<ResourceParameter> Parameters { get; init; } = [];

    /// <summary>Its columns.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Makes an answer.</summary>
    public required Func<ResourceQuery, ResourceContext, CancellationToken, Task<Report>> Answer { get; init; }

    /// <summary>
    /// An answer with all that it carries: its kind, every parameter with the value that held, and the hash of what it was made from, which
    /// is that of the rows themselves where nothing else has one.
    /// </summary>
    public async Task<Report> AnswerAsync(ResourceQuery query, ResourceContext context, CancellationToken cancellation) =>
        Signed(query, await Answer(query, context, cancellation));

    /// <summary>A report with the resource's kind, the parameters and a hash.</summary>
    public Report Signed(ResourceQuery query, Report report) =>
        report with
        {
            Kind = Name,
            Provenance = report.Provenance with
            {
                Options = [.. query.Used],
                ContentHash = report.Provenance.ContentHash ?? Digest.Of(report.ToCsv()),
            },
        };

    /// <summary>Whether a parameter is a part of the path.</summary>
    public bool IsInPath(ResourceParameter parameter) => Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Web.Requests;

/// <summary>One kind of error that programs are told.</summary>
/// <param name="Word">Its word: the end of its type's address, and its anchor on the reference page.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Title">What it says, always the same.</param>
/// <param name="Meaning">When it comes, and what to do.</param>
internal sealed record ProblemKind(string Word, int Status, string Title, string Meaning);

/// <summary>Errors as problem details (RFC 9457): what is wrong, in which parameter, and how to repair it.</summary>
internal static class ApiProblems
{
    private const int LongestType = 60;

    public static readonly ProblemKind BadParameter = new(
        "bad-parameter",
        400,
        "A parameter cannot be as it is",
        "The list 'errors' names each parameter, what is wrong with it and how to write it."
    );
    public static readonly ProblemKind UnknownName = new(
        "unknown-name",
        404,
        "There is no such thing",
        "A table, region, industry or technology is not there under that name; the detail has the nearest names."
    );
    public static readonly ProblemKind NotFound = new(
        "not-found",
        404,
        "There is no such address",
        "The path is none of this API; /api lists them all."
    );
    public static readonly ProblemKind MethodNotAllowed = new(
        "method-not-allowed",
        405,
        "The method does not fit this address",
        "The header Allow names the methods that do."
    );
    public static readonly ProblemKind NotReady = new(
        "not-ready",
        409,
        "The answer is not there yet",
        "A run is not done; watch its events, and ask again."
    );
    public static readonly ProblemKind TooLarge = new(
        "too-large",
        413,
        "The request is too large",
        "The body is larger than this site takes; use the command line for large tables."
    );
    public static readonly ProblemKind MediaType = new(
        "media-type",
        415,
        "The body is of another type than this address takes",
        "Send what the reference page names."
    );
    public static readonly ProblemKind BadScenario = new(
        "bad-scenario",
        422,
        "The scenario has faults",
        "The list 'faults' has line, column and repair of each."
    );
    public static readonly ProblemKind BadData = new(
        "bad-data",
        422,
        "The data cannot answer this",
        "The detail says which figures, and what to do."
    );
    public static readonly ProblemKind NotPassedOn = new(
        "not-passed-on",
        403,
        "These figures may not be passed on",
        "The terms of the source forbid or do not settle it; derived figures can be read."
    );
    public static readonly ProblemKind ForeignOrigin = new(
        "foreign-origin",
        403,
        "The request was sent by a page of another site",
        "Send it from a page of this site or from a program of your own."
    );
    public static readonly ProblemKind NotAllowed = new(
        "not-allowed",
        403,
        "This is not open to you here",
        "The detail says who may do it."
    );
    public static readonly ProblemKind TooMany = new(
        "too-many-requests",
        429,
        "Too many requests",
        "The header Retry-After says after how many seconds to come back."
    );
    public static readonly ProblemKind Busy = new(
        "busy",
        503,
        "Too much is waiting already",
        "The header Retry-After says after how many seconds to come back."
    );
    public static readonly ProblemKind Fault = new(
        "fault",
        500,
        "The answer could not be made",
        "The fault is the site's; its log has it."
    );

    /// <summary>Every kind, as the reference page lists them.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        BadParameter,
        NotPassedOn,
        ForeignOrigin,
        NotAllowed,
        UnknownName,
        NotFound,
        MethodNotAllowed,
        NotReady,
        TooLarge,
        MediaType,
        BadScenario,
        BadData,
        TooMany,
        Fault,
        Busy,
    ];

    /// <summary>Whether a program asks, rather than a person with a browser.</summary>
    public static bool IsForPrograms(HttpRequest request)
    {
        string path = request.Path.Value ?? string.Empty;
        return path.StartsWith("/api/", StringComparison.Ordinal)
            || path.StartsWith("/health", StringComparison.Ordinal)
            || path.EndsWith(".json", StringComparison.Ordinal)
            || path.EndsWith(".csv", StringComparison.Ordinal)
            || path.EndsWith(".parquet", StringComparison.Ordinal)
            || path.EndsWith(".svg", StringComparison.Ordinal)
            || path.EndsWith(".atom", StringComparison.Ordinal);
    }

    /// <summary>An error of one kind.</summary>
    public static IResult Of(ProblemKind kind, string detail, params IEnumerable<KeyValuePair<string, object?>> more) =>
        Results.Problem(detail, statusCode: kind.Status, title: kind.Title, type: TypeOf(kind), extensions: more);

    /// <summary>The error that a fault of the request or the data stands for.</summary>
    public static IResult Of(RootscopeException fault) =>
        fault switch
        {
            QuestionException question => Of(ParameterException.Of(question)),
            ParameterException parameters => Of(
                BadParameter,
                fault.Message,
                KeyValuePair.Create<string, object?>(
                    "errors",
                    parameters.Faults.Select(f => new
                    {
                        parameter = f.Parameter,
                        fault = f.Fault,
                        repair = f.Repair,
                    })
                )
            ),
            UnknownNameException unknown => Of(
                UnknownName,
                Told(unknown),
                KeyValuePair.Create<string, object?>("nearest", unknown.Nearest)
            ),
            NotReadyException => Of(NotReady, fault.Message),
            BusyException busy => new Later(Of(Busy, fault.Message), busy.ComeBack),
            _ => Of(BadData, RepairWords.Api(fault)),
        };

    /// <summary>
    /// Whether an error is one of what was asked for. All others are faults of the site: they go to its log, and their texts, which may
    /// name its folders, to nobody.
    /// </summary>
    public static bool IsOfTheRequest(Exception fault) =>
        fault
            is ParameterException
                or QuestionException
                or UnknownNameException
                or NotReadyException
                or BusyException
                or ModelException
                or BadHttpRequestException;

    /// <summary>Gives every error that has no body yet one.</summary>
    public static void Use(IApplicationBuilder app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                SuppressDiagnosticsCallback = failed => IsOfTheRequest(failed.Exception),
                ExceptionHandler = context =>
                {
                    Exception? fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                    IResult result = fault switch
                    {
                        RootscopeException known when IsOfTheRequest(known) => Of(known),
                        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(TooLarge, TooLarge.Meaning),
                        BadHttpRequestException bad => Results.Problem(
                            statusCode: bad.StatusCode,
                            title: ReasonPhrases.GetReasonPhrase(bad.StatusCode)
                        ),
                        _ => Of(Fault, Fault.Meaning),
                    };
                    return result.ExecuteAsync(context);
                },
            }
        );
        app.UseStatusCodePages(pages =>
        {
            HttpContext context = pages.HttpContext;
            int status = context.Response.StatusCode;
            IResult result = (
                status == StatusCodes.Status503ServiceUnavailable ? null : All.FirstOrDefault(k => k.Status == status && k != UnknownName)
            )
                is { } kind
                ? kind == MediaType
                    ? OfMediaType(context)
                    : Of(kind, kind.Meaning)
                : Results.Problem(statusCode: status, title: ReasonPhrases.GetReasonPhrase(status));
            return result.ExecuteAsync(context);
        });
    }

    /// <summary>The error of a body whose type the address does not take, with those that it takes.</summary>
    public static IResult OfMediaType(HttpContext context)
    {
        IEnumerable<string> types = context
            .RequestServices.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(context.Request.Method) == true
                && new TemplateMatcher(new RouteTemplate(e.RoutePattern), []).TryMatch(context.Request.Path, [])
            )
            .SelectMany(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? []);
        string[] taken = [.. types.Distinct(StringComparer.Ordinal)];
        string came = context.Request.ContentType is { Length: > 0 } type
            ? $"It came as {type[..Math.Min(type.Length, LongestType)]}."
            : "It came without a type.";
        return Of(MediaType, $"{(taken.Length > 0 ? $"Send it as {string.Join(" or ", taken)}." : MediaType.Meaning)} {came}");
    }

    /// <summary>The sentence of the command line names its own lists and folders; this one names addresses.</summary>
    private static string Told(UnknownNameException fault)
    {
        string near = fault.Nearest.Count > 0 ? $" Nearest: {string.Join(", ", fault.Nearest)}." : string.Empty;
        string list = fault.Kind switch
        {
            "table" => " /api/v1/tables lists them.",
            "region" => " /api/v1/tables/TABLE/regions lists them.",
            "industry" => " /api/v1/tables/TABLE/sectors lists them.",
            "technology" => " /api/v1/technologies lists them.",
            "run" => " Send the scenario to POST /api/v1/runs; its answer names the run.",
            _ => string.Empty,
        };
        return $"There is no {fault.Kind} '{fault.Name}'.{near}{list}";
    }

    /// <summary>An error that tells when to come back.</summary>
    private sealed class Later(IResult result, TimeSpan comeBack) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = comeBack.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            return result.ExecuteAsync(httpContext);
        }
    }

    private static string TypeOf(ProblemKind kind) => $"/api#{kind.Word}";
}

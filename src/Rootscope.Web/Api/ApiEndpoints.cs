using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Rootscope.Web.Figures;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Api;

/// <summary>The form of an answer, as the suffix of an address says it.</summary>
internal enum DataFormat
{
    Json,
    Csv,
    Parquet,
}

/// <summary>What an address of the API gives: read by the OpenAPI document.</summary>
internal sealed record ResourceEndpoint(Resource Resource, DataFormat Format);

/// <summary>Every resource under an address of its own, as JSON, CSV and Parquet by suffix.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api/v1";

    private const string ParquetType = "application/vnd.apache.parquet";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ParquetCopies>();
        services.AddSingleton<ResourceContext>();
        services.AddProblemDetails(problems =>
            problems.CustomizeProblemDetails = problem =>
            {
                // Nothing that the framework adds by itself: an identifier of the request is of no use to whoever reads it.
                problem.ProblemDetails.Extensions.Remove("traceId");
                problem.ProblemDetails.Instance = problem.HttpContext.Request.Path;
            }
        );
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (Resource resource in ApiResources.All)
        {
            Map(routes, resource, DataFormat.Json, string.Empty, isDescribed: true);
            Map(routes, resource, DataFormat.Json, ".json", isDescribed: false);
            Map(routes, resource, DataFormat.Csv, ".csv", isDescribed: true);
            Map(routes, resource, DataFormat.Parquet, ".parquet", isDescribed: true);
        }

        const string flows = $"{Root}/tables/{{table}}/flows.parquet";
        routes
            .MapGet(flows, FlowsAsync)
            .WithName("flows.parquet")
            .WithSummary("All cells of a table")
            .WithDescription(
                "One Parquet file with a row for every cell that is not zero: part, row, col and value. Read it with range requests or "
                    + "as a whole. "
                    + "Tables whose terms do not allow passing their figures on are answered with 403."
            )
            .Produces(StatusCodes.Status200OK, contentType: ParquetType)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void Map(IEndpointRouteBuilder routes, Resource resource, DataFormat format, string suffix, bool isDescribed)
    {
        string path = $"{Root}/{resource.Path}{suffix}";
        Delegate answer = (HttpContext context, ResourceContext resources, ParquetCopies copies) =>
            AnswerAsync(resource, format, context, resources, copies);
        RouteHandlerBuilder read = routes.MapGet(path, answer).WithMetadata(new ResourceEndpoint(resource, format));
        if (isDescribed)
        {
            read.WithName(resource.Name + suffix);
        }
        else
        {
            read.ExcludeFromDescription();
        }
    }

    private static async Task<IResult> AnswerAsync(
        Resource resource,
        DataFormat format,
        HttpContext context,
        ResourceContext resources,
        ParquetCopies copies
    )
    {
        try
        {
            var query = ResourceQuery.Of(resource, Given(context.Request));
            Report report = await resource.AnswerAsync(query, resources, context.RequestAborted);
            if (format != DataFormat.Json)
            {
                // What the rows are and where they are from stands in the same answer as JSON.
                string described = $"{Root}/{resource.Path}";
                foreach ((string name, object? value) in context.Request.RouteValues)
                {
                    described = described.Replace(
                        $"{{{name}}}",
                        Uri.EscapeDataString(value?.ToString() ?? string.Empty),
                        StringComparison.Ordinal
                    );
                }

                context.Response.Headers.Link =
                    $"<{described}{context.Request.QueryString}>; rel=\"describedby\"; type=\"application/json\"";
            }

            return format switch
            {
                DataFormat.Csv => ConditionalText.Of(context, report.ToCsv(), "text/csv; charset=utf-8"),
                DataFormat.Parquet => Parquet(await copies.OfAsync(report, context.RequestAborted), context, resource.Name),
                _ => ConditionalText.Of(context, report.ToJson(), "application/json; charset=utf-8"),
            };
        }
        catch (RootscopeException fault) when (ApiProblems.IsOfTheRequest(fault))
        {
            return ApiProblems.Of(fault);
        }
    }

    /// <summary>All cells of a table as one file.</summary>
    internal static async Task<IResult> FlowsAsync(string table, HttpContext context, ResourceContext resources, ParquetCopies copies)
    {
        try
        {
            (string? path, string hash, string reason) = await copies.FlowsAsync(resources.Economies.Table(table), context.RequestAborted);
            if (path is null)
            {
                return ApiProblems.Of(
                    ApiProblems.NotPassedOn,
                    $"{reason} What is computed from them can be read under the other addresses; whoever holds the right to the "
                        + $"figures imports them and exports them on the command line."
                );
            }

            context.Response.Headers.CacheControl = "no-cache";
            return Results.File(
                path,
                ParquetType,
                $"{resources.Economies.Table(table).Metadata.Id}.parquet",
                entityTag: new EntityTagHeaderValue($"\"{hash[..32]}\""),
                enableRangeProcessing: true
            );
        }
        catch (RootscopeException fault) when (ApiProblems.IsOfTheRequest(fault))
        {
            return ApiProblems.Of(fault);
        }
    }

    private static IResult Parquet(byte[] content, HttpContext context, string name)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.File(
            content,
            ParquetType,
            $"{name}.parquet",
            enableRangeProcessing: true,
            entityTag: ConditionalText.TagOf(content)
        );
    }

    private static IEnumerable<KeyValuePair<string, string>> Given(HttpRequest request)
    {
        foreach ((string name, object? value) in request.RouteValues)
        {
            yield return KeyValuePair.Create(name, value?.ToString() ?? string.Empty);
        }

        foreach ((string name, StringValues values) in request.Query)
        {
            foreach (string? value in values)
            {
                yield return KeyValuePair.Create(name, value ?? string.Empty);
            }
        }
    }
}

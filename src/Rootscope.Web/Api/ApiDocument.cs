using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Rootscope.Web.Figures;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Api;

/// <summary>The OpenAPI document: made from the addresses and from what each resource says of itself.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Address = $"{ApiEndpoints.Root}/openapi.json";

    public static void Add(IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            options =>
            {
                options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        if (
                            context.Description.ActionDescriptor.EndpointMetadata.OfType<ResourceEndpoint>().FirstOrDefault() is
                            { } endpoint
                        )
                        {
                            Describe(operation, endpoint);
                            return Task.CompletedTask;
                        }

                        foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
                        {
                            parameter.Description = parameter.Name switch
                            {
                                "run" => RunResource.Run.Meaning,
                                "table" => Parameters.TableOfPath.Meaning,
                                _ => parameter.Description,
                            };
                        }

                        return Task.CompletedTask;
                    }
                );
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "Rootscope",
                            Version = Name,
                            Description =
                                "Which small technologies an economy stands on, what breaks when they are cut, and who holds them. "
                                + "Every answer has its source, its licence and the hash of what it was made from; the same question "
                                + "has the same answer. Errors are problem details (RFC 9457).",
                        };

                        // The address that a request came by is the reader's own affair.
                        document.Servers = [new OpenApiServer { Url = "/" }];
                        return Task.CompletedTask;
                    }
                );
            }
        );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                Address,
                async (HttpContext context, [FromKeyedServices(Name)] IOpenApiDocumentProvider provider) =>
                {
                    OpenApiDocument document = await provider.GetOpenApiDocumentAsync(context.RequestAborted);
                    return ConditionalText.Of(
                        context,
                        await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted),
                        "application/json; charset=utf-8"
                    );
                }
            )
            .ExcludeFromDescription();

    private static void Describe(OpenApiOperation operation, ResourceEndpoint endpoint)
    {
        Resource resource = endpoint.Resource;
        operation.Summary = resource.Summary;
        operation.Description = resource.Description;
        operation.Tags = null;
        operation.Parameters = [.. resource.Parameters.Select(p => (IOpenApiParameter)Parameter(resource, p))];
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "The rows, with an ETag by the hash of their content.",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [MediaTypeOf(endpoint.Format)] = new() { Schema = SchemaOf(endpoint) },
                },
            },
            ["304"] = new OpenApiResponse { Description = "You have them already: the ETag in If-None-Match still holds." },
        };
        foreach (
            (string status, string when) in (ReadOnlySpan<(string, string)>)
                [
                    ("400", "A parameter is not as it must be."),
                    ("404", "A name is not there."),
                    ("429", "Too many requests; Retry-After says when."),
                ]
        )
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = when,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                },
            };
        }
    }

    private static string MediaTypeOf(DataFormat format) =>
        format switch
        {
            DataFormat.Csv => "text/csv",
            DataFormat.Parquet => "application/vnd.apache.parquet",
            _ => "application/json",
        };

    private static OpenApiParameter Parameter(Resource resource, ResourceParameter parameter) =>
        new()
        {
            Name = parameter.Name,
            In = resource.IsInPath(parameter) ? ParameterLocation.Path : ParameterLocation.Query,
            Required = parameter.IsRequired,
            Description = parameter.Meaning,
            Example = parameter.Example is { } example ? JsonValue.Create(example) : null,
            Schema = new OpenApiSchema
            {
                Type =
                    parameter.IsNumber ? JsonSchemaType.Number
                    : parameter.IsCount ? JsonSchemaType.Integer
                    : JsonSchemaType.String,
                Enum = parameter.Words is { } words ? [.. words.Select(w => (JsonNode)JsonValue.Create(w))] : null,
                Default = parameter.Default is { } text ? JsonValue.Create(text) : null,
                ExclusiveMinimum = parameter.Range is { } range
                    ? range.Above.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : null,
                Minimum = parameter.Ends?.Least.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Maximum = parameter.Ends?.Most.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ExclusiveMaximum = parameter.Range is { } ends
                    ? ends.Below.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : null,
            },
        };

    private static OpenApiSchema SchemaOf(ResourceEndpoint endpoint)
    {
        if (endpoint.Format != DataFormat.Json)
        {
            return new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "A column for each property of the rows of the JSON answer.",
            };
        }

        var row = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
        };
        foreach (Column column in endpoint.Resource.Columns)
        {
            string unit = column.Unit switch
            {
                "" => string.Empty,
                Column.Money => " Unit: that of the table.",
                "see unit" => " Unit: see the column unit.",
                _ => $" Unit: {column.Unit}.",
            };
            row.Properties[column.Name] = new OpenApiSchema
            {
                Type = TypeOf(column.Style) | JsonSchemaType.Null,
                Description = column.Meaning + unit,
            };
        }

        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "provenance", "columns", "rows" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["provenance"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description =
                        "What the rows were made from: kind, engine, source, licence, contentHash, question, questionHash, economy, "
                        + "options, notes.",
                },
                ["columns"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchema { Type = JsonSchemaType.Object },
                    Description = "Name, unit and meaning of each column.",
                },
                ["rows"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = row },
            },
        };
    }

    private static JsonSchemaType TypeOf(ColumnStyle style) =>
        style switch
        {
            ColumnStyle.Text or ColumnStyle.Prose => JsonSchemaType.String,
            ColumnStyle.Whole => JsonSchemaType.Integer,
            ColumnStyle.Flag => JsonSchemaType.Boolean,
            _ => JsonSchemaType.Number,
        };
}

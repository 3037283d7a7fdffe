using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rootscope.Tables;
using Rootscope.Web.Api;
using Rootscope.Web.Requests;
using Resource = Rootscope.Web.Api.Resource;

namespace Rootscope.Web.Mcp;

/// <summary>A resource of the API as a tool: the same parameters, the same rows, source and hash.</summary>
internal sealed class ResourceTool(string name, Resource resource, ResourceContext context) : McpServerTool
{
    public override Tool ProtocolTool { get; } = ToolText.Of(name, resource.Summary, resource.Description, Schema(resource));

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var query = ResourceQuery.Of(resource, ToolText.Given(request.Params?.Arguments));
            return ToolText.Answer(await resource.AnswerAsync(query, context, cancellationToken));
        }
        catch (RootscopeException fault)
        {
            return ToolText.Refusal(RepairWords.Tool(fault));
        }
    }

    private static JsonObject Schema(Resource resource)
    {
        var properties = new JsonObject();
        foreach (ResourceParameter parameter in resource.Parameters)
        {
            var property = new JsonObject
            {
                ["type"] =
                    parameter.IsNumber ? "number"
                    : parameter.IsCount ? "integer"
                    : "string",
                ["description"] = parameter.Meaning,
            };
            if (parameter.Words is { } words)
            {
                property["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]);
            }

            if (parameter.Default is { } text)
            {
                property["default"] = parameter.IsNumber || parameter.IsCount ? JsonNode.Parse(text) : text;
            }

            properties[parameter.Name] = property;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. resource.Parameters.Where(p => p.IsRequired).Select(p => (JsonNode)p.Name)]),
            ["additionalProperties"] = false,
        };
    }
}

/// <summary>What tools say, in the protocol's form.</summary>
internal static class ToolText
{
    public static Tool Of(string name, string title, string description, JsonObject input) =>
        new()
        {
            Name = name,
            Title = title,
            Description = description,
            InputSchema = JsonSerializer.SerializeToElement(input),
            Annotations = new ToolAnnotations
            {
                Title = title,
                ReadOnlyHint = true,
                DestructiveHint = false,
                IdempotentHint = true,
                OpenWorldHint = false,
            },
        };

    /// <summary>What was given, as text; the resource checks it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Given(IDictionary<string, JsonElement>? arguments) =>
        (arguments ?? new Dictionary<string, JsonElement>())
            .Where(a => a.Value.ValueKind != JsonValueKind.Null)
            .Select(a =>
                KeyValuePair.Create(a.Key, a.Value.ValueKind == JsonValueKind.String ? a.Value.GetString()! : a.Value.GetRawText())
            );

    /// <summary>Rows with provenance, as text and as an object.</summary>
    public static CallToolResult Answer(Report report)
    {
        using var document = JsonDocument.Parse(report.ToJson());
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = JsonSerializer.Serialize(document.RootElement) }],
            StructuredContent = document.RootElement.Clone(),
        };
    }

    /// <summary>What is wrong and how to repair it, for whoever called.</summary>
    public static CallToolResult Refusal(string message) => new() { IsError = true, Content = [new TextContentBlock { Text = message }] };
}

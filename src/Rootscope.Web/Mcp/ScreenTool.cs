using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Web.Api;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Mcp;

/// <summary>Looks a name up in the lists of the workspace. Nothing is kept.</summary>
internal sealed class ScreenTool(Analyst analyst) : McpServerTool
{
    private static readonly ScreenQuestion Defaults = new(string.Empty);

    public override Tool ProtocolTool { get; } =
        ToolText.Of(
            "screen_name",
            "Look a name up in lists of restricted parties",
            "Looks a name in any script, or an LEI, USCC, ISIN or IMO number, up in the lists that the user added to the workspace, one "
                + "match a row, with list, record, score and decision. A match is a hint, and whether it is the same one is for a person "
                + "to decide; no match is no statement that somebody is on no list. "
                + ScreenReport.Caveat,
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["name"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["maxLength"] = ScreenEndpoint.LongestName,
                        ["description"] = "The name.",
                    },
                    ["lists"] = new JsonObject
                    {
                        ["type"] = "array",
                        ["items"] = new JsonObject { ["type"] = "string" },
                        ["maxItems"] = ScreenEndpoint.MostLists,
                        ["description"] = "Lists of the workspace; none for all.",
                    },
                    ["threshold"] = new JsonObject
                    {
                        ["type"] = "number",
                        ["default"] = Defaults.Threshold,
                        ["description"] = "The least score of a match, above 0 and at most 1.",
                    },
                    ["of"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["enum"] = new JsonArray("any", "person", "organisation", "vessel", "aircraft"),
                        ["default"] = "any",
                        ["description"] = "What the name is of; records of other kinds are left out.",
                    },
                    ["top"] = new JsonObject
                    {
                        ["type"] = "integer",
                        ["default"] = Defaults.Top,
                        ["maximum"] = ScreenEndpoint.MostMatches,
                        ["description"] = "The most matches that are told.",
                    },
                },
                ["required"] = new JsonArray("name"),
                ["additionalProperties"] = false,
            }
        );

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        string given = JsonSerializer.Serialize(request.Params?.Arguments ?? new Dictionary<string, JsonElement>());
        try
        {
            return await Task.Run(
                () => ToolText.Answer(ScreenEndpoint.Of(analyst, ScreenEndpoint.Question(given), cancellationToken)),
                cancellationToken
            );
        }
        catch (RootscopeException fault)
        {
            return ToolText.Refusal(RepairWords.Tool(fault));
        }
    }
}

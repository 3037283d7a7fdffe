using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Api;
using Rootscope.Web.Requests;
using Rootscope.Web.Runs;
using Rootscope.Web.Security;
using Resource = Rootscope.Web.Api.Resource;

namespace Rootscope.Web.Mcp;

/// <summary>Runs a scenario through every lens and tells the losses. Nothing is kept.</summary>
internal sealed class ScenarioTool(Analyst analyst) : McpServerTool
{
    private const string Scenario = "scenario";
    private const string Template = "template";
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(2);

    private static readonly Resource Losses = RunResource.Losses with
    {
        Parameters = [new ResourceParameter(Scenario, "The hash of the scenario.", null)],
    };

    public override Tool ProtocolTool { get; } =
        ToolText.Of(
            "run_scenario",
            "Run a scenario",
            "Runs a list of shocks (export bans, tariffs, cuts of supply, gains of productivity) through every lens and gives the loss "
                + "of each region, one row a lens and region. "
                + "Give either the text of a scenario (YAML: name, table, shocks) or the name of a template. Faults come back with "
                + "line, column and repair.",
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject([
                    .. RunOptions.All.Select(o =>
                        KeyValuePair.Create<string, JsonNode?>(
                            o.Name,
                            new JsonObject
                            {
                                ["type"] = "string",
                                ["enum"] = new JsonArray([.. o.Words.Select(w => (JsonNode)w)]),
                                ["default"] = RunOptions.WordOf(new ScenarioQuestion(string.Empty), o),
                                ["description"] = o.Meaning,
                            }
                        )
                    ),
                ])
                {
                    [Scenario] = new JsonObject
                    {
                        ["type"] = "string",
                        ["description"] = "The scenario as YAML, such as:\n" + ScenarioFiles.Template(ScenarioFiles.Templates[0]),
                    },
                    [Template] = new JsonObject
                    {
                        ["type"] = "string",
                        ["enum"] = new JsonArray([.. ScenarioFiles.Templates.Select(t => (JsonNode)t)]),
                        ["description"] = "A scenario that is there already.",
                    },
                },
                ["additionalProperties"] = false,
            }
        );

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        IDictionary<string, JsonElement> given = request.Params?.Arguments ?? new Dictionary<string, JsonElement>();
        string? text =
            given.TryGetValue(Scenario, out JsonElement own) ? own.GetString()
            : given.TryGetValue(Template, out JsonElement name)
            && ScenarioFiles.Templates.Contains(name.GetString(), StringComparer.Ordinal)
                ? ScenarioFiles.Template(name.GetString()!)
            : null;
        if (text is null)
        {
            return ToolText.Refusal(
                $"Give either '{Scenario}', the text of a scenario, or '{Template}': {string.Join(", ", ScenarioFiles.Templates)}."
            );
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(LongestRun);
        try
        {
            ScenarioQuestion question = RunOptions.Read(
                text,
                option => given.TryGetValue(option, out JsonElement word) ? word.GetString() : null
            );
            return await Task.Run(() => Run(question, limited.Token), limited.Token);
        }
        catch (RootscopeException fault)
        {
            return ToolText.Refusal(RepairWords.Tool(fault));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ToolText.Refusal(
                $"The scenario took longer than {LongestRun.TotalMinutes:0} minutes. A run of your own, outside of this site, has no limit."
            );
        }
    }

    private CallToolResult Run(ScenarioQuestion question, CancellationToken cancellation)
    {
        ScenarioReading reading = analyst.Check(question);
        if (reading.Scenario is not { } scenario || reading.Faults.Count > 0)
        {
            return ToolText.Refusal(
                "The scenario cannot be run yet. "
                    + string.Join(' ', reading.Faults.Select(f => $"Line {f.Line}, column {f.Column}: {RepairWords.Tool(f.Text)}"))
            );
        }

        ScenarioAnswer answer = Analyst.Once(Analyst.Study(question, reading), progress: null, cancellation);
        return ToolText.Answer(
            Losses.Signed(ResourceQuery.Of(Losses, [KeyValuePair.Create(Scenario, scenario.ContentHash)]), RunResource.Of(answer))
        );
    }
}

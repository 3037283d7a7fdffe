using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Rootscope.Cli.Options;

namespace Rootscope.Hosts.Tests.Web;

/// <summary><c>rootscope mcp</c> as a process of its own, spoken to by the protocol's own client.</summary>
public class McpTests
{
    private static readonly string[] Names =
    [
        "find_weak_spots",
        "list_tables",
        "plan_investment",
        "rank_roots",
        "rank_stakes",
        "run_scenario",
        "screen_name",
        "search_catalogue",
        "show_accounts",
        "show_stake",
        "show_technology",
        "show_upgrade",
    ];

    [Fact]
    public async Task Twelve_tools_that_only_read_answer_with_source_and_hash()
    {
        using var folder = new TemporaryFolder();
        await using McpClient client = await Connect(folder);
        IList<McpClientTool> tools = await client.ListToolsAsync();
        Assert.Equal(Names, tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(
            tools,
            t => Assert.True(t.ProtocolTool.Annotations is { ReadOnlyHint: true, DestructiveHint: false, OpenWorldHint: false })
        );
        Assert.All(tools, t => Assert.False(string.IsNullOrWhiteSpace(t.Description)));
        JsonElement tables = await Rows(client, "list_tables");
        Assert.Contains(tables.EnumerateArray(), t => t.GetProperty("name").GetString() == "world-2011");
        Assert.Equal(3, (await Rows(client, "rank_roots", ("table", "usa-2017"), ("top", 3))).GetArrayLength());
        Assert.Equal(20, (await Rows(client, "rank_roots")).GetArrayLength());
        Assert.Contains(
            (await Rows(client, "search_catalogue", ("q", "machine tool"))).EnumerateArray(),
            h => h.GetProperty("address").GetString() == "/technology/machine_tools"
        );
        Assert.Contains(
            (await Rows(client, "show_technology", ("technology", "machine_tools"))).EnumerateArray(),
            f => f.GetProperty("fact").GetString() == "evidence"
        );
        Assert.Contains(
            (await Rows(client, "find_weak_spots", ("region", "CHN"))).EnumerateArray(),
            s => s.GetProperty("isDependent").ValueKind == JsonValueKind.True
        );
        Assert.Contains(
            (await Rows(client, "run_scenario", ("template", "digital-spinning"))).EnumerateArray(),
            l => l.GetProperty("loss").GetDouble() != 0
        );
    }

    [Fact]
    public async Task What_cannot_be_answered_says_what_to_do()
    {
        (string Tool, string Arguments, string Expected)[] cases =
        [
            ("rank_roots", "{\"lens\":\"crystal-ball\"}", "equilibrium"),
            ("rank_roots", "{\"tabel\":\"usa-2017\"}", "Perhaps 'table'"),
            ("rank_roots", "{\"table\":\"usa-2107\"}", "usa-2017"),
            ("show_technology", "{}", "missing"),
            ("run_scenario", "{}", "template"),
            ("screen_name", "{}", "name is empty"),
            ("screen_name", "{\"name\":\"Acme\"}", "The workspace has no list"),
            ("screen_name", "{\"name\":\"Acme\",\"lists\":[\"plain:a.csv\"]}", "no name of a list"),
            ("run_scenario", "{\"scenario\":\"name: X\\ntable: no-such\\nshocks: []\\n\"}", "Line 2"),
        ];
        using var folder = new TemporaryFolder();
        await using McpClient client = await Connect(folder);
        foreach ((string tool, string arguments, string expected) in cases)
        {
            CallToolResult result = await client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);
            Assert.True(result.IsError);
            Assert.Contains(expected, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Standard_output_carries_the_protocol_and_nothing_else_and_the_process_ends_with_its_input()
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", typeof(Rootscope.Tool.SiteCommands).Assembly.Location, "mcp", "--workspace", folder.PathOf("workspace")]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Root,
        };
        using StartedProcess process = StartedProcess.Of(start);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"""
        );
        var lines = new List<string> { (await process.StandardOutput.ReadLineAsync())! };
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        await process.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"rank_roots","arguments":{"table":"no-such"}}}"""
        );
        lines.Add((await process.StandardOutput.ReadLineAsync())!);
        process.StandardInput.Close();
        lines.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await process.EndAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.All(lines, l => Assert.Equal("2.0", JsonDocument.Parse(l).RootElement.GetProperty("jsonrpc").GetString()));
        Assert.StartsWith("The tools are ready", await errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    /// <summary>Lines that are no message are answered as JSON-RPC 2.0 says, and the next one as if nothing had been.</summary>
    [Fact]
    public async Task What_is_no_message_is_answered_by_the_protocol()
    {
        (string Line, int Code, string Id)[] cases =
        [
            ("{", -32700, "null"),
            ("no JSON at all", -32700, "null"),
            ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} trailing", -32700, "null"),
            ("\u0000", -32700, "null"),
            (new string('[', 5000), -32700, "null"),
            ("[]", -32600, "null"),
            ("[{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}]", -32600, "null"),
            ("1", -32600, "null"),
            ("{}", -32600, "null"),
            ("{\"jsonrpc\":\"1.0\",\"id\":2,\"method\":\"ping\"}", -32600, "2"),
            ("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", -32600, "null"),
            ("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":1}", -32600, "\"a\""),
            ("{\"jsonrpc\":\"2.0\",\"id\":3}", -32600, "3"),
            ("{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"ping\",\"params\":[1]}", -32600, "4"),
            ("{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"no/such\"}", -32601, "5"),
            (new string(' ', 5 * 1024 * 1024) + "{}", -32600, "null"),
        ];
        using var folder = new TemporaryFolder();
        using StartedProcess process = new CommandProcess(folder.Root, folder.PathOf("workspace")).Start(["mcp"], input: true);
        _ = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"""
        );
        _ = await process.StandardOutput.ReadLineAsync();
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        foreach ((string line, int code, string id) in cases)
        {
            await process.StandardInput.WriteLineAsync(line);
            JsonElement answer = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement;
            string asked = line[..Math.Min(60, line.Length)];
            Assert.True(code == answer.GetProperty("error").GetProperty("code").GetInt32(), $"{asked}: {answer}");
            Assert.Equal((asked, id), (asked, answer.GetProperty("id").GetRawText()));
            await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":"next","method":"ping"}""");
            answer = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync())!).RootElement;
            Assert.Equal((asked, "next"), (asked, answer.GetProperty("id").GetString()));
            Assert.True(answer.TryGetProperty("result", out _), $"after {asked}: {answer}");
        }

        process.StandardInput.Close();
        await process.EndAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task<McpClient> Connect(TemporaryFolder folder) =>
        await McpClient.CreateAsync(
            new StdioClientTransport(
                new StdioClientTransportOptions
                {
                    Command = "dotnet",
                    Arguments =
                    [
                        "exec",
                        typeof(Rootscope.Tool.SiteCommands).Assembly.Location,
                        "mcp",
                        "--workspace",
                        folder.PathOf("workspace"),
                    ],
                    WorkingDirectory = folder.Root,
                }
            )
        );

    private static async Task<JsonElement> Rows(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value));
        string text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.False(result.IsError == true, text);
        JsonElement answer = JsonDocument.Parse(text).RootElement;
        Assert.Matches("^[0-9a-f]{64}$", answer.GetProperty("provenance").GetProperty("contentHash").GetString()!);
        Assert.NotEqual(string.Empty, answer.GetProperty("provenance").GetProperty("source").GetString());
        Assert.NotNull(result.StructuredContent);
        return answer.GetProperty("rows");
    }
}

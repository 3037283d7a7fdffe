using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rootscope.Answers;
using Rootscope.Cli.Options;
using Rootscope.Hosts.Tests.Web;
using Rootscope.Storage;
using Rootscope.Web.Answering;
using Rootscope.Web.Mcp;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>The rows of one answer: what they are about, and their figures by column.</summary>
internal sealed class FaceRows : Dictionary<string, IReadOnlyDictionary<string, object?>>
{
    public FaceRows()
        : base(StringComparer.Ordinal) { }

    /// <summary>Rows of a JSON answer, each under a key of its cells; rows without a key are none of the question.</summary>
    public static FaceRows Of(JsonElement rows, Func<JsonElement, int, string?> key)
    {
        var result = new FaceRows();
        int number = 0;
        foreach (JsonElement row in rows.EnumerateArray())
        {
            if (key(row, number++) is { } name)
            {
                result.Add(name, row.EnumerateObject().ToDictionary(p => p.Name, p => ValueOf(p.Value), StringComparer.Ordinal));
            }
        }

        return result;
    }

    /// <summary>Rows of a CSV answer, read back to the bits that were written.</summary>
    public static FaceRows OfCsv(string text, Func<IReadOnlyDictionary<string, string>, int, string?> key)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] names = [.. Cells(lines[0])];
        var result = new FaceRows();
        for (int r = 1; r < lines.Length; r++)
        {
            Dictionary<string, string> cells = names.Zip(Cells(lines[r])).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
            if (key(cells, r - 1) is { } name)
            {
                result.Add(name, cells.ToDictionary(c => c.Key, c => Parsed(c.Value), StringComparer.Ordinal));
            }
        }

        return result;
    }

    private static object? ValueOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => value.GetString(),
        };

    private static object? Parsed(string cell) =>
        cell.Length == 0 ? null
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number
        : cell;

    private static IEnumerable<string> Cells(string line)
    {
        int at = 0;
        while (at <= line.Length)
        {
            if (at < line.Length && line[at] == '"')
            {
                int close = at + 1;
                while (line[close] != '"' || (close + 1 < line.Length && line[close + 1] == '"'))
                {
                    close += line[close] == '"' ? 2 : 1;
                }

                yield return line[(at + 1)..close].Replace("\"\"", "\"", StringComparison.Ordinal);
                at = close + 2;
            }
            else
            {
                int comma = line.IndexOf(',', at);
                int end = comma < 0 ? line.Length : comma;
                yield return line[at..end];
                at = end + 1;
            }
        }
    }
}

/// <summary>Every face at once: a library user, the command line, a site with its API and figures, and a client of the tools.</summary>
/// <remarks>All in this process; that the tools are spoken to as a process of their own is for <see cref="McpTests"/>.</remarks>
public sealed class Faces : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RunningSite _site = null!;
    private Visitor _visitor = null!;
    private readonly Pipe _asked = new();
    private readonly Pipe _answered = new();
    private McpServer _server = null!;
    private McpClient _client = null!;

    internal Analyst Analyst { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Analyst = new Analyst(new TableLibrary(_folder.PathOf("workspace")), threads: 1);
        _site = await RunningSite.Start();
        _visitor = _site.Visit();

        // Tools and site put the same questions to the same kind of keeper: one of them computes for both. Library and command line compute
        // for themselves.
        McpServerOptions options = McpHost.OptionsOf(_site.Services.GetRequiredService<SiteAnswers>(), Analyst);
        var transport = new StreamServerTransport(_asked.Reader.AsStream(), _answered.Writer.AsStream());
        _server = McpServer.Create(transport, options);
        _ = _server.RunAsync();
        _client = await McpClient.CreateAsync(new StreamClientTransport(_asked.Writer.AsStream(), _answered.Reader.AsStream()));
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
        _visitor.Dispose();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The rows that a command prints as JSON.</summary>
    internal async Task<JsonElement> Command(params string[] arguments) => (await Report(arguments)).GetProperty("rows");

    /// <summary>All that a command prints as JSON.</summary>
    internal async Task<JsonElement> Report(params string[] arguments)
    {
        CliRun run = await CliRun.Of([.. arguments, "-f", "json", "--workspace", _folder.PathOf("workspace")]);
        Assert.True(run.Code == ExitCode.Ok, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>A file of that text, for commands that read one.</summary>
    internal string Written(string name, string text) => _folder.Write(name, text);

    /// <summary>Sends a scenario and waits until its run is over.</summary>
    /// <returns>The run's hash.</returns>
    internal async Task<string> Send(string scenario, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/runs?{query}")
        {
            Content = new StringContent(scenario, System.Text.Encoding.UTF8, "application/yaml"),
        };
        Rootscope.Hosts.Tests.Web.Answer accepted = await _visitor.Send(request);
        Assert.True(accepted.Status == System.Net.HttpStatusCode.Accepted, accepted.Text);
        string id = JsonDocument.Parse(accepted.Text).RootElement.GetProperty("id").GetString()!;
        Assert.Contains("event: over", await Text($"/api/v1/runs/{id}/events"), StringComparison.Ordinal);
        return id;
    }

    /// <summary>The text of an address.</summary>
    internal async Task<string> Text(string address)
    {
        Rootscope.Hosts.Tests.Web.Answer answer = await _visitor.Get(address);
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{address}: {answer.Text}");
        return answer.Text;
    }

    /// <summary>The rows of an address that answers in JSON.</summary>
    internal async Task<JsonElement> Address(string address) => JsonDocument.Parse(await Text(address)).RootElement.GetProperty("rows");

    /// <summary>The rows that a tool gives.</summary>
    internal async Task<JsonElement> Tool(string name, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await _client.CallToolAsync(name, arguments.ToDictionary(a => a.Name, a => a.Value));
        string text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.False(result.IsError == true, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("rows");
    }
}

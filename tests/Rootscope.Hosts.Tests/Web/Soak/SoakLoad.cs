using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Rootscope.Web.Discussion.Spam;

namespace Rootscope.Hosts.Tests.Web.Soak;

/// <summary>Visitors of every kind at once: they read, send scenarios, write, import, moderate, and remember what was promised.</summary>
/// <remarks>Each comes from a network of its own, as a proxy on this machine tells it. What they do is drawn from a seed.</remarks>
internal sealed class SoakLoad(SoakServer server, int seed) : IDisposable
{
    private const int Kinds = 1000;

    private static readonly string[] Pages =
    [
        "/lab",
        "/data",
        "/about",
        "/regions?table=usa-2017",
        "/discuss/technology/logic_chips",
        "/feeds/technology/logic_chips.atom",
        "/search?q=chip",
        "/api",
        "/api/v1/tables",
        "/api/v1/technologies",
        "/api/v1/technologies/machine_tools",
        "/api/v1/accounts?table=china-2020&measure=output-multiplier&top=20",
        "/api/v1/accounts.csv?table=china-2020&measure=upstreamness&top=20",
        "/api/v1/tables/usa-2017/sectors",
        "/api/v1/roots?table=china-2020&top=10",
        "/figures/economy.csv?table=china-2020",
        "/health/ready",
        "/nothing/there",
    ];

    private readonly ConcurrentQueue<(Visitor Visitor, Answer Form, long At)> _forms = new();
    private readonly Visitor _moderator = new(server.Address);
    private readonly SemaphoreSlim _moderates = new(1);
    private int _next;

    /// <summary>How long each answer took, by what was done. Unit: milliseconds.</summary>
    public ConcurrentBag<(string What, double Milliseconds)> Times { get; } = [];

    /// <summary>Answers that say that the site failed.</summary>
    public ConcurrentBag<string> Failures { get; } = [];

    /// <summary>Links to comments that the site thanked for.</summary>
    public ConcurrentBag<string> Comments { get; } = [];

    /// <summary>Runs that the site took.</summary>
    public ConcurrentBag<string> Runs { get; } = [];

    /// <summary>Tables that the site said are there.</summary>
    public ConcurrentBag<string> Tables { get; } = [];

    /// <summary>Decisions that the site said are made.</summary>
    public int Decisions;

    /// <summary>Requests that found nobody while the server was down.</summary>
    public int Unanswered;

    public int Count => Times.Count;

    /// <summary>Makes requests until it is told to stop.</summary>
    /// <param name="worker">Its number.</param>
    /// <param name="cancellation">Tells it to stop.</param>
    public async Task WorkAsync(int worker, CancellationToken cancellation)
    {
        var random = new Random(HashCode.Combine(seed, worker));
        using var reader = new Visitor(server.Address) { From = AddressOf(worker) };
        while (!cancellation.IsCancellationRequested)
        {
            int drawn = random.Next(Kinds);
            try
            {
                await (
                    drawn < 40 ? SendRunAsync(random)
                    : drawn < 130 ? WriteAsync()
                    : drawn < 150 ? ModerateAsync()
                    : drawn < 155 ? ImportAsync()
                    : ReadAsync(reader, Pages[random.Next(Pages.Length)], "read")
                );
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                // The server is down: nothing was promised.
                Interlocked.Increment(ref Unanswered);
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    public void Dispose()
    {
        _moderator.Dispose();
        _moderates.Dispose();
        while (_forms.TryDequeue(out (Visitor Visitor, Answer Form, long At) open))
        {
            open.Visitor.Dispose();
        }
    }

    /// <summary>
    /// The address of a visitor: each from a network (a /24) of his own, but one in ten from a campus, whose limit refuses most of them.
    /// </summary>
    private static string AddressOf(int number) =>
        number % 10 == 9
            ? string.Create(CultureInfo.InvariantCulture, $"198.18.0.{1 + (number / 10 % 250)}")
            : string.Create(CultureInfo.InvariantCulture, $"{20 + (number / 65536 % 100)}.{number / 256 % 256}.{number % 256}.7");

    private async Task<Answer> Timed(string what, Func<Task<Answer>> ask)
    {
        long began = Stopwatch.GetTimestamp();
        Answer answer = await ask();
        Times.Add((what, Stopwatch.GetElapsedTime(began).TotalMilliseconds));
        if ((int)answer.Status >= 500 && answer.Status != HttpStatusCode.ServiceUnavailable)
        {
            Failures.Add($"{what} {answer.Address}: {(int)answer.Status}");
        }

        return answer;
    }

    private Task<Answer> ReadAsync(Visitor visitor, string address, string what) => Timed(what, () => visitor.Get(address));

    private async Task SendRunAsync(Random random)
    {
        int number = Interlocked.Increment(ref _next);
        using var visitor = new Visitor(server.Address) { From = AddressOf(number) };
        string scenario = string.Create(
            CultureInfo.InvariantCulture,
            $"name: Soak\ntable: china-2020\nshocks:\n  - uplift: {{ product: '027', region: CHN, "
                + $"productivity: 0.{random.Next(1, 1000):000} }}\n"
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs")
        {
            Content = new StringContent(scenario, Encoding.UTF8, new MediaTypeHeaderValue("application/yaml")),
        };
        Answer sent = await Timed("run", () => visitor.Send(request));
        if (sent.Status == HttpStatusCode.Accepted)
        {
            using var view = JsonDocument.Parse(sent.Text);
            string id = view.RootElement.GetProperty("id").GetString()!;
            Runs.Add(id);
            _ = await ReadAsync(visitor, $"/runs/{id}", "read");
        }
    }

    /// <summary>Opens a form, and sends those that have been open long enough: of what is open, none waits longer than it must.</summary>
    private async Task WriteAsync()
    {
        int number = Interlocked.Increment(ref _next);
        var writer = new Visitor(server.Address) { From = AddressOf(number) };
        _forms.Enqueue((writer, await ReadAsync(writer, DiscussionSteps.Page, "read"), Stopwatch.GetTimestamp()));
        while (
            _forms.TryPeek(out (Visitor Visitor, Answer Form, long At) oldest)
            && Stopwatch.GetElapsedTime(oldest.At) > FormStamps.Soonest
            && _forms.TryDequeue(out (Visitor Visitor, Answer Form, long At) open)
        )
        {
            await SendAsync(open.Visitor, open.Form);
        }
    }

    private async Task SendAsync(Visitor visitor, Answer form)
    {
        using (visitor)
        {
            int number = Interlocked.Increment(ref _next);
            string text = string.Create(CultureInfo.InvariantCulture, $"Remark {number} of a soak.");
            (string, string)[] fields =
            [
                ("name", "Ann"),
                ("email", string.Create(CultureInfo.InvariantCulture, $"ann{number}@example.org")),
                ("text", text),
                ("consent", "yes"),
            ];
            Answer sent = await Timed("comment", () => visitor.Post(DiscussionSteps.Page, form, fields));
            if (DiscussionSteps.OwnLink(sent, "mine") is { Length: > 0 } link)
            {
                Comments.Add(link);
            }
        }
    }

    private async Task ModerateAsync()
    {
        // One at a time: what two decide at once is decided once.
        if (!await _moderates.WaitAsync(TimeSpan.Zero))
        {
            return;
        }

        try
        {
            await DecideAsync();
        }
        finally
        {
            _moderates.Release();
        }
    }

    private async Task DecideAsync()
    {
        Answer queue = await ReadAsync(_moderator, "/admin", "moderate");
        if (queue.Address.AbsolutePath != "/admin")
        {
            await DiscussionSteps.SignIn(_moderator, DiscussionSteps.Password);
            return;
        }

        (string, string)[] keys = [.. DiscussionSteps.Keys(queue).Select(k => ("Keys", k))];
        if (keys.Length > 0)
        {
            Answer decided = await Timed("moderate", () => _moderator.Post("/admin/decide", queue, [("Decision", "approve"), .. keys]));
            if (decided.Status == HttpStatusCode.OK)
            {
                Interlocked.Add(ref Decisions, keys.Length);
            }
        }
    }

    private async Task ImportAsync()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"soak-{Interlocked.Increment(ref _next)}");
        using var owner = new Visitor(server.Address);
        Answer form = await ReadAsync(owner, "/data/import", "import");
        using var content = new MultipartFormDataContent();
        foreach ((string field, string value) in Visitor.Hidden(form.Text))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new StringContent("nbs"), "layout");
        content.Add(new StringContent(name), "name");
        content.Add(new StringContent("2020"), "year");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(SmallTables.Nbs)), "files", "small_2020.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/data/import/files") { Content = content };
        Answer job = await Timed("import", () => owner.Send(request));
        if (job.Status == HttpStatusCode.OK)
        {
            Answer events = await ReadAsync(owner, $"{job.Address.AbsolutePath}/events", "import");
            if (events.Text.Contains("\"stage\":\"Done\"", StringComparison.Ordinal))
            {
                Tables.Add(name);
            }
        }
    }
}

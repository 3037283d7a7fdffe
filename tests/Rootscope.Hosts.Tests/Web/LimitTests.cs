using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;
using Rootscope.Web.Answering;
using Rootscope.Web.Moderation;
using Rootscope.Web.Security;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Nothing that comes from outside is without a bound: connections, headers, fields, names, buckets, what is kept.</summary>
public class LimitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Any address of 127.0.0.0/8 is this machine's, and all but 127.0.0.1 are networks like others to a site.</summary>
    private const string Elsewhere = "127.9.9.9";

    [Fact]
    public async Task Silent_connections_stop_the_site_for_nobody_else()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux(),
            "connects from other addresses of 127.0.0.0/8, which Linux alone has without settings"
        );
        await using RunningSite site = await RunningSite.Start();
        var silent = new List<Socket>();
        try
        {
            // As many as there are places, and a few hundred more: of each network the oldest make room.
            foreach (int[] some in Enumerable.Range(0, ConnectionLimits.Most + 300).Chunk(100))
            {
                silent.AddRange(
                    await Task.WhenAll(
                        some.Select(i => Connect(site, string.Create(CultureInfo.InvariantCulture, $"127.{1 + (i % 8)}.0.1")))
                    )
                );
            }

            using Visitor visitor = site.Visit();
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/health/live")).Status);
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/lab")).Status);
        }
        finally
        {
            silent.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public async Task A_network_beyond_its_share_loses_its_own_longest_silent_connection()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux(),
            "connects from other addresses of 127.0.0.0/8, which Linux alone has without settings"
        );
        await using RunningSite site = await RunningSite.Start();
        using Socket bystander = await Connect(site, "127.0.1.1");
        var silent = new List<Socket>();
        try
        {
            for (int i = 0; i <= ConnectionLimits.MostOfANetwork; i++)
            {
                silent.Add(await Connect(site, Elsewhere));
            }

            Assert.True(await Ends(silent[0]), "the longest silent one is closed");
            Assert.StartsWith("HTTP/1.1 200", await Ask(silent[^1]), StringComparison.Ordinal);
            Assert.StartsWith("HTTP/1.1 200", await Ask(bystander), StringComparison.Ordinal);
        }
        finally
        {
            silent.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public async Task More_headers_and_fields_than_anybody_needs_are_refused()
    {
        await using RunningSite site = await RunningSite.Start();
        using Visitor visitor = site.Visit();
        using var headers = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        for (int i = 0; i < 100; i++)
        {
            headers.Headers.Add(string.Create(CultureInfo.InvariantCulture, $"X-Header-{i}"), "1");
        }

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await visitor.Send(headers)).Status);
        Answer form = await visitor.Get("/admin/sign-in");
        (string, string)[] fields =
        [
            .. Enumerable.Range(0, 2000).Select(i => (string.Create(CultureInfo.InvariantCulture, $"field{i}"), "1")),
        ];
        Answer refused = await visitor.Post("/admin/sign-in", form, fields);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/admin/sign-in")).Status);
    }

    /// <summary>118 requests with names of 3 MB once took 344 MB that were never given back.</summary>
    [Fact]
    public async Task Names_at_the_sign_in_leave_nothing_in_memory()
    {
        await using RunningSite site = await RunningSite.Start(o => o with { WritesPerMinute = 100_000 });
        using Visitor visitor = site.Visit();
        Answer form = await visitor.Get("/admin/sign-in");
        SignInLimits limits = site.Services.GetRequiredService<SignInLimits>();
        long before = AnswerMemory.Measure(limits).Small;
        for (int i = 0; i < 118; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{i}") + new string('n', 450_000);
            Answer refused = await visitor.Post("/admin/sign-in", form, ("name", name), ("password", "wrong"));
            Assert.NotEqual(HttpStatusCode.OK, refused.Status);

            // What is looked at is kept neither.
            _ = limits.Begin(name, IPAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"198.51.{i}.1")), browser: null);
        }

        // The names have 106 MB together; what hangs on the limits belongs to a whole site, in which other things go on.
        const long Most = 8 * 1024 * 1024;
        Assert.InRange(AnswerMemory.Measure(limits).Small - before, -Most, Most);
    }

    [Fact]
    public void Buckets_are_bounded_and_those_that_are_full_again_are_forgotten()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var buckets = new TokenBuckets(3, TimeSpan.FromSeconds(1), clock);
        for (int i = 0; i < 4 * TokenBuckets.Most; i++)
        {
            Assert.True(buckets.TryTake(string.Create(CultureInfo.InvariantCulture, $"client {i}")));
            Assert.InRange(buckets.Count, 1, TokenBuckets.Most);
        }

        // What has rested long enough goes with the next uses, two at a time: no use pays for all.
        clock.Advance(TimeSpan.FromSeconds(3));
        int before = buckets.Count;
        Assert.True(buckets.TryTake("late"));
        Assert.Equal(before - 1, buckets.Count);
        for (int i = 0; i < TokenBuckets.Most; i++)
        {
            Assert.True(buckets.TryTake("late") || i > 1);
        }

        Assert.Equal(1, buckets.Count);
        Assert.False(buckets.TryTake("late"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(buckets.TryTake("late"));
        buckets.Give("late");
        Assert.True(buckets.TryTake("late"));
    }

    [Fact]
    public void Kept_answers_are_bounded_in_bytes_and_what_they_share_counts_once()
    {
        const int Large = 1000;
        var memory = new AnswerMemory(3 * Large * sizeof(double) + 4096);
        var cache = new BoundedCache<int, (double[] Own, double[] Shared)>(100, memory);
        double[] shared = new double[Large];
        for (int i = 0; i < 50; i++)
        {
            _ = cache.Of(i, () => (new double[Large], shared));
            Assert.InRange(memory.Bytes, 1, 3 * Large * sizeof(double) + 4096);
        }

        Assert.False(cache.Has(0));
        Assert.True(cache.Has(49));
        Assert.True(cache.Has(48), "the shared array counts once");

        // An answer that is larger than everything together is given and not kept.
        Assert.Equal(8 * Large, cache.Of(1000, () => (new double[8 * Large], shared)).Own.Length);
        Assert.False(cache.Has(1000));
        Assert.InRange(memory.Bytes, 0, 3 * Large * sizeof(double) + 4096);
    }

    [Fact]
    public async Task Answers_of_the_site_are_counted_and_their_tables_once()
    {
        await using RunningSite site = await RunningSite.Start();
        FlowTable china = EmbeddedTables.Read("china-2020");
        new FolderWorkspace(Path.Combine(site.DataFolder, "workspace")).Put(china.With(china.Metadata with { Id = "own" }));
        using Visitor visitor = site.Visit();
        long embedded = EmbeddedAnswers.Memory.Bytes;
        foreach (string measure in (string[])["output-multiplier", "upstreamness", "backward-linkage"])
        {
            _ = await visitor.Get($"/api/v1/accounts?table=own&measure={measure}");
            _ = await visitor.Get($"/api/v1/accounts?table=china-2020&measure={measure}");
        }

        SiteAnswers answers = site.Services.GetRequiredService<SiteAnswers>();
        long table = sizeof(double) * (long)answers.Table("own").Flows.Length;
        Assert.InRange(answers.Memory.Bytes, table, 8 * table);
        Assert.True(embedded > 0 || EmbeddedAnswers.Memory.Bytes > 0, "answers about embedded tables are counted for the process");
    }

    private static async Task<Socket> Connect(RunningSite site, string from)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, site.Address.Port);
        return socket;
    }

    private static async Task<string> Ask(Socket socket)
    {
        await socket.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        byte[] answer = new byte[1024];
        using var limit = new CancellationTokenSource(Patience);
        return Encoding.ASCII.GetString(answer, 0, await socket.ReceiveAsync(answer, limit.Token));
    }

    private static async Task<bool> Ends(Socket socket)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await socket.ReceiveAsync(new byte[16], limit.Token) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}

using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Settings;
using static Rootscope.Hosts.Tests.Web.DiscussionSteps;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What is erased is nowhere any more: not in the database's files, not in its journal, not in a feed.</summary>
public class ErasureTests
{
    /// <summary>Every word that the tests plant begins so.</summary>
    private const string Planted = "Plantedword";

    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolders = OfFiles | UnixFileMode.UserExecute;
    private const string Feed = "/feeds/technology/logic_chips.atom";

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task Nothing_of_an_erased_comment_is_left_in_any_file(string database)
    {
        await using RunningSite site = await Start(database);
        await Fill(site);
        using Visitor ann = site.Visit();
        Answer form = await ann.Get(Page);
        Later(site, TimeSpan.FromMinutes(10));
        (string, string)[] fields =
        [
            ("name", Planted + "Name"),
            ("email", Planted + "Mail@private.example"),
            ("text", Planted + "First " + new string('x', 3000)),
            ("citation", $"https://example.org/{Planted}Citation"),
            ("consent", "yes"),
        ];
        Answer sent = await ann.Post(Page, form, fields);
        Answer edit = await ann.Get("/discussion/edit");
        await ann.Post("/discussion/edit", edit, ("name", Planted + "Other"), ("text", Planted + "Second " + new string('y', 3500)));
        using Visitor moderator = site.Visit();
        await SignIn(moderator, Password);
        Answer queue = await moderator.Get("/admin?page=5");
        string key = Keys(queue).Single(k => k.Contains('.', StringComparison.Ordinal));
        await moderator.Post("/admin/decide", queue, ("Decision", "approve"), ("Keys", key), ("Reason", Planted + "Reason"));
        Assert.Contains(Planted, (await ann.Get(Feed)).Text, StringComparison.Ordinal);
        await AssertLeft(site, isLeft: true);
        await Analyze(site);
        string erase = OwnLink(sent, "erase");
        Assert.Contains("was erased", (await ann.Post(erase, await ann.Get(erase))).Text, StringComparison.Ordinal);
        await AssertLeft(site, isLeft: false);
        Assert.DoesNotContain(Planted, (await ann.Get(Feed)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, (await moderator.Get("/admin/trail")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task What_nobody_approved_leaves_nothing_either(string database)
    {
        await using RunningSite site = await Start(database);
        await Fill(site, Planted);
        await AssertLeft(site, isLeft: true);
        Later(site, TimeSpan.FromDays(31));
        await site.Services.GetRequiredService<CommentModeration>().PurgeAsync(CancellationToken.None);
        await AssertLeft(site, isLeft: false);
    }

    [Fact]
    public async Task What_a_crash_has_left_is_taken_away_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        string data = folder.PathOf("site");
        await using (RunningSite site = await RunningSite.Start(o => o with { DataFolder = data }))
        {
            await Fill(site, Planted);
            await using DiscussionContext context = await site
                .Services.GetRequiredService<IDbContextFactory<DiscussionContext>>()
                .CreateDbContextAsync();

            // The process ends between the deletion and the taking away of its traces.
            await CommentErasure.EraseAsync(context, await context.Comments.Select(c => c.Key).ToListAsync(), CancellationToken.None);
        }

        await using RunningSite again = await RunningSite.Start(o => o with { DataFolder = data });
        Assert.True(await again.Services.GetRequiredService<ErasureTraces>().RemoveAsync(CancellationToken.None));
        Assert.Empty(await PlacesIn(data));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_and_folders_of_the_site_are_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "reads modes of files, which Windows does not have");
        using var folder = new TemporaryFolder();
        string data = folder.PathOf("site");

        // An earlier version has left them readable.
        Directory.CreateDirectory(Path.Combine(data, "runs"));
        await File.WriteAllTextAsync(Path.Combine(data, "moderators.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(data, "runs", "0123456789abcdef0123456789abcdef.json"), "{}");
        await using RunningSite site = await RunningSite.Start(o => o with { DataFolder = data, WorkspaceFolder = folder.PathOf("own") });
        new Rootscope.Web.Moderation.Moderators(data, TimeProvider.System).Create("mod", Password);
        using Visitor visitor = site.Visit();
        await visitor.Get(Page);
        using var run = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs")
        {
            Content = new StringContent(Rootscope.Storage.Scenarios.ScenarioFiles.Template("digital-spinning"), null, "application/yaml"),
        };
        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await visitor.Send(run)).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.Get("/api/v1/tables/usa-2017/flows.parquet")).Status);

        // As long as a connection is open, so is the journal.
        await using DiscussionContext held = await site
            .Services.GetRequiredService<IDbContextFactory<DiscussionContext>>()
            .CreateDbContextAsync();
        await held.Database.OpenConnectionAsync();
        Assert.Equal(0, await held.Comments.CountAsync());
        string[] open =
        [
            .. Directory
                .EnumerateFileSystemEntries(data, "*", SearchOption.AllDirectories)
                .Append(data)
                .Select(e => (Entry: e, Mode: File.GetUnixFileMode(e), Private: Directory.Exists(e) ? OfFolders : OfFiles))
                .Where(e => e.Mode != e.Private)
                .Select(e => $"{Path.GetRelativePath(data, e.Entry)}: {e.Mode}"),
        ];
        Assert.Empty(open);
        foreach (
            string name in (string[])["discussion.db", "discussion.db-wal", "discussion.key", "moderators.json", "keys", "runs", "parquet"]
        )
        {
            Assert.True(Path.Exists(Path.Combine(data, name)), name);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_that_is_not_the_sites_alone_keeps_its_mode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "reads modes of files, which Windows does not have");
        using var folder = new TemporaryFolder();
        string data = folder.PathOf("shared");
        Directory.CreateDirectory(data, OfFolders | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        await File.WriteAllTextAsync(Path.Combine(data, "notes.txt"), "of somebody else");
        UnixFileMode before = File.GetUnixFileMode(Path.Combine(data, "notes.txt"));
        await using RunningSite site = await RunningSite.Start(o => o with { DataFolder = data, WorkspaceFolder = folder.PathOf("own") });
        Assert.True(File.GetUnixFileMode(data).HasFlag(UnixFileMode.GroupRead));
        Assert.Equal(before, File.GetUnixFileMode(Path.Combine(data, "notes.txt")));
        Assert.Equal(OfFiles, File.GetUnixFileMode(Path.Combine(data, "discussion.db")));
        Assert.Equal(OfFolders, File.GetUnixFileMode(Path.Combine(data, "keys")));
    }

    /// <summary>Comments of many sizes, so that the planted ones do not have their pages for themselves.</summary>
    private static async Task Fill(RunningSite site, string word = "Other")
    {
        await using DiscussionContext context = await site
            .Services.GetRequiredService<IDbContextFactory<DiscussionContext>>()
            .CreateDbContextAsync();
        long now = site.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        for (int i = 0; i < 100; i++)
        {
            context.Comments.Add(
                new CommentRecord
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"comment{i:0000000000000}"),
                    Subject = "technology/logic_chips",
                    Name = $"{word} {i}",
                    Text = $"{word} {i} {new string('z', i * 37 % 1500)}",
                    Status = CommentStatus.Pending,
                    CreatedAt = now,
                }
            );

            // One at a time, as comments come, so that pages fill and split.
            await context.SaveChangesAsync();
        }
    }

    /// <summary>Has PostgreSQL take samples of what is in its tables, as it does by itself from time to time.</summary>
    private static async Task Analyze(RunningSite site)
    {
        if (site.Services.GetRequiredService<ObservatoryOptions>().Database is { } postgres)
        {
            await using var connection = new NpgsqlConnection(postgres);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("analyze", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Looks for what was planted in every file of the site and, with PostgreSQL, of the database's tables.</summary>
    private static async Task AssertLeft(RunningSite site, bool isLeft)
    {
        List<string> places = await PlacesIn(site.DataFolder);
        if (site.Services.GetRequiredService<ObservatoryOptions>().Database is { } postgres)
        {
            await using var connection = new NpgsqlConnection(postgres);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                $"""
                checkpoint;
                select relname from pg_class
                where pg_relation_filenode(oid) is not null and relkind in ('r', 'i', 't') and (oid >= 16384 or relname = 'pg_statistic')
                    and position('{Planted}'::bytea in pg_read_binary_file(pg_relation_filepath(oid))) > 0
                """,
                connection
            );
            await using NpgsqlDataReader rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                places.Add(rows.GetString(0));
            }
        }

        Assert.True(isLeft ? places.Count > 0 : places.Count == 0, $"what was planted is in: {string.Join(", ", places)}");
    }

    private static async Task<List<string>> PlacesIn(string folder)
    {
        var places = new List<string>();
        byte[][] signs = [Encoding.UTF8.GetBytes(Planted), Encoding.Unicode.GetBytes(Planted)];
        foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            if (signs.Any(s => content.ToArray().AsSpan().IndexOf(s) >= 0))
            {
                places.Add(Path.GetFileName(file));
            }
        }

        return places;
    }
}

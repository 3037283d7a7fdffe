using Microsoft.Extensions.DependencyInjection;
using Rootscope.Tables;
using Rootscope.Web.Discussion;
using Rootscope.Web.Hosting;
using Rootscope.Web.Settings;
using static Rootscope.Hosts.Tests.Web.DiscussionSteps;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>Comments as lines of JSON, out of one site and into another.</summary>
public class CommentExchangeTests
{
    private const string Key = "abcdefghijkmnpqrstuv";

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task Comments_go_from_site_to_site_without_their_addresses(string database)
    {
        await using RunningSite site = await Start(database);
        using Visitor ann = site.Visit();
        await Comment(site, ann, "A *first* remark on 半导体.");
        using Visitor moderator = await Approve(site);
        await Comment(site, ann, "One that waits.", TimeSpan.FromMinutes(15));
        ObservatoryOptions options = site.Services.GetRequiredService<ObservatoryOptions>();
        CommentExchange here = await DiscussionHosting.OpenAsync(options, CancellationToken.None);
        using var published = new StringWriter();
        Assert.Equal(1, await here.ExportAsync(published, withUnpublished: false, CancellationToken.None));
        using var all = new StringWriter();
        Assert.Equal(2, await here.ExportAsync(all, withUnpublished: true, CancellationToken.None));
        Assert.DoesNotContain("planted.address", all.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("半导体", published.ToString(), StringComparison.Ordinal);

        await using RunningSite other = await Start(database);
        CommentExchange there = await DiscussionHosting.OpenAsync(
            other.Services.GetRequiredService<ObservatoryOptions>(),
            CancellationToken.None
        );
        Assert.Equal(
            new ImportOutcome(2, 0),
            await there.ImportAsync(new StringReader(all.ToString()), "comments", CancellationToken.None)
        );
        Assert.Equal(
            new ImportOutcome(0, 2),
            await there.ImportAsync(new StringReader(all.ToString()), "comments", CancellationToken.None)
        );
        using var again = new StringWriter();
        await there.ExportAsync(again, withUnpublished: true, CancellationToken.None);
        Assert.Equal(all.ToString(), again.ToString());
        using Visitor reader = other.Visit();
        string page = (await reader.Get("/technology/logic_chips")).Text;
        Assert.Contains("<em>first</em>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("waits.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is no comment as 'rootscope admin export-comments' writes them")]
    [InlineData("null", "'null' is no comment")]
    [InlineData(
        """{"key":"KEY","subject":"technology/x","name":"A","text":"t","status":"approved","at":"2026-01-01T00:00:00Z","email":"a@b.example"}""",
        "is no comment as"
    )]
    [InlineData(
        """{"key":"short","subject":"technology/x","name":"A","text":"t","status":"approved","at":"2026-01-01T00:00:00Z"}""",
        "a key has 20 letters and digits"
    )]
    [InlineData(
        """{"key":"KEY","subject":"../x","name":"A","text":"t","status":"approved","at":"2026-01-01T00:00:00Z"}""",
        "a subject is technology/ID"
    )]
    [InlineData(
        """{"key":"KEY","subject":"technology/x","name":"","text":"t","status":"approved","at":"2026-01-01T00:00:00Z"}""",
        "name: A name has 1 to 80 characters"
    )]
    [InlineData(
        """{"key":"KEY","subject":"technology/x","name":"A","text":"t","citation":"javascript:alert(1)","status":"approved","at":"2026-01-01T00:00:00Z"}""",
        "citation: "
    )]
    [InlineData(
        """{"key":"KEY","subject":"technology/x","parent":"zzzzzzzzzzzzzzzzzzzz","name":"A","text":"t","status":"approved","at":"2026-01-01T00:00:00Z"}""",
        "which is neither here nor in the file"
    )]
    public async Task A_line_at_fault_is_named_and_nothing_is_taken_in(string line, string message)
    {
        await using RunningSite site = await Start(DiscussionDatabase.Sqlite);
        CommentExchange comments = await DiscussionHosting.OpenAsync(
            site.Services.GetRequiredService<ObservatoryOptions>(),
            CancellationToken.None
        );
        string sound =
            """{"key":"ssssssssssssssssssss","subject":"technology/x","name":"A","text":"t","status":"approved","at":"2026-01-01T00:00:00Z"}""";
        string faulty = line.Replace("KEY", Key, StringComparison.Ordinal);
        TableException fault = await Assert.ThrowsAsync<TableException>(() =>
            comments.ImportAsync(new StringReader($"{sound}\n\n{faulty}\n"), "comments.jsonl", CancellationToken.None)
        );
        Assert.StartsWith("comments.jsonl: 1 faults, and nothing was taken in:\n  line 3: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        using var left = new StringWriter();
        Assert.Equal(0, await comments.ExportAsync(left, withUnpublished: true, CancellationToken.None));
    }

    [Fact]
    public async Task The_command_line_carries_comments_too()
    {
        using var folder = new TemporaryFolder();
        string file = folder.PathOf("comments.jsonl");
        string line =
            $$"""{"key":"{{Key}}","subject":"technology/logic_chips","name":"A","text":"t","stance":"new-evidence","status":"approved","at":"2026-01-01T00:00:00+00:00"}"""
            + "\n";
        await File.WriteAllTextAsync(file, line);
        string site = folder.PathOf("site");
        CliRun taken = await CliRun.Of("admin", "import-comments", file, "--data", site);
        Assert.Equal((0, "1 comments taken in, 0 here already\n"), (taken.Code, taken.Error));
        CliRun written = await CliRun.Of("admin", "export-comments", "--data", site);
        Assert.Equal((0, line), (written.Code, written.Output));
        Assert.Equal(2, (await CliRun.Of("admin", "import-comments", folder.PathOf("none"), "--data", site)).Code);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}

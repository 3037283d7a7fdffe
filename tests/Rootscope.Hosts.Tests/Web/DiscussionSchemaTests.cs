using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Settings;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>A database that an earlier version wrote is brought up and keeps what is in it.</summary>
public class DiscussionSchemaTests
{
    private const string Text = "A remark from before.";
    private const string Deleted = "Words that were deleted before.";

    [Theory]
    [MemberData(nameof(DiscussionDatabase.All), MemberType = typeof(DiscussionDatabase))]
    public async Task Comments_of_the_first_form_are_there_in_the_present_one(string database)
    {
        using var folder = new TemporaryFolder();
        string? connection = await DiscussionDatabase.New(database);
        var options = new ObservatoryOptions { DataFolder = folder.Root, Database = connection };
        await WriteFirstForm(connection, folder.PathOf("discussion.db"));
        CommentExchange comments = await DiscussionHosting.OpenAsync(options, CancellationToken.None);
        using var lines = new StringWriter();
        Assert.Equal(1, await comments.ExportAsync(lines, withUnpublished: true, CancellationToken.None));
        Assert.Contains(Text, lines.ToString(), StringComparison.Ordinal);

        // The second start finds nothing to do, and the site reads and writes the same database.
        await using RunningSite site = await RunningSite.Start(o => o with { DataFolder = folder.Root, Database = connection });
        using Visitor reader = site.Visit();

        // What was deleted before files were cleaned is cleaned at the first start; PostgreSQL cleans by itself in time.
        if (database == DiscussionDatabase.Sqlite)
        {
            await site.Services.GetRequiredService<ErasureTraces>().RemoveAsync(CancellationToken.None);
            foreach (string file in Directory.GetFiles(folder.Root, "discussion.db*"))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var content = new StreamReader(stream, System.Text.Encoding.Latin1);
                Assert.DoesNotContain(Deleted, await content.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }

        Assert.Contains(Text, (await reader.Get("/feeds/technology/logic_chips.atom")).Text, StringComparison.Ordinal);
    }

    private static async Task WriteFirstForm(string? postgres, string file)
    {
        await using DbConnection connection = postgres is null
            ? new SqliteConnection($"Data Source={file}")
            : new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText =
            await Script(postgres is null ? "0001.sqlite.sql" : "0001.postgresql.sql")
            + $"""
                create table discussion_schema (number integer primary key);
                insert into discussion_schema (number) values (1);
                insert into comments (key, subject, name, text, stance, status, spam_score, spam_notes, created_at)
                    values ('abcdefghijkmnpqrstuv', 'technology/logic_chips', 'Ann', '{Text}', 'None', 'Approved', 0, '', 1000);
                insert into authors (comment_key, email, email_mark, consent_at)
                    values ('abcdefghijkmnpqrstuv', {(postgres is null ? "x'00'" : "'\\x00'")}, 'mark', 1000);
                insert into confirmed_addresses (email_mark, confirmed_at) values ('mark', 1000);
                insert into comments (key, subject, name, text, stance, status, spam_score, spam_notes, created_at)
                    values ('gonegonegonegonegone', 'technology/logic_chips', 'Ann', '{Deleted}', 'None', 'Approved', 0, '', 1000);
                delete from comments where key = 'gonegonegonegonegone';
                insert into moderation (comment_key, moderator, act, at) values ('abcdefghijkmnpqrstuv', 'mod', 'Approved', 1000);
                """;
        await command.ExecuteNonQueryAsync();
        if (postgres is null)
        {
            // The deleted words are there, as an earlier version left them.
            SqliteConnection.ClearAllPools();
            Assert.Contains(Deleted, await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        }
    }

    private static async Task<string> Script(string name)
    {
        using var reader = new StreamReader(typeof(CommentExchange).Assembly.GetManifestResourceStream($"discussion/{name}")!);
        return await reader.ReadToEndAsync();
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rootscope.Web.Discussion;
using Rootscope.Web.Settings;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>A database that an earlier version wrote is brought up and keeps what is in it.</summary>
public class DiscussionSchemaTests
{
    private const string Text = "A remark from before.";

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
                insert into moderation (comment_key, moderator, act, at) values ('abcdefghijkmnpqrstuv', 'mod', 'Approved', 1000);
                """;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> Script(string name)
    {
        using var reader = new StreamReader(typeof(CommentExchange).Assembly.GetManifestResourceStream($"discussion/{name}")!);
        return await reader.ReadToEndAsync();
    }
}

using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Rootscope.Web.Discussion.Store;

/// <summary>
/// Brings the discussion's database to the form that this version writes: numbered SQL, each number in one transaction, once.
/// </summary>
internal static class DiscussionSchema
{
    private const string Prefix = "discussion/";

    /// <summary>Runs what the database has not seen yet.</summary>
    /// <exception cref="InvalidOperationException">The database was written by a later version.</exception>
    public static async Task BringUpAsync(DiscussionContext context, CancellationToken cancellation)
    {
        bool isSqlite = context.Database.IsSqlite();
        if (isSqlite)
        {
            // Readers go on while one writes, and an acknowledged comment is on the disk.
            await context.Database.ExecuteSqlRawAsync("pragma journal_mode = wal", cancellation);
        }

        await context.Database.ExecuteSqlRawAsync(
            "create table if not exists discussion_schema (number integer primary key)",
            cancellation
        );
        int seen = await context
            .Database.SqlQueryRaw<int>("select coalesce(max(number), 0) as \"Value\" from discussion_schema")
            .SingleAsync(cancellation);
        (int Number, string Name)[] scripts = [.. Scripts(isSqlite ? ".sqlite.sql" : ".postgresql.sql")];
        if (seen > scripts[^1].Number)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The discussion's database has schema {seen}; this version knows {scripts[^1].Number}. Use the version that wrote "
                        + $"it, or a later one."
                )
            );
        }

        foreach ((int number, string name) in scripts.Where(s => s.Number > seen))
        {
            await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
            await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction.GetDbTransaction();
            command.CommandText =
                Read(name) + string.Create(CultureInfo.InvariantCulture, $"\ninsert into discussion_schema (number) values ({number});");
            await command.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    private static IEnumerable<(int Number, string Name)> Scripts(string suffix) =>
        typeof(DiscussionSchema)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(suffix, StringComparison.Ordinal))
            .Select(n => (int.Parse(n.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), n))
            .OrderBy(s => s.Item1);

    private static string Read(string name)
    {
        using Stream stream = typeof(DiscussionSchema).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

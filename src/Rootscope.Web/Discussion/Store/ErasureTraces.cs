using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Rootscope.Web.Discussion.Store;

/// <summary>
/// Takes what is left of deleted rows out of the database's files: pages that they were on, copies that moving them has left, the journal.
/// </summary>
/// <remarks>
/// A deletion leaves a mark in the transaction that deletes, so that what a crash comes before is made up for at the next start. SQLite
/// writes its file anew and empties its journal; to overwrite what is deleted is not enough, because copies of it stay where rows were
/// moved from. PostgreSQL writes the tables anew; its own journal and its copies are its keeper's.
/// </remarks>
internal sealed class ErasureTraces(IDbContextFactory<DiscussionContext> contexts, ILogger<ErasureTraces> log) : IDisposable
{
    private static readonly Action<ILogger, string, Exception?> NotRemoved = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(0, nameof(NotRemoved)),
        "What is left of erased comments in the database's files could not be taken away (the database says {Code}); it is tried again "
            + "within the hour."
    );

    private const int Tries = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The tables that hold something of writers; PostgreSQL writes them anew one by one.</summary>
    private static readonly string[] Tables = ["comments", "authors", "moderation", "network_marks", "address_proofs"];

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Leaves the mark; to be called in the transaction that deletes.</summary>
    public static Task MarkAsync(DiscussionContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlRawAsync("insert into erasure_traces (at) values (0)", cancellation);

    /// <summary>Takes the traces of all deletions up to now away; nothing where there was none.</summary>
    /// <returns>Whether none is left; otherwise the database was in use for too long or refused, and the next call goes on.</returns>
    public async Task<bool> RemoveAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
            await context.Database.OpenConnectionAsync(cancellation);
            DbConnection connection = context.Database.GetDbConnection();
            if (await NumberAsync(connection, "select max(id) from erasure_traces", cancellation) is not { } last)
            {
                // Whoever asked at the same moment had them taken along.
                return true;
            }

            bool isDone = context.Database.IsSqlite()
                ? await OfSqliteAsync(connection, cancellation)
                : await OfPostgresAsync(connection, cancellation);
            if (isDone)
            {
                await RunAsync(
                    connection,
                    string.Create(CultureInfo.InvariantCulture, $"delete from erasure_traces where id <= {last}"),
                    cancellation
                );
            }

            return isDone;
        }
        catch (DbException fault)
        {
            // What is deleted is deleted; the hour's care goes on with its traces. What the database says may repeat rows: not the log.
            NotRemoved(log, fault.SqlState ?? fault.ErrorCode.ToString(CultureInfo.InvariantCulture), null);
            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static async Task<bool> OfSqliteAsync(DbConnection connection, CancellationToken cancellation)
    {
        await RunAsync(connection, "vacuum", cancellation);

        // The journal is emptied when nobody reads by it; readers are quick.
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            if (await NumberAsync(connection, "pragma wal_checkpoint(truncate)", cancellation) == 0)
            {
                return true;
            }

            await Task.Delay(Pause, cancellation);
        }

        return false;
    }

    private static async Task<bool> OfPostgresAsync(DbConnection connection, CancellationToken cancellation)
    {
        await RunAsync(connection, "set lock_timeout = '5s'", cancellation);
        foreach (string table in Tables)
        {
            await RunAsync(connection, $"vacuum (full) {table}", cancellation);
        }

        return true;
    }

    private static async Task<long?> NumberAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation) is { } value and not DBNull
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

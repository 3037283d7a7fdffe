using System.Collections.Concurrent;
using DuckDB.NET.Data;
using Rootscope.Storage.Database;
using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>The database of a workspace, open only for the length of one unit of work.</summary>
/// <remarks>
/// DuckDB lets one process write or many read: whoever finds the file taken tries again for five seconds. Within this process one unit of
/// work runs at a time, over a connection of its own. The database comes into being under another name, so that there is a sound one or
/// none.
/// </remarks>
internal sealed class WorkspaceDatabase(string folder)
{
    // One thread and no extensions from elsewhere: the lists are short, and nothing is fetched that nobody asked for.
    private const string Settings = ";threads=1;autoinstall_known_extensions=false;autoload_known_extensions=false";

    private static readonly ConcurrentDictionary<string, Lock> InThisProcess = new(StringComparer.Ordinal);

    private readonly string _path = Path.Combine(folder, "catalogue.duckdb");

    public bool Exists => File.Exists(_path);

    /// <summary>Makes the database with what <paramref name="fill"/> puts in, or none.</summary>
    public void Create(Action<DuckDBConnection> fill)
    {
        if (_path.Contains('?', StringComparison.Ordinal))
        {
            // DuckDB puts the name of its log before a question mark, as if an address followed: a file in another folder.
            throw new TableException(
                folder,
                $"no workspace can be in a folder whose name holds '?': the database takes what follows it for a question to a server. "
                    + $"Name another folder with {Repair.Option("workspace")}."
            );
        }

        string unfinished = _path + ".partial";
        File.Delete(unfinished);
        File.Delete(unfinished + ".wal");
        Directory.CreateDirectory(folder);
        Run(
            unfinished,
            readOnly: false,
            connection =>
            {
                Migrations.Apply(connection);
                InTransaction(connection, fill);
                connection.Execute("CHECKPOINT");
                return true;
            }
        );
        File.Move(unfinished, _path);
    }

    /// <summary>Reads; the database must exist.</summary>
    public T Read<T>(Func<DuckDBConnection, T> work)
    {
        (bool isCurrent, T? result) = Run(
            _path,
            readOnly: true,
            connection => Migrations.AreApplied(connection, _path) ? (true, work(connection)) : (false, default)
        );
        if (isCurrent)
        {
            return result!;
        }

        using (WorkspaceLock.Take(folder))
        {
            Write(_ => { });
        }

        return Run(_path, readOnly: true, work);
    }

    /// <summary>
    /// Changes everything that <paramref name="work"/> changes, or nothing. The caller holds the workspace's lock; the database must exist.
    /// </summary>
    public void Write(Action<DuckDBConnection> work) =>
        Run(
            _path,
            readOnly: false,
            connection =>
            {
                if (!Migrations.AreApplied(connection, _path))
                {
                    Migrations.Apply(connection);
                }

                InTransaction(connection, work);
                return true;
            }
        );

    private static void InTransaction(DuckDBConnection connection, Action<DuckDBConnection> work)
    {
        using DuckDBTransaction transaction = connection.BeginTransaction();
        work(connection);
        transaction.Commit();
    }

    private T Run<T>(string path, bool readOnly, Func<DuckDBConnection, T> work)
    {
        lock (InThisProcess.GetOrAdd(path, _ => new Lock()))
        {
            try
            {
                using DuckDBConnection connection = Open(path, readOnly);
                return work(connection);
            }
            catch (DuckDBException e)
            {
                throw new TableException(
                    path,
                    $"the workspace's list cannot be {(readOnly ? "read" : "written")} ({FirstLine(e)}). Free space or rights on that "
                        + $"folder; "
                        + $"where the file is damaged, move it away and import the tables again; or name another workspace with "
                        + $"{Repair.Option("workspace")}.",
                    e
                );
            }
        }
    }

    private DuckDBConnection Open(string path, bool readOnly)
    {
        for (TimeSpan waited = TimeSpan.Zero; ; waited += WorkspaceLock.BetweenTries)
        {
            // Between quotes, so that a semicolon of a path stays part of it.
            string quoted = path.Replace("\"", "\"\"", StringComparison.Ordinal);
            var connection = new DuckDBConnection(
                $"DataSource=\"{quoted}\"{(readOnly ? ";ACCESS_MODE=READ_ONLY" : string.Empty)}{Settings}"
            );
            try
            {
                connection.Open();
                return connection;
            }
            catch (DuckDBException e) when (IsTaken(e))
            {
                connection.Dispose();
                if (waited >= WorkspaceLock.LongestWait)
                {
                    throw WorkspaceLock.Busy(folder, e);
                }

                Thread.Sleep(WorkspaceLock.BetweenTries);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
    }

    private static bool IsTaken(DuckDBException e) =>
        e.Message.Contains("lock on file", StringComparison.OrdinalIgnoreCase)
        || e.Message.Contains("used by another process", StringComparison.OrdinalIgnoreCase);

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].TrimEnd('.');
}

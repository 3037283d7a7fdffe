using DuckDB.NET.Data;
using Rootscope.Storage.Database;
using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>What is asked of the database of a workspace, and what is told to it.</summary>
internal static class CatalogueRows
{
    private const string Summary = "name, title, year, regions, industries, unit, licence, content_hash";

    /// <summary>Reading them all for their hashes takes a tenth of a second, so once is enough.</summary>
    private static readonly Lazy<TableSummary[]> Embedded = new(() =>
        [.. EmbeddedTables.Names.Select(n => TableSummary.Of(EmbeddedTables.Read(n)))]
    );

    public static IReadOnlyList<TableSummary> Imported(DuckDBConnection connection) =>
        connection.Query($"SELECT {Summary} FROM tables WHERE origin = 'imported' ORDER BY name COLLATE C", ToSummary);

    public static string? BlobOf(DuckDBConnection connection, string name) =>
        connection.Query("SELECT blob FROM tables WHERE origin = 'imported' AND name = ?", r => r.GetString(0), name) is [string blob, ..]
            ? blob
            : null;

    public static IReadOnlyList<string> Blobs(DuckDBConnection connection) =>
        connection.Query(
            "SELECT blob FROM versions WHERE blob IS NOT NULL UNION SELECT blob FROM results UNION SELECT blob FROM trade",
            r => r.GetString(0)
        );

    /// <summary>Puts a version after the last one of its name, which becomes history.</summary>
    public static void Add(DuckDBConnection connection, TableSummary about, TableMetadata? origin, string blob, DateTime added)
    {
        int number =
            1 + connection.Query("SELECT coalesce(max(number), 0) FROM versions WHERE name = ?", r => r.GetInt32(0), about.Name)[0];
        connection.Execute("UPDATE versions SET blob = NULL WHERE name = ?", about.Name);
        connection.Execute(
            "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            about.Name,
            number,
            added,
            blob,
            about.ContentHash,
            about.Title,
            about.Year,
            about.Regions,
            about.Industries,
            about.Unit,
            about.Licence,
            origin?.Source,
            origin?.Classification
        );
        foreach ((int position, string sentence) in (origin?.Derivations ?? []).Index())
        {
            connection.Execute("INSERT INTO derivations VALUES (?, ?, ?, ?)", about.Name, number, position + 1, sentence);
        }

        if (connection.Execute("UPDATE datasets SET version = ? WHERE name = ?", number, about.Name) == 0)
        {
            connection.Execute("INSERT INTO datasets VALUES (?, ?)", about.Name, number);
        }

        DropStaleResults(connection);
    }

    /// <summary>Forgets a table with its history.</summary>
    public static void Remove(DuckDBConnection connection, string name)
    {
        connection.Execute("DELETE FROM datasets WHERE name = ?", name);
        connection.Execute("DELETE FROM versions WHERE name = ?", name);
        connection.Execute("DELETE FROM derivations WHERE name = ?", name);
        DropStaleResults(connection);
    }

    /// <summary>Brings the rows of the embedded tables up to this version of the program.</summary>
    public static void ListEmbedded(DuckDBConnection connection)
    {
        TableSummary[] now = Embedded.Value;
        if (connection.Query($"SELECT {Summary} FROM embedded ORDER BY name COLLATE C", ToSummary).SequenceEqual(now))
        {
            return;
        }

        connection.Execute("DELETE FROM embedded");
        foreach (TableSummary about in now)
        {
            connection.Execute(
                "INSERT INTO embedded VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                about.Name,
                about.ContentHash,
                about.Title,
                about.Year,
                about.Regions,
                about.Industries,
                about.Unit,
                about.Licence
            );
        }
    }

    public static SavedResult? ResultOf(DuckDBConnection connection, string key) =>
        connection.Query(
            "SELECT key, table_hash, meaning, length, blob FROM results WHERE key = ?",
            r => new SavedResult(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetString(4)),
            key
        )
            is [SavedResult result, ..]
            ? result
            : null;

    public static void AddResult(DuckDBConnection connection, SavedResult result, DateTime added)
    {
        int changed = connection.Execute(
            "UPDATE results SET table_hash = ?, meaning = ?, blob = ?, length = ?, added = ? WHERE key = ?",
            result.TableHash,
            result.Meaning,
            result.Blob,
            result.Length,
            added,
            result.Key
        );
        if (changed == 0)
        {
            connection.Execute(
                "INSERT INTO results VALUES (?, ?, ?, ?, ?, ?)",
                result.Key,
                result.TableHash,
                result.Meaning,
                result.Blob,
                result.Length,
                added
            );
        }
    }

    private static void DropStaleResults(DuckDBConnection connection) =>
        connection.Execute("DELETE FROM results WHERE table_hash NOT IN (SELECT content_hash FROM tables)");

    private static TableSummary ToSummary(DuckDBDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetString(5), r.GetString(6), r.GetString(7));
}

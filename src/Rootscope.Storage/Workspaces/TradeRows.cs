using DuckDB.NET.Data;
using Rootscope.Storage.Database;

namespace Rootscope.Storage.Workspaces;

/// <summary>What is asked of and told to the database of a workspace about sets of trade.</summary>
internal static class TradeRows
{
    public static IReadOnlyList<TradeSummary> All(DuckDBConnection connection) =>
        connection.Query(
            "SELECT name, title, first_year, last_year, economies, products, flows, unit, classification, source, licence, "
                + "may_be_passed_on, content_hash FROM trade ORDER BY name COLLATE C",
            r => new TradeSummary(
                r.GetString(0),
                r.GetString(1),
                r.GetInt32(2),
                r.GetInt32(3),
                r.GetInt32(4),
                r.GetInt32(5),
                r.GetInt64(6),
                r.GetString(7),
                r.GetString(8),
                r.GetString(9),
                r.GetString(10),
                r.GetBoolean(11),
                r.GetString(12)
            )
        );

    public static string? BlobOf(DuckDBConnection connection, string name) =>
        connection.Query("SELECT blob FROM trade WHERE name = ?", r => r.GetString(0), name) is [string blob, ..] ? blob : null;

    public static void Add(DuckDBConnection connection, TradeSummary about, string blob, DateTime added)
    {
        Remove(connection, about.Name);
        connection.Execute(
            "INSERT INTO trade VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            about.Name,
            added,
            blob,
            about.ContentHash,
            about.Title,
            about.FirstYear,
            about.LastYear,
            about.Economies,
            about.Products,
            about.Flows,
            about.Unit,
            about.Classification,
            about.Source,
            about.Licence,
            about.MayBePassedOn
        );
    }

    public static void Remove(DuckDBConnection connection, string name) => connection.Execute("DELETE FROM trade WHERE name = ?", name);
}

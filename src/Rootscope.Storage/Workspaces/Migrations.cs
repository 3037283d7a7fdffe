using System.Globalization;
using System.Reflection;
using DuckDB.NET.Data;
using Rootscope.Storage.Database;
using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>The numbered steps from an empty database to the one of this version; each is applied once, in order.</summary>
internal static class Migrations
{
    private const string Prefix = "migrations/";

    private static readonly (int Number, string Name)[] Known =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (int.Parse(n.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), n)),
    ];

    /// <exception cref="TableException">A later version of Rootscope has been here.</exception>
    public static bool AreApplied(DuckDBConnection connection, string place)
    {
        int applied = Applied(connection);
        return applied <= Known[^1].Number
            ? applied == Known[^1].Number
            : throw new TableException(
                place,
                $"is of step {applied}, and this version of Rootscope knows {Known[^1].Number}. "
                    + $"Use the version that wrote it, or name another workspace with {Repair.Option("workspace")}."
            );
    }

    public static void Apply(DuckDBConnection connection)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER NOT NULL, name VARCHAR NOT NULL)");
        int applied = Applied(connection);
        foreach ((int number, string name) in Known.Where(m => m.Number > applied))
        {
            using DuckDBTransaction transaction = connection.BeginTransaction();
            connection.Execute(TextOf(name));
            connection.Execute("INSERT INTO migrations VALUES (?, ?)", number, name[Prefix.Length..]);
            transaction.Commit();
        }
    }

    private static int Applied(DuckDBConnection connection) =>
        connection.Query("SELECT max(number) FROM migrations", row => row.IsDBNull(0) ? 0 : row.GetInt32(0))[0];

    private static string TextOf(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

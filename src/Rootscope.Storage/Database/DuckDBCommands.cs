using DuckDB.NET.Data;

namespace Rootscope.Storage.Database;

/// <summary>Statements with their values, in the order of the question marks.</summary>
internal static class DuckDBCommands
{
    public static int Execute(this DuckDBConnection connection, string sql, params object?[] values)
    {
        using DuckDBCommand command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static IReadOnlyList<T> Query<T>(
        this DuckDBConnection connection,
        string sql,
        Func<DuckDBDataReader, T> read,
        params object?[] values
    )
    {
        using DuckDBCommand command = Command(connection, sql, values);
        using var reader = (DuckDBDataReader)command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static DuckDBCommand Command(DuckDBConnection connection, string sql, object?[] values)
    {
        DuckDBCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this assembly; what varies comes as a value.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (object? value in values)
        {
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        }

        return command;
    }
}

using System.Globalization;
using Npgsql;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The databases that the discussion's tests run on: SQLite always, PostgreSQL where the test program has started one.</summary>
internal static class DiscussionDatabase
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    /// <summary>The test program (eng/test.cs) starts a server on loopback and names it here.</summary>
    private const string Variable = "ROOTSCOPE_TEST_POSTGRES";

    private static int _count;

    public static TheoryData<string> All => [Sqlite, Postgres];

    /// <summary>A connection string to a new, empty database; null for SQLite, which the site makes by itself.</summary>
    public static async Task<string?> New(string kind)
    {
        if (kind == Sqlite)
        {
            return null;
        }

        string? server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(server),
            "needs PostgreSQL, which 'dotnet run eng/test.cs' starts where it is installed or can be"
        );
        string name = string.Create(CultureInfo.InvariantCulture, $"rootscope_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}");
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}

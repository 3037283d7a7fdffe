using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Rootscope.Web.Discussion.Store;

/// <summary>Sets every connection to SQLite so that what is deleted is overwritten and nothing is put into files of its own.</summary>
internal sealed class SecureSqlite : DbConnectionInterceptor
{
    private const string Settings = "pragma secure_delete = on; pragma temp_store = memory";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

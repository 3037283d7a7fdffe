using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>One site for all tests of a class that only read it, with a table of three regions that a user imported.</summary>
public sealed class ReadingSite : IAsyncLifetime
{
    /// <summary>The name of the imported table.</summary>
    public const string Imported = "three-regions";

    internal RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await RunningSite.Start();
        FlowTable table = MadeTables.ThreeRegions(Imported);
        new TableLibrary(Path.Combine(Site.DataFolder, "workspace")).Import(table);
        ScreenSite.AddList(Site);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

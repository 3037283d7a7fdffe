using Rootscope.Storage;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests;

public sealed class WorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _place;

    public WorkspaceTests()
    {
        _place = _folder.PathOf("workspace");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_imported_table_reads_back_the_same()
    {
        var library = new TableLibrary(_place);
        FlowTable table = Named("own");
        library.Import(table);
        FlowTable read = new TableLibrary(_place).Read("own");
        Assert.Equal(table.ContentHash, read.ContentHash);
        Assert.Equal("own", read.Metadata.Id);
    }

    [Fact]
    public void Listing_and_reading_create_nothing()
    {
        var library = new TableLibrary(_place);
        Assert.Equal(EmbeddedTables.Names, library.List().Select(t => t.Name));
        Assert.Throws<UnknownNameException>(() => library.Read("own"));
        Assert.False(Directory.Exists(_place));
    }

    [Fact]
    public void Imported_tables_follow_the_embedded_ones_by_name()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("zeta"));
        library.Import(Named("alpha"));
        Assert.Equal([.. EmbeddedTables.Names, "alpha", "zeta"], library.List().Select(t => t.Name));
    }

    [Fact]
    public void A_name_is_taken_only_once_unless_replaced()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("own"));
        ArgumentException e = Assert.Throws<ArgumentException>(() => library.Import(Named("own")));
        Assert.Contains("--replace", e.Message, StringComparison.Ordinal);
        library.Import(Named("own"), replace: true);
    }

    [Theory]
    [InlineData("list", "word of the command line")]
    [InlineData("Validate", "word of the command line")]
    [InlineData("roots", "word of the command line")]
    [InlineData("china-2020", "embedded table")]
    [InlineData("USA-2017", "embedded table")]
    [InlineData("", "letters, digits")]
    [InlineData("a/b", "letters, digits")]
    [InlineData("..", "letters, digits")]
    [InlineData("-f", "letters, digits")]
    [InlineData("größe", "letters, digits")]
    public void Reserved_embedded_and_impossible_names_are_refused(string name, string why) =>
        Assert.Contains(why, TableNames.FaultOf(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("own")]
    [InlineData("china-2020-own")]
    [InlineData("a.b_c-9")]
    [InlineData("2020")]
    public void Other_names_are_accepted(string name) => Assert.Null(TableNames.FaultOf(name));

    [Fact]
    public void A_damaged_table_is_refused_with_its_repair()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("own"));
        string blob = Assert.Single(Directory.GetFiles(Path.Combine(_place, "blobs")));
        byte[] bytes = File.ReadAllBytes(blob);
        bytes[^1] ^= 1;
        File.WriteAllBytes(blob, bytes);
        TableException e = Assert.Throws<TableException>(() => library.Read("own"));
        Assert.Contains("damaged", e.Message, StringComparison.Ordinal);
        Assert.Contains("--replace", e.Message, StringComparison.Ordinal);
        library.Import(Named("own"), replace: true);
        Assert.Equal("own", library.Read("own").Metadata.Id);
    }

    [Fact]
    public void A_lost_table_is_refused_with_its_repair()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("own"));
        File.Delete(Assert.Single(Directory.GetFiles(Path.Combine(_place, "blobs"))));
        Assert.Contains("data add", Assert.Throws<TableException>(() => library.Read("own")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"rootscope workspace 1\",\"tables\":null}")]
    [InlineData("{\"format\":\"rootscope workspace 9\",\"tables\":[]}")]
    public void A_damaged_manifest_is_refused(string text)
    {
        Directory.CreateDirectory(_place);
        File.WriteAllText(Path.Combine(_place, "manifest.json"), text);
        string before = TemporaryFolder.Snapshot(_place);
        TableException e = Assert.Throws<TableException>(() => new TableLibrary(_place).List());
        Assert.Contains("manifest.json", e.Place, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Snapshot(_place));
    }

    [Fact]
    public void Files_that_nothing_lists_are_harmless()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("own"));
        File.WriteAllText(Path.Combine(_place, "blobs", "0000.partial"), "left over");
        Assert.Equal("own", library.Read("own").Metadata.Id);
        library.Import(Named("other"));
        Assert.Equal("other", library.Read("other").Metadata.Id);
    }

    [Fact]
    public async Task Imports_at_the_same_time_are_all_kept()
    {
        string[] names = [.. Enumerable.Range(0, 8).Select(i => $"own-{i}")];
        await Task.WhenAll(names.Select(n => Task.Run(() => new TableLibrary(_place).Import(Named(n)))));
        Assert.Equal(names, new FolderWorkspace(_place).List().Select(t => t.Name));
    }

    [Fact]
    public void A_workspace_that_cannot_be_written_says_so()
    {
        File.WriteAllText(_place, "a file where the folder should be");
        TableException e = Assert.Throws<TableException>(() => new FolderWorkspace(_place).Put(Named("own")));
        Assert.Contains("--workspace", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_there_suggests_the_nearest()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("my-table"));
        Assert.Equal(["china-2020"], Assert.Throws<UnknownNameException>(() => library.Read("chian-2020")).Nearest);
        Assert.Equal(["my-table"], Assert.Throws<UnknownNameException>(() => library.Read("my-tabel")).Nearest);
    }

    private static FlowTable Named(string name)
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        return table.With(table.Metadata with { Id = name });
    }
}

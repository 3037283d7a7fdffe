using System.Security.Cryptography;
using Rootscope.Storage;
using Rootscope.Storage.Codec;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Workspaces;

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

    [Theory]
    [InlineData("a;y=1")]
    [InlineData("a;threads=1")]
    [InlineData("a'b\"c = d")]
    public void Whatever_a_path_holds_stays_a_path(string name)
    {
        string place = _folder.PathOf(name);
        new TableLibrary(place).Import(Named("own"));
        Assert.Contains(new TableLibrary(place).List(), t => t.Name == "own");
        Assert.Equal([place], Directory.GetFileSystemEntries(_folder.Root));
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
        Assert.Contains("option replace", e.Message, StringComparison.Ordinal);
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
        Assert.Contains("an import that replaces it", e.Message, StringComparison.Ordinal);
        library.Import(Named("own"), replace: true);
        Assert.Equal("own", library.Read("own").Metadata.Id);
    }

    [Fact]
    public void A_lost_table_is_refused_with_its_repair()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("own"));
        File.Delete(Assert.Single(Directory.GetFiles(Path.Combine(_place, "blobs"))));
        Assert.Contains(
            "an import that replaces it",
            Assert.Throws<TableException>(() => library.Read("own")).Message,
            StringComparison.Ordinal
        );
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
        Assert.Contains("option workspace", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_there_suggests_the_nearest()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("my-table"));
        Assert.Equal(["china-2020"], Assert.Throws<UnknownNameException>(() => library.Read("chian-2020")).Nearest);
        Assert.Equal(["my-table"], Assert.Throws<UnknownNameException>(() => library.Read("my-tabel")).Nearest);
    }

    [Fact]
    public void A_workspace_of_the_first_version_is_taken_over_and_its_list_kept()
    {
        FlowTable table = Named("own");
        Directory.CreateDirectory(Path.Combine(_place, "blobs"));
        using var stream = new MemoryStream();
        TableCodec.Write(table, stream, step: 1);
        string blob = Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
        File.WriteAllBytes(Path.Combine(_place, "blobs", blob), stream.ToArray());
        string manifest =
            $$"""{"format":"rootscope workspace 1","tables":[{"about":{"name":"own","title":"Own","year":2020,"regions":1,"industries":153,"unit":"u","licence":"l","contentHash":"{{table.ContentHash}}"},"blob":"{{blob}}"}]}""";
        File.WriteAllText(Path.Combine(_place, "manifest.json"), manifest);
        Assert.Equal(table.ContentHash, new TableLibrary(_place).Read("own").ContentHash);
        Assert.Equal(manifest, File.ReadAllText(Path.Combine(_place, "manifest.json.old")));
        Assert.False(File.Exists(Path.Combine(_place, "manifest.json")));
        new TableLibrary(_place).Import(Named("later"));
        Assert.Equal(["later", "own"], new FolderWorkspace(_place).List().Select(t => t.Name));
        Assert.Equal(table.ContentHash, new TableLibrary(_place).Read("own").ContentHash);
    }

    [Fact]
    public void A_damaged_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(_place);
        File.WriteAllText(Path.Combine(_place, "catalogue.duckdb"), "no database at all, but long enough to be looked at as one");
        string before = TemporaryFolder.Snapshot(_place);
        TableException e = Assert.Throws<TableException>(() => new TableLibrary(_place).Workspace.List());
        Assert.Contains("catalogue.duckdb", e.Place, StringComparison.Ordinal);
        Assert.Contains("move it away", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Snapshot(_place));
    }

    [Fact]
    public void A_replaced_or_removed_table_takes_its_figures_with_it()
    {
        var library = new TableLibrary(_place);
        library.Import(Named("own"));
        library.Import(Named("own") is var table ? table.With(table.Metadata with { Year = 2021 }) : null!, replace: true);
        Assert.Single(Directory.GetFiles(Path.Combine(_place, "blobs")));
        Assert.Equal(2021, library.Read("own").Metadata.Year);
        Assert.True(library.Workspace.Remove("own"));
        Assert.False(library.Workspace.Remove("own"));
        Assert.Empty(Directory.GetFiles(Path.Combine(_place, "blobs")));
        Assert.Empty(library.Workspace.List());
        library.Import(Named("own"));
        Assert.Equal("own", Assert.Single(library.Workspace.List()).Name);
    }

    [Fact]
    public void A_result_is_found_again_until_its_table_goes()
    {
        var workspace = new FolderWorkspace(_place);
        FlowTable table = Named("own") is var china ? china.With(china.Metadata with { Year = 2021 }) : null!;
        workspace.Put(table);
        byte[] bytes = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];
        Assert.Null(workspace.FindResult("key"));
        workspace.PutResult("key", table.ContentHash, "an inverse", stream => stream.Write(bytes));
        workspace.PutResult("key", table.ContentHash, "an inverse", stream => stream.Write(bytes));
        SavedResult result = workspace.FindResult("key")!;
        var read = new byte[result.Length];
        Assert.True(workspace.ReadResult(result, read));
        Assert.Equal(bytes, read);
        string path = Path.Combine(_place, "blobs", result.Blob);
        File.WriteAllBytes(path, [.. bytes.Reverse()]);
        Assert.False(workspace.ReadResult(result, read));
        File.Delete(path);
        Assert.False(workspace.ReadResult(result, read));
        workspace.Remove("own");
        Assert.Null(workspace.FindResult("key"));
    }

    private static FlowTable Named(string name)
    {
        FlowTable table = EmbeddedTables.Read("china-2020");
        return table.With(table.Metadata with { Id = name });
    }
}

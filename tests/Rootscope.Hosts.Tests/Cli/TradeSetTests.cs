using Rootscope.Dependence.Panels;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Sets of trade in a workspace: kept whole, found by name, forgotten, and never mistaken for a sound one when damaged.</summary>
public sealed class TradeSetTests : IDisposable
{
    private const string Flows =
        "year,exporter,importer,product,value\n2020,BBB,AAA,1,60.25\n2021,CCC,AAA,1,40\n2021,AAA,BBB,2,0.1\n2021,CCC,BBB,3,1e-9\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_set_reads_back_with_every_bit_and_its_metadata()
    {
        TradePanel panel = TradePanelReader.Read([_folder.Write("trade.csv", Flows)]);
        new FolderWorkspace(_folder.PathOf("workspace")).PutTrade("made", panel);
        var again = new FolderWorkspace(_folder.PathOf("workspace"));
        TradePanel read = Assert.IsType<TradePanel>(again.FindTrade("made"));
        Assert.Equal(panel.ContentHash(), read.ContentHash());
        Assert.Equal(panel.Years, read.Years);
        Assert.Equal(panel.Years.SelectMany(panel.FlowsIn), read.Years.SelectMany(read.FlowsIn));
        Assert.Equal(
            (panel.Metadata.Title, panel.Metadata.Licence, panel.Metadata.MayBePassedOn),
            (read.Metadata.Title, read.Metadata.Licence, read.Metadata.MayBePassedOn)
        );
        TradeSummary summary = Assert.Single(again.ListTrade());
        Assert.Equal(
            ("made", 2020, 2021, 3, 3, 4L, panel.ContentHash()),
            (summary.Name, summary.FirstYear, summary.LastYear, summary.Economies, summary.Products, summary.Flows, summary.ContentHash)
        );
        Assert.Null(again.FindTrade("other"));
    }

    [Fact]
    public void A_table_that_comes_later_leaves_the_set_and_what_is_removed_is_gone()
    {
        var workspace = new FolderWorkspace(_folder.PathOf("workspace"));
        workspace.PutTrade("made", TradePanelReader.Read([_folder.Write("trade.csv", Flows)]));
        FlowTable table = EmbeddedTables.Read("china-2020");
        new TableLibrary(workspace).Import(table.With(table.Metadata with { Id = "own" }));
        Assert.NotNull(workspace.FindTrade("made"));
        Assert.True(workspace.RemoveTrade("made"));
        Assert.False(workspace.RemoveTrade("made"));
        Assert.Empty(workspace.ListTrade());
        Assert.Single(Directory.GetFiles(_folder.PathOf(Path.Combine("workspace", "blobs"))));
    }

    [Fact]
    public void A_damaged_set_is_told_and_not_used()
    {
        var workspace = new FolderWorkspace(_folder.PathOf("workspace"));
        workspace.PutTrade("made", TradePanelReader.Read([_folder.Write("trade.csv", Flows)]));
        string blob = Assert.Single(Directory.GetFiles(_folder.PathOf(Path.Combine("workspace", "blobs"))));
        byte[] sound = File.ReadAllBytes(blob);
        for (int at = 0; at < sound.Length; at++)
        {
            byte[] spoilt = [.. sound];
            spoilt[at] ^= 0x55;
            File.WriteAllBytes(blob, spoilt);
            Assert.Contains(
                "Import it again",
                Assert.Throws<TableException>(() => workspace.FindTrade("made")).Message,
                StringComparison.Ordinal
            );
        }

        File.WriteAllBytes(blob, sound[..^3]);
        Assert.Throws<TableException>(() => workspace.FindTrade("made"));
        File.Delete(blob);
        Assert.Contains("is lost", Assert.Throws<TableException>(() => workspace.FindTrade("made")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_keeps_lists_uses_and_removes_a_set()
    {
        string file = _folder.Write("trade.csv", Flows);
        string workspace = _folder.PathOf("workspace");
        async Task<CliRun> Run(params string[] arguments) => await CliRun.Of([.. arguments, "--workspace", workspace, "-f", "csv"]);
        Assert.Equal(0, (await Run("data", "add", "trade", file, "--name", "made")).Code);
        Assert.Contains("made,trade.csv,2020,2021,3,3,4", (await Run("data", "list", "--trade")).Output, StringComparison.Ordinal);
        CliRun again = await Run("data", "add", "trade", file, "--name", "made");
        Assert.Equal((2, true), (again.Code, again.Error.Contains("--replace", StringComparison.Ordinal)));
        CliRun wrong = await Run("data", "add", "baci", file, "--name", "other");
        Assert.Equal((3, true), (wrong.Code, wrong.Error.Contains("import it as 'trade'", StringComparison.Ordinal)));
        Assert.Equal(
            (await Run("dependence", file, "--importer", "AAA")).Output,
            (await Run("dependence", "made", "--importer", "AAA")).Output
        );
        CliRun unknown = await Run("dependence", "mad", "--importer", "AAA");
        Assert.Equal((4, true), (unknown.Code, unknown.Error.Contains("Nearest: made", StringComparison.Ordinal)));
        Assert.Equal(0, (await CliRun.Of("data", "remove", "made", "--workspace", workspace)).Code);
        Assert.Equal(4, (await Run("dependence", "made", "--importer", "AAA")).Code);
    }
}

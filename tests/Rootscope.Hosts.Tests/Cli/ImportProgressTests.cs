using Rootscope.Cli.Data;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Files;

namespace Rootscope.Hosts.Tests.Cli;

public sealed class ImportProgressTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 160_000_000, 1, "read 0 of 160 MB, 0 MB/s, starting")]
    [InlineData(40_000_000, 160_000_000, 2, "read 40 of 160 MB, 20 MB/s, about 6 s left")]
    [InlineData(160_000_000, 160_000_000, 4, "read 160 of 160 MB, 40 MB/s, checking and keeping the table")]
    [InlineData(200_000_000, 160_000_000, 4, "read 160 of 160 MB, 50 MB/s, checking and keeping the table")]
    public void A_line_says_how_much_how_fast_and_how_long(long read, long total, int seconds, string expected) =>
        Assert.Equal(expected, ImportProgress.Line(read, total, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, 0, "inverse of 1000 sectors: 0 of 2 billion operations, 0 billion/s, starting")]
    [InlineData(0.25, 1, "inverse of 1000 sectors: 1 of 2 billion operations, 0.5 billion/s, about 3 s left")]
    [InlineData(0.5, 0.1, "inverse of 1000 sectors: 1 of 2 billion operations, 10 billion/s, about 1 s left")]
    [InlineData(1, 1, "inverse of 1000 sectors: 2 of 2 billion operations, 2 billion/s, computing the measure")]
    public void A_line_says_how_much_of_an_inverse_how_fast_and_how_long(double done, double seconds, string expected) =>
        Assert.Equal(expected, InverseWork.Line(1000, done, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Every_byte_of_a_file_is_counted_while_somebody_watches()
    {
        string file = _folder.Write("small_2020.csv", SmallTables.Nbs);
        using (var progress = new ReadingProgress([file, _folder.PathOf("nowhere")]))
        {
            Assert.Equal(new FileInfo(file).Length, progress.Total);
            TableFormats.Known.Read("nbs", [file], "own");
            Assert.Equal(progress.Total, progress.Read);
        }

        using var folder = new ReadingProgress([_folder.Root]);
        Assert.Equal((new FileInfo(file).Length, 0L), (folder.Total, folder.Read));
    }
}

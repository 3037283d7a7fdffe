namespace Rootscope.Hosts.Tests.Storage.Formats.Files;

/// <summary>A line of two gigabytes is refused at once and in little memory.</summary>
[Collection(nameof(Alone))]
public sealed class LongLineTests : IDisposable
{
    private const long TwoGigabytes = 2L << 30;

    /// <summary>
    /// The longest line that is read is 16 Mi characters; growing a buffer to it takes twice that, at two bytes each, some times over.
    /// </summary>
    private const long FewBytes = 512L << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("Code,Description,DescriptionInChinese,01,TIU,FU201,FU202,EX,IM,GO\n", "line 2")]
    [InlineData("Code,Description,DescriptionInChinese,01,TIU,FU201,FU202,EX,IM,GO\n\"", "line 2")]
    public async Task A_line_of_two_gigabytes_is_refused_in_little_memory(string start, string place)
    {
        string file = _folder.Write("long_2020.csv", start);
        using (var stream = new FileStream(file, FileMode.Open))
        {
            // Sparse where the file system can: no byte is written.
            stream.SetLength(TwoGigabytes);
        }

        long before = GC.GetTotalAllocatedBytes(precise: true);
        CliRun run = await CliRun.Of("data", "add", "nbs", file, "--name", "long", "--workspace", _folder.PathOf("workspace"));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, FewBytes);
        Assert.Equal(3, run.Code);
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
        Assert.Contains("longer than 16 MiB", run.Error, StringComparison.Ordinal);
        Assert.Contains("quote that is never closed", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("workspace")));
    }
}

/// <summary>Tests that measure the whole process and so run with no other beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

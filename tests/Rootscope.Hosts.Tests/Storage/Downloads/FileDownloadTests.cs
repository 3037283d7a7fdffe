using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Rootscope.Storage.Downloads;

namespace Rootscope.Hosts.Tests.Storage.Downloads;

/// <summary>A file comes whole and right or not at all, from servers that drop, stall, lie about length and change a file.</summary>
public sealed class FileDownloadTests : IDisposable
{
    private static readonly byte[] File1 = Made(1, 300_000);
    private static readonly byte[] File2 = Made(2, 310_000);

    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.PathOf("got/table.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_comes_whole_with_its_hash_and_leaves_nothing_beside_it()
    {
        await using FileServer server = await FileServer.StartAsync(
            (context, _) =>
            {
                context.Response.Headers.LastModified = "Wed, 21 Oct 2015 07:28:00 GMT";
                return FileServer.GiveAsync(context, File1);
            }
        );
        var told = new Told();
        DownloadedFile file = await FileDownload.GetAsync(Of(server), told, TestContext.Current.CancellationToken);
        Assert.Equal(File1, Got());
        Assert.Equal(Sha(File1), file.Sha256);
        Assert.Equal((File1.Length, 0), (file.Size, file.Resumed));
        Assert.Equal(new DateTimeOffset(2015, 10, 21, 7, 28, 0, TimeSpan.Zero), file.Modified);
        Assert.Equal(new DownloadProgress(File1.Length, File1.Length, 1), told.Last);
    }

    [Fact]
    public async Task A_line_that_breaks_is_taken_up_where_it_broke()
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, n) => FileServer.GiveAsync(c, File1, most: n < 4 ? 70_000 : int.MaxValue)
        );
        await FileDownload.GetAsync(Of(server), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(File1, Got());
        Assert.Equal(["", "bytes=70000-", "bytes=140000-", "bytes=210000-"], server.Ranges);
    }

    [Fact]
    public async Task A_download_that_was_stopped_goes_on_the_next_time()
    {
        using var stop = new CancellationTokenSource();
        await using FileServer server = await FileServer.StartAsync(
            async (c, n) =>
            {
                if (n > 1)
                {
                    await FileServer.GiveAsync(c, File1);
                    return;
                }

                c.Response.ContentLength = File1.Length;
                c.Response.Headers.ETag = "\"1\"";
                await c.Response.Body.WriteAsync(File1.AsMemory(0, 100_000));
                await c.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        );
        var told = new Told(p => Stop(p.Received >= 100_000, stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FileDownload.GetAsync(Of(server), told, stop.Token));
        Assert.False(File.Exists(Target));
        Assert.Equal(File1[..100_000], File.ReadAllBytes(Target + ".part"));

        DownloadedFile file = await FileDownload.GetAsync(Of(server), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(File1, Got());
        Assert.Equal(100_000, file.Resumed);
    }

    [Fact]
    public async Task A_server_that_stands_still_is_asked_again()
    {
        await using FileServer server = await FileServer.StartAsync(
            async (c, n) =>
            {
                if (n > 1)
                {
                    await FileServer.GiveAsync(c, File1);
                    return;
                }

                c.Response.ContentLength = File1.Length;
                c.Response.Headers.ETag = "\"1\"";
                await c.Response.Body.WriteAsync(File1.AsMemory(0, 50_000));
                await c.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        );
        await FileDownload.GetAsync(
            Of(server) with
            {
                Stall = TimeSpan.FromMilliseconds(400),
            },
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.Equal(File1, Got());
        Assert.Equal(["", "bytes=50000-"], server.Ranges);
    }

    [Fact]
    public async Task A_server_that_trickles_is_given_up()
    {
        await using FileServer server = await FileServer.StartAsync(
            async (c, _) =>
            {
                c.Response.ContentLength = File1.Length;
                for (int i = 0; !c.RequestAborted.IsCancellationRequested; i++)
                {
                    await c.Response.Body.WriteAsync(File1.AsMemory(i, 1));
                    await c.Response.Body.FlushAsync();
                    await Task.Delay(20);
                }
            }
        );
        DownloadException fault = await Fails(Of(server) with { Stall = TimeSpan.FromMilliseconds(250), Attempts = 2 });
        Assert.Equal(DownloadFault.Unreachable, fault.Fault);
        Assert.Contains("stood still for 0.25 s, 2 times in a row", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_changes_between_two_parts_is_never_put_together_of_both(bool trustsRange)
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, n) =>
                n == 1
                    ? FileServer.GiveAsync(c, File1, "\"1\"", most: 80_000)
                    : FileServer.GiveAsync(c, File2, "\"2\"", trustsRange: trustsRange)
        );
        DownloadedFile file = await FileDownload.GetAsync(Of(server), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(File2, Got());
        Assert.Equal(0, file.Resumed);
    }

    [Fact]
    public async Task A_change_that_the_server_hides_is_found_by_the_hash_and_the_file_fetched_anew()
    {
        byte[] after = Made(3, File1.Length);
        await using FileServer server = await FileServer.StartAsync(
            (c, n) =>
                n == 1
                    ? FileServer.GiveAsync(c, File1, tag: null, most: 80_000)
                    : FileServer.GiveAsync(c, after, tag: null, trustsRange: true)
        );
        await FileDownload.GetAsync(
            Of(server) with
            {
                Hash = FileHash.Parse(Sha(after)),
            },
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.Equal(after, Got());
        Assert.Equal(["", "bytes=80000-", ""], server.Ranges);
    }

    [Fact]
    public async Task Where_neither_server_nor_hash_tells_versions_apart_it_begins_anew()
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, n) => FileServer.GiveAsync(c, n == 1 ? File1 : File2, tag: null, most: n == 1 ? 80_000 : int.MaxValue)
        );
        await FileDownload.GetAsync(Of(server), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(File2, Got());
        Assert.Equal(["", ""], server.Ranges);
    }

    [Fact]
    public async Task A_length_that_is_announced_and_does_not_come_is_told()
    {
        await using FileServer server = await FileServer.StartAsync(
            async (c, _) =>
            {
                c.Response.ContentLength = 1000;
                await c.Response.Body.WriteAsync(File1.AsMemory(0, 900));
            }
        );
        DownloadException fault = await Fails(Of(server) with { Attempts = 3 });
        Assert.Equal(DownloadFault.Unreachable, fault.Fault);
        Assert.Equal(3, server.Ranges.Count);
    }

    [Theory]
    [InlineData(true, false, "300 000 bytes are expected and the server has 299 000 bytes")]
    [InlineData(true, true, "300 000 bytes are expected and 299 000 bytes came")]
    [InlineData(false, false, "its SHA256 is to be")]
    [InlineData(false, true, "its SHA256 is to be")]
    public async Task A_file_that_is_cut_short_is_refused_and_leaves_the_one_that_was_there(bool hasSize, bool isSilent, string told)
    {
        await using FileServer server = await FileServer.StartAsync(
            async (c, _) =>
            {
                c.Response.ContentLength = isSilent ? null : 299_000;
                await c.Response.Body.WriteAsync(File1.AsMemory(0, 299_000));
            }
        );
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.WriteAllText(Target, "from before");
        DownloadException fault = await Fails(
            Of(server) with
            {
                Size = hasSize ? File1.Length : null,
                Hash = hasSize ? null : FileHash.Parse(Sha(File1)),
            }
        );
        Assert.Equal(DownloadFault.Differs, fault.Fault);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Equal("from before", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public async Task More_than_was_published_or_is_taken_is_refused_while_it_comes()
    {
        await using FileServer server = await FileServer.StartAsync(
            async (c, _) =>
            {
                while (!c.RequestAborted.IsCancellationRequested)
                {
                    await c.Response.Body.WriteAsync(File1);
                }
            }
        );
        Assert.Equal(DownloadFault.TooLarge, (await Fails(Of(server) with { LargestSize = 1_000_000 })).Fault);
        Assert.Equal(DownloadFault.Differs, (await Fails(Of(server) with { Size = 900_000 })).Fault);
    }

    [Fact]
    public async Task A_part_that_was_not_asked_for_is_refused()
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, n) =>
            {
                if (n == 1)
                {
                    return FileServer.GiveAsync(c, File1, most: 80_000);
                }

                c.Request.Headers.Range = "bytes=70000-";
                return FileServer.GiveAsync(c, File1);
            }
        );
        DownloadException fault = await Fails(Of(server));
        Assert.Contains("from 80000 on and gives those from 70000 on", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_with_its_hash_is_not_fetched_again()
    {
        await using FileServer server = await FileServer.StartAsync((c, _) => FileServer.GiveAsync(c, File1));
        DownloadRequest request = Of(server) with
        {
            Hash = FileHash.Parse("md5:" + Convert.ToHexString(CryptographicOperations.HashData(HashAlgorithmName.MD5, File1))),
        };
        await FileDownload.GetAsync(request, cancellation: TestContext.Current.CancellationToken);
        DownloadedFile again = await FileDownload.GetAsync(request, cancellation: TestContext.Current.CancellationToken);
        Assert.Single(server.Ranges);
        Assert.Equal((Sha(File1), File1.Length), (again.Sha256, again.Resumed));
    }

    [Theory]
    [InlineData("http://rootscope.invalid/a.zip")]
    [InlineData("ftp://127.0.0.1/a.zip")]
    [InlineData("file:///etc/hostname")]
    [InlineData("https://name:secret@rootscope.invalid/a.zip")]
    public async Task Addresses_that_are_not_safe_are_refused_before_anything_is_asked(string address)
    {
        DownloadException fault = await Fails(new DownloadRequest { Address = new Uri(address), Target = Target });
        Assert.Equal(DownloadFault.Address, fault.Fault);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_may_lead_on_but_not_to_another_scheme_and_not_without_end()
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, _) =>
            {
                (int code, string? place) = c.Request.Path.Value switch
                {
                    "/moved" => (301, "/file"),
                    "/round" => (302, "/round"),
                    "/https" => (307, "https://rootscope.invalid/"),
                    "/plain" => (308, "http://rootscope.invalid/"),
                    _ => (200, null),
                };
                c.Response.StatusCode = code;
                c.Response.Headers.Location = place;
                return place is null ? FileServer.GiveAsync(c, File1) : Task.CompletedTask;
            }
        );
        await FileDownload.GetAsync(Of(server, "moved"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(File1, Got());
        foreach (string path in new[] { "round", "https", "plain" })
        {
            Assert.Equal(DownloadFault.Address, (await Fails(Of(server, path))).Fault);
        }
    }

    [Fact]
    public async Task What_a_server_refuses_is_told_by_kind_and_what_it_cannot_do_now_is_tried_again()
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, n) =>
            {
                string path = c.Request.Path.Value!.Trim('/');
                c.Response.StatusCode = path == "busy" ? (n < 3 ? 503 : 200) : int.Parse(path, CultureInfo.InvariantCulture);
                return c.Response.StatusCode == 200 ? FileServer.GiveAsync(c, File1) : Task.CompletedTask;
            }
        );
        await FileDownload.GetAsync(Of(server, "busy"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(File1, Got());
        Assert.Equal(DownloadFault.NotThere, (await Fails(Of(server, "404"))).Fault);
        Assert.Equal(DownloadFault.NotThere, (await Fails(Of(server, "410"))).Fault);
        Assert.Equal(DownloadFault.Refused, (await Fails(Of(server, "403"))).Fault);
        Assert.Equal(DownloadFault.Refused, (await Fails(Of(server, "400"))).Fault);
        Assert.Equal(DownloadFault.Unreachable, (await Fails(Of(server, "500") with { Attempts = 2 })).Fault);
    }

    [Fact]
    public async Task A_page_to_read_is_no_file()
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, _) =>
            {
                c.Response.ContentType = "text/html; charset=utf-8";
                return FileServer.GiveAsync(c, File1);
            }
        );
        Assert.Contains("a page to read", (await Fails(Of(server))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_without_room_is_named_before_the_first_byte()
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, _) =>
            {
                c.Response.ContentLength = 1L << 60;
                return c.Response.Body.FlushAsync();
            }
        );
        DownloadException fault = await Fails(Of(server) with { LargestSize = long.MaxValue });
        Assert.Equal(DownloadFault.Disk, fault.Fault);
        Assert.Contains("free", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_cannot_be_written_or_is_being_written_is_named()
    {
        await using FileServer server = await FileServer.StartAsync((c, _) => FileServer.GiveAsync(c, File1));
        File.WriteAllText(_folder.PathOf("got"), "a file where the folder would be");
        Assert.Equal(DownloadFault.Disk, (await Fails(Of(server))).Fault);
        File.Delete(_folder.PathOf("got"));
        Directory.CreateDirectory(_folder.PathOf("got"));
        using (File.Open(Target + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Assert.Equal(DownloadFault.Disk, (await Fails(Of(server))).Fault);
        }

        Assert.Empty(server.Ranges);
    }

    [Theory]
    [InlineData("md5:123")]
    [InlineData("sha1:da39a3ee5e6b4b0d3255bfef95601890afd807")]
    [InlineData("crc32:cbf43926")]
    [InlineData("zz")]
    public void A_hash_of_another_kind_is_refused(string text) => Assert.Throws<ArgumentException>(() => FileHash.Parse(text));

    private static byte[] Made(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Stop(bool now, CancellationTokenSource source)
    {
        if (now)
        {
            source.Cancel();
        }
    }

    private DownloadRequest Of(FileServer server, string path = "table.zip") =>
        new()
        {
            Address = server.At(path),
            Target = Target,
            Pause = TimeSpan.FromMilliseconds(1),
        };

    /// <summary>What was fetched, with nothing but it in its folder.</summary>
    private byte[] Got()
    {
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
        return File.ReadAllBytes(Target);
    }

    private static Task<DownloadException> Fails(DownloadRequest request) =>
        Assert.ThrowsAsync<DownloadException>(() => FileDownload.GetAsync(request, cancellation: TestContext.Current.CancellationToken));

    private sealed class Told(Action<DownloadProgress>? also = null) : IProgress<DownloadProgress>
    {
        public DownloadProgress Last { get; private set; }

        public void Report(DownloadProgress value)
        {
            Last = value;
            also?.Invoke(value);
        }
    }
}

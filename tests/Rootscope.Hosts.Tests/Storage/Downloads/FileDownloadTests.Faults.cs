using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rootscope.Storage.Downloads;

namespace Rootscope.Hosts.Tests.Storage.Downloads;

/// <content>What cannot be fetched is refused, by kind, and leaves nothing.</content>
public sealed partial class FileDownloadTests
{
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
}

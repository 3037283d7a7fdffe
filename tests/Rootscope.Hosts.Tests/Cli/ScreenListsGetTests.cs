using System.Text;
using Microsoft.AspNetCore.Http;
using Rootscope.Cli.Options;
using Rootscope.Hosts.Tests.Storage.Downloads;
using Rootscope.Storage.Downloads;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Lists that are fetched from a publisher: a real server on this machine that gives them well and badly.</summary>
public sealed class ScreenListsGetTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3);

    /// <summary>A denied persons list that is long enough to be one.</summary>
    private static readonly byte[] Denied = Dpl(250);

    private readonly TemporaryFolder _folder = new();

    private string Workspace => _folder.PathOf("workspace");

    [Fact]
    public async Task A_list_is_fetched_with_size_hash_and_date_and_replaced_with_what_changed()
    {
        byte[] file = Denied;
        await using FileServer server = await FileServer.StartAsync(
            (context, _) =>
            {
                context.Response.Headers.LastModified = "Sat, 28 Nov 2026 10:00:00 GMT";
                return FileServer.GiveAsync(context, file);
            }
        );
        CliRun first = await Get(server);
        Assert.Equal(ExitCode.Ok, first.Code);
        Assert.Contains($"{file.Length} bytes, SHA-256 {Sha(file)}, of 2026-11-28", first.Words, StringComparison.Ordinal);
        Assert.Contains("Added.", first.Words, StringComparison.Ordinal);
        Assert.Equal("2026-11-28", new ScreeningStore(Workspace).Read("dpl").List.Source.Date);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Workspace, "downloads"), "*", SearchOption.AllDirectories));

        file = Dpl(251);
        CliRun second = await Get(server);
        Assert.Contains("1 records added, 0 removed, 0 changed.", second.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_shrank_or_is_another_file_is_refused_as_one_that_is_added_and_the_old_one_stays()
    {
        byte[] file = Dpl(300);
        await using FileServer server = await FileServer.StartAsync((context, _) => FileServer.GiveAsync(context, file));
        Assert.Equal(ExitCode.Ok, (await Get(server)).Code);
        foreach (
            (byte[] now, string expected) in ((byte[], string)[])
                [
                    (Dpl(220), "220 records where there were 300"),
                    (Dpl(20), "has 20 records"),
                    (Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>moved</body></html>"), "no line of column names"),
                ]
        )
        {
            file = now;
            CliRun run = await Get(server);
            Assert.Equal(ExitCode.BadData, run.Code);
            Assert.Contains(expected, string.Join(' ', run.Error.Split()), StringComparison.Ordinal);
            Assert.Equal(300, new ScreeningStore(Workspace).Read("dpl").List.Records.Count);
        }

        file = Dpl(220);
        Assert.Equal(ExitCode.Ok, (await Get(server, "--accept-changes")).Code);
    }

    [Fact]
    public async Task What_breaks_off_goes_on_and_what_changes_meanwhile_is_fetched_anew()
    {
        byte[] one = Dpl(3000);
        byte[] two = Dpl(3001);
        await using FileServer server = await FileServer.StartAsync(
            (context, asked) =>
                asked switch
                {
                    1 => FileServer.GiveAsync(context, one, "\"a\"", most: one.Length / 2),
                    2 => FileServer.GiveAsync(context, one, "\"a\"", most: 1000),
                    _ => FileServer.GiveAsync(context, two, "\"b\""),
                }
        );
        (StoredList list, IReadOnlyList<DownloadedFile> files) = await Fetch(server, TimeSpan.FromSeconds(5));
        Assert.Equal(3001, list.List.Records.Count);
        Assert.Equal(Sha(two), files[0].Sha256);
        Assert.StartsWith("bytes=", server.Ranges.ElementAt(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page", DownloadFault.Differs)]
    [InlineData("gone", DownloadFault.NotThere)]
    [InlineData("stalls", DownloadFault.Unreachable)]
    [InlineData("lies", DownloadFault.Unreachable)]
    [InlineData("huge", DownloadFault.TooLarge)]
    public async Task A_server_that_does_not_give_the_list_is_told_with_what_to_do(string how, DownloadFault fault)
    {
        await using FileServer server = await FileServer.StartAsync(
            async (context, _) =>
            {
                switch (how)
                {
                    case "page":
                        context.Response.ContentType = "text/html";
                        await context.Response.WriteAsync("<html>moved</html>");
                        break;
                    case "gone":
                        context.Response.StatusCode = 404;
                        break;
                    case "stalls":
                        context.Response.ContentLength = Denied.Length;
                        await context.Response.Body.WriteAsync(Denied.AsMemory(0, 100));
                        await context.Response.Body.FlushAsync();
                        await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
                        break;
                    case "lies":
                        context.Response.ContentLength = Denied.Length + 1000;
                        await context.Response.Body.WriteAsync(Denied);
                        await context.Response.Body.FlushAsync();
                        context.Abort();
                        break;
                    default:
                        context.Response.ContentLength = ListDownload.LargestFile + 1;
                        await context.Response.Body.FlushAsync();
                        break;
                }
            }
        );
        DownloadException told = await Assert.ThrowsAsync<DownloadException>(() => Fetch(server, Patience));
        Assert.Equal(fault, told.Fault);
        Assert.Contains("The address was looked up on 2026-", told.Message, StringComparison.Ordinal);
        Assert.Contains("https://www.bis.gov", told.Message, StringComparison.Ordinal);
        Assert.Empty(new ScreeningStore(Workspace).Names);
    }

    [Fact]
    public async Task Only_encrypted_addresses_are_fetched_from_and_the_repair_is_in_words_of_the_line()
    {
        CliRun plain = await Run("screen", "lists", "get", "dpl", "--address", "http://example.org/dpl.txt");
        Assert.NotEqual(ExitCode.Ok, plain.Code);
        Assert.Contains("https://", plain.Error, StringComparison.Ordinal);
        Assert.Contains("--address", plain.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await Run("screen", "lists", "get", "dpl", "--address", "nowhere")).Code);
        Assert.Equal(ExitCode.NotFound, (await Run("screen", "lists", "get", "cls")).Code);
    }

    [Fact]
    public async Task Every_published_list_has_an_encrypted_address_terms_a_day_and_a_layout()
    {
        Assert.All(
            PublishedLists.All,
            l =>
            {
                Assert.All(l.Files, f => Assert.Equal(Uri.UriSchemeHttps, f.Address.Scheme));
                Assert.Equal(l.Layout, Rootscope.Storage.Formats.Screening.ListLayouts.Find(l.Layout).Word);
                Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", l.Checked);
                Assert.NotEmpty(l.Licence);
            }
        );
        Assert.Equal(["csl", "sdn", "un", "eu", "uk", "dpl"], PublishedLists.All.Select(l => l.Name));
        Assert.Equal(3, PublishedLists.Find("SDN").Files.Count);
        CliRun shown = await Run("screen", "lists", "get", "sdn", "--show");
        Assert.Contains("Nothing was fetched.", shown.Words, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Dpl(int records)
    {
        string[] columns =
        [
            "Name",
            "Street_Address",
            "City",
            "State",
            "Country",
            "Postal_Code",
            "Effective_Date",
            "Expiration_Date",
            "Standard_Order",
            "Last_Update",
            "Action",
            "FR_Citation",
        ];
        IEnumerable<string> rows = Enumerable
            .Range(1, records)
            .Select(i =>
                $"MADE PERSON {i}\t{i} ROAD\tTOWN\t\tUS\t1\t01/02/2024\t01/02/2034\tY\t2024-01-02\tFR NOTICE ADDED\t89 F.R. {i} 1/2/2024"
            );
        return Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(string.Join('\t', columns))) + "\r\n");
    }

    private static string Sha(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private Task<(StoredList List, IReadOnlyList<DownloadedFile> Files)> Fetch(FileServer server, TimeSpan patience)
    {
        PublishedList dpl = PublishedLists.Find("dpl");
        return ListDownload.GetAsync(
            new ScreeningStore(Workspace),
            dpl with
            {
                Files = [dpl.Files[0] with { Address = server.At("dpl.txt") }],
            },
            "dpl",
            _folder.PathOf("fetched"),
            new ListChoice(),
            patience,
            progress: null,
            TestContext.Current.CancellationToken
        );
    }

    private Task<CliRun> Get(FileServer server, params string[] more) =>
        Run(["screen", "lists", "get", "dpl", "--address", server.At("dpl.txt").AbsoluteUri, .. more]);

    private Task<CliRun> Run(params string[] words) => CliRun.Of([.. words, "--workspace", Workspace]);
}

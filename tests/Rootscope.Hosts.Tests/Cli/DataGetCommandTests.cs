using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rootscope.Cli.Options;
using Rootscope.Hosts.Tests.Storage.Downloads;
using Rootscope.Hosts.Tests.Storage.Formats;
using Rootscope.Storage;
using Rootscope.Storage.Downloads;
using Rootscope.Storage.Formats;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>Data is fetched when somebody asks for it: listed, downloaded, checked, kept and imported, or nothing has changed.</summary>
public sealed class DataGetCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Sources => [.. DownloadSources.All.Select(s => s.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sources_are_listed_with_licence_size_and_date()
    {
        CliRun run = await CliRun.Of("data", "get");
        Assert.Equal(ExitCode.Ok, run.Code);
        foreach (
            string word in new[] { "exiobase3", "CC BY-SA 4.0", "2021-10", "wiod2013", "292", "Etalab Open Licence 2.0", "natural-earth" }
        )
        {
            Assert.Contains(word, run.Words, StringComparison.Ordinal);
        }

        CliRun near = await CliRun.Of("data", "get", "exiobase", "--show");
        Assert.Equal(ExitCode.NotFound, near.Code);
        Assert.Contains("Nearest: exiobase3", near.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_source_has_safe_addresses_a_page_a_licence_a_layout_that_is_read_and_years_without_gaps(string name)
    {
        DownloadSource source = DownloadSources.Find(name);
        Assert.NotEmpty(source.Licence);
        Assert.Equal(Uri.UriSchemeHttps, source.Page.Scheme);
        Assert.True(
            source.Layout is null
                || TableFormats.Known.Find(source.Layout) is not null
                || TradeFormats.Known.Find(source.Layout) is not null
        );
        Assert.True(source.Layout is not null || source.Note is not null, "what is not imported says how to go on");
        foreach (SourceFile file in source.Files.Select(f => f.Of(f.LastYear)))
        {
            Assert.Equal(Uri.UriSchemeHttps, new Uri(file.Address).Scheme);
            Assert.True(file.Record is null || new Uri(file.Record).Scheme == Uri.UriSchemeHttps);
            Assert.DoesNotContain('{', file.Name + file.Address + file.Record);
            Assert.Equal(file.Name, Path.GetFileName(file.Name));
        }

        for (int? year = source.FirstYear; year <= source.LastYear; year++)
        {
            Assert.NotNull(source.FileFor(year));
        }
    }

    [Fact]
    public async Task A_table_is_fetched_checked_kept_and_imported()
    {
        byte[] archive = Archive();
        await using FileServer server = await FileServer.StartAsync(
            (c, n) => FileServer.GiveAsync(c, archive, most: n == 1 ? 400 : int.MaxValue)
        );
        CliRun run = await Get("icio-2025", "--year", "2020", "--address", server.At("2016-2022_SML.zip").AbsoluteUri);
        Assert.True(run.Code == ExitCode.Ok, run.Error);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(archive)), run.Words, StringComparison.Ordinal);
        Assert.Contains("no hash of it is published", run.Words, StringComparison.Ordinal);
        Assert.Equal(["", "bytes=400-"], server.Ranges);
        string[] kept = Directory.GetFiles(_folder.PathOf("workspace/downloads"));
        Assert.Equal(["ICIO2025_2016-2022_SML.zip"], kept.Select(Path.GetFileName));
        CliRun shown = await CliRun.Of("data", "show", "icio-2025-2020", "--workspace", _folder.PathOf("workspace"));
        Assert.Equal(ExitCode.Ok, shown.Code);

        CliRun again = await Get("icio-2025", "--year", "2020", "--address", server.At("2016-2022_SML.zip").AbsoluteUri);
        Assert.Equal(ExitCode.Usage, again.Code);
        Assert.Contains("--replace", again.Error, StringComparison.Ordinal);
        Assert.Equal(2, server.Ranges.Count);
    }

    [Fact]
    public async Task Trade_is_fetched_and_the_year_asked_for_is_imported()
    {
        byte[] archive = Zip(
            ("BACI_HS17_Y2023_V202601.csv", "t,i,j,k,v,q\n2023,156,276,854231,7,1\n"),
            ("BACI_HS17_Y2024_V202601.csv", "t,i,j,k,v,q\n2024,156,276,854231,9,1\n"),
            ("country_codes_V202601.csv", "country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n276,Germany,DE,DEU\n")
        );
        await using FileServer server = await FileServer.StartAsync((c, _) => FileServer.GiveAsync(c, archive));
        CliRun run = await Get("baci-hs17", "--year", "2024", "--address", server.At("b.zip").AbsoluteUri, "-f", "json");
        Assert.True(run.Code == ExitCode.Ok, run.Error);
        Assert.Contains("\"firstYear\": 2024", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_is_asked_for_length_and_hash_and_held_to_them()
    {
        byte[] file = Archive();
        string hash = Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, file));
        await using FileServer server = await FileServer.StartAsync(
            (c, _) =>
                c.Request.Path.Value switch
                {
                    "/good" => c.Response.WriteAsync($$"""{"key":"a.zip","size":{{file.Length}},"checksum":"md5:{{hash}}"}"""),
                    "/poor" => c.Response.WriteAsync("""{"key":"a.zip","size":"many"}"""),
                    _ => FileServer.GiveAsync(c, file),
                }
        );
        (long size, FileHash published) = await PublishedChecks.AskAsync(server.At("good"), TestContext.Current.CancellationToken);
        Assert.Equal((file.Length, $"md5:{hash}"), (size, published.ToString()));
        DownloadException poor = await Assert.ThrowsAsync<DownloadException>(() =>
            PublishedChecks.AskAsync(server.At("poor"), TestContext.Current.CancellationToken)
        );
        Assert.Equal(DownloadFault.Differs, poor.Fault);
    }

    [Fact]
    public async Task A_stale_address_says_where_to_look_and_what_to_do()
    {
        await using FileServer server = await FileServer.StartAsync(
            (c, _) =>
            {
                c.Response.StatusCode = 404;
                return Task.CompletedTask;
            }
        );
        CliRun run = await Get("figaro", "--year", "2020", "--address", server.At("gone.csv").AbsoluteUri);
        Assert.Equal(ExitCode.NotFound, run.Code);
        foreach (string word in new[] { "404", "ec.europa.eu/eurostat", "--address", "rootscope data add figaro FILE --name figaro-2020" })
        {
            Assert.Contains(word, run.Error, StringComparison.Ordinal);
        }

        Assert.False(
            Directory.Exists(_folder.PathOf("workspace/downloads")) && Directory.GetFiles(_folder.PathOf("workspace/downloads")).Length > 0
        );
    }

    [Fact]
    public async Task What_is_asked_for_and_cannot_be_is_refused_before_anything_is_fetched()
    {
        foreach (
            (string[] words, int code, string told) in new[]
            {
                (["icio-2025", "--year", "1990"], ExitCode.Usage, "1995 to 2022"),
                (["natural-earth", "--year", "1990"], ExitCode.Usage, "has no years"),
                (["icio-2025", "--name", "usa-2017"], ExitCode.Usage, "embedded"),
                (["icio-2025", "--address", "nonsense"], ExitCode.Usage, "is no address"),
                (["icio-2025", "--address", "http://rootscope.invalid/a.zip"], ExitCode.Usage, "https://"),
                (new[] { "icio-2025", "--address", "file:///etc/hostname" }, ExitCode.Usage, "https://"),
            }
        )
        {
            CliRun run = await Get(words);
            Assert.Equal(code, run.Code);
            Assert.Contains(told, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_full_disk_is_named_and_what_has_come_is_gone_on_with()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "limits of files are set by a shell");
        var file = new byte[2_000_000];
        new Random(5).NextBytes(file);
        await using FileServer server = await FileServer.StartAsync((c, _) => FileServer.GiveAsync(c, file));
        string[] words = ["data", "get", "natural-earth", "--address", server.At("ne.zip").AbsoluteUri];
        var process = new CommandProcess(_folder.Root, _folder.PathOf("workspace"));
        CliRun full = await process.Run(words, shellPrefix: "export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 1000");
        Assert.NotEqual(ExitCode.Ok, full.Code);
        Assert.Contains("cannot be written", full.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.PathOf("workspace/downloads/ne_110m_admin_0_countries.zip.part")));

        CliRun rest = await process.Run(words);
        Assert.True(rest.Code == ExitCode.Ok, rest.Error);
        Assert.Equal(file, await File.ReadAllBytesAsync(_folder.PathOf("workspace/downloads/ne_110m_admin_0_countries.zip")));
        Assert.StartsWith("bytes=", server.Ranges.Last(), StringComparison.Ordinal);
    }

    private static byte[] Archive() => Zip(("2019_SML.csv", "V1,OUT\n"), ("2020_SML.csv", IcioTexts.Regular));

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private Task<CliRun> Get(params string[] words) => CliRun.Of(["data", "get", .. words, "--workspace", _folder.PathOf("workspace")]);
}

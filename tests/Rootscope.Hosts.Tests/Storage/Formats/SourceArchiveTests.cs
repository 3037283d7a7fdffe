using System.IO.Compression;
using System.Text;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>
/// A table may come as the ZIP file it was published in; an archive that could do harm is refused, and nothing of any is left behind.
/// </summary>
public sealed class SourceArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. LayoutFiles.All.Select(l => l.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_layout_is_read_from_an_archive_as_from_its_files(string name)
    {
        LayoutFiles files = LayoutFiles.Of(name);
        string[] paths = files.WriteTo(_folder);
        string archive = Zip("table_2011.zip", [.. files.Files, ("__MACOSX/._x", "x"), ("folder/", string.Empty)]);
        Assert.Equal(Read(files.Layout, paths).ContentHash, Read(files.Layout, archive).ContentHash);
    }

    [Fact]
    public void One_year_of_an_archive_of_many_is_taken_by_its_year()
    {
        string archive = Zip(
            "1995-2011.zip",
            [("wiot2010.csv", SmallTables.Wiod), ("deep/er/wiot2011.csv", SmallTables.Wiod), ("README.txt", "about")]
        );
        Assert.Equal(2010, Read("wiod2013", archive, 2010).Metadata.Year);
        TableException e = Refused("wiod2013", archive, year: null);
        Assert.Equal(archive, e.Place);
        Assert.Contains("wiot2010.csv", e.Message, StringComparison.Ordinal);
        Assert.Contains("option year", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_a_file_of_an_archive_names_the_archive_the_file_and_the_line()
    {
        string archive = Zip(
            "small.zip",
            [("small_2020.csv", SmallTables.Nbs.Replace("30,40,70,", "30,n/a,70,", StringComparison.Ordinal))]
        );
        TableException e = Refused("nbs", archive);
        Assert.StartsWith(archive, e.Place, StringComparison.Ordinal);
        Assert.Contains("small_2020.csv, line 3", e.Place, StringComparison.Ordinal);
        Assert.DoesNotContain("rootscope-unpacked", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../small_2020.csv")]
    [InlineData("a/../../small_2020.csv")]
    [InlineData("/etc/small_2020.csv")]
    [InlineData("..\\small_2020.csv")]
    [InlineData("C:\\small_2020.csv")]
    public void A_name_that_leads_out_of_the_archive_is_refused_and_nothing_is_written(string name)
    {
        TableException e = Refused("nbs", Zip("slip.zip", [(name, SmallTables.Nbs)]));
        Assert.Contains("leads out of", e.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Root));
    }

    [Theory]
    [InlineData("inner.zip", "is an archive itself")]
    [InlineData("table.7z", "is an archive itself")]
    [InlineData("SMALL_2020.CSV", "is there twice")]
    public void An_archive_within_and_a_file_that_is_there_twice_are_refused(string second, string told) =>
        Assert.Contains(
            told,
            Refused("nbs", Zip("odd.zip", [("small_2020.csv", SmallTables.Nbs), (second, "x")])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_encrypted_archive_is_refused_with_what_to_do()
    {
        byte[] bytes = File.ReadAllBytes(Zip("small.zip", [("small_2020.csv", SmallTables.Nbs)]));
        foreach (
            byte[] signature in (byte[][])
                [
                    [0x50, 0x4B, 0x03, 0x04],
                    [0x50, 0x4B, 0x01, 0x02],
                ]
        )
        {
            int flags = bytes.AsSpan().IndexOf(signature) + (signature[2] == 3 ? 6 : 8);
            bytes[flags] |= 1;
        }

        File.WriteAllBytes(_folder.PathOf("locked.zip"), bytes);
        Assert.Contains("with its password", Refused("nbs", _folder.PathOf("locked.zip")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_refused()
    {
        string path = _folder.PathOf("link.zip");
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            ZipArchiveEntry entry = archive.CreateEntry("small_2020.csv");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using Stream stream = entry.Open();
            stream.Write("/etc/passwd"u8);
        }

        Assert.Contains("is a link", Refused("nbs", path).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_is_made_to_fill_the_disk_is_refused_before_it_is_unpacked()
    {
        string path = _folder.PathOf("bomb.zip");
        using (ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using Stream stream = archive.CreateEntry("small_2020.csv", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++)
            {
                stream.Write(zeros);
            }
        }

        Assert.Contains("times its own size", Refused("nbs", path).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public void An_archive_that_holds_more_or_less_than_it_claims_is_refused(int difference)
    {
        byte[] bytes = File.ReadAllBytes(Zip("small.zip", [("small_2020.csv", SmallTables.Nbs)]));
        int size = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24;
        BitConverter.TryWriteBytes(bytes.AsSpan(size, 4), BitConverter.ToInt32(bytes, size) + difference);
        File.WriteAllBytes(_folder.PathOf("lying.zip"), bytes);
        Refused("nbs", _folder.PathOf("lying.zip"));
    }

    [Fact]
    public void An_archive_that_is_cut_off_or_empty_is_refused()
    {
        byte[] bytes = File.ReadAllBytes(Zip("small.zip", [("small_2020.csv", SmallTables.Nbs)]));
        File.WriteAllBytes(_folder.PathOf("cut.zip"), bytes[..(bytes.Length / 2)]);
        Assert.Contains("cut off", Refused("nbs", _folder.PathOf("cut.zip")).Message, StringComparison.Ordinal);
        Assert.Contains("empty archive", Refused("nbs", Zip("empty.zip", [])).Message, StringComparison.Ordinal);
        Assert.Contains("no file of data", Refused("nbs", Zip("papers.zip", [("a.pdf", "x")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_cannot_be_read_is_told_as_one_with_what_to_do() =>
        Assert.Contains(
            "is a workbook",
            Refused("nbs", Zip("book.xlsx", [("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_archive_spoilt_in_any_byte_is_read_or_refused()
    {
        byte[] sound = File.ReadAllBytes(Zip("small_2020.zip", [("small_2020.csv", SmallTables.Nbs), ("note.txt", "about")]));
        var random = new Random(7);
        string path = _folder.PathOf("spoilt_2020.zip");
        for (int trial = 0; trial < 500; trial++)
        {
            byte[] spoilt = [.. sound];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, random.Next(4) == 0 ? spoilt[..random.Next(4, spoilt.Length)] : spoilt);
            try
            {
                Read("nbs", path);
            }
            catch (TableException e)
            {
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_command_line_checks_and_imports_an_archive()
    {
        string archive = Zip("small_2020.zip", [("small_2020.csv", SmallTables.Nbs)]);
        string workspace = _folder.PathOf("workspace");
        foreach (
            string[] words in new string[][]
            {
                ["check", archive],
                ["check", archive, "--layout", "nbs"],
                ["add", "nbs", archive, "--name", "own"],
            }
        )
        {
            CliRun run = await CliRun.Of(["data", .. words, "--workspace", workspace]);
            Assert.Equal((ExitCode.Ok, string.Empty), (run.Code, run.Error));
        }
    }

    [Fact]
    public async Task What_was_unpacked_is_gone_afterwards_whatever_the_outcome()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "names the folder for temporary files as Unix does");
        string temporary = Directory.CreateDirectory(_folder.PathOf("temporary")).FullName;
        var process = new CommandProcess(_folder.Root, _folder.PathOf("workspace"));
        foreach ((string text, int code) in new[] { (SmallTables.Nbs, ExitCode.Ok), ("no table", ExitCode.BadData) })
        {
            string archive = Zip($"small_2020-{code}.zip", [("small_2020.csv", text)]);
            CliRun run = await process.Run(
                ["data", "add", "nbs", archive, "--name", $"own-{code}"],
                shellPrefix: $"export TMPDIR='{temporary}'"
            );
            Assert.Equal(code, run.Code);
            Assert.DoesNotContain(Directory.GetDirectories(temporary), d => d.Contains("unpacked", StringComparison.Ordinal));
        }
    }

    private static FlowTable Read(string layout, string path, int? year = 2011) => Read(layout, [path], year);

    private static FlowTable Read(string layout, string[] paths, int? year = 2011) =>
        TableFormats.Known.Read(layout, paths, "own", year, country: "AUS");

    private static TableException Refused(string layout, string path, int? year = 2011)
    {
        TableException e = Assert.Throws<TableException>(() => Read(layout, path, year));
        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        return e;
    }

    private string Zip(string name, IReadOnlyList<(string Name, string Text)> files)
    {
        string path = _folder.PathOf(name);
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string file, string text) in files)
        {
            using Stream stream = archive.CreateEntry(file).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }
}

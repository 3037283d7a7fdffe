using System.Diagnostics;
using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>
/// Whatever is done to the bytes of a source, a reader gives a table or a fault of the data that says where and ends as a sentence.
/// </summary>
public class FuzzTests
{
    private const int Usual = 300;

    /// <summary>A format that is read by opening a database takes ten times as long as one that is text.</summary>
    private const int UsualOfDatabase = 60;
    private const int Seed = 20_260_725;

    /// <summary>An example has some kilobytes: a reader that takes longer hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly string[] Pieces =
    [
        "",
        ",",
        "\"",
        "\n",
        "\n\n",
        "-",
        "1e400",
        "1e308",
        "NaN",
        "0",
        "01",
        "\t",
        "\t\t",
        "_",
        "OUT",
        "VA",
        "TLS",
        "ROW",
        "W2_D1",
        "AUS_",
        "CN1_",
        "region",
        "sector",
        "\0",
        "\r",
        "é",
        "\uFFFD",
        "999999999999999999999",
        "-1e9",
        " ",
        "TOT",
        "DOM_",
        "GO",
        "F010",
        "Origin",
        "obsValue",
        ";",
    ];

    public static TheoryData<string> Names => [.. FuzzSource.All.Select(l => l.Name)];

    /// <summary>Mutated inputs for a reader: the usual number, or what ROOTSCOPE_FUZZ says.</summary>
    private static int CountFor(FuzzSource source) =>
        int.TryParse(Environment.GetEnvironmentVariable("ROOTSCOPE_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
        : source.IsSlow || source.Format == "parquet" ? UsualOfDatabase
        : Usual;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_spoilt_source_is_read_or_refused_and_never_breaks_a_reader(string name)
    {
        var sound = FuzzSource.Of(name);
        var random = new Random(Seed);
        using var folder = new TemporaryFolder();
        string[] paths = sound.WriteTo(folder);
        sound.Read(paths);
        int count = CountFor(sound);
        int refused = 0;
        for (int trial = 0; trial < count; trial++)
        {
            int file = random.Next(sound.Files.Count);
            string spoilt = Spoilt(sound.Files[file].Text, random);
            string changed = Path.Combine(folder.Root, sound.Files[file].File);
            File.WriteAllText(changed, spoilt, sound.Encoding);
            long began = Stopwatch.GetTimestamp();
            try
            {
                sound.Read(paths);
            }
            catch (TableException e)
            {
                refused++;
                Assert.NotEmpty(e.Place);
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
            }
            catch (Exception e)
            {
                Assert.Fail($"{name}, trial {trial}, file {sound.Files[file].File}: {e}\n{spoilt}");
            }

            File.WriteAllText(changed, sound.Files[file].Text, sound.Encoding);
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Longest);
        }

        Assert.InRange(refused, count / 10, count);
        TestContext.Current.SendDiagnosticMessage($"{name}: {count} mutated inputs, {refused} refused");
    }

    private static string Spoilt(string text, Random random)
    {
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(text.Length + 1);
            int cut = Math.Min(text.Length - at, random.Next(0, 13));
            text = random.Next(8) switch
            {
                0 => text[..at],
                1 => SwappedLines(text, random),
                2 => RepeatedLine(text, random),
                3 => string.Concat(text.AsSpan(0, at), ((char)random.Next(1, 256)).ToString(), text.AsSpan(at + cut)),
                _ => string.Concat(text.AsSpan(0, at), Pieces[random.Next(Pieces.Length)], text.AsSpan(at + cut)),
            };
        }

        return text;
    }

    private static string SwappedLines(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int a = random.Next(lines.Length);
        int b = random.Next(lines.Length);
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return string.Join('\n', lines);
    }

    private static string RepeatedLine(string text, Random random)
    {
        var lines = new List<string>(text.Split('\n'));
        lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)]);
        return string.Join('\n', lines);
    }
}

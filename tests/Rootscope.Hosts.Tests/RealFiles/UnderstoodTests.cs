using System.Globalization;
using System.Text;
using Rootscope.Storage.Formats;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.RealFiles;

/// <summary>
/// The page "what is understood" is what readers did with a table written in each of these ways; ROOTSCOPE_APPROVE=1 writes it anew.
/// </summary>
public sealed class UnderstoodTests : IDisposable
{
    private const string Begin = "<!-- understood: written by ROOTSCOPE_APPROVE=1 dotnet run eng/test.cs -- Understood -->";
    private const string End = "<!-- end of understood -->";

    private const string Mapping =
        "layout: wide\nrows: { code: code, name: name }\nregion: { code: XXA, name: X }\ntitle: B\nyear: 2020\ncurrency: USD\nscale: "
        + "1000000\n"
        + "unit: million USD\nsource: x\nlicence: CC BY 4.0\nfinal_demand:\n  - { code: F, name: Households, kind: households }\n";

    private static readonly double[] Figures = [1234.5678, 0.1, 2000000.125, 3.75];

    /// <summary>Encodings with names that are written in them.</summary>
    private static readonly (string Name, Encoding Encoding, string First, string Second)[] Encodings =
    [
        ("UTF-8", new UTF8Encoding(false), "农业产品", "Möbel"),
        ("UTF-8 with mark", new UTF8Encoding(true), "农业产品", "Möbel"),
        ("UTF-16, little end first, with mark", new UnicodeEncoding(false, true), "农业产品", "Möbel"),
        ("UTF-16, big end first, with mark", new UnicodeEncoding(true, true), "农业产品", "Möbel"),
        ("UTF-16 without mark", new UnicodeEncoding(false, false), "农业产品", "Möbel"),
        ("GB18030 (GBK, GB2312)", Page(54936), "农业产品和服务", "煤炭采选产品"),
        ("Big5", Page(950), "農業產品和服務", "煤炭採選產品"),
        ("Shift-JIS", Page(932), "農業と食料", "機械とサービス"),
        ("Windows-1252 (Latin-1)", Page(1252), "Möbel", "Café"),
        ("Windows-1251 (Cyrillic)", Page(1251), "Сельское хозяйство", "Машиностроение"),
    ];

    private static readonly (string Name, char Delimiter, bool Comma)[] Writings =
    [
        ("`,` and 1.5", ',', false),
        ("`;` and 1.5", ';', false),
        ("tab and 1.5", '\t', false),
        ("bar and 1.5", '|', false),
        ("`;` and 1,5", ';', true),
        ("tab and 1,5", '\t', true),
        ("bar and 1,5", '|', true),
    ];

    /// <summary>What else files have, with a text of its own each.</summary>
    private static readonly (string What, string Keys, Func<string> Text)[] Forms =
    [
        ("lines end with carriage return and line feed", "", () => Plain().Replace("\n", "\r\n", StringComparison.Ordinal)),
        ("a first line `sep=;`", "", () => "sep=;\n" + Written(';', comma: false, "a1", "b1")),
        (
            "every cell in quotes",
            "",
            () =>
                string.Join('\n', Plain().Trim().Split('\n').Select(l => $"\"{l.Replace(",", "\",\"", StringComparison.Ordinal)}\"")) + "\n"
        ),
        ("a delimiter within quotes", "", () => Written(',', comma: false, "\"Farms, forests\"", "b1")),
        ("quotes within quotes", "", () => Written(',', comma: false, "\"the \"\"old\"\" one\"", "b1")),
        (
            "a delimiter at the end of every row",
            "",
            () => string.Join('\n', Plain().Trim().Split('\n').Select((l, k) => k == 0 ? l : l + ",")) + "\n"
        ),
        ("empty lines at the end", "", () => Plain() + "\n\n"),
        ("lines of delimiters alone at the end", "", () => Plain() + ",,,,\n,,,,\n"),
        ("an empty line between rows", "", () => Plain().Replace("\nb,", "\n\nb,", StringComparison.Ordinal)),
        ("lines that begin with #", "", () => "# made by a program\n" + Plain()),
        ("no line end after the last row", "", () => Plain().TrimEnd('\n')),
        ("spaces around cells", "", () => Plain().Replace(",", " , ", StringComparison.Ordinal)),
        ("thousands as 1,234.5678 in quotes", "", () => Plain().Replace("1234.5678", "\"1,234.5678\"", StringComparison.Ordinal)),
        (
            "thousands as 1.234,5678 between semicolons",
            "",
            () => Written(';', comma: true, "a1", "b1").Replace("1234,5678", "1.234,5678", StringComparison.Ordinal)
        ),
        (
            "thousands as 1 234,5678 between semicolons",
            "",
            () => Written(';', comma: true, "a1", "b1").Replace("1234,5678", "1 234,5678", StringComparison.Ordinal)
        ),
        ("thousands as 1'234.5678", "", () => Plain().Replace("1234.5678", "1'234.5678", StringComparison.Ordinal)),
        ("1.234E3 in the place of a figure", "", () => Plain().Replace("1234.5678", "1.2345678E3", StringComparison.Ordinal)),
        ("a figure that may be 1234 or 1.234, and nothing that tells", "", () => "code;name;a;b;F\na;x;1.234;2.345;30\nb;y;3;4;50\n"),
        ("the same, with `decimal: \".\"` in the mapping", "decimal: \".\"\n", () => "code;name;a;b;F\na;x;1.234;2.345;30\nb;y;3;4;50\n"),
        ("a word in the place of a figure", "", () => Plain().Replace("1234.5678", "many", StringComparison.Ordinal)),
        ("a row with a cell too few", "", () => Plain().Replace(",1000\n", "\n", StringComparison.Ordinal)),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_page_says_is_understood_is()
    {
        string file = Path.Combine(SharedData.RepositoryRoot(), "docs", "data", "understood.md");
        string page = File.ReadAllText(file);
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = page.IndexOf(End, StringComparison.Ordinal);
        string expected = $"\n\n{string.Join('\n', Matrix())}\n\n{string.Join('\n', Others())}\n\n";
        if (Environment.GetEnvironmentVariable("ROOTSCOPE_APPROVE") == "1")
        {
            File.WriteAllText(file, page[..from] + expected + page[to..]);
        }
        else
        {
            Assert.Equal(expected, page[from..to]);
        }
    }

    private static Encoding Page(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    private static string Plain() => Written(',', comma: false, "a1", "b1");

    private static string Written(char delimiter, bool comma, string first, string second)
    {
        string Figure(double x) => x.ToString("R", CultureInfo.InvariantCulture).Replace(".", comma ? "," : ".", StringComparison.Ordinal);
        string Line(params string[] cells) => string.Join(delimiter, cells) + "\n";
        return Line("code", "name", "a", "b", "F")
            + Line("a", first, Figure(Figures[0]), Figure(Figures[1]), "3000000")
            + Line("b", second, Figure(Figures[2]), Figure(Figures[3]), "1000");
    }

    private IEnumerable<string> Matrix()
    {
        yield return $"| encoding | {string.Join(" | ", Writings.Select(w => w.Name))} |";
        yield return $"| --- |{string.Concat(Writings.Select(_ => " --- |"))}";
        foreach ((string name, Encoding encoding, string first, string second) in Encodings)
        {
            IEnumerable<string> cells = Writings.Select(w =>
                Read(Written(w.Delimiter, w.Comma, first, second), encoding, string.Empty) is not { } table ? "refused"
                : !table.Flows.ToArray().SequenceEqual(Figures) ? "other figures"
                : table.Sectors.Industries.Select(i => i.Name).SequenceEqual([first, second]) ? "yes"
                : "other names"
            );
            yield return $"| {name} | {string.Join(" | ", cells)} |";
        }
    }

    private IEnumerable<string> Others()
    {
        yield return "| what a file has | what is done |";
        yield return "| --- | --- |";
        foreach ((string what, string keys, Func<string> text) in Forms)
        {
            string done;
            try
            {
                done =
                    Read(text(), new UTF8Encoding(false), keys, refuses: true) is { } table && table.Flows.ToArray().SequenceEqual(Figures)
                        ? "read, to the same bits"
                        : "read";
            }
            catch (TableException e)
            {
                string place = e.Place.Contains(", line ", StringComparison.Ordinal)
                    ? e.Place[(e.Place.LastIndexOf(", line ", StringComparison.Ordinal) + 2)..]
                    : "the file";
                done = $"refused ({place}): {e.Fault}".Replace("|", "\\|", StringComparison.Ordinal);
            }

            yield return $"| {what} | {done} |";
        }
    }

    private FlowTable? Read(string text, Encoding encoding, string keys, bool refuses = false)
    {
        string path = _folder.PathOf("t_2020.csv");
        File.WriteAllText(path, text, encoding);
        try
        {
            return TableFormats.Known.Read("mapped", [_folder.Write("map.yaml", Mapping + keys), path], "t");
        }
        catch (TableException) when (!refuses)
        {
            return null;
        }
    }
}

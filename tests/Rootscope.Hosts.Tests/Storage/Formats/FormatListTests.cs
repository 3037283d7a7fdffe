using Rootscope.Storage.Formats;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>What is written about formats elsewhere is what the lists of formats say.</summary>
public class FormatListTests
{
    private const string Begin = "<!-- formats: written by ROOTSCOPE_APPROVE=1 dotnet run eng/test.cs -- FormatList -->";
    private const string End = "<!-- end of formats -->";

    [Fact]
    public void The_table_of_formats_in_the_documentation_is_that_of_the_program()
    {
        string file = Path.Combine(SharedData.RepositoryRoot(), "docs", "data", "README.md");
        string page = File.ReadAllText(file);
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = page.IndexOf(End, StringComparison.Ordinal);
        string expected = $"\n\n{string.Join('\n', Rows())}\n\n";
        if (Environment.GetEnvironmentVariable("ROOTSCOPE_APPROVE") == "1")
        {
            File.WriteAllText(file, page[..from] + expected + page[to..]);
        }
        else
        {
            Assert.Equal(expected, page[from..to]);
        }
    }

    [Fact]
    public void Every_format_has_a_page_that_names_it() =>
        Assert.All(
            TableFormats.Known.All.Select(f => (f.Word, f.Page)).Concat(TradeFormats.Known.All.Select(f => (f.Word, f.Page))),
            f =>
                Assert.Contains(
                    f.Word,
                    File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "data", f.Page)),
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void Every_format_has_a_small_example_that_is_read_and_spoilt() =>
        Assert.Equal(
            TableFormats.Known.Words.Concat(TradeFormats.Known.Words).Order(StringComparer.Ordinal),
            FuzzSource.All.Select(s => s.Format).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Words_are_plain_and_every_format_says_what_it_is() =>
        Assert.All(
            TableFormats.Known.All,
            f =>
            {
                Assert.Matches("^[a-z][a-z0-9-]*$", f.Word);
                Assert.All(
                    [f.Title, f.Shape, f.InChinese, f.Licence],
                    text => Assert.False(string.IsNullOrWhiteSpace(text) || text.EndsWith('.'), $"{f.Word}: '{text}'")
                );
                Assert.NotEmpty(f.Suffixes);
                Assert.All(f.Suffixes, s => Assert.Matches("^\\.[a-z0-9]+$", s));
            }
        );

    private static IEnumerable<string> Rows()
    {
        yield return "| layout | whose tables | files | licence | page |";
        yield return "| --- | --- | --- | --- | --- |";
        foreach (var f in TableFormats.Known.All)
        {
            yield return $"| `{f.Word}` | {f.Title} | {f.Shape} | {f.Licence} | [{f.Page}]({f.Page}) |";
        }

        foreach (var f in TradeFormats.Known.All)
        {
            yield return $"| `{f.Word}` | {f.Title} | {f.Shape} | {f.Licence} | [{f.Page}]({f.Page}) |";
        }
    }
}

using Rootscope.Shocks.Kinds;
using Rootscope.Storage.Formats;

namespace Rootscope.Tests.Conventions;

/// <summary>
/// A new root measure, kind of shock, format of tables or page touches at most four files: the pages under docs/how-to say which, and those
/// that are there stand in no other.
/// </summary>
public class FewFilesTests
{
    private const int MostFiles = 4;

    private const string Measures = "src/Rootscope/Roots/Measures/";

    private static readonly Dictionary<string, HashSet<string>> Sources = Repository
        .Files(".cs", ".razor")
        .Where(f => f.StartsWith("src/", StringComparison.Ordinal))
        .ToDictionary(f => f, f => Repository.WordsOf(f).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static TheoryData<string> Pages => ["add-a-root-measure.md", "add-a-shock-kind.md", "add-a-table-format.md", "add-a-page.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_names_at_most_four_files_and_each_is_where_it_says(string page)
    {
        string[][] rows =
        [
            .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "how-to", page))
                .Where(l =>
                    l.StartsWith("| `src/", StringComparison.Ordinal)
                    || l.StartsWith("| `tests/", StringComparison.Ordinal)
                    || l.StartsWith("| `docs/", StringComparison.Ordinal)
                )
                .Select(l => l.Split('|', StringSplitOptions.TrimEntries)),
        ];
        Assert.InRange(rows.Length, 2, MostFiles);
        foreach (string[] row in rows)
        {
            string file = row[1].Trim('`');
            int made = file.IndexOf("Your", StringComparison.Ordinal);
            Assert.Equal(made >= 0, row[2].StartsWith("new: ", StringComparison.Ordinal));
            string there = Path.Combine(Repository.Root, made < 0 ? file : file[..file.LastIndexOf('/', made)]);

            // The tests of a subject may be the first in their folder.
            bool isThere = made < 0 ? File.Exists(there) : Directory.Exists(there) || Directory.Exists(Path.GetDirectoryName(there));
            Assert.True(isThere, $"docs/how-to/{page} names {file}, which is not there");
        }
    }

    [Fact]
    public void A_root_measure_is_one_file_and_a_line_of_the_registry()
    {
        string[] files =
        [
            .. Sources.Keys.Where(f =>
                f.StartsWith(Measures, StringComparison.Ordinal)
                && f.EndsWith("Measure.cs", StringComparison.Ordinal)
                && f != Measures + "RootMeasure.cs"
            ),
        ];
        Assert.True(files.Length > 4);
        Assert.All(
            files,
            f =>
                Assert.Equal(
                    new[] { f, Measures + "RootMeasures.cs" }.Order(StringComparer.Ordinal),
                    Naming(Path.GetFileNameWithoutExtension(f))
                )
        );
    }

    [Fact]
    public void A_kind_of_shock_is_two_files_and_a_line_of_the_registry()
    {
        const string Kinds = "src/Rootscope/Shocks/Kinds/";
        foreach (Type kind in ShockKinds.Default.All.Select(k => k.GetType()))
        {
            string shock = kind.Name.Replace("Kind", "Shock", StringComparison.Ordinal);
            string folder = $"{Kinds}{kind.Namespace!.Split('.')[^1]}/";
            string[] expected = [$"{folder}{kind.Name}.cs", $"{folder}{shock}.cs", Kinds + "ShockKinds.cs"];
            Assert.Equal(expected.Order(StringComparer.Ordinal), Naming(kind.Name).Union(Naming(shock)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_format_of_tables_is_named_in_its_file_and_in_the_list_alone()
    {
        const string Formats = "src/Rootscope.Storage/Formats/";
        Assert.All(
            TableFormats.Known.All.Select(f => f.GetType()),
            format => Assert.Equal(Both($"{Formats}{format.Namespace!.Split('.')[^1]}/{format.Name}.cs"), Naming(format.Name))
        );

        static IEnumerable<string> Both(string file) => new[] { file, Formats + "TableFormats.cs" }.Order(StringComparer.Ordinal);
    }

    /// <summary>The sources that name a type, in order.</summary>
    private static IEnumerable<string> Naming(string type) =>
        Sources.Where(s => s.Value.Contains(type)).Select(s => s.Key).Order(StringComparer.Ordinal);
}

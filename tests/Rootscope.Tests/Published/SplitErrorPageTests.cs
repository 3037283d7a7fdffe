using System.Globalization;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Splitting;

namespace Rootscope.Tests.Published;

/// <summary>The error table of docs/methods/technology-split.md is the one that the code gives today.</summary>
public class SplitErrorPageTests
{
    [Fact]
    public void The_documented_errors_are_the_computed_ones()
    {
        IReadOnlyList<SplitError> errors = Errors();
        Assert.True(errors.Count >= 10);
        string[] expected = [.. errors.Select(RowOf), RowOf(Mean(errors))];
        string[] page = File.ReadAllLines(Path.Combine(SharedData.RepositoryRoot(), "docs", "methods", "technology-split.md"));
        string[] found =
        [
            .. page.SkipWhile(l => !l.StartsWith("## Errors", StringComparison.Ordinal))
                .SkipWhile(l => !l.StartsWith("| ", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(l => l.StartsWith("| ", StringComparison.Ordinal)),
        ];
        Assert.True(expected.SequenceEqual(found), $"The table should read:\n{string.Join('\n', expected)}");
    }

    internal static IReadOnlyList<SplitError> Errors() =>
        SplitValidation.Of(
            EmbeddedTables.Read("china-2020"),
            ConcordanceLibrary.Read("nbs2020-nbs42"),
            EmbeddedTables.Read("usa-2017"),
            ConcordanceLibrary.Read("bea2017-nbs2020")
        );

    private static SplitError Mean(IReadOnlyList<SplitError> e) =>
        new(
            "all",
            "mean",
            e.Sum(x => x.Parts),
            e.Average(x => x.RowError),
            e.Average(x => x.ColumnError),
            e.Average(x => x.RowBaseline),
            e.Average(x => x.ColumnBaseline)
        );

    private static string RowOf(SplitError e) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {e.Parent} {e.Name} | {e.Parts} | {e.RowError:0.00} | {e.RowBaseline:0.00} | {e.ColumnError:0.00} | "
                + $"{e.ColumnBaseline:0.00} |"
        );
}

using System.Globalization;
using Rootscope.Accounts.Paths;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Tables;

namespace Rootscope.Answers.Accounts;

/// <summary>Structural paths as a report; docs/schema/accounts.md describes the columns.</summary>
internal static class PathsReport
{
    /// <summary>A path with its place, and what it covers with those above it; null where there is nothing to cover.</summary>
    private sealed record PathLine(int Rank, StructuralPath Path, double? Cumulative);

    private const string Arrow = " → ";

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report Of(PathsAnswer answer, string? command)
    {
        (FlowTable table, StructuralPaths paths, PathsQuestion question) = (answer.Table, answer.Paths, answer.Question);
        bool fromRoot = question.Root is not null;
        double covered = 0;
        var rows = new List<PathLine>(paths.Paths.Count);
        foreach (StructuralPath path in paths.Paths)
        {
            covered += path.Value;
            rows.Add(new PathLine(rows.Count + 1, path, paths.Coverage is null ? null : covered / paths.Total));
        }

        return new Report<PathLine>(
            "accounts-paths",
            Columns(table, fromRoot, question.Indicator),
            rows,
            new Provenance
            {
                Command = command,
                Table = table,
                Question = question,
                Options =
                [
                    new(fromRoot ? "root" : "final", answer.Label),
                    new("indicator", QuestionWords.PathIndicators.WordOf(question.Indicator)),
                    .. Described(question.Options),
                ],
                Notes = [.. answer.Notes, .. Notes(table, paths)],
            }
        )
        {
            Remarks = [InWords(table, paths, fromRoot, question.Indicator, answer.Name)],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Described(StructuralPathOptions options)
    {
        yield return new("top", options.Count.ToString(CultureInfo.InvariantCulture));
        yield return new("threshold", options.LeastShare.ToString("R", CultureInfo.InvariantCulture));
        yield return new("tiers", options.MostTiers?.ToString(CultureInfo.InvariantCulture) ?? "any");
    }

    private static IReadOnlyList<Column<PathLine>> Columns(FlowTable table, bool fromRoot, PathIndicator indicator)
    {
        string order = fromRoot ? "from the root to the final product" : "from the final product to the supplier";
        string what = indicator == PathIndicator.Output ? "output" : "value added";
        string whose = fromRoot
            ? $"The root's {what} that reaches final users along this path"
            : $"The last supplier's {what} for the final product along this path";
        return
        [
            new("rank", string.Empty, "Place in the list, from 1, by size.", ColumnStyle.Whole, "#", l => l.Rank),
            new("tiers", string.Empty, "Number of purchases in the path.", ColumnStyle.Whole, "tiers", l => l.Path.Tiers),
            new(
                "path",
                string.Empty,
                $"Codes of the sectors, {order}.",
                ColumnStyle.Text,
                "codes",
                l => string.Join(Arrow, l.Path.Sectors.Select(k => table.Sectors.LabelOf(new(k))))
            ),
            new(
                "names",
                string.Empty,
                $"Names of the sectors, {order}.",
                ColumnStyle.Prose,
                "path",
                l => string.Join(Arrow, l.Path.Sectors.Select(s => NameOf(table, s)))
            ),
            new("value", Column.Money, whose + ".", ColumnStyle.Money, "value", l => l.Path.Value),
            new(
                "share",
                "share",
                "Value over the total of all paths.",
                ColumnStyle.Share,
                "share",
                l => l.Cumulative is null ? null : l.Path.Share
            ),
            new(
                "cumulativeShare",
                "share",
                "Shares of this path and those above it, added up.",
                ColumnStyle.Share,
                "so far",
                l => l.Cumulative
            ),
            new(
                "potential",
                Column.Money,
                "What this path and all that continue it contribute together.",
                ColumnStyle.Money,
                null,
                l => l.Path.Potential
            ),
            new(
                "remainder",
                Column.Money,
                "Of the potential, what is neither this path nor a listed one.",
                ColumnStyle.Money,
                null,
                l => l.Path.Remainder
            ),
        ];
    }

    private static IEnumerable<string> Notes(FlowTable table, StructuralPaths paths)
    {
        if (table.HasImports)
        {
            yield return "Paths run through domestic inputs only; final demand includes exports, and what is imported leaves the paths.";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"total={paths.Total:R} covered={paths.Covered:R} remainder={paths.Remainder:R} beyondTiers={paths.BeyondTiers:R} "
                + $"end={StatusWords.Of(paths.End)}"
        );
    }

    private static string InWords(FlowTable table, StructuralPaths paths, bool fromRoot, PathIndicator indicator, string name)
    {
        string what = indicator == PathIndicator.Output ? "output" : "value added";
        string whole = fromRoot ? $"the {what} of {name} that ends in final demand" : $"the {what} in final demand for {name}";
        if (paths.Coverage is not { } coverage)
        {
            return $"In words: {whole} is 0, so that there is no path.";
        }

        var money = new MoneyScale(table.Metadata, paths.Total);
        string beyond = paths.BeyondTiers == 0 ? string.Empty : $", of which {money.Text(paths.BeyondTiers)} beyond the limit of tiers";
        string end = paths.End switch
        {
            PathListEnd.Count => "Weaker paths were left out",
            PathListEnd.Threshold => "Every other path is below the threshold",
            _ => "There are no other paths",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {paths.Paths.Count} paths cover {coverage * 100:0.00}% of {whole}, {money.Text(paths.Total)} {money.Unit}; the "
                + $"remainder is {money.Text(paths.Remainder)}{beyond}. {end}."
        );
    }

    private static string NameOf(FlowTable table, int sector) =>
        table.Sectors.Regions.Count == 1
            ? table.Sectors.IndustryOf(new(sector)).Name
            : $"{table.Sectors.IndustryOf(new(sector)).Name} ({table.Sectors.RegionOf(new(sector)).Code})";
}

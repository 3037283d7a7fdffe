using System.Globalization;
using System.Text;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Names;
using Rootscope.Storage.Export;

namespace Rootscope.Storage.Screening;

/// <summary>The columns that screening adds to a row.</summary>
internal static class ResultColumns
{
    public const string Matches = "screen_matches";

    private const string First = "screen_result";

    public static IReadOnlyList<string> All { get; } =
    [First, "screen_score", "screen_list", "screen_record", "screen_name", "screen_decision", Matches];

    /// <summary>The cells: result, best match and what was decided about it, and all matches as list/record=score.</summary>
    public static string[] Cells(
        ScreeningName name,
        IReadOnlyList<WrittenMatch> matches,
        IReadOnlyDictionary<(string List, string Record), ScreeningRecord> records,
        DecisionLog log
    )
    {
        if (matches.Count == 0)
        {
            return
            [
                name.IsEmpty ? "no name" : "no match",
                string.Empty,
                string.Empty,
                string.Empty,
                string.Empty,
                string.Empty,
                string.Empty,
            ];
        }

        WrittenMatch best = matches[0];
        ScreeningRecord record = records[(best.List, best.Record)];
        (DecisionState state, Decision? latest) = log.StateOf(name.Normalised, best.List, best.Record, record.Hash);
        string decision = state switch
        {
            DecisionState.Open => "open",
            DecisionState.Reopened => "reopened",
            _ => VerdictWords.Of(latest!.Verdict),
        };
        return
        [
            "match",
            best.Score.ToString("R", CultureInfo.InvariantCulture),
            SpreadsheetText.Guarded(best.List),
            SpreadsheetText.Guarded(best.Record),
            SpreadsheetText.Guarded(record.Names[0].Text),
            decision,
            string.Join(
                ';',
                matches.Select(m => $"{m.List}/{Uri.EscapeDataString(m.Record)}={m.Score.ToString("R", CultureInfo.InvariantCulture)}")
            ),
        ];
    }

    /// <summary>Adds a cell to a line, between quotes where it needs them.</summary>
    public static void Append(StringBuilder line, ReadOnlySpan<char> cell)
    {
        if (cell.IndexOfAny(",\"\r\n") < 0 && !(cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' ')))
        {
            line.Append(cell);
            return;
        }

        line.Append('"');
        foreach (char c in cell)
        {
            line.Append(c == '"' ? "\"\"" : c.ToString());
        }

        line.Append('"');
    }
}

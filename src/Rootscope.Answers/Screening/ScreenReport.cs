using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Screening.Scores;
using Rootscope.Storage.Screening;

namespace Rootscope.Answers.Screening;

/// <summary>Answers about names and lists as reports.</summary>
public static class ScreenReport
{
    /// <summary>What every report about names says of itself.</summary>
    public const string Caveat = "An aid to looking up lists, not legal advice.";

    private static readonly IReadOnlyList<Column<ScreenMatch>> Columns =
    [
        new("score", "share", "How well the name meets the record, between 0 and 1.", ColumnStyle.Number, "Score", m => m.Hit.Score),
        new("list", string.Empty, "The list, by its name in the workspace.", ColumnStyle.Text, "List", m => m.Hit.List.Name),
        new("record", string.Empty, "The record's id in the list.", ColumnStyle.Text, "Record", m => m.Hit.Record.Id),
        new("name", string.Empty, "The name of the record that meets best.", ColumnStyle.Text, "Listed name", m => m.Hit.Name.Text),
        new(
            "role",
            string.Empty,
            "What that name is: primary, alias, weakAlias or former.",
            ColumnStyle.Text,
            "Role",
            m => RoleOf(m.Hit.Name.Role)
        ),
        new("shownAs", string.Empty, "The first name of the record.", ColumnStyle.Text, null, m => m.Hit.Record.Names[0].Text),
        new(
            "kind",
            string.Empty,
            "What is listed: person, organisation, vessel, aircraft, or any where the list does not say.",
            ColumnStyle.Text,
            "Kind",
            m => ScreenQuestion.KindWords.WordOf(m.Hit.Record.Kind)
        ),
        new(
            "programmes",
            string.Empty,
            "Programmes and acts, with semicolons between.",
            ColumnStyle.Prose,
            "Programmes",
            m => string.Join("; ", m.Hit.Record.Programmes)
        ),
        new(
            "countries",
            string.Empty,
            "Countries as the list writes them.",
            ColumnStyle.Text,
            null,
            m => string.Join("; ", m.Hit.Record.Countries)
        ),
        new(
            "identifier",
            string.Empty,
            "The number by which it was found; null where it was found by name.",
            ColumnStyle.Text,
            null,
            m => m.Hit.Identifier?.Value
        ),
        new(
            "decision",
            string.Empty,
            "open, reopened (the record changed since), true-match, false-positive or escalate.",
            ColumnStyle.Text,
            "Decision",
            m => StateOf(m.State, m.Latest)
        ),
        new(
            "note",
            string.Empty,
            "The note of the latest decision; null where there is none.",
            ColumnStyle.Prose,
            null,
            m => m.Latest?.Note is { Length: > 0 } note ? note : null
        ),
        new(
            "until",
            string.Empty,
            "The day on which the listing ended or ends, as the list writes it; null where it says none.",
            ColumnStyle.Text,
            null,
            m => m.Hit.Record.Until is { Length: > 0 } day ? day : null
        ),
        new("recordHash", string.Empty, "SHA-256 of what the record says.", ColumnStyle.Text, null, m => m.Hit.Record.Hash),
    ];

    private static readonly IReadOnlyList<Column<ScoreContribution>> PartColumns =
    [
        new("kind", string.Empty, "Why the part is what it is.", ColumnStyle.Text, "Why", c => KindOf(c.Kind)),
        new("query", string.Empty, "The words of the name that was asked for.", ColumnStyle.Text, "Asked", c => c.Query),
        new("listed", string.Empty, "The words of the listed name.", ColumnStyle.Text, "Listed", c => c.Listed),
        new("similarity", "share", "How alike the words are.", ColumnStyle.Number, "Alike", c => c.Similarity),
        new("amount", "score", "What the part adds to the score; the amounts add up to it.", ColumnStyle.Number, "Adds", c => c.Amount),
    ];

    private static readonly IReadOnlyList<Column<StoredList>> ListColumns =
    [
        new("name", string.Empty, "The list's name in the workspace.", ColumnStyle.Text, "List", l => l.List.Source.Name),
        new("layout", string.Empty, "The layout it was read by.", ColumnStyle.Text, "Layout", l => l.List.Source.Kind),
        new("publisher", string.Empty, "Who publishes it.", ColumnStyle.Text, "Publisher", l => l.List.Source.Publisher),
        new(
            "date",
            string.Empty,
            "The day it was published, as the file or the user said; null where neither did.",
            ColumnStyle.Text,
            "Date",
            l => l.List.Source.Date is { Length: > 0 } date ? date : null
        ),
        new("records", "count", "Its records.", ColumnStyle.Whole, "Records", l => l.List.Records.Count),
        new("names", "count", "The names of its records.", ColumnStyle.Whole, "Names", l => l.NameCount),
        new(
            "sha256",
            string.Empty,
            "SHA-256 of the file; of several, over their hashes.",
            ColumnStyle.Text,
            "SHA-256",
            l => l.List.Source.Sha256
        ),
        new("added", string.Empty, "When it was added (UTC).", ColumnStyle.Text, null, l => l.Added),
        new(
            "partial",
            string.Empty,
            "Whether it is a part of a list, so that neither a count nor sentinel names were asked for.",
            ColumnStyle.Text,
            "Partial",
            l => l.IsPartial
        ),
    ];

    private static readonly IReadOnlyList<Column<(string Change, ScreeningRecord Record)>> ChangeColumns =
    [
        new("change", string.Empty, "added, removed or changed.", ColumnStyle.Text, "Change", c => c.Change),
        new("record", string.Empty, "The record's id.", ColumnStyle.Text, "Record", c => c.Record.Id),
        new("name", string.Empty, "Its first name.", ColumnStyle.Text, "Name", c => c.Record.Names[0].Text),
        new(
            "recordHash",
            string.Empty,
            "SHA-256 of what it says; of one removed, what it said.",
            ColumnStyle.Text,
            null,
            c => c.Record.Hash
        ),
    ];

    /// <summary>The matches of a name.</summary>
    public static Report Of(ScreenAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new Report<ScreenMatch>("screen", Columns, answer.Matches, About("screen", answer))
        {
            Statement = answer.Sentence,
            Remarks = [.. CutShort(answer), .. Ended(answer), .. answer.NumberFault is { } fault ? [fault] : Array.Empty<string>(), Caveat],
            OutOf = answer.Result.Left > 0 ? answer.Matches.Count + answer.Result.Left : null,
        };
    }

    /// <summary>Why the best match, or that with a record, has its score.</summary>
    public static Report Explained(ExplainedName explained)
    {
        ArgumentNullException.ThrowIfNull(explained);
        ScreenAnswer answer = explained.Answer;
        if (explained.Match is not { } match)
        {
            return Of(answer);
        }

        string score = match.Hit.Score.ToString("0.0000", CultureInfo.InvariantCulture);
        return new Report<ScoreContribution>(
            "screen-explain",
            PartColumns,
            match.Hit.Explain(answer.Question.Name),
            About("screen explain", answer)
        )
        {
            Remarks =
            [
                match.Hit.Identifier is { } number
                    ? $"'{match.Hit.Record.Names[0].Text}' ({match.Hit.List.Name} {match.Hit.Record.Id}) has the same number "
                        + $"{number.Value}."
                    : $"'{answer.Question.Name}', compared as '{answer.Result.Query.Normalised}', against '{match.Hit.Name.Text}' "
                        + $"({match.Hit.List.Name} {match.Hit.Record.Id}): {score}.",
                .. explained.IsMatch ? Array.Empty<string>() : [NoMatch(answer, match)],
                Caveat,
            ],
            IsWhole = true,
        };
    }

    /// <summary>Lists of the workspace.</summary>
    public static Report OfLists(string command, IEnumerable<StoredList> lists, params string[] remarks) =>
        OfLists(command, [.. lists], remarks);

    private static Report OfLists(string command, StoredList[] lists, string[] remarks) =>
        new Report<StoredList>("screen-lists", ListColumns, lists, new Provenance { Command = command })
        {
            Remarks = [.. remarks, .. lists.Where(LacksOtherNames).Select(OtherNamesLacking)],
        };

    /// <summary>Whether a list in the files of OFAC came without the file of other names, which has about half of them.</summary>
    private static bool LacksOtherNames(StoredList list) =>
        list.List.Source.Kind == "sdn" && !list.Columns.Contains("alt_name", StringComparer.OrdinalIgnoreCase);

    private static string OtherNamesLacking(StoredList list) =>
        $"'{list.List.Source.Name}' was read without its file of other names (alt.csv), which has about half of all names: no name that "
        + "stands there is found. Add the list again with both files.";

    /// <summary>What changed in a list since it was last replaced.</summary>
    public static Report OfChanges(ListSource older, ListSource newer, ListDifference difference)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        ArgumentNullException.ThrowIfNull(difference);
        return new Report<(string, ScreeningRecord)>(
            "screen-lists-diff",
            ChangeColumns,
            [
                .. difference.Added.Select(r => ("added", r)),
                .. difference.Removed.Select(r => ("removed", r)),
                .. difference.Changed.Select(r => ("changed", r)),
            ],
            new Provenance
            {
                Command = "screen lists diff",
                Options = [new("list", newer.Name), new("before", older.Sha256), new("now", newer.Sha256)],
            }
        )
        {
            Remarks =
            [
                FormattableString.Invariant(
                    $"{difference.Added.Count} records added, {difference.Removed.Count} removed, {difference.Changed.Count} changed."
                ),
            ],
        };
    }

    /// <summary>What was decided, in words.</summary>
    internal static string StateOf(DecisionState state, Decision? latest) =>
        state switch
        {
            DecisionState.Open => "open",
            DecisionState.Reopened => "reopened",
            _ => VerdictWords.Of(latest!.Verdict),
        };

    private static string NoMatch(ScreenAnswer answer, ScreenMatch match) =>
        match.Hit.Name.Role == NameRole.WeakAlias && match.Hit.Score >= answer.Question.Threshold
            ? FormattableString.Invariant(
                $"This is no match: the publisher calls that name weak, and a weak name needs {ScreeningIndex.WeakAliasThreshold}."
            )
            : FormattableString.Invariant($"This is no match at the threshold {answer.Question.Threshold:R}.");

    private static Provenance About(string command, ScreenAnswer answer) =>
        new()
        {
            Command = command,
            Question = answer.Question,
            Options =
            [
                new("algorithm", NameScore.Algorithm),
                new("threshold", answer.Question.Threshold.ToString("R", CultureInfo.InvariantCulture)),
                new("comparedAs", answer.Result.Query.Normalised),
                .. answer.Lists.Select(l => new KeyValuePair<string, string>(
                    $"list:{l.Source.Name}",
                    $"{l.Source.Publisher}; {l.Source.Date}; {l.Records} records; {l.Source.Sha256}"
                        + $"{(l.Source.IsPartial ? "; partial" : string.Empty)}"
                )),
            ],
        };

    private static IEnumerable<string> CutShort(ScreenAnswer answer) =>
        answer.Result.Query.IsCutShort ? ["The name is longer than is compared: only its beginning was."] : [];

    /// <summary>Says which matches are listed to a day only.</summary>
    private static IEnumerable<string> Ended(ScreenAnswer answer)
    {
        string[] ended =
        [
            .. answer.Matches.Where(m => m.Hit.Record.Until.Length > 0).Select(m => $"{m.Hit.Record.Id} until {m.Hit.Record.Until}"),
        ];
        return ended.Length > 0 ? [$"Listed to a day only, which may be past: {string.Join("; ", ended)}."] : [];
    }

    private static string RoleOf(NameRole role) => Camel(role.ToString());

    private static string KindOf(ContributionKind kind) => Camel(kind.ToString());

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}

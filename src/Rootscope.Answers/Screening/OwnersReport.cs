using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Screening.Ownership;
using Rootscope.Screening.Scores;

namespace Rootscope.Answers.Screening;

/// <summary>Who counts as listed by who owns him, as a report.</summary>
public static class OwnersReport
{
    private static readonly IReadOnlyList<Column<OwnerLine>> Columns =
    [
        new("entity", string.Empty, "The entity, as the file writes it.", ColumnStyle.Text, "Entity", l => l.Entity.Name),
        new(
            "state",
            string.Empty,
            "listed; owned (counts as listed by the rule); possible (depends on shares that are not known); below (listed owners have too "
                + "little).",
            ColumnStyle.Text,
            "State",
            l => char.ToLowerInvariant(l.Entity.State.ToString()[0]) + l.Entity.State.ToString()[1..]
        ),
        new(
            "least",
            "share",
            "The least that blocked owners hold; null where it is listed.",
            ColumnStyle.Number,
            "At least",
            l => Share(l, l.Entity.Least)
        ),
        new(
            "most",
            "share",
            "The most that they can hold; null where it is listed.",
            ColumnStyle.Number,
            "At most",
            l => Share(l, l.Entity.Most)
        ),
        new("layer", "count", "Layers below a list: 0 for who is on one.", ColumnStyle.Whole, "Layer", l => l.Entity.Layer),
        new(
            "from",
            string.Empty,
            "The listed parties it comes from, with semicolons between.",
            ColumnStyle.Prose,
            "Listed",
            l => string.Join("; ", l.Entity.Listed)
        ),
        new(
            "path",
            string.Empty,
            "The stakes it comes about by, from the lists down, with semicolons between.",
            ColumnStyle.Prose,
            "Path",
            l => PathOf(l.Entity)
        ),
        new(
            "score",
            "share",
            "The score of its own match in lists; null where it has none.",
            ColumnStyle.Number,
            null,
            l => l.Match?.Hit.Score
        ),
        new("list", string.Empty, "The list of the match; null where it has none.", ColumnStyle.Text, "List", l => l.Match?.Hit.List.Name),
        new(
            "record",
            string.Empty,
            "The record of the match; null where it has none.",
            ColumnStyle.Text,
            "Record",
            l => l.Match?.Hit.Record.Id
        ),
        new(
            "decision",
            string.Empty,
            "open, reopened, true-match, false-positive or escalate; null where it has no match.",
            ColumnStyle.Text,
            "Decision",
            l => l.Match is { } m ? ScreenReport.StateOf(m.State, m.Latest) : null
        ),
        new(
            "sources",
            string.Empty,
            "Where the stakes are known from, with semicolons between.",
            ColumnStyle.Prose,
            null,
            l => SourcesOf(l.Entity)
        ),
    ];

    /// <summary>The entities.</summary>
    public static Report Of(OwnersAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        int top = answer.Question.Top;
        return new Report<OwnerLine>(
            "screen-owners",
            Columns,
            top == 0 ? answer.Lines : answer.Lines.Take(top),
            new Provenance
            {
                Command = "screen owners",
                Question = answer.Question,
                ContentHash = answer.Sha256,
                Options =
                [
                    new("algorithm", NameScore.Algorithm),
                    new("rule", answer.Rule.Regime),
                    new("ruleSource", answer.Rule.Source),
                    .. answer.Lists.Select(l => new KeyValuePair<string, string>(
                        $"list:{l.Source.Name}",
                        $"{l.Source.Publisher}; {l.Source.Date}; {l.Records} records; {l.Source.Sha256}"
                    )),
                ],
            }
        )
        {
            Remarks = [.. answer.Sentences, ScreenReport.Caveat],
            OutOf = top > 0 && top < answer.Lines.Count ? answer.Lines.Count : null,
        };
    }

    private static double? Share(OwnerLine line, decimal share) => line.Entity.State == OwnershipState.Listed ? null : (double)share;

    private static string PathOf(OwnedEntity entity) => string.Join("; ", entity.Path.Select(s => $"{s.Owner} {ShareOf(s)} of {s.Owned}"));

    private static string SourcesOf(OwnedEntity entity) =>
        string.Join("; ", entity.Path.Select(s => s.Source).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal));

    private static string ShareOf(OwnershipStake stake) =>
        (stake.Least == stake.Most ? Percent(stake.Least) : $"{Percent(stake.Least)} to {Percent(stake.Most)}")
        + (stake.IsControl ? " and control" : string.Empty);

    private static string Percent(decimal share) => $"{(100 * share).ToString("0.####", CultureInfo.InvariantCulture)}%";
}

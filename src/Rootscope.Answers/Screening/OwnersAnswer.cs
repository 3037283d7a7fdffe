using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Screening.Ownership;

namespace Rootscope.Answers.Screening;

/// <summary>An entity of a graph of owners, and the match that it has in lists.</summary>
/// <param name="Entity">How it stands.</param>
/// <param name="Match">Its best match; null where it has none.</param>
public sealed record OwnerLine(OwnedEntity Entity, ScreenMatch? Match);

/// <summary>Who counts as listed by who owns him.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Rule">The rule that held on the day.</param>
/// <param name="Lines">Everybody who is listed or in whom listed parties have a share: the listed first, then by name.</param>
/// <param name="Undecided">Names with a match that counts for nothing, as nobody decided about it.</param>
/// <param name="Names">How many names the graph has on the day: a count.</param>
/// <param name="Lists">The lists that were asked.</param>
/// <param name="Sha256">SHA-256 of the file of stakes.</param>
public sealed record OwnersAnswer(
    OwnersQuestion Question,
    OwnershipRule Rule,
    IReadOnlyList<OwnerLine> Lines,
    IReadOnlyList<string> Undecided,
    int Names,
    IReadOnlyList<ScreenedList> Lists,
    string Sha256
)
{
    /// <summary>The answer in sentences.</summary>
    public IReadOnlyList<string> Sentences =>
        [
            Count(OwnershipState.Listed) == 0
                ? $"None of {Text(Names)} names counts as listed, so that nobody is owned by listed parties as far as these lists say."
                : $"Of {Text(Names)} names {Text(Count(OwnershipState.Listed))} count as listed; {Text(Count(OwnershipState.Owned))} more "
                    + $"by who owns them, {Text(Count(OwnershipState.Possible))} depend on shares that are not known, "
                    + $"{Text(Count(OwnershipState.Below))} have listed owners with too little.",
            $"Rule {Rule.Regime} on {Question.Day}: {RuleText}. {Rule.Note} Source: {Rule.Source}.",
            .. Lists.Count > 0
                ? [$"Asked at threshold {Question.Threshold.ToString("0.###", CultureInfo.InvariantCulture)}: {Listed}."]
                : Array.Empty<string>(),
            .. Undecided.Count > 0 ? [ScreenWords.Waiting(Undecided)] : Array.Empty<string>(),
            .. Question.AcceptMatches
            && Lines.Any(l => l.Entity.State == OwnershipState.Listed && l.Match is { } m && !ScreenWords.IsTrue(m))
                ? ["Matches count without a decision, as was asked."]
                : Array.Empty<string>(),
        ];

    private string RuleText =>
        Rule.IsSuspended
            ? "suspended, only who is listed counts"
            : $"{(Rule.IncludesThreshold ? "at least" : "more than")} "
                + $"{(100 * Rule.Threshold).ToString("0.##", CultureInfo.InvariantCulture)}% of "
                + $"{(Rule.Aggregates ? "listed owners together" : "one listed owner alone")}"
                + (Rule.CountsControl ? ", or control" : string.Empty);

    private string Listed => string.Join("; ", Lists.Select(l => l.ToString()));

    private int Count(OwnershipState state) => Lines.Count(l => l.Entity.State == state);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using Rootscope.Screening.Decisions;
using Rootscope.Screening.Matching;

namespace Rootscope.Answers.Screening;

/// <summary>Names of a file against lists: which of them count as listed, and which wait for a decision.</summary>
/// <param name="Matches">The best match of each name that has one and that nobody decided to be somebody else's.</param>
/// <param name="Counted">Names that count as listed.</param>
/// <param name="Undecided">Names whose match counts for nothing, as nobody decided about it.</param>
/// <param name="Lists">The lists that were asked.</param>
internal sealed record CountedNames(
    IReadOnlyDictionary<string, ScreenMatch> Matches,
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> Undecided,
    IReadOnlyList<ScreenedList> Lists
)
{
    /// <summary>What is known where no list is asked.</summary>
    public static CountedNames None { get; } = new(new Dictionary<string, ScreenMatch>(StringComparer.Ordinal), [], [], []);

    /// <summary>Looks names up.</summary>
    /// <param name="names">The names.</param>
    /// <param name="index">The lists.</param>
    /// <param name="lists">What they are.</param>
    /// <param name="log">What was decided.</param>
    /// <param name="threshold">The least score of a match.</param>
    /// <param name="accepts">Whether a match counts without a decision.</param>
    /// <param name="cancellation">Stops at the next name.</param>
    /// <remarks>
    /// A name counts by a match that was decided to be true, or, where matches are accepted, by any that was not decided to be false. Of
    /// several matches one that was decided to be true comes first, then the best that is not false.
    /// </remarks>
    public static CountedNames Of(
        IEnumerable<string> names,
        ScreeningIndex index,
        IReadOnlyList<ScreenedList> lists,
        DecisionLog log,
        double threshold,
        bool accepts,
        CancellationToken cancellation
    )
    {
        Dictionary<string, ScreenMatch> matches = new(StringComparer.Ordinal);
        List<string> counted = [];
        List<string> undecided = [];
        var options = new ScreeningOptions { Threshold = threshold, MostHits = int.MaxValue };
        foreach (string name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            ScreenMatch[] all = [.. ScreenAnswering.Matches(index.Find(name, options), log)];
            if ((all.FirstOrDefault(ScreenWords.IsTrue) ?? all.FirstOrDefault(m => !ScreenWords.IsFalse(m))) is { } match)
            {
                matches[name] = match;
                (accepts || ScreenWords.IsTrue(match) ? counted : undecided).Add(name);
            }
        }

        return new CountedNames(matches, counted, undecided, lists);
    }
}

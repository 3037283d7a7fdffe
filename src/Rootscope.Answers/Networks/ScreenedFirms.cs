using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Networks;
using Rootscope.Tables;

namespace Rootscope.Answers.Networks;

/// <summary>Firms of a network whose names were looked up in lists of restricted parties.</summary>
/// <param name="Counted">The firms that count as listed, in the order of the network, each with its match.</param>
/// <param name="Undecided">Names with a match that counts for nothing, as nobody decided about it.</param>
/// <param name="Lists">The lists that were asked.</param>
public sealed record ScreenedFirms(
    IReadOnlyList<(FirmNumber Firm, ScreenMatch Match)> Counted,
    IReadOnlyList<string> Undecided,
    IReadOnlyList<ScreenedList> Lists
)
{
    /// <summary>Firms that count by who owns them; null where it was not asked.</summary>
    public OwnedFirms? Owned { get; init; }

    /// <summary>Looks the firms of a network up.</summary>
    /// <exception cref="TableException">None counts as listed.</exception>
    internal static ScreenedFirms Of(BlacklistQuestion question, FirmList firms, Func<IEnumerable<string>, CountedNames> counted)
    {
        FirmNumber[] all = [.. Enumerable.Range(0, firms.Count).Select(k => new FirmNumber(k))];
        CountedNames names = counted(all.Select(firms.NameOf).Distinct(StringComparer.Ordinal));
        HashSet<string> listed = [.. names.Counted];
        var screened = new ScreenedFirms(
            [.. all.Where(f => listed.Contains(firms.NameOf(f))).Select(f => (f, names.Matches[firms.NameOf(f)]))],
            names.Undecided,
            names.Lists
        );
        return screened.Counted.Count > 0 || question.Listed.Length > 0 || question.Owners.Length > 0
            ? screened
            : throw new TableException(
                "network",
                $"has no firm that counts as listed in {string.Join("; ", names.Lists)}. "
                    + (
                        names.Undecided.Count > 0
                            ? ScreenWords.Waiting(names.Undecided)
                            : "Ask other lists or a lower threshold, or name the firms."
                    )
            );
    }

    /// <summary>What counted and what did not, in sentences.</summary>
    /// <param name="firms">The firms.</param>
    public IReadOnlyList<string> Sentences(FirmList firms)
    {
        ArgumentNullException.ThrowIfNull(firms);
        return
        [
            .. Lists.Count > 0 ? [$"Looked up in {string.Join("; ", Lists)}."] : Array.Empty<string>(),
            .. Counted.Select(c => ScreenWords.Counts(firms.NameOf(c.Firm), c.Match)),
            .. Undecided.Count > 0 ? [ScreenWords.Waiting(Undecided)] : Array.Empty<string>(),
            .. Owned?.Sentences(firms) ?? [],
            ScreenReport.Caveat,
        ];
    }
}

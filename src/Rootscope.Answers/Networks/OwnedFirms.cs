using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Networks;
using Rootscope.Screening.Ownership;

namespace Rootscope.Answers.Networks;

/// <summary>Firms of a network that count as listed because listed parties own them.</summary>
/// <param name="Firms">The firms, in the order of the network, each with the stakes by which it comes about.</param>
/// <param name="Possible">Firms that would count if shares that are not known were high enough; they count for nothing.</param>
/// <param name="Rule">The regime whose rule it is, or the file of it.</param>
/// <param name="Day">The day (year-month-day).</param>
public sealed record OwnedFirms(
    IReadOnlyList<(FirmNumber Firm, OwnedEntity Entity)> Firms,
    IReadOnlyList<string> Possible,
    string Rule,
    string Day
)
{
    internal static OwnedFirms Of(
        BlacklistQuestion question,
        FirmList firms,
        IReadOnlyList<string> listed,
        Func<IEnumerable<string>, IReadOnlyList<OwnedEntity>> owned
    )
    {
        var entities = owned(listed).ToDictionary(e => e.Name, StringComparer.Ordinal);
        List<(FirmNumber, OwnedEntity)> counted = [];
        List<string> possible = [];
        for (int f = 0; f < firms.Count; f++)
        {
            var firm = new FirmNumber(f);
            if (entities.TryGetValue(firms.NameOf(firm), out OwnedEntity? entity))
            {
                if (entity.State == OwnershipState.Owned)
                {
                    counted.Add((firm, entity));
                }
                else if (entity.State == OwnershipState.Possible)
                {
                    possible.Add(entity.Name);
                }
            }
        }

        return new OwnedFirms(counted, possible, question.OwnershipRule, question.Day);
    }

    /// <summary>What counted and what did not, in sentences.</summary>
    /// <param name="firms">The firms.</param>
    public IReadOnlyList<string> Sentences(FirmList firms)
    {
        ArgumentNullException.ThrowIfNull(firms);
        return
        [
            .. Firms.Select(f =>
                $"{firms.NameOf(f.Firm)} is on no list and counts as listed by who owns it (rule {Rule} on {Day}): "
                + $"{string.Join("; ", f.Entity.Path.Select(InWords))}."
            ),
            .. Possible.Count > 0
                ?
                [
                    $"{string.Join(", ", Possible)}: whether listed parties own enough depends on shares that are not known, and counts "
                        + "for nothing.",
                ]
                : Array.Empty<string>(),
        ];
    }

    private static string InWords(OwnershipStake stake) =>
        $"{stake.Owner} {Percent(stake.Least)}{(stake.Most > stake.Least ? $" to {Percent(stake.Most)}" : string.Empty)} of {stake.Owned}";

    private static string Percent(decimal share) => $"{(100 * share).ToString("0.####", CultureInfo.InvariantCulture)}%";
}

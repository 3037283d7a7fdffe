using Rootscope.Catalogue;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;

namespace Rootscope.Answers.Stake;

/// <summary>A row of what is at stake as every face shows it: a product, and which of its supply goes missing.</summary>
/// <param name="Row">The figures.</param>
/// <param name="Supply">Which supply goes missing.</param>
/// <param name="Area">The area of the catalogue that the product stands for; null where it stands for none.</param>
/// <param name="Technologies">The technologies of the catalogue that it stands for, by identifier, between spaces; null for none.</param>
/// <param name="Slices">The technologies that are seen through it as a whole, so that its buyers stand for theirs, by identifier, between
/// spaces; null for none.</param>
/// <param name="Band">How sure its figure and place are; null where nothing was drawn.</param>
internal sealed record StakeLine(
    StakeRow Row,
    SupplyScope Supply,
    string? Area,
    string? Technologies,
    string? Slices,
    StakeBand? Band = null
)
{
    /// <summary>The rows that an answer tells.</summary>
    public static IEnumerable<StakeLine> Of(StakeAnswer answer, TechnologyCatalogue catalogue)
    {
        IReadOnlyDictionary<string, string> areas = answer.Areas(catalogue);
        ILookup<string, string> slices = answer.Slices(catalogue).ToLookup(s => s.Carrier, s => s.Slice.Id, StringComparer.Ordinal);
        Dictionary<string, StakeBand> bands = answer.Bands.Rows.ToDictionary(b => b.Point.Code, StringComparer.Ordinal);
        return answer.Rows.Select(r => new StakeLine(
            r,
            answer.Question.Supply,
            areas.GetValueOrDefault(r.Code),
            answer.TechnologiesOf(r.Code) is { Count: > 0 } ids ? string.Join(' ', ids) : null,
            slices.Contains(r.Code) ? string.Join(' ', slices[r.Code]) : null,
            bands.GetValueOrDefault(r.Code)
        ));
    }
}

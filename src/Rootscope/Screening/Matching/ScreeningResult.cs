using Rootscope.Screening.Names;

namespace Rootscope.Screening.Matching;

/// <summary>What was found for a name.</summary>
/// <remarks>No hit means: no match in these lists at this threshold. It never means that a firm is on no list.</remarks>
/// <param name="Query">The name, as it was read.</param>
/// <param name="Hits">Records at or above the threshold, best first, then by list and id.</param>
/// <param name="Left">How many more there are than were asked for: a count of records.</param>
public sealed record ScreeningResult(ScreeningName Query, IReadOnlyList<ScreeningHit> Hits, int Left);

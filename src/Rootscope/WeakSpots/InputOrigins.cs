using Rootscope.Accounts;
using Rootscope.Accounts.Exposure;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Tables;

namespace Rootscope.WeakSpots;

/// <summary>Where the inputs of the industry that carries a technology come from, through all tiers of suppliers.</summary>
/// <param name="Carrier">The class that carries it in the table.</param>
/// <param name="Foreign">What other regions make of its inputs through all tiers. Unit: share.</param>
/// <param name="FaceValue">What they sell of them directly. Unit: share.</param>
/// <param name="Largest">Code of the region that makes most of it, of those abroad.</param>
/// <param name="LargestShare">What that region makes. Unit: share.</param>
public sealed record InputOrigins(IndustryCode Carrier, double Foreign, double FaceValue, string Largest, double LargestShare)
{
    /// <summary>
    /// The origins of the inputs of each technology of a region; technologies that no industry of the table carries are absent.
    /// </summary>
    /// <param name="total">Total requirements of a table of many regions.</param>
    /// <param name="region">Number of the region.</param>
    /// <param name="catalogue">The technologies and the classes that carry them.</param>
    public static IReadOnlyDictionary<string, InputOrigins> Of(TotalRequirements total, RegionNumber region, TechnologyCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentNullException.ThrowIfNull(catalogue);
        var exposure = InputExposure.Of(total);
        SectorIndex sectors = total.Table.Sectors;
        var found = new Dictionary<string, InputOrigins>(StringComparer.Ordinal);
        var byIndustry = new Dictionary<int, IReadOnlyList<SourceShare>>();
        foreach (Technology technology in catalogue.Technologies)
        {
            if (
                TechnologyRanking.CarrierOf(technology, total.Table, catalogue) is not { } carrier
                || !sectors.TryFindIndustry(carrier.Code, out IndustryNumber industry)
            )
            {
                continue;
            }

            if (!byIndustry.TryGetValue(industry, out IReadOnlyList<SourceShare>? shares))
            {
                byIndustry[industry] = shares = exposure.OfRegion(region, [industry]);
            }

            SourceShare[] abroad = [.. shares.Where(s => s.Region != region && s.LookThrough is not null)];
            if (abroad.Length > 0)
            {
                SourceShare largest = abroad.MaxBy(s => s.LookThrough)!;
                found[technology.Id] = new InputOrigins(
                    carrier,
                    abroad.Sum(s => s.LookThrough!.Value),
                    abroad.Sum(s => s.FaceValue ?? 0),
                    sectors.Regions[largest.Region].Code,
                    largest.LookThrough!.Value
                );
            }
        }

        return found;
    }
}

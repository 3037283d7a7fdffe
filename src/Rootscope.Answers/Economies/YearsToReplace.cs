using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Stake;
using Rootscope.Tables;

namespace Rootscope.Answers.Economies;

/// <summary>How long it takes to replace the products of an economy.</summary>
internal static class YearsToReplace
{
    /// <summary>The years of each industry's product, in the order of the table; of one that is not rated those of the median.</summary>
    public static double[] Of(EconomyUnderStudy economy)
    {
        ProductRatings? ratings = economy.Evidence is { } evidence ? ProductRatings.Of(evidence.Products) : null;
        return [.. economy.Table.Sectors.Industries.Select(i => StakeInputs.YearsFrom(ratings?.Of(i.Code) ?? ProductRatings.Median))];
    }

    /// <summary>The same by code.</summary>
    public static IReadOnlyDictionary<string, double> ByCode(EconomyUnderStudy economy) =>
        economy.Table.Sectors.Industries.Zip(Of(economy)).ToDictionary(y => y.First.Code, y => y.Second, StringComparer.Ordinal);
}

using System.Globalization;

namespace Rootscope.Accounts.Paths;

/// <summary>Which structural paths are listed.</summary>
public sealed record StructuralPathOptions
{
    /// <summary>The most paths that are listed, the strongest first. Default: 20.</summary>
    public int Count { get; init; } = 20;

    /// <summary>The least size of a listed path as a share of the total; 0 lists paths of any size. Unit: share. Default: 0.</summary>
    public double LeastShare { get; init; }

    /// <summary>
    /// The least size of a listed path; 0 lists paths of any size. Unit: that of the total, for most the table's money. Default: 0.
    /// </summary>
    public double LeastValue { get; init; }

    /// <summary>The most purchases in a listed path; null sets no limit. Default: none.</summary>
    public int? MostTiers { get; init; }

    /// <summary>Every fault of the options, in words; empty where there is none.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            var faults = new List<string>();
            if (Count < 1)
            {
                faults.Add($"the number of paths has to be at least 1, not {Count}");
            }

            if (!(LeastShare >= 0 && LeastShare <= 1))
            {
                faults.Add(
                    string.Create(CultureInfo.InvariantCulture, $"the least share of a path has to lie between 0 and 1, not {LeastShare}")
                );
            }

            if (!(LeastValue >= 0 && double.IsFinite(LeastValue)))
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"the least value of a path has to be 0 or more, not {LeastValue}"));
            }

            if (MostTiers < 0)
            {
                faults.Add($"the number of tiers has to be 0 or more, not {MostTiers}");
            }

            return faults;
        }
    }
}

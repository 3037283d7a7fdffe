using Rootscope.Networks;

namespace Rootscope.Shocks.Lenses.Cascade.Risk;

/// <summary>
/// The riskiest firms of a network where many are about equally risky, and whether that is because they bring down the same others.
/// </summary>
/// <remarks>
/// Real networks have a few dozen firms at the top with almost the same index (Diem and others 2022, figure 3): whichever of them fails,
/// the same core of firms that are essential to each other fails with it. This names the core where there is one.
/// </remarks>
/// <param name="Firms">The firms of the plateau, the riskiest first; one alone is no plateau.</param>
/// <param name="Highest">The largest index, a share of all weight.</param>
/// <param name="Lowest">The smallest index on the plateau, a share of all weight.</param>
/// <param name="Core">Firms that lose at least half of their capacity whichever of the plateau's firms fails.</param>
/// <param name="CoreShare">Of what the firms of the plateau bring down on the mean, the share that is the core, by weight. Null where
/// nothing is brought down.</param>
/// <param name="MembersInCore">How many firms of the plateau are in the core themselves.</param>
public sealed record RiskPlateau(
    IReadOnlyList<FirmNumber> Firms,
    double Highest,
    double Lowest,
    IReadOnlyList<FirmNumber> Core,
    double? CoreShare,
    int MembersInCore
)
{
    /// <summary>Indices within so much of the largest are about equal: a share of it.</summary>
    public const double Width = 0.1;

    private const int MostExamined = 25;
    private const double Down = 0.5;

    /// <summary>Finds the plateau among firms whose cascades were computed.</summary>
    /// <param name="model">The network and how losses spread in it.</param>
    /// <param name="firms">Numbers of firms.</param>
    /// <param name="indices">The index of each, a share of all weight, in the same order.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    /// <returns>Null where no firm costs the network anything.</returns>
    /// <remarks>Cost: the cascades of the first 25 firms of the plateau once more.</remarks>
    public static RiskPlateau? Of(
        CascadeModel model,
        IReadOnlyList<FirmNumber> firms,
        IReadOnlyList<double> indices,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(indices);
        IReadOnlyList<string> ids = model.Network.Firms.Ids;
        int[] order =
        [
            .. Enumerable.Range(0, firms.Count).OrderByDescending(i => indices[i]).ThenBy(i => ids[firms[i]], StringComparer.Ordinal),
        ];
        if (order.Length == 0 || !(indices[order[0]] > 0))
        {
            return null;
        }

        double highest = indices[order[0]];
        int[] members = [.. order.TakeWhile(i => indices[i] >= (1 - Width) * highest)];
        var times = new int[model.Network.Count];
        int examined = Math.Min(members.Length, MostExamined);
        double broughtDown = 0;
        for (int m = 0; m < examined; m++)
        {
            FirmLosses losses = model.RunByFirm([new CapacityLoss(firms[members[m]], 1)], cancellation);
            for (int f = 0; f < times.Length; f++)
            {
                if (Math.Max(losses.Downstream[f], losses.Upstream[f]) >= Down)
                {
                    times[f]++;
                    broughtDown += model.Network.Sales[f] / examined;
                }
            }
        }

        FirmNumber[] core = [.. Enumerable.Range(0, times.Length).Where(f => times[f] == examined).Select(f => new FirmNumber(f))];
        HashSet<FirmNumber> inCore = [.. core];
        double weight = core.Sum(f => model.Network.Sales[f]);
        return new RiskPlateau(
            [.. members.Select(i => firms[i])],
            highest,
            indices[members[^1]],
            core,
            broughtDown > 0 ? weight / broughtDown : null,
            members.Count(i => inCore.Contains(firms[i]))
        );
    }
}

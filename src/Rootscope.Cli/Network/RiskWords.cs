using System.Globalization;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Risk;

namespace Rootscope.Cli.Network;

/// <summary>
/// What a ranking of systemic risk says, in sentences: the riskiest firm, how concentrated risk is, and the plateau at the top.
/// </summary>
internal static class RiskWords
{
    /// <summary>A core that is so much of what falls is the reason for a plateau.</summary>
    private const double ShareOfReason = 0.5;

    public static IEnumerable<string> Of(
        CascadeModel model,
        IReadOnlyList<FirmNumber> firms,
        IReadOnlyList<CascadeOutcome> outcomes,
        CancellationToken cancellation
    )
    {
        double[] indices = [.. outcomes.Select(o => o.Loss ?? 0)];
        if (RiskPlateau.Of(model, firms, indices, cancellation) is not { } plateau)
        {
            yield break;
        }

        FirmList list = model.Network.Firms;
        double sales = model.Network.Sales[plateau.Firms[0]] / Sum(model.Network.Sales);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {list.NameOf(new(plateau.Firms[0]))} makes {Percent(sales)} of all sales in the network; if it failed, firms with "
                + $"{Percent(plateau.Highest)} of them would stand still."
        );
        var concentration = RiskConcentration.Of(indices);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Concentration: the riskiest {(concentration.Top == 1 ? "firm has" : $"{concentration.Top} firms (1 in 100) have")} "
                + $"{Percent(concentration.TopShare ?? 0)} of the sum of all indices; {Firms(concentration.AboveTenth)} more than 10%, "
                + $"{Firms(concentration.AboveHundredth)} more than 1%, the median {Percent(concentration.Median)}."
        );
        yield return plateau.Firms.Count < 2 ? "Plateau: none; the riskiest firm stands alone." : Plateau(plateau, list);
    }

    private static string Plateau(RiskPlateau plateau, FirmList firms)
    {
        string what = string.Create(
            CultureInfo.InvariantCulture,
            $"Plateau: {plateau.Firms.Count} firms lie between {Percent(plateau.Lowest)} and {Percent(plateau.Highest)}, "
                + $"{string.Join(", ", plateau.Firms.Take(3).Select(k => firms.NameOf(new(k))))}"
                + $"{(plateau.Firms.Count > 3 ? " …" : string.Empty)}."
        );
        return plateau.CoreShare is { } share && share >= ShareOfReason && plateau.Core.Count > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{what} The reason: whichever of them fails, the same core of {plateau.Core.Count} firms loses at least half of its "
                    + $"capacity, {Percent(share)} of what falls with one of them. Of the plateau's own firms {plateau.MembersInCore} "
                    + $"{(plateau.MembersInCore == 1 ? "is" : "are")} in that core."
            )
            : $"{what} They have no core in common that would be the reason: the firms that fall with them differ.";
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static string Firms(int count) =>
        count == 1 ? "1 firm has" : string.Create(CultureInfo.InvariantCulture, $"{count} firms have");

    private static string Percent(double share) =>
        (share * 100).ToString(
            share >= 0.1 ? "0.0"
                : share >= 0.0001 ? "0.00"
                : "0.0000",
            CultureInfo.InvariantCulture
        ) + "%";
}

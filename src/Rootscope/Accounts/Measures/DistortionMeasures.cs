using Rootscope.Accounts.Centrality;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>Where a subsidy does most.</summary>
internal static class DistortionMeasures
{
    public static IEnumerable<AccountMeasure> All() =>
        [
            new(Centrality)
            {
                Name = "distortion-centrality",
                Unit = AccountUnit.Ratio,
                Meaning =
                    "Influence over sales, where every purchase of inputs carries the same wedge: above 1 a unit of subsidy does more "
                    + "than on average, as it does upstream.",
                Source = "Liu (2019)",
                Parameters = [AccountParameter.Wedge],
            },
        ];

    private static AccountFigures Centrality(FlowTable table, AccountOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return AccountFigures.OfSectors(
            table,
            DistortionCentrality.Of(DirectRequirements.Of(table, InputOrigin.Domestic), options.Wedge),
            AccountNotes.Domestic(table)
        );
    }
}

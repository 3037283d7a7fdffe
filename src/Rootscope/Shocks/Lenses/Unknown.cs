using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses;

/// <summary>What a lens answers to changes that it has no notion of.</summary>
internal static class Unknown
{
    public static string Reason(IChange change) =>
        change switch
        {
            FirmListing =>
                "Firms are not yet represented by any lens: a table holds industries. 'rootscope network blacklist' cuts them out of a "
                    + "network of firms.",
            InvestmentChange => "Investment is not yet represented by any lens.",
            _ => $"This lens has no notion of {change.Subject}.",
        };
}

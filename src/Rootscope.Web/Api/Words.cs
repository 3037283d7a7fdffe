using Rootscope.Shocks;
using Rootscope.WeakSpots;

namespace Rootscope.Web.Api;

/// <summary>Statuses as data formats write them, the same as the command line's.</summary>
internal static class Words
{
    public static string Of(CutStatus status) =>
        status switch
        {
            CutStatus.Ok => "ok",
            CutStatus.Collapse => "collapse",
            CutStatus.NoUse => "no-use",
            CutStatus.NotConverged => "not-converged",
            _ => "not-represented",
        };

    public static string Of(SpotStatus status) =>
        status switch
        {
            SpotStatus.Measured => "measured",
            SpotStatus.Proxy => "proxy",
            _ => "no-data",
        };

    public static string Of(Corner corner) =>
        corner switch
        {
            Corner.BuildNow => "build-now",
            Corner.Partner => "partner",
            Corner.Stockpile => "stockpile",
            _ => "watch",
        };
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rootscope.Web.Api;
using Rootscope.Web.Hosting;
using Rootscope.Web.Requests;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Security;

/// <summary>
/// Refuses what pages of other sites send in a visitor's name, and, on a site for one machine alone, names of hosts that lead to it from
/// elsewhere.
/// </summary>
/// <remarks>
/// Browsers say in <c>Sec-Fetch-Site</c> and <c>Origin</c> where a request was made; programs send neither and are let through, since they
/// carry no visitor's cookies. Forms have a token besides. The name of the host is looked at because a foreign page can give its own name
/// the address of this machine.
/// </remarks>
internal static class OriginCheck
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    public static void Use(IApplicationBuilder app, ObservatoryOptions options)
    {
        string? publicHost = options.PublicAddress?.Authority;
        bool isForThisMachine = options.IsForThisMachineAlone;
        app.Use(
            (context, next) =>
            {
                HttpRequest request = context.Request;
                if (
                    isForThisMachine
                    && !LoopbackNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
                    && !Same(request.Host.Value, publicHost)
                )
                {
                    return ApiProblems
                        .Of(
                            ApiProblems.ForeignOrigin,
                            "This site serves its own machine and is not known under that name. Whoever puts it behind a proxy names "
                                + "its address with --public-address."
                        )
                        .ExecuteAsync(context);
                }

                return IsUnsafe(request.Method) && IsForeign(request, publicHost)
                    ? ApiProblems
                        .Of(
                            ApiProblems.ForeignOrigin,
                            "Requests that change something are taken from pages of this site and from programs, not from pages of "
                                + "other sites."
                        )
                        .ExecuteAsync(context)
                    : next(context);
            }
        );
    }

    /// <summary>Whether a request may change something.</summary>
    public static bool IsUnsafe(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool IsForeign(HttpRequest request, string? publicHost)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site.ToString() is not ("same-origin" or "none"))
        {
            return true;
        }

        if (request.Headers.Origin is not { Count: > 0 } origin)
        {
            return false;
        }

        return !Uri.TryCreate(origin.ToString(), UriKind.Absolute, out Uri? sender)
            || !(Same(sender.Authority, request.Host.Value) || Same(sender.Authority, publicHost));
    }

    private static bool Same(string? one, string? other) =>
        one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

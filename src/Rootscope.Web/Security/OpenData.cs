using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Security;

/// <summary>Lets pages of other sites read data and figures, where whoever serves the site asked for it.</summary>
/// <remarks>
/// What is read is what anybody who reaches the site can read: no cookie travels along, and what changes something stays closed. It is
/// off by default, as on one's own machine or in a company's network any page of the internet could otherwise read tables of the workspace
/// through the visitor's browser.
/// </remarks>
internal static class OpenData
{
    private static readonly PathString[] Open = ["/api/v1", "/figures"];

    public static void Use(IApplicationBuilder app, ObservatoryOptions options)
    {
        if (!options.OpensData)
        {
            return;
        }

        app.Use(
            (context, next) =>
            {
                if (!Array.Exists(Open, p => context.Request.Path.StartsWithSegments(p, StringComparison.Ordinal)))
                {
                    return next(context);
                }

                IHeaderDictionary headers = context.Response.Headers;
                if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
                {
                    headers.AccessControlAllowOrigin = "*";
                    headers.AccessControlExposeHeaders = "ETag, Content-Disposition, Retry-After";
                    headers["Cross-Origin-Resource-Policy"] = "cross-origin";
                    return next(context);
                }

                if (HttpMethods.IsOptions(context.Request.Method) && context.Request.Headers.AccessControlRequestMethod.Count > 0)
                {
                    headers.AccessControlAllowOrigin = "*";
                    headers.AccessControlAllowMethods = "GET, HEAD";
                    headers.AccessControlAllowHeaders = "Accept, If-None-Match";
                    headers.AccessControlMaxAge = "86400";
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );
    }
}

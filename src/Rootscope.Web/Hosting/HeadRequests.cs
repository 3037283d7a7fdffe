using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rootscope.Web.Hosting;

/// <summary>
/// Answers HEAD as GET without the body, which the server itself leaves out. Streams of events have no end to wait for and stay out of it.
/// </summary>
internal static class HeadRequests
{
    private const string Events = "/events";

    public static void Use(IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    HttpMethods.IsHead(context.Request.Method)
                    && context.Request.Path.Value?.EndsWith(Events, StringComparison.Ordinal) != true
                )
                {
                    context.Request.Method = HttpMethods.Get;
                }

                return next(context);
            }
        );
}

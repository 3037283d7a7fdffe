using Microsoft.AspNetCore.Http;
using Rootscope.Web.Discussion.Rights;
using Rootscope.Web.Security;

namespace Rootscope.Web.Discussion.Pages;

/// <summary>The cookie of a browser in which a mailed link was opened: a random secret, of which a mark is kept.</summary>
internal static class WriterCookie
{
    private static readonly SiteCookie Cookie = new("rootscope-writer", "/", WriterSessions.SessionHolds);

    public static string? Of(HttpContext context) => Cookie.Of(context);

    public static void Give(HttpContext context, string session) => Cookie.Give(context, session);

    public static void Take(HttpContext context) => Cookie.Take(context);
}

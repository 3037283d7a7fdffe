using Microsoft.AspNetCore.Http;
using Rootscope.Web.Discussion.Rights;

namespace Rootscope.Web.Discussion.Pages;

/// <summary>The cookie of a browser in which a mailed link was opened: a random secret, of which a mark is kept.</summary>
internal static class WriterCookie
{
    private const string Name = "rootscope-writer";

    public static string? Of(HttpContext context) => context.Request.Cookies[Name];

    public static void Give(HttpContext context, string session) =>
        context.Response.Cookies.Append(Name, session, Options(context, WriterSessions.SessionHolds));

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    private static CookieOptions Options(HttpContext context, TimeSpan? holds) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = holds,
            Path = "/",
            IsEssential = true,
        };
}

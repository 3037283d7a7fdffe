using Microsoft.AspNetCore.Http;
using Rootscope.Web.Discussion.Rights;

namespace Rootscope.Web.Discussion.Pages;

/// <summary>The signed cookie that lets the browser that sent a comment change it for a quarter of an hour.</summary>
internal static class EditCookie
{
    public const string Name = "rootscope-edit";

    public static void Give(HttpContext context, string token) =>
        context.Response.Cookies.Append(
            Name,
            token,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = CommentRights.EditWindow,
                Path = "/discussion/edit",
                IsEssential = true,
            }
        );
}

using Microsoft.AspNetCore.Http;
using Rootscope.Web.Discussion.Rights;
using Rootscope.Web.Security;

namespace Rootscope.Web.Discussion.Pages;

/// <summary>The signed cookie that lets the browser that sent a comment change it for a quarter of an hour.</summary>
internal static class EditCookie
{
    private static readonly SiteCookie Cookie = new("rootscope-edit", "/discussion/edit", CommentRights.EditWindow);

    public static string? Of(HttpContext context) => Cookie.Of(context);

    public static void Give(HttpContext context, string token) => Cookie.Give(context, token);
}

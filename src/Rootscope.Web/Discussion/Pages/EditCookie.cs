using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Hosting;

namespace Rootscope.Web.Discussion.Pages;

/// <summary>The signed cookie that lets the browser that sent a comment change it for a quarter of an hour.</summary>
internal static class EditCookie
{
    public const string Name = "rootscope-edit";

    public static void Give(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps || context.RequestServices.GetRequiredService<ObservatoryOptions>().CookiePolicy == CookieSecurePolicy.Always,
        MaxAge = CommentRights.EditWindow,
        Path = "/discussion/edit",
        IsEssential = true,
    });
}

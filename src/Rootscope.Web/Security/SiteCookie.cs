using Microsoft.AspNetCore.Http;

namespace Rootscope.Web.Security;

/// <summary>A cookie of the site: for the server alone, for this site alone, and by HTTPS where the visitor came by it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The addresses that it is sent to.</param>
/// <param name="Holds">How long browsers keep it.</param>
internal sealed record SiteCookie(string Name, string Path, TimeSpan Holds)
{
    /// <summary>What a request brings; null where it brings none.</summary>
    public string? Of(HttpContext context) => context.Request.Cookies[Name];

    /// <summary>Gives it to a browser.</summary>
    public void Give(HttpContext context, string value)
    {
        CookieOptions options = Options(context);
        options.MaxAge = Holds;
        context.Response.Cookies.Append(Name, value, options);
    }

    /// <summary>Takes it away.</summary>
    public void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    /// <summary>Makes a cookie that the framework writes like all others.</summary>
    public static void Close(CookieBuilder cookie)
    {
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private CookieOptions Options(HttpContext context)
    {
        var shape = new CookieBuilder { Path = Path, IsEssential = true };
        Close(shape);
        return shape.Build(context);
    }
}

using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Security;

namespace Rootscope.Web.Moderation;

/// <summary>What became of an attempt to sign in.</summary>
internal enum SignInOutcome
{
    /// <summary>The moderator is signed in.</summary>
    Done,

    /// <summary>Name and password do not belong together.</summary>
    Wrong,

    /// <summary>There were too many wrong attempts; the password was not looked at.</summary>
    TooMany,
}

/// <summary>Signs moderators in and out, and holds every request against the stamp of its session.</summary>
internal static class SigningIn
{
    private const string SecretClaim = "session";

    /// <summary>A browser that somebody has signed in with.</summary>
    private static readonly SiteCookie Known = new("rootscope-known", "/admin", SignInLimits.BrowserKnownFor);

    /// <summary>The longest name that is looked at. Unit: characters.</summary>
    public const int LongestName = 80;

    /// <summary>Signs in by name and password.</summary>
    public static async Task<SignInOutcome> ByPasswordAsync(HttpContext context, string name, string password)
    {
        IServiceProvider services = context.RequestServices;
        SignInLimits limits = services.GetRequiredService<SignInLimits>();
        Moderators moderators = services.GetRequiredService<Moderators>();
        if (name.Length > LongestName || password.Length > Moderators.LongestPassword)
        {
            return SignInOutcome.Wrong;
        }

        IPAddress from = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (limits.Begin(name, from, Known.Of(context)) is not { } wasRight)
        {
            return SignInOutcome.TooMany;
        }

        if (!moderators.Check(name, password) || moderators.Begin(name, BrowserWords.Of(context.Request)) is not { } secret)
        {
            return SignInOutcome.Wrong;
        }

        wasRight();
        await GiveAsync(context, limits, name, secret);
        return SignInOutcome.Done;
    }

    /// <summary>Signs in by a link that was made at the machine; false where it does not hold.</summary>
    public static async Task<bool> ByLinkAsync(HttpContext context, string link)
    {
        IServiceProvider services = context.RequestServices;
        if (services.GetRequiredService<Moderators>().Open(link, BrowserWords.Of(context.Request)) is not { } opened)
        {
            return false;
        }

        await GiveAsync(context, services.GetRequiredService<SignInLimits>(), opened.Name, opened.Secret);
        return true;
    }

    /// <summary>Signs out: every copy of the cookie is worth nothing from now on.</summary>
    public static async Task OutAsync(HttpContext context)
    {
        if (context.User.Identity?.Name is { } name && StampOf(context.User) is { } stamp)
        {
            context.RequestServices.GetRequiredService<Moderators>().End(name, s => s.Stamp == stamp);
        }

        await context.SignOutAsync();
    }

    /// <summary>The stamp of the session that a request is of; null where it is of none.</summary>
    public static string? StampOf(ClaimsPrincipal user) =>
        user.FindFirstValue(SecretClaim) is { } secret ? Moderators.StampOf(secret) : null;

    /// <summary>Refuses a cookie whose session was ended, or whose moderator has gone or has a new password.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        Moderators moderators = context.HttpContext.RequestServices.GetRequiredService<Moderators>();
        if (
            context.Principal?.Identity?.Name is not { } name
            || !moderators.IsSignedIn(name, context.Principal.FindFirstValue(SecretClaim))
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    private static async Task GiveAsync(HttpContext context, SignInLimits limits, string name, string secret)
    {
        Known.Give(context, limits.KnownBrowser(name));
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, name), new Claim(SecretClaim, secret)],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        await context.SignInAsync(new ClaimsPrincipal(identity));
    }
}

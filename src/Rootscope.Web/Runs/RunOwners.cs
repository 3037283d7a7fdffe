using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Runs;

/// <summary>
/// Who may stop a run: whoever sent it, by a secret that a browser has as a cookie and a program was told; a moderator; and, of a site for
/// one machine alone, whoever sits at it.
/// </summary>
internal static class RunOwners
{
    private const string Cookie = "rootscope-runs";
    private const string Scheme = "Bearer ";
    private const int ShortestSecret = 20;
    private const int LongestSecret = 64;
    private static readonly TimeSpan Holds = TimeSpan.FromDays(1);

    /// <summary>The secret of a request: what it brings, or a new one.</summary>
    public static string SecretOf(HttpContext context) => Brought(context) ?? DiscussionKeys.NewKey();

    /// <summary>Gives a browser its secret to keep.</summary>
    public static void Give(HttpContext context, string secret) =>
        context.Response.Cookies.Append(
            Cookie,
            secret,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = Holds,
                Path = "/",
                IsEssential = true,
            }
        );

    /// <summary>Stops a run for whoever asks; false where it is not his. One of several senders gives up his own part of it.</summary>
    public static bool TryStop(ScenarioRunState run, HttpContext context, ObservatoryOptions options)
    {
        if (IsAnybodys(context, options))
        {
            run.Cancellation.Cancel();
            return true;
        }

        return Brought(context) is { } secret && run.TryGiveUp(secret);
    }

    /// <summary>Whether whoever asks may stop a run.</summary>
    public static bool MayStop(ScenarioRunState run, HttpContext context, ObservatoryOptions options) =>
        IsAnybodys(context, options) || (Brought(context) is { } secret && run.IsOf(secret));

    private static bool IsAnybodys(HttpContext context, ObservatoryOptions options) =>
        context.User.Identity?.IsAuthenticated == true
        || (options.IsForThisMachineAlone && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address));

    private static string? Brought(HttpContext context)
    {
        string header = context.Request.Headers.Authorization.ToString();
        string? secret = header.StartsWith(Scheme, true, CultureInfo.InvariantCulture)
            ? header[Scheme.Length..].Trim()
            : context.Request.Cookies[Cookie];
        return secret is { Length: >= ShortestSecret and <= LongestSecret } ? secret : null;
    }
}

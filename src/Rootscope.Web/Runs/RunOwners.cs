using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Runs;

/// <summary>
/// Who may stop a run: whoever sent it, by a secret that a browser has as a cookie and a program was told; a moderator; and, of a site for
/// one machine alone, whoever sits at it.
/// </summary>
internal static class RunOwners
{
    private const string Scheme = "Bearer ";
    private const int ShortestSecret = 20;
    private const int LongestSecret = 64;
    private static readonly SiteCookie Cookie = new("rootscope-runs", "/", TimeSpan.FromDays(1));

    /// <summary>The secret of a request: what it brings, or a new one.</summary>
    public static string SecretOf(HttpContext context) => Brought(context) ?? DiscussionKeys.NewKey();

    /// <summary>Gives a browser its secret to keep.</summary>
    public static void Give(HttpContext context, string secret) => Cookie.Give(context, secret);

    /// <summary>Stops a run for whoever asks; false where it is not his. One of several senders gives up his own part of it.</summary>
    public static bool TryStop(ScenarioRunState run, HttpContext context)
    {
        if (IsAnybodys(context))
        {
            run.Cancellation.Cancel();
            return true;
        }

        return Brought(context) is { } secret && run.TryGiveUp(secret);
    }

    /// <summary>Whether whoever asks may stop a run.</summary>
    public static bool MayStop(ScenarioRunState run, HttpContext context) =>
        IsAnybodys(context) || (Brought(context) is { } secret && run.IsOf(secret));

    private static bool IsAnybodys(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true
        || (
            context.RequestServices.GetRequiredService<ObservatoryOptions>().IsForThisMachineAlone
            && context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
        );

    private static string? Brought(HttpContext context)
    {
        string header = context.Request.Headers.Authorization.ToString();
        string? secret = header.StartsWith(Scheme, true, CultureInfo.InvariantCulture)
            ? header[Scheme.Length..].Trim()
            : Cookie.Of(context);
        return secret is { Length: >= ShortestSecret and <= LongestSecret } ? secret : null;
    }
}

using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Security;

/// <summary>Who may do what is not for every visitor: the owner of the site.</summary>
/// <remarks>
/// Whoever sits at the machine of a site for that machine alone is its owner; everywhere else it takes a moderator who signed in.
/// </remarks>
internal static class OwnerPolicy
{
    /// <summary>Whether a request is the owner's.</summary>
    public static bool Holds(AuthorizationHandlerContext asked, ObservatoryOptions options) =>
        asked.User.Identity?.IsAuthenticated == true
        || (
            options.IsForThisMachineAlone
            && asked.Resource is HttpContext { Connection.RemoteIpAddress: { } address }
            && IPAddress.IsLoopback(address)
        );
}

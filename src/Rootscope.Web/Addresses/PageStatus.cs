using Microsoft.AspNetCore.Http;

namespace Rootscope.Web.Addresses;

/// <summary>The status of a page that says itself what is not there.</summary>
internal static class PageStatus
{
    /// <summary>
    /// Answers with 404 and the page as it is. A page that sets this status while it is made is dropped by the framework for the general
    /// one, and the nearest names with it; so it is set when the answer begins.
    /// </summary>
    public static void NotFound(HttpContext context) =>
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
}

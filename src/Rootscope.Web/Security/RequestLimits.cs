using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rootscope.Web.Api;
using Rootscope.Web.Discussion.Spam;
using Rootscope.Web.Hosting;
using Rootscope.Web.Requests;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Security;

/// <summary>
/// How much one client may ask: reads by the second, writes by the minute. More is answered with 429 and when to come back.
/// </summary>
/// <remarks>
/// Clients are told apart by address, those of IPv6 by network; addresses are kept in memory alone, and as long as their bucket is not
/// full.
/// </remarks>
internal sealed class RequestLimits
{
    private readonly TokenBuckets _reads;
    private readonly TokenBuckets _writes;
    private readonly TimeSpan _writeRefill;

    public RequestLimits(ObservatoryOptions options)
    {
        _writeRefill = TimeSpan.FromMinutes(1) / options.WritesPerMinute;
        _reads = new TokenBuckets(2 * options.RequestsPerSecond, TimeSpan.FromSeconds(1) / options.RequestsPerSecond, options.Clock);
        _writes = new TokenBuckets(options.WritesPerMinute, _writeRefill, options.Clock);
    }

    public static void Use(IApplicationBuilder app, RequestLimits limits, SiteMeter meter) =>
        app.Use(
            (context, next) =>
            {
                string client = Clients.Of(context.Connection.RemoteIpAddress);
                bool mayRead = limits._reads.TryTake(client);
                bool isWrite = OriginCheck.IsUnsafe(context.Request.Method);
                if (mayRead && (!isWrite || limits._writes.TryTake(client)))
                {
                    return next(context);
                }

                meter.Refused();
                int seconds = isWrite ? (int)Math.Ceiling(limits._writeRefill.TotalSeconds) : 1;
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return ApiProblems.IsForPrograms(context.Request)
                    ? ApiProblems
                        .Of(ApiProblems.TooMany, $"More requests come from your address than this site answers. Come back in {seconds} s.")
                        .ExecuteAsync(context)
                    : PlainAsync(context, givesBack: mayRead && isWrite);
            }
        );

    private static async Task PlainAsync(HttpContext context, bool givesBack)
    {
        // A page would cost what the limit is there to save. What was typed into a form is given back all the same.
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(
            "More requests come from your address than this site answers. Come back in a moment.\n来自您的地址的请求过多，请稍后再试。\n",
            context.RequestAborted
        );
        foreach ((string field, string typed) in givesBack ? await TypedFields.OfAsync(context) : [])
        {
            await context.Response.WriteAsync($"\n{field}:\n{typed}\n", context.RequestAborted);
        }
    }
}

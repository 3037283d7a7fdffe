using System.Globalization;
using System.Net;
using System.Net.Sockets;
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
                string client = ClientOf(context.Connection.RemoteIpAddress);
                bool isWrite = OriginCheck.IsUnsafe(context.Request.Method);
                if (limits._reads.TryTake(client) && (!isWrite || limits._writes.TryTake(client)))
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
                    : Plain(context);
            }
        );

    private static Task Plain(HttpContext context)
    {
        // A page would cost what the limit is there to save.
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "More requests come from your address than this site answers. Come back in a moment.\n来自您的地址的请求过多，请稍后再试。\n",
            context.RequestAborted
        );
    }

    private static string ClientOf(IPAddress? address)
    {
        if (address is null)
        {
            return string.Empty;
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.MapToIPv4().ToString();
        }

        // A household has a network of /64, in which it takes addresses as it likes.
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}

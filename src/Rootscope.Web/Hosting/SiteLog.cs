using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Hosting;

/// <summary>
/// What the site writes down, on the error stream: faults always, a line a request where asked for. Nothing of a visitor is in it.
/// </summary>
/// <remarks>
/// A request is told by the pattern of its address, not by the address: no name, no query, no address of a client, no kind of browser.
/// </remarks>
internal static class SiteLog
{
    private static readonly Action<ILogger, string, string, int, double, Exception?> LogRequest = LoggerMessage.Define<
        string,
        string,
        int,
        double
    >(LogLevel.Information, new EventId(0, nameof(LogRequest)), "{Method} {Pattern} {Status} in {Milliseconds:0.0} ms");

    private const string Requests = "Rootscope.Requests";

    public static void Add(ILoggingBuilder logging, ObservatoryOptions options)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter(Requests, options.LogsRequests ? LogLevel.Information : LogLevel.Warning);
        _ = options.LogsAsJson
            ? logging.AddJsonConsole(console => console.IncludeScopes = false)
            : logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.AddFilter<ConsoleLoggerProvider>("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.None);

        // Pages with a form are not cached, and keys lie in a folder that only its owner reads: neither is news.
        logging
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    public static void Use(IApplicationBuilder app, ILoggerFactory factory)
    {
        ILogger log = factory.CreateLogger(Requests);
        if (!log.IsEnabled(LogLevel.Information))
        {
            return;
        }

        app.Use(
            async (context, next) =>
            {
                long began = Stopwatch.GetTimestamp();
                try
                {
                    await next(context);
                }
                finally
                {
                    string pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
                    string method = MethodOf(context.Request);
                    double took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                    LogRequest(log, method, pattern, context.Response.StatusCode, took, null);
                }
            }
        );
    }

    /// <summary>Anybody can send any word as a method.</summary>
    private static string MethodOf(HttpRequest request) =>
        Array.Find(
            (string[])[HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Delete],
            m => HttpMethods.Equals(m, request.Method)
        ) ?? "other";
}

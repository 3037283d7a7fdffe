using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Rootscope.Web.Answering;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Hosting;

/// <summary>Whether the process lives, and whether it can answer: for whoever watches over it.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => Results.Text("ok"));
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        HttpContext context,
        IDbContextFactory<DiscussionContext> contexts,
        SiteAnswers economies,
        ObservatoryOptions options,
        IHostApplicationLifetime lifetime
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        (string Name, bool Holds)[] checks =
        [
            (
                "database",
                await HoldsAsync(async () =>
                {
                    await using DiscussionContext database = await contexts.CreateDbContextAsync(context.RequestAborted);
                    return await database.Database.CanConnectAsync(context.RequestAborted);
                })
            ),
            ("tables", await HoldsAsync(() => Task.FromResult(economies.Tables.Count > 0))),
            ("folder", await HoldsAsync(() => Task.FromResult(Writable(options.DataFolder)))),
            ("serving", !lifetime.ApplicationStopping.IsCancellationRequested),
        ];
        bool isReady = checks.All(c => c.Holds);
        return Results.Json(
            new { status = isReady ? "ready" : "not-ready", checks = checks.ToDictionary(c => c.Name, c => c.Holds ? "ok" : "failed") },
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private static bool Writable(string folder)
    {
        string probe = Path.Combine(folder, $"probe-{Security.DiscussionKeys.NewKey()}");
        FileStreamOptions opening = PrivateFiles.Opening(FileMode.CreateNew);
        opening.Options = FileOptions.DeleteOnClose;
        using (new FileStream(probe, opening))
        {
            return true;
        }
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            // Why it failed is in the log of whoever uses it; a watcher is told that it failed.
            return false;
        }
    }
}

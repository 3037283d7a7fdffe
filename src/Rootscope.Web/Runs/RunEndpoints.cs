using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;

namespace Rootscope.Web.Runs;

/// <summary>Runs over HTTP: sent (202), watched, stopped, read as JSON and CSV.</summary>
internal static class RunEndpoints
{
    private const string Json = "application/json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/runs", SubmitAsync).DisableAntiforgery();
        routes.MapGet("/api/v1/runs/{id}", ReadAsync);
        routes.MapDelete("/api/v1/runs/{id}", CancelAsync);
        routes.MapGet("/api/v1/runs/{id}/events", WatchAsync);
        routes.MapGet("/runs/{id}.json", (string id, HttpContext context, RunQueue queue) => FileAsync(id, context, queue, f => (FigureEndpoints.ToJson(f), Json)));
        routes.MapGet("/runs/{id}.csv", (string id, HttpContext context, RunQueue queue) => FileAsync(id, context, queue, f => (FigureEndpoints.ToCsv(f), "text/csv; charset=utf-8")));
        routes.MapPost("/runs/{id}/cancel", async (string id, HttpContext context, RunQueue queue, IAntiforgery antiforgery) =>
        {
            await antiforgery.ValidateRequestAsync(context);
            (await queue.FindAsync(id, context.RequestAborted))?.Cancellation.Cancel();
            return Results.LocalRedirect($"/runs/{id}");
        });
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, RunQueue queue)
    {
        // Forms and plain text can be sent from any page without asking; a YAML type cannot.
        if (context.Request.ContentType?.Split(';')[0].Trim() is not ("application/yaml" or "application/x-yaml"))
        {
            return Results.Problem("Send the scenario as application/yaml.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        Submission submission = await queue.SubmitAsync(await reader.ReadToEndAsync(context.RequestAborted), context.RequestAborted);
        if (submission.IsFull)
        {
            context.Response.Headers.RetryAfter = "30";
            return Results.Problem("Too many runs wait already. Try again in half a minute.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (submission.Run is not { } run)
        {
            return Results.Problem(
                "The scenario has faults.",
                statusCode: StatusCodes.Status422UnprocessableEntity,
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["faults"] = submission.Faults.Select(f => new { f.Line, f.Column, f.Message }) });
        }

        return Results.Accepted($"/api/v1/runs/{run.View.Id}", run.View);
    }

    private static async Task<IResult> ReadAsync(string id, HttpContext context, RunQueue queue) =>
        await queue.FindAsync(id, context.RequestAborted) is { } run
            ? run.Result is { } result ? ConditionalText.Of(context, FigureEndpoints.ToJson(RunFigure.Of(id, result, Tongue.English)), Json) : Results.Ok(run.View)
            : NoSuchRun();

    private static async Task<IResult> CancelAsync(string id, HttpContext context, RunQueue queue)
    {
        if (await queue.FindAsync(id, context.RequestAborted) is not { } run)
        {
            return NoSuchRun();
        }

        await run.Cancellation.CancelAsync();
        return Results.Accepted($"/api/v1/runs/{id}");
    }

    private static async Task<IResult> WatchAsync(string id, HttpContext context, RunQueue queue) =>
        await queue.FindAsync(id, context.RequestAborted) is { } run
            ? TypedResults.ServerSentEvents(Events(run, context.RequestAborted))
            : NoSuchRun();

    private static async IAsyncEnumerable<SseItem<RunView>> Events(ScenarioRunState run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (RunView view in run.Watch(cancellation))
        {
            yield return new SseItem<RunView>(view, view.IsOver ? "over" : "step");
        }
    }

    private static async Task<IResult> FileAsync(string id, HttpContext context, RunQueue queue, Func<Figure, (string Text, string MediaType)> writer)
    {
        if (await queue.FindAsync(id, context.RequestAborted) is not { } run)
        {
            return Results.NotFound();
        }

        if (run.Result is not { } result)
        {
            return Results.Accepted($"/api/v1/runs/{id}", run.View);
        }

        (string text, string mediaType) = writer(RunFigure.Of(id, result, Observing.PageState.Read(context.Request.Query).Tongue));
        return ConditionalText.Of(context, text, mediaType);
    }

    private static IResult NoSuchRun() => Results.Problem("There is no such run.", statusCode: StatusCodes.Status404NotFound);
}

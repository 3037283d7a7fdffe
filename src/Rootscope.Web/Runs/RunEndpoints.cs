using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rootscope.Answers.Questions;
using Rootscope.Web.Addresses;
using Rootscope.Web.Api;
using Rootscope.Web.Figures;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Runs;

/// <summary>Runs over HTTP: sent (202), watched, stopped, read as JSON and CSV.</summary>
internal static class RunEndpoints
{
    private const string Json = "application/json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/v1/runs", SubmitAsync)
            .DisableAntiforgery()
            .WithName("send-run")
            .WithSummary("Send a scenario")
            .WithDescription(
                "Queues a scenario and answers at once with where to watch it. The same scenario on the same table is one run, however "
                    + "often it is sent. Runs wait in a short queue and are stopped after two minutes. The query may say how the economy "
                    + $"is made: {string.Join("; ", RunOptions.All.Select(o => $"{o.Name} ({string.Join(", ", o.Words)})"))}."
            )
            .Accepts<string>("application/yaml")
            .Produces<RunView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes
            .MapGet("/api/v1/runs/{run}", ReadAsync)
            .WithName("run")
            .WithSummary("How far a run is")
            .WithDescription(
                "The run's stage (Queued, Running, Done, Failed or Cancelled), the lens at work, and where its events, losses and page are."
            )
            .Produces<RunView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes
            .MapDelete("/api/v1/runs/{run}", CancelAsync)
            .WithName("stop-run")
            .WithSummary("Stop a run")
            .WithDescription("Stops a run that waits or is being computed.")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes
            .MapGet("/api/v1/runs/{run}/events", WatchAsync)
            .WithName("run-events")
            .WithSummary("Watch a run")
            .WithDescription(
                "Server-sent events: 'step' for every change, 'over' once at the end; each carries the same object as the run itself."
            )
            .Produces<RunView>(contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet(
            "/runs/{id}.json",
            (string id, HttpContext context, RunQueue queue) => FileAsync(id, context, queue, f => (f.Report.ToJson(), Json))
        );
        routes.MapGet(
            "/runs/{id}.csv",
            (string id, HttpContext context, RunQueue queue) =>
                FileAsync(id, context, queue, f => (f.Report.ToCsv(), "text/csv; charset=utf-8"))
        );
        routes.MapPost(
            "/runs/{id}/cancel",
            async (string id, HttpContext context, RunQueue queue, IAntiforgery antiforgery) =>
            {
                if (!await antiforgery.IsRequestValidAsync(context))
                {
                    return Results.BadRequest();
                }

                (await queue.FindAsync(id, context.RequestAborted))?.Cancellation.Cancel();
                return Results.LocalRedirect($"/runs/{id}");
            }
        );
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, RunQueue queue)
    {
        // Forms and plain text can be sent from any page without asking; a YAML type cannot.
        if (context.Request.ContentType?.Split(';')[0].Trim() is not ("application/yaml" or "application/x-yaml"))
        {
            return ApiProblems.Of(ApiProblems.MediaType, "Send the scenario as application/yaml.");
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        ScenarioQuestion question;
        try
        {
            question = RunOptions.Read(await reader.ReadToEndAsync(context.RequestAborted), name => context.Request.Query[name].ToString());
        }
        catch (QuestionException fault)
        {
            return ApiProblems.Of(fault);
        }

        Submission submission = await queue.SubmitAsync(question, context.RequestAborted);
        if (submission.IsFull)
        {
            context.Response.Headers.RetryAfter = "30";
            return ApiProblems.Of(ApiProblems.Busy, "Too many runs wait already. Try again in half a minute.");
        }

        if (submission.Run is not { } run)
        {
            return ApiProblems.Of(
                ApiProblems.BadScenario,
                "The scenario cannot be run yet.",
                KeyValuePair.Create<string, object?>(
                    "faults",
                    submission.Faults.Select(f => new
                    {
                        f.Line,
                        f.Column,
                        Message = RepairWords.Api(f.Text),
                    })
                )
            );
        }

        return Results.Accepted($"/api/v1/runs/{run.View.Id}", run.View);
    }

    private static async Task<IResult> ReadAsync([FromRoute(Name = "run")] string id, HttpContext context, RunQueue queue) =>
        await queue.FindAsync(id, context.RequestAborted) is { } run ? Results.Ok(run.View) : NoSuchRun(id);

    private static async Task<IResult> CancelAsync([FromRoute(Name = "run")] string id, HttpContext context, RunQueue queue)
    {
        if (await queue.FindAsync(id, context.RequestAborted) is not { } run)
        {
            return NoSuchRun(id);
        }

        await run.Cancellation.CancelAsync();
        return Results.Accepted($"/api/v1/runs/{id}");
    }

    private static async Task<IResult> WatchAsync([FromRoute(Name = "run")] string id, HttpContext context, RunQueue queue) =>
        await queue.FindAsync(id, context.RequestAborted) is { } run
            ? TypedResults.ServerSentEvents(Events(run, context.RequestAborted))
            : NoSuchRun(id);

    private static async IAsyncEnumerable<SseItem<RunView>> Events(
        ScenarioRunState run,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (RunView view in run.Watch(cancellation))
        {
            yield return new SseItem<RunView>(view, view.IsOver ? "over" : "step");
        }
    }

    private static async Task<IResult> FileAsync(
        string id,
        HttpContext context,
        RunQueue queue,
        Func<Figure, (string Text, string MediaType)> writer
    )
    {
        if (await queue.FindAsync(id, context.RequestAborted) is not { } run)
        {
            return Results.NotFound();
        }

        if (run.Answer is not { } answer)
        {
            return Results.Accepted($"/api/v1/runs/{id}", run.View);
        }

        (string text, string mediaType) = writer(RunFigure.Of(id, answer, Addresses.PageState.Read(context.Request.Query).Tongue));
        return ConditionalText.Of(context, text, mediaType);
    }

    private static IResult NoSuchRun(string id) =>
        ApiProblems.Of(
            ApiProblems.UnknownName,
            $"There is no run '{id}'. Send its scenario to POST /api/v1/runs; the answer names the run."
        );
}

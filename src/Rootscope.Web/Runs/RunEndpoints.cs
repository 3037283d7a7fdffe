using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Api;
using Rootscope.Web.Figures;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;
using Rootscope.Web.Security;

namespace Rootscope.Web.Runs;

/// <summary>Runs over HTTP: sent (202), watched, stopped, read as JSON, CSV and a picture.</summary>
internal static class RunEndpoints
{
    private const string Json = "application/json; charset=utf-8";
    private const string Svg = "image/svg+xml; charset=utf-8";

    /// <summary>The types that a scenario may be sent as.</summary>
    private static readonly string[] ScenarioTypes = ["application/yaml", "application/x-yaml"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/api/v1/runs", SubmitAsync)
            .DisableAntiforgery()
            .WithMetadata(new TakesAttribute<RunQuery>())
            .WithName("send-run")
            .WithSummary("Send a scenario")
            .WithDescription(
                "Queues a scenario and answers at once with where to watch it, and with the secret that stops it again. The same scenario "
                    + "on the same table is one run, however often it is sent; its name and notes are not kept. Runs wait in a short "
                    + "queue, in which clients take turns, and are stopped after two minutes. The query may say how the economy "
                    + $"is made: {string.Join("; ", RunOptions.All.Select(o => $"{o.Name} ({string.Join(", ", o.Words)})"))}."
            )
            .Accepts<string>(ScenarioTypes[0], ScenarioTypes[1..])
            .Produces<RunView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes
            .MapGet("/api/v1/runs/{run}", Read)
            .WithName("run")
            .WithSummary("How far a run is")
            .WithDescription(
                "The run's stage (Queued, Running, Done, Failed, Cancelled or Kept), the lens at work, and where its events, losses and "
                    + "page are. A run is Kept when its question is there and its result no longer; while it could not be computed either, "
                    + "because too many wait, the answer is 503."
            )
            .Produces<RunView>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes
            .MapPost("/api/v1/runs/{run}", AgainAsync)
            .DisableAntiforgery()
            .WithName("repeat-run")
            .WithSummary("Compute a run anew")
            .WithDescription(
                "Queues a run whose question is kept and whose result is not (stage Kept), or that was stopped or failed. Reading a run "
                    + "never does."
            )
            .Produces<RunView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes
            .MapDelete("/api/v1/runs/{run}", Cancel)
            .WithName("stop-run")
            .WithSummary("Stop a run")
            .WithDescription(
                "Stops a run that waits or is being computed. It takes the secret that the answer to sending it told, as 'Authorization: "
                    + "Bearer SECRET'; a run that several have sent goes on until the last of them stops it. At the machine of a site for "
                    + "that machine alone no secret is needed."
            )
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes
            .MapGet("/api/v1/runs/{run}/events", Watch)
            .WithName("run-events")
            .WithSummary("Watch a run")
            .WithDescription(
                "Server-sent events: 'step' for every change, 'over' once at the end; each carries the same object as the run itself."
            )
            .Produces<RunView>(contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapFile("json", f => (f.Report.ToJson(), Json));
        MapFile("csv", f => (f.Report.ToCsv(), "text/csv; charset=utf-8"));
        MapFile("svg", f => f.Sheet is { } sheet ? (SheetSvg.File(sheet(SheetFormat.Wide)), Svg) : null);
        routes.MapPost("/runs/{id}/cancel", CancelFormAsync);
        routes.MapPost("/runs/{id}/again", AgainFormAsync);

        void MapFile(string suffix, Func<Figure, (string Text, string MediaType)?> writer) =>
            routes
                .MapGet(
                    $"/runs/{{id}}.{suffix}",
                    (string id, HttpContext context, RunQueue queue, SiteAnswers economies) => FileOf(id, context, queue, economies, writer)
                )
                .WithMetadata(new TakesAttribute<PageState>());
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, RunQueue queue)
    {
        // Forms and plain text can be sent from any page without asking; a YAML type cannot.
        string? type = context.Request.ContentType?.Split(';')[0].Trim();
        if (!ScenarioTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return ApiProblems.OfMediaType(context);
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

        string secret = RunOwners.SecretOf(context);
        return Told(await queue.SubmitAsync(question, SenderOf(context, secret), context.RequestAborted), secret, context);
    }

    private static async Task<IResult> AgainAsync([FromRoute(Name = "run")] string id, HttpContext context, RunQueue queue)
    {
        string secret = RunOwners.SecretOf(context);
        return await queue.AgainAsync(id, SenderOf(context, secret), context.RequestAborted) is { } submission
            ? Told(submission, secret, context)
            : NotThere(id, context, queue);
    }

    /// <summary>Who sends what a request brings.</summary>
    public static Sender SenderOf(HttpContext context, string? secret) => new(Clients.Of(context.Connection.RemoteIpAddress), secret);

    private static IResult Told(Submission submission, string secret, HttpContext context)
    {
        if (submission.IsFull)
        {
            return ApiProblems.Of(new BusyException(RunQueue.NoRoom, RunQueue.ComeBack));
        }

        if (submission.Run is { } run)
        {
            return Results.Accepted($"/api/v1/runs/{run.View.Id}", run.View with { Secret = secret });
        }

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

    /// <summary>Whether there is room for a run of whoever asks.</summary>
    public static bool HasRoom(HttpContext context, RunQueue queue) => queue.HasRoom(Clients.Of(context.Connection.RemoteIpAddress));

    /// <summary>Tells with 503 when a run may be taken again.</summary>
    public static void SayWhenToComeBack(HttpContext context) =>
        context.Response.Headers.RetryAfter = RunQueue.ComeBack.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    private static IResult Read([FromRoute(Name = "run")] string id, HttpContext context, RunQueue queue) =>
        queue.Find(id) is { } run ? Results.Ok(run.View)
        : queue.FaultOf(id, Clients.Of(context.Connection.RemoteIpAddress)) is NotReadyException ? Results.Ok(RunView.OfKept(id))
        : NotThere(id, context, queue);

    private static IResult Cancel([FromRoute(Name = "run")] string id, HttpContext context, RunQueue queue) =>
        queue.Find(id) is not { } run ? (queue.Kept.Knows(id) ? Results.Accepted($"/api/v1/runs/{id}") : NotThere(id, context, queue))
        : RunOwners.TryStop(run, context) ? Results.Accepted($"/api/v1/runs/{id}")
        : ApiProblems.Of(
            ApiProblems.NotAllowed,
            "Whoever sent the run stops it, by the secret that the answer to sending it told: Authorization: Bearer SECRET."
        );

    private static async Task<IResult> CancelFormAsync(string id, HttpContext context, RunQueue queue, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        return queue.Find(id) is { } run && !RunOwners.TryStop(run, context)
            ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : Results.LocalRedirect($"/runs/{id}");
    }

    private static async Task<IResult> AgainFormAsync(string id, HttpContext context, RunQueue queue, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        string secret = RunOwners.SecretOf(context);
        if (await queue.AgainAsync(id, SenderOf(context, secret), context.RequestAborted) is not { } submission)
        {
            return Results.NotFound();
        }

        if (submission.Run is { } run)
        {
            RunOwners.Give(context, secret);
            return Results.LocalRedirect($"/runs/{run.View.Id}");
        }

        if (submission.IsFull)
        {
            SayWhenToComeBack(context);
        }

        return Results.StatusCode(submission.IsFull ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Watch([FromRoute(Name = "run")] string id, HttpContext context, RunQueue queue) =>
        queue.Find(id) is { } run ? TypedResults.ServerSentEvents(Events(run, context.RequestAborted)) : NotThere(id, context, queue);

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

    private static IResult FileOf(
        string id,
        HttpContext context,
        RunQueue queue,
        SiteAnswers economies,
        Func<Figure, (string Text, string MediaType)?> writer
    )
    {
        if (queue.Find(id) is not { } run)
        {
            return NotThere(id, context, queue);
        }

        if (run.Answer is not { } answer)
        {
            return Results.Accepted($"/api/v1/runs/{id}", run.View);
        }

        Tongue tongue = PageState.Read(context.Request.Query).Tongue;
        return writer(RunFigure.Of(id, answer, economies, tongue)) is var (text, mediaType)
            ? ConditionalText.Of(context, text, mediaType)
            : Results.NotFound();
    }

    /// <summary>What is said of an address at which nothing is computed.</summary>
    public static IResult NotThere(string id, HttpContext context, RunQueue queue) =>
        ApiProblems.Of(queue.FaultOf(id, Clients.Of(context.Connection.RemoteIpAddress)));
}

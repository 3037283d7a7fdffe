using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Addresses;
using Rootscope.Web.Hosting;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Imports;

/// <summary>Import over HTTP: who may, how much, and where it is watched.</summary>
internal static class ImportHosting
{
    public const string Policy = "import";
    public const string Page = "/data/import";

    /// <summary>The year of a table, in the form and in the address that leads back to it.</summary>
    public static readonly QueryField Year = QueryField.OfCount("year", 1900, 2100);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    public static void Add(IServiceCollection services, ObservatoryOptions options)
    {
        services.AddSingleton<ImportQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportQueue>());
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = Math.Max(1, options.LargestImport));

        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policy, policy => policy.RequireAssertion(asked => options.LargestImport > 0 && OwnerPolicy.Holds(asked, options)));
    }

    public static void Map(IEndpointRouteBuilder routes, ObservatoryOptions options)
    {
        // Authorization comes before the form is read, so that nobody else's bytes are taken in; the form's token is checked as that of
        // every form.
        routes
            .MapPost($"{Page}/files", SubmitAsync)
            .RequireAuthorization(Policy)
            .WithMetadata(new SizeLimit(options.LargestImport))
            .DisableAntiforgery();
        routes.MapGet($"{Page}/{{id}}/events", Watch).RequireAuthorization(Policy);
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, ImportQueue queue, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType)
        {
            return Results.BadRequest();
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception fault)
            when (fault is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        string word = form["layout"].ToString();
        string typedYear = form[Year.Name].ToString().Trim();
        if (!ImportQueue.Formats.Any(f => f.Word == word) || (typedYear.Length > 0 && Year.FaultOf(typedYear) is not null))
        {
            return Results.BadRequest();
        }

        int? year = int.TryParse(typedYear, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : null;
        string country = form["country"].ToString().Trim();
        var request = new ImportRequest(word, form["name"].ToString().Trim(), year, country.Length > 0 ? country : null);
        string? id = await queue.SubmitAsync(request, [.. form.Files.Where(f => f.Length > 0)], context.RequestAborted);
        if (id is null)
        {
            context.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return Results.LocalRedirect($"{Page}/{id}");
    }

    private static IResult Watch(string id, HttpContext context, ImportQueue queue) =>
        queue.Find(id) is { } job ? TypedResults.ServerSentEvents(Events(job, context.RequestAborted)) : Results.NotFound();

    private static async IAsyncEnumerable<SseItem<ImportView>> Events(
        ImportJob job,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (ImportView view in job.Watch(Step, cancellation))
        {
            yield return new SseItem<ImportView>(view, view.IsOver ? "over" : "step");
        }
    }

    private sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}

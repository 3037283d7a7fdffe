using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Addresses;
using Rootscope.Web.Discussion.Rights;
using Rootscope.Web.Discussion.Store;

namespace Rootscope.Web.Discussion.Pages;

/// <summary>
/// A writer's own data as a file, everything that is kept but the address itself, which he knows: one comment by its own secret, all of an
/// address from the browser that stands for it.
/// </summary>
internal static class OwnCommentsEndpoints
{
    private static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/discussion/mine",
                async (string? token, HttpContext context, CommentRights rights) =>
                    FileOf(context, await rights.OwnAsync(token, context.RequestAborted) is { } own ? [own] : null)
            )
            .WithMetadata(new TakesAttribute<LinkQuery>());
        routes.MapGet(
            "/discussion/own.json",
            async (HttpContext context, OwnComments comments) =>
                FileOf(context, await comments.ListAsync(WriterCookie.Of(context), context.RequestAborted))
        );
    }

    private static IResult FileOf(HttpContext context, IReadOnlyList<CommentRecord>? own)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (own is null)
        {
            return Results.NotFound();
        }

        var rows = own.Select(c => new
        {
            c.Key,
            c.Subject,
            c.Parent,
            c.Name,
            c.Text,
            stance = c.Stance.ToString(),
            c.Citation,
            status = c.Status.ToString(),
            c.Reason,
            c.CreatedAt,
            c.EditedAt,
            c.DecidedAt,
        });
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(rows, Pretty), "application/json", "my-comments.json");
    }
}

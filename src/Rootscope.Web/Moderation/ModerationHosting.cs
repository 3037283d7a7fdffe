using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Addresses;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Hosting;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Moderation;

/// <summary>The moderators' sign-in, their queue and what they decide.</summary>
internal static class ModerationHosting
{
    public const string Policy = "moderator";

    private const string SignInAddress = "/admin/sign-in";
    private const int LongestReason = 500;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => new Moderators(
            provider.GetRequiredService<ObservatoryOptions>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<SignInLimits>();
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "rootscope-moderator";
                SiteCookie.Close(cookie.Cookie);
                cookie.ExpireTimeSpan = Moderators.SignedInFor;
                cookie.SlidingExpiration = false;
                cookie.Events.OnValidatePrincipal = SigningIn.ValidateAsync;
                cookie.LoginPath = SignInAddress;
            });
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser());
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/admin/decide", DecideAsync).RequireAuthorization(Policy).WithMetadata(new TakesAttribute<PageState>());
        routes.MapPost("/admin/sign-out", OutAsync).RequireAuthorization(Policy);
    }

    private static async Task<IResult> OutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await SigningIn.OutAsync(context);
        return Results.LocalRedirect(SignInAddress);
    }

    private static async Task<IResult> DecideAsync(
        HttpContext context,
        CommentModeration moderation,
        [Microsoft.AspNetCore.Mvc.FromForm] DecisionForm form
    )
    {
        bool isErasing = form.Decision == "erase";
        CommentStatus? decision = form.Decision switch
        {
            "approve" => CommentStatus.Approved,
            "reject" => CommentStatus.Rejected,
            "spam" => CommentStatus.Spam,
            _ => null,
        };
        if ((decision is null && !isErasing) || form.Reason is { Length: > LongestReason })
        {
            return Results.BadRequest();
        }

        QueueView view = QueueView.Of(form.Show, form.Page);
        DecisionOutcome outcome = await moderation.DecideAsync(
            [.. form.Keys.Select(SeenComment.Parse)],
            view.Shown,
            decision,
            string.IsNullOrWhiteSpace(form.Reason) ? null : form.Reason.Trim(),
            context.User.Identity!.Name!,
            context.RequestAborted
        );
        return Results.LocalRedirect(view.AddressOf(PageState.Read(context.Request.Query), outcome));
    }

    /// <summary>The form of the queue.</summary>
    internal sealed class DecisionForm
    {
        public string Decision { get; set; } = string.Empty;

        public string? Reason { get; set; }

        public string? Show { get; set; }

        public string? Page { get; set; }

        public string[] Keys { get; set; } = [];
    }
}

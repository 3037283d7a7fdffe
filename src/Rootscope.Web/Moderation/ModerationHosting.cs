using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Hosting;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Moderation;

/// <summary>The moderators' sign-in, their queue and what they decide.</summary>
internal static class ModerationHosting
{
    public const string Policy = "moderator";

    private const int LongestReason = 500;
    private static readonly TimeSpan SignedInFor = TimeSpan.FromHours(8);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => new Moderators(
            provider.GetRequiredService<ObservatoryOptions>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "rootscope-moderator";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = SignedInFor;
                cookie.LoginPath = "/admin/sign-in";
            });
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser());
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/admin/decide", DecideAsync).RequireAuthorization(Policy);
        routes
            .MapPost(
                "/admin/sign-out",
                async (HttpContext context) =>
                {
                    await context.SignOutAsync();
                    return Results.LocalRedirect("/");
                }
            )
            .RequireAuthorization(Policy);
    }

    /// <summary>Signs a moderator in; false when name and password do not belong together or the name is locked.</summary>
    public static async Task<bool> SignInAsync(HttpContext context, Moderators moderators, string name, string password)
    {
        if (!moderators.Check(name, password))
        {
            return false;
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return true;
    }

    private static async Task<IResult> DecideAsync(
        HttpContext context,
        CommentModeration moderation,
        [Microsoft.AspNetCore.Mvc.FromForm] DecisionForm form
    )
    {
        CommentStatus? decision = form.Decision switch
        {
            "approve" => CommentStatus.Approved,
            "reject" => CommentStatus.Rejected,
            "spam" => CommentStatus.Spam,
            _ => null,
        };
        if (decision is null || form.Reason is { Length: > LongestReason })
        {
            return Results.BadRequest();
        }

        await moderation.DecideAsync(
            form.Keys,
            decision.Value,
            string.IsNullOrWhiteSpace(form.Reason) ? null : form.Reason.Trim(),
            context.User.Identity!.Name!,
            context.RequestAborted
        );
        return Results.LocalRedirect("/admin");
    }

    /// <summary>The form of the queue.</summary>
    internal sealed class DecisionForm
    {
        public string Decision { get; set; } = string.Empty;

        public string? Reason { get; set; }

        public string[] Keys { get; set; } = [];
    }
}

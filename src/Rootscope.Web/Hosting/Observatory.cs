using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rootscope.Storage;
using Rootscope.Web.Assets;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Pages;
using Rootscope.Web.Figures;
using Rootscope.Web.Layout;
using Rootscope.Web.Moderation;
using Rootscope.Web.Observing;
using Rootscope.Web.Runs;
using Rootscope.Web.Security;

namespace Rootscope.Web.Hosting;

/// <summary>The site: pages, figures and the API on one server.</summary>
public static class Observatory
{
    private const int MaximumRequestBytes = 64 * 1024;

    /// <summary>Builds the server; the caller starts and stops it.</summary>
    /// <param name="options">Where it listens and what it shows.</param>
    public static WebApplication Build(ObservatoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.DataFolder);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(Observatory).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MaximumRequestBytes;
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

        // Pages with a form are not cached, and keys lie in a folder that only its owner reads: neither is news.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddServices(builder.Services, options);
        WebApplication app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ObservatoryOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(new ObservedEconomies(new TableLibrary(options.WorkspaceFolder), options.Threads, TimeProvider.System));
        DiscussionHosting.Add(services, options);
        ModerationHosting.Add(services);
        services.AddSingleton<RunQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<RunQueue>());
        services.AddRoutingCore();

        // Chinese is written as it is, not as entities thrice as long.
        services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "rootscope-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHttpContextAccessor();
        services.AddResponseCompression(compression =>
        {
            // Pages carry nothing that a reader may not see, and every form's token is masked anew, so compression tells nothing.
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/csv", "application/json", "application/atom+xml", "image/svg+xml"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }

    private static void Use(WebApplication app)
    {
        SecurityHeaders.Use(app);
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/fault/{0}", createScopeForStatusCodePages: true);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/fault/500", AllowStatusCode404Response = true, CreateScopeForErrors = true });
        app.Use((context, next) =>
        {
            // The page of a fault is read, whatever the request that failed wanted to do.
            if (context.Request.Path.StartsWithSegments("/fault", StringComparison.Ordinal))
            {
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        AssetEndpoints.Map(app);
        FigureEndpoints.Map(app);
        Feeds.Map(app);
        OwnCommentsEndpoints.Map(app);
        ModerationHosting.Map(app);
        RunEndpoints.Map(app);
        app.MapRazorComponents<Site>();
        app.MapGet("/health", () => Results.Text("ok"));
    }
}

using System.IO.Compression;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Rootscope.Answers;
using Rootscope.Storage;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Api;
using Rootscope.Web.Assets;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Pages;
using Rootscope.Web.Figures;
using Rootscope.Web.Imports;
using Rootscope.Web.Layout;
using Rootscope.Web.Moderation;
using Rootscope.Web.Requests;
using Rootscope.Web.Runs;
using Rootscope.Web.Sections.Screening;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;
using HttpProtocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols;

namespace Rootscope.Web.Hosting;

/// <summary>The site: pages, figures and the API on one server.</summary>
public static class Observatory
{
    /// <summary>A scenario of the longest kind, sent as a form in Chinese, takes nine bytes a character.</summary>
    private const int MaximumRequestBytes = 512 * 1024;

    private const int MaximumHeaderBytes = 16 * 1024;
    private const int MaximumHeaders = 64;

    /// <summary>Fields of a form: the moderators' queue has the most.</summary>
    private const int MaximumFields = 256;

    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may say nothing before its first request and between two of them.</summary>
    private static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(30);

    /// <summary>Builds the server; the caller starts and stops it.</summary>
    /// <param name="options">Where it listens and what it shows.</param>
    public static WebApplication Build(ObservatoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SiteFolder.Prepare(options);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = typeof(Observatory).Assembly.GetName().Name }
        );
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls([.. options.Urls]);
        var connections = new ConnectionLimits();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MaximumRequestBytes;
            server.Limits.MaxRequestHeadersTotalSize = MaximumHeaderBytes;
            server.Limits.MaxRequestHeaderCount = MaximumHeaders;
            server.Limits.RequestHeadersTimeout = HeadersWithin;
            server.Limits.KeepAliveTimeout = SilentFor;
            server.ConfigureEndpointDefaults(listening =>
            {
                listening.Protocols = HttpProtocols.Http1;
                listening.Use(next => connection => connections.HoldAsync(connection, next));
            });
        });
        SiteLog.Add(builder.Logging, options);
        builder.Logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        AddServices(builder.Services, options);
        WebApplication app = builder.Build();
        Use(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, ObservatoryOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton<RequestLimits>();
        Telemetry.Add(services, options);
        services.AddSingleton(
            new SiteAnswers(new TableLibrary(options.WorkspaceFolder), options.Threads, TimeProvider.System)
            {
                BandDraws = options.BandDraws,
                WorksAhead = options.WorksAhead,
            }
        );
        if (options.WorksAhead)
        {
            services.AddHostedService<FirstAnswers>();
        }

        DiscussionHosting.Add(services, options);
        ModerationHosting.Add(services);
        ImportHosting.Add(services, options);
        ScreeningSection.Add(services, options);
        services.AddSingleton<RunQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<RunQueue>());
        services.AddSingleton(new Analyst(new TableLibrary(options.WorkspaceFolder), options.Threads));
        ApiEndpoints.Add(services);
        ApiDocument.Add(services);
        services.AddRoutingCore();
        services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = MaximumFields;
            form.KeyLengthLimit = 128;
            form.MultipartHeadersCountLimit = 8;
            form.MultipartHeadersLengthLimit = 4 * 1024;
        });

        // Chinese is written as it is, not as entities thrice as long.
        services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddSingleton(SiteSections.Navigation);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "rootscope-form";
            SiteCookie.Close(antiforgery.Cookie);
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
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    private static void Use(WebApplication app, ObservatoryOptions options)
    {
        ConnectionLimits.Use(app);

        // A proxy on this machine says who asks and by which protocol; from elsewhere nobody is believed.
        app.UseForwardedHeaders(
            new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto }
        );
        SiteLog.Use(app, app.Services.GetRequiredService<ILoggerFactory>());
        SecurityHeaders.Use(app);
        OriginCheck.Use(app, options);
        OpenData.Use(app, options);
        RequestLimits.Use(app, app.Services.GetRequiredService<RequestLimits>(), app.Services.GetRequiredService<SiteMeter>());
        app.UseResponseCompression();
        app.UseWhen(context => ApiProblems.IsForPrograms(context.Request), ApiProblems.Use);
        app.UseWhen(
            context => !ApiProblems.IsForPrograms(context.Request),
            pages =>
            {
                pages.UseStatusCodePagesWithReExecute("/fault/{0}", createScopeForStatusCodePages: true);
                pages.UseExceptionHandler(
                    new ExceptionHandlerOptions
                    {
                        ExceptionHandlingPath = "/fault/500",
                        AllowStatusCode404Response = true,
                        CreateScopeForErrors = true,
                        SuppressDiagnosticsCallback = failed => ApiProblems.IsOfTheRequest(failed.Exception),
                        StatusCodeSelector = fault =>
                            fault switch
                            {
                                UnknownNameException => StatusCodes.Status404NotFound,
                                BadHttpRequestException bad => bad.StatusCode,
                                _ => StatusCodes.Status500InternalServerError,
                            },
                    }
                );
            }
        );
        app.Use(
            (context, next) =>
            {
                // The page of a fault is read, whatever the request that failed wanted to do.
                if (context.Request.Path.StartsWithSegments("/fault", StringComparison.Ordinal))
                {
                    context.Request.Method = HttpMethods.Get;
                    if (context.Features.Get<IExceptionHandlerFeature>()?.Error is UnknownNameException)
                    {
                        context.Request.Path = "/fault/404";
                    }
                }

                return next(context);
            }
        );
        HeadRequests.Use(app);
        app.Use(
            async (context, next) =>
            {
                await next(context);

                // A page whose form's token does not hold is refused with a type and without a text: it gets the page of the fault.
                if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && !context.Response.HasStarted)
                {
                    context.Response.ContentType = null;
                }
            }
        );

        // Every cookie, whoever gives it: for the server alone, for this site alone, and by HTTPS alone where visitors come by it.
        app.UseCookiePolicy(
            new CookiePolicyOptions
            {
                HttpOnly = HttpOnlyPolicy.Always,
                MinimumSameSitePolicy = SameSiteMode.Strict,
                Secure = options.CookiePolicy,
            }
        );
        app.UseRouting();
        AddressCheck.Use(app);
        CanonicalAddress.Use(app);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        AssetEndpoints.Map(app);
        Feeds.Map(app);
        OwnCommentsEndpoints.Map(app);
        ModerationHosting.Map(app);
        ApiEndpoints.Map(app);
        ScreenEndpoint.Map(app);
        RunEndpoints.Map(app);
        SiteSections.Map(app);
        ImportHosting.Map(app, options);
        ApiDocument.Map(app);
        app.MapRazorComponents<Site>();
        HealthEndpoints.Map(app);
    }
}

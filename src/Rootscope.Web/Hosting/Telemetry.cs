using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Hosting;

/// <summary>
/// Sends counts to a collector (OpenTelemetry, OTLP over HTTP) where somebody asks for it; otherwise nothing leaves the machine.
/// </summary>
/// <remarks>Metrics only: a trace of requests would carry addresses and queries of visitors.</remarks>
internal static class Telemetry
{
    public static void Add(IServiceCollection services, ObservatoryOptions options)
    {
        services.AddSingleton<SiteMeter>();
        if (options.MetricsCollector is not { } collector)
        {
            return;
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("rootscope"))
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(SiteMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                    .AddOtlpExporter(exporter =>
                    {
                        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                        exporter.Endpoint = new Uri(collector, "v1/metrics");
                    })
            );
    }
}

using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Cli.Options;
using Rootscope.Web.Hosting;
using Rootscope.Web.Settings;

namespace Rootscope.Tool;

/// <summary><c>rootscope serve</c>: the observatory.</summary>
internal static class ServeCommand
{
    private const string ReadySign = "The observatory is at";
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>So many threads answer without a wait for more; without it a busy machine begins with one a processor.</summary>
    private const int ThreadsAtOnce = 64;

    private static readonly Choice<LogForm> Log = new(
        "--log",
        "How the log is written on the error stream: text, or a JSON object a line.",
        LogForm.Text,
        ("text", LogForm.Text),
        ("json", LogForm.Json)
    );

    private static readonly Option<bool> LogRequests = new("--log-requests")
    {
        Description = "Logs each request by method, pattern, status and time; nothing of the visitor.",
    };

    private static readonly Option<string?> MetricsTo = new("--metrics-to")
    {
        Description = "Sends counts to this OpenTelemetry collector (OTLP over HTTP). Default: nothing is sent.",
        HelpName = "URL",
    };

    private static readonly Option<int> RequestsPerSecond = new("--requests-per-second")
    {
        Description = "The most requests that one client may make over time, twice as many at once; more are answered with 429.",
        HelpName = "N",
        DefaultValueFactory = _ => new ObservatoryOptions { DataFolder = string.Empty }.RequestsPerSecond,
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "serve",
            "Serves the observatory until Ctrl-C: pages, figures and the API, to this machine alone unless --urls says otherwise.",
            "rootscope serve --urls http://127.0.0.1:0"
        )
        {
            RunsUntilStopped = ReadySign,
        };
        var urls = new Option<string[]>("--urls")
        {
            Description = $"Addresses to listen on; port 0 takes a free one. Default: {DefaultAddress}, which only this machine reaches.",
            HelpName = "URL",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [DefaultAddress],
        };
        Option<string?> data = SiteArgument.CreateFolder();
        var address = new Option<string?>("--public-address")
        {
            Description = "The address by which others reach the site, for links in mail and feeds. Default: the first of --urls.",
            HelpName = "URL",
        };
        var readOnly = new Option<bool>("--read-only-discussion") { Description = "Shows comments and takes none." };
        var open = new Option<bool>("--open-data")
        {
            Description =
                "Lets pages of other sites read the API and figures (CORS), though not change anything. Not on a machine or network whose "
                + "tables are private: any page that its people visit could read them.",
        };
        foreach (Option option in new Option[] { Log.Option, LogRequests, MetricsTo, RequestsPerSecond })
        {
            command.Add(option);
        }

        command.Add(urls);
        command.Add(open);
        command.Add(data);
        command.Add(address);
        command.Add(readOnly);
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed,
                    SiteArgument.OptionsOf(parsed, data) with
                    {
                        Urls = [.. parsed.GetRequiredValue(urls).Select(u => Checked("--urls", u))],
                        PublicAddress = parsed.GetValue(address) is { } given ? new Uri(Checked("--public-address", given)) : null,
                        OpensData = parsed.GetValue(open),
                        DiscussionIsReadOnly = parsed.GetValue(readOnly),
                        Threads = GlobalOptions.ThreadsOf(parsed),
                        LogsAsJson = Log.Of(parsed) == LogForm.Json,
                        LogsRequests = parsed.GetValue(LogRequests),
                        MetricsCollector = parsed.GetValue(MetricsTo) is { } collector
                            ? new Uri(Checked("--metrics-to", collector.TrimEnd('/') + "/"))
                            : null,
                        RequestsPerSecond = parsed.GetRequiredValue(RequestsPerSecond) is >= 1 and int requests
                            ? requests
                            : throw new UsageException("--requests-per-second is at least 1."),
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ObservatoryOptions options, CancellationToken cancellation)
    {
        // Those who wait for one computation, and the computation itself, keep threads busy: others are answered meanwhile.
        ThreadPool.GetMinThreads(out _, out int ports);
        ThreadPool.SetMinThreads(ThreadsAtOnce, ports);
        await using WebApplication site = Observatory.Build(options);
        await site.StartAsync(cancellation);
        TextWriter log = parsed.InvocationConfiguration.Error;
        foreach (string url in site.Urls)
        {
            await log.WriteLineAsync($"{ReadySign} {url}");
        }

        foreach (string wide in options.Urls.Where(u => !ObservatoryOptions.IsLoopback(u)))
        {
            await log.WriteLineAsync(
                $"{wide} can be reached from other machines. Put a reverse proxy with HTTPS in front of it, on this machine, that "
                    + $"passes on Host, X-Forwarded-For and X-Forwarded-Proto, "
                    + "and name the address that visitors see with --public-address. docs/serving.md has an example, and what else to "
                    + "do first."
            );
        }

        await log.WriteLineAsync("Ctrl-C stops it.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await site.StopAsync(CancellationToken.None);
        }

        return ExitCode.Ok;
    }

    private static string Checked(string option, string url) =>
        Uri.TryCreate(
            url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal),
            UriKind.Absolute,
            out Uri? address
        ) && address.Scheme is "http" or "https"
            ? url
            : throw new UsageException(
                $"{option} '{url}' is no address of a site. Write it as http://HOST:PORT, such as {DefaultAddress}."
            );

    private enum LogForm
    {
        Text,
        Json,
    }
}

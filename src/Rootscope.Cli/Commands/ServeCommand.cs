using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Hosting;

namespace Rootscope.Cli.Commands;

/// <summary><c>rootscope serve</c>: the observatory.</summary>
internal static class ServeCommand
{
    private const string ReadySign = "The observatory is at";
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "serve",
            "Serves the observatory until Ctrl-C: pages, figures and the API, to this machine alone unless --urls says otherwise.",
            "rootscope serve --urls http://127.0.0.1:0")
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
        command.Add(urls);
        command.Add(data);
        command.Add(address);
        command.Add(readOnly);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed,
            SiteArgument.OptionsOf(parsed, data) with
            {
                Urls = [.. parsed.GetRequiredValue(urls).Select(u => Checked("--urls", u))],
                PublicAddress = parsed.GetValue(address) is { } given ? new Uri(Checked("--public-address", given)) : null,
                DiscussionIsReadOnly = parsed.GetValue(readOnly),
                Threads = GlobalOptions.ThreadsOf(parsed),
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ObservatoryOptions options, CancellationToken cancellation)
    {
        await using WebApplication site = Observatory.Build(options);
        await site.StartAsync(cancellation);
        TextWriter log = parsed.InvocationConfiguration.Error;
        foreach (string url in site.Urls)
        {
            await log.WriteLineAsync($"{ReadySign} {url}");
        }

        foreach (string wide in options.Urls.Where(u => !new Uri(u.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal)).IsLoopback))
        {
            await log.WriteLineAsync($"{wide} can be reached from other machines: put a reverse proxy with HTTPS in front of it, and let it pass on the protocol and the client's address.");
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
        Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? url
            : throw new UsageException($"{option} '{url}' is no address of a site. Write it as http://HOST:PORT, such as {DefaultAddress}.");
}

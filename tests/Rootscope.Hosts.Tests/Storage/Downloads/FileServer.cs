using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rootscope.Hosts.Tests.Storage.Downloads;

/// <summary>A web server (Kestrel) on a free port of this machine that gives files and misbehaves as it is told.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _site;

    private FileServer(WebApplication site, Uri root, ConcurrentQueue<string> ranges)
    {
        _site = site;
        Root = root;
        Ranges = ranges;
    }

    /// <summary>What was asked for, in order: the ranges, empty where a whole file was.</summary>
    public ConcurrentQueue<string> Ranges { get; }

    /// <summary>Where it is.</summary>
    public Uri Root { get; }

    /// <summary>Starts a server that answers by a function of the request and its number, from 1 on.</summary>
    public static async Task<FileServer> StartAsync(Func<HttpContext, int, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        WebApplication site = builder.Build();
        var ranges = new ConcurrentQueue<string>();
        int asked = 0;
        site.Run(context =>
        {
            ranges.Enqueue(context.Request.Headers.Range.ToString());
            return answer(context, Interlocked.Increment(ref asked));
        });
        await site.StartAsync();
        string address = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new FileServer(site, new Uri(address), ranges);
    }

    public Uri At(string path) => new(Root, path);

    public async ValueTask DisposeAsync()
    {
        await _site.StopAsync(new CancellationToken(canceled: true));
        await _site.DisposeAsync();
    }

    /// <summary>Gives a file as a good server does: with ranges, an entity tag, and the whole of it where the tag is another.</summary>
    /// <param name="context">The request.</param>
    /// <param name="file">All of the file.</param>
    /// <param name="tag">Its entity tag; null for none.</param>
    /// <param name="most">After so many bytes the line is cut.</param>
    /// <param name="trustsRange">Gives a part whatever tag is asked for.</param>
    public static async Task GiveAsync(
        HttpContext context,
        byte[] file,
        string? tag = "\"1\"",
        int most = int.MaxValue,
        bool trustsRange = false
    )
    {
        int from = 0;
        string range = context.Request.Headers.Range.ToString();
        bool same = trustsRange || context.Request.Headers.IfRange.ToString() is var asked && (asked.Length == 0 || asked == tag);
        if (range.Length > 0 && same)
        {
            from = int.Parse(range.Split('=', '-')[1], CultureInfo.InvariantCulture);
            context.Response.StatusCode = from < file.Length ? 206 : 416;
            context.Response.Headers.ContentRange =
                from < file.Length ? $"bytes {from}-{file.Length - 1}/{file.Length}" : $"bytes */{file.Length}";
        }

        if (tag is not null)
        {
            context.Response.Headers.ETag = tag;
        }

        if (from >= file.Length && file.Length > 0)
        {
            return;
        }

        context.Response.ContentLength = file.Length - from;
        int count = Math.Min(most, file.Length - from);
        await context.Response.Body.WriteAsync(file.AsMemory(from, count));
        await context.Response.Body.FlushAsync();
        if (count < file.Length - from)
        {
            // What was written is to arrive before the line is cut.
            await Task.Delay(20);
            context.Abort();
        }
    }
}

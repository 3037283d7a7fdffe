using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Rootscope.Web.Hosting;
using Rootscope.Web.Settings;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The observatory on a free port of this machine, with a data folder of its own.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;

    private RunningSite(WebApplication app, TemporaryFolder folder, Uri address)
    {
        _app = app;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    public string DataFolder => _folder.Root;

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningSite> Start(Func<ObservatoryOptions, ObservatoryOptions>? change = null)
    {
        var folder = new TemporaryFolder();
        var options = new ObservatoryOptions
        {
            Urls = ["http://127.0.0.1:0"],
            DataFolder = folder.Root,
            WorkspaceFolder = folder.PathOf("workspace"),
            Threads = 1,
            BandDraws = 20,
            WorksAhead = false,
        };
        WebApplication app = Observatory.Build(change is null ? options : change(options));
        await app.StartAsync();
        return new RunningSite(app, folder, new Uri(app.Urls.Single()));
    }

    /// <summary>A visitor with cookies of his own.</summary>
    public Visitor Visit() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}

/// <summary>A page as a visitor got it.</summary>
internal sealed record Answer(HttpStatusCode Status, Uri Address, string Text, HttpResponseMessage Message);

/// <summary>Somebody who reads pages and sends their forms, as a browser without JavaScript does.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private string? _from;

    public Visitor(Uri site)
    {
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = site,
        };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The address that he comes from, as a proxy on this machine tells it; null for this machine.</summary>
    public string? From
    {
        get => _from;
        set
        {
            _from = value;
            _client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            if (value is not null)
            {
                _client.DefaultRequestHeaders.Add("X-Forwarded-For", value);
            }
        }
    }

    public async Task<Answer> Get(string address) => await Read(await _client.GetAsync(new Uri(address, UriKind.Relative)));

    public async Task<Answer> Send(HttpRequestMessage request) => await Read(await _client.SendAsync(request));

    /// <summary>Sends a form with the hidden fields that a page holds.</summary>
    public async Task<Answer> Post(string address, Answer page, params (string Name, string Value)[] fields)
    {
        List<KeyValuePair<string, string>> all = [.. Hidden(page.Text), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
        using var content = new FormUrlEncodedContent(all);
        return await Read(await _client.PostAsync(new Uri(address, UriKind.Relative), content));
    }

    /// <summary>The hidden fields of a page's last form that has a token, as pages write them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Hidden(string page)
    {
        foreach (string name in (string[])["_handler", "__RequestVerificationToken", "stamp", "parent"])
        {
            Match match = Regex.Match(
                page,
                $"name=\"{name}\" value=\"(?<value>[^\"]*)\"",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(5)
            );
            if (match.Success)
            {
                yield return KeyValuePair.Create(name, WebUtility.HtmlDecode(match.Groups["value"].Value));
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<Answer> Read(HttpResponseMessage message) =>
        new(message.StatusCode, message.RequestMessage!.RequestUri!, await message.Content.ReadAsStringAsync(), message);
}

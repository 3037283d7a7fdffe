using Microsoft.Playwright;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>The system's Chromium, one for all tests of a class.</summary>
/// <remarks>
/// Its headless shell where it is there: the same engine without the windows and the graphics process of a whole browser, which take four
/// times what the pages themselves do.
/// </remarks>
public sealed class SystemBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly Dictionary<string, BrowserVisit> _standing = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        if (Executable() is not { } executable)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-gpu"] }
        );
    }

    /// <summary>
    /// A visitor's own window, whose faults are collected: whatever the console calls an error, and every request that leaves the site.
    /// </summary>
    internal async Task<BrowserVisit> Visit(RunningSite site, Action<BrowserNewContextOptions>? change = null)
    {
        Assert.SkipWhen(_browser is null, "needs Chromium, which 'dotnet run eng/test.cs' installs on Debian");
        var options = new BrowserNewContextOptions
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        };
        change?.Invoke(options);
        IBrowserContext context = await _browser!.NewContextAsync(options);
        return await BrowserVisit.Start(context, site);
    }

    /// <summary>
    /// A window that stays open under a name for visits in turn, as a reader's does who goes from page to page: what pages share is loaded
    /// once. Its faults begin anew.
    /// </summary>
    internal async Task<BrowserVisit> Return(string name, RunningSite site, Action<BrowserNewContextOptions>? change = null)
    {
        if (!_standing.TryGetValue(name, out BrowserVisit? visit))
        {
            visit = await Visit(site, change);
            _standing.Add(name, visit);
        }

        visit.Forget();
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Executable()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return ((string[])["chromium-headless-shell", "chromium", "google-chrome"])
            .SelectMany(program => folders.Select(folder => Path.Combine(folder, program)))
            .FirstOrDefault(File.Exists);
    }
}

/// <summary>One window on the site.</summary>
internal sealed class BrowserVisit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    private BrowserVisit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors of the console and requests to elsewhere; there are none.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Forgets the faults so far.</summary>
    public void Forget() => _faults.Clear();

    public static async Task<BrowserVisit> Start(IBrowserContext context, RunningSite site)
    {
        // What does not come in this time does not come; a busy machine is slow.
        context.SetDefaultTimeout((float)TimeSpan.FromMinutes(2).TotalMilliseconds);
        var visit = new BrowserVisit(context, await context.NewPageAsync());
        visit.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                visit._faults.Add(message.Text);
            }
        };
        visit.Page.PageError += (_, error) => visit._faults.Add(error);
        visit.Page.Request += (_, request) =>
        {
            if (
                request.Url.StartsWith("http", StringComparison.Ordinal)
                && !request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal)
            )
            {
                visit._faults.Add($"a request to {request.Url}");
            }
        };
        return visit;
    }

    public ValueTask DisposeAsync() => new(_context.CloseAsync());
}

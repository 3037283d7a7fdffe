using Microsoft.AspNetCore.Http;

namespace Rootscope.Web.Settings;

/// <summary>How the observatory is served.</summary>
public sealed record ObservatoryOptions
{
    internal const int UsualBandDraws = 200;

    /// <summary>The addresses that the server binds to. Loopback by default: serving wider is an explicit choice.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The workspace folder whose tables are shown beside the embedded ones; null for the user's own.</summary>
    public string? WorkspaceFolder { get; init; }

    /// <summary>The folder that holds what the site itself keeps: the discussion's database and the keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL connection string for the discussion; null keeps it in SQLite inside the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>
    /// The address by which others reach the site, as links in mail and feeds give it; null for the first of <see cref="Urls"/>.
    /// </summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>
    /// The mail server that sends the links that confirm addresses, as <c>smtps://user:password@host?from=address</c>; null sends none, and
    /// every comment waits for a moderator.
    /// </summary>
    public string? MailAddress { get; init; }

    /// <summary>Whether comments can be read but not written.</summary>
    public bool DiscussionIsReadOnly { get; init; }

    /// <summary>Whether pages of other sites may read data and figures, though not change anything.</summary>
    public bool OpensData { get; init; }

    /// <summary>How many scenarios may wait for their turn; more are told to come back. Unit: runs.</summary>
    public int RunsWaiting { get; init; } = 16;

    /// <summary>How long one scenario may be computed; it is stopped then.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The most requests that one client may make over time; twice as many at once. Unit: requests per second.</summary>
    public int RequestsPerSecond { get; init; } = 250;

    /// <summary>
    /// The most requests that change something which one client may make, over time and at once. Unit: requests per minute.
    /// </summary>
    public int WritesPerMinute { get; init; } = 120;

    /// <summary>The largest file that can be sent for an import; 0 takes none. Unit: bytes.</summary>
    public long LargestImport { get; init; } = 512L * 1024 * 1024;

    /// <summary>Whether the log is written as a JSON object a line rather than as text.</summary>
    public bool LogsAsJson { get; init; }

    /// <summary>Whether each request is logged, by method, pattern, status and time.</summary>
    public bool LogsRequests { get; init; }

    /// <summary>The collector that counts are sent to (OpenTelemetry, OTLP over HTTP); null sends nothing.</summary>
    public Uri? MetricsCollector { get; init; }

    /// <summary>Whether only this machine reaches the site: every address is loopback and none is public.</summary>
    public bool IsForThisMachineAlone => PublicAddress is null or { IsLoopback: true } && Urls.All(IsLoopback);

    /// <summary>Cookies travel by HTTPS alone where the site is public by HTTPS, and by what the request came otherwise.</summary>
    internal CookieSecurePolicy CookiePolicy =>
        PublicAddress?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Whether an address to listen on is reached from this machine alone.</summary>
    /// <param name="url">The address, as Kestrel takes it.</param>
    public static bool IsLoopback(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Uri.TryCreate(
                url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal),
                UriKind.Absolute,
                out Uri? address
            ) && address.IsLoopback;
    }

    /// <summary>The clock that comments, limits and sign-ins go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Draws of the bands that pages show, at least 2: 200 give ends that hold to two figures. Unit: draws.</summary>
    public int BandDraws { get; init; } = UsualBandDraws;

    /// <summary>
    /// Whether the site computes what nobody waits for: what the first pages show, as soon as it has started, and what pages leave out
    /// because it takes longer than a reader waits.
    /// </summary>
    public bool WorksAhead { get; init; } = true;

    /// <summary>Threads of a computation; null for all processors.</summary>
    public int? Threads { get; init; }
}

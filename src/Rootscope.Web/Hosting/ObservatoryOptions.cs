namespace Rootscope.Web.Hosting;

/// <summary>How the observatory is served.</summary>
public sealed record ObservatoryOptions
{
    /// <summary>The addresses that the server binds to. Loopback by default: serving wider is an explicit choice.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The workspace folder whose tables are shown beside the embedded ones; null for the user's own.</summary>
    public string? WorkspaceFolder { get; init; }

    /// <summary>The folder that holds what the site itself keeps: the discussion's database and the keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL connection string for the discussion; null keeps it in SQLite inside the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>The address by which others reach the site, as links in mail and feeds give it; null for the first of <see cref="Urls"/>.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The mail server that sends the links that confirm addresses, as <c>smtps://user:password@host?from=address</c>; null sends none, and every comment waits for a moderator.</summary>
    public string? MailAddress { get; init; }

    /// <summary>Whether comments can be read but not written.</summary>
    public bool DiscussionIsReadOnly { get; init; }

    /// <summary>How many scenarios may wait for their turn; more are told to come back. Unit: runs.</summary>
    public int RunsWaiting { get; init; } = 16;

    /// <summary>The clock that comments, limits and sign-ins go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Threads of a computation; null for all processors.</summary>
    public int? Threads { get; init; }
}

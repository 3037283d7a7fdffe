namespace Rootscope.Storage.Downloads;

/// <summary>Published data that can be fetched when somebody asks for it.</summary>
public sealed record DownloadSource
{
    /// <summary>The name it is called by.</summary>
    public required string Name { get; init; }

    /// <summary>Whose data it is, and which edition.</summary>
    public required string Title { get; init; }

    /// <summary>The layout in which it is imported; null where its files are not read as they come.</summary>
    public string? Layout { get; init; }

    /// <summary>When it was published: a year, or a year and a month; null where that changes.</summary>
    public string? Released { get; init; }

    /// <summary>The licence or terms, as far as known.</summary>
    public required string Licence { get; init; }

    /// <summary>The publisher's page, on which new addresses stand when old ones no longer hold.</summary>
    public required Uri Page { get; init; }

    /// <summary>What to know before; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Its files, each with the years that it holds.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }

    /// <summary>The first year; null where files have no years.</summary>
    public int? FirstYear => Files.Min(f => f.FirstYear);

    /// <summary>The last year; null where files have no years.</summary>
    public int? LastYear => Files.Max(f => f.LastYear);

    /// <summary>The file that holds a year; the last one where no year is asked for. Null where no file holds it.</summary>
    public SourceFile? FileFor(int? year) =>
        year is null ? Files[^1] : Files.FirstOrDefault(f => f.FirstYear is null || (f.FirstYear <= year && year <= f.LastYear));
}

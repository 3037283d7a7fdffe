namespace Rootscope.Storage.Formats.Shared;

/// <summary>What to read of files of flows.</summary>
public sealed record TradeReading
{
    /// <summary>The years to read; null for all.</summary>
    public IReadOnlyCollection<int>? Years { get; init; }

    /// <summary>A file of country codes, as BACI comes with, that gives numbers their letters; null leaves codes as they are.</summary>
    public string? Countries { get; init; }

    /// <summary>Which columns are what, where their names do not tell: <c>exporter=geo,value=usd</c>; null to recognise all.</summary>
    public string? Columns { get; init; }

    /// <summary>Most threads to use for Parquet; what is read is the same on any number.</summary>
    public int Threads { get; init; } = 1;
}

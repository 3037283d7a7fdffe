namespace Rootscope.Cli.Output;

/// <summary>The formats a result can be written in.</summary>
internal enum OutputFormat
{
    /// <summary>A table for people, with remarks and a line of provenance.</summary>
    Table,

    /// <summary>An object with provenance, columns and rows.</summary>
    Json,

    /// <summary>Comma-separated values, names in the first line, every digit kept.</summary>
    Csv,

    /// <summary>A Markdown table with provenance below.</summary>
    Md,

    /// <summary>A Parquet file with the rows, and the provenance under a key of its own.</summary>
    Parquet,

    /// <summary>A drawing that stays sharp at any size; only of results that can be drawn.</summary>
    Svg,

    /// <summary>A picture in dots; only of results that can be drawn.</summary>
    Png,

    /// <summary>A part of a result, of a command that is asked for a shard.</summary>
    Part,
}

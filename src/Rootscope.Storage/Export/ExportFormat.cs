namespace Rootscope.Storage.Export;

/// <summary>The forms a table can be exported in.</summary>
public enum ExportFormat
{
    /// <summary>A folder with <c>datapackage.json</c> (Frictionless) and one CSV file a part.</summary>
    Csv,

    /// <summary>One Parquet file, one row a cell that is not zero; everything else about the table in its key <c>rootscope</c>.</summary>
    Parquet,

    /// <summary>A folder as the Python package pymrio saves and loads it.</summary>
    Pymrio,

    /// <summary>A ZIP file with the CSV data package, README, licence and citation.</summary>
    Zip,
}

/// <summary>What an export wrote.</summary>
/// <param name="Target">The file or folder.</param>
/// <param name="Files">The files inside, or the one file.</param>
/// <param name="HasFigures">Whether the figures are in it.</param>
/// <param name="Terms">Why, or why not.</param>
public sealed record ExportResult(string Target, IReadOnlyList<string> Files, bool HasFigures, RedistributionTerms Terms);

using System.CommandLine;
using Rootscope.Cli.Options;

namespace Rootscope.Cli.Data;

/// <summary>Options of the commands that read published tables.</summary>
internal static class SourceOptions
{
    /// <summary>Share of output that a row or column of a checked table may be off: published tables keep it to rounding.</summary>
    public const double DefaultTolerance = 1e-4;

    public static readonly Option<int?> Year = new("--year")
    {
        Description = "The year of the table, where the file's name does not tell it.",
        HelpName = "YYYY",
    };

    public static readonly Option<double?> Tolerance = new("--tolerance")
    {
        Description = "Share of output that a row or column may be off, beyond what rounding explains. Default: 0.0001.",
        HelpName = "SHARE",
    };

    public static double? ToleranceOf(ParseResult parsed) =>
        parsed.GetValue(Tolerance) is not { } share || share is >= 0 and < 1
            ? parsed.GetValue(Tolerance)
            : throw new UsageException($"--tolerance cannot be {share}: it is a share of output from 0 to below 1.");
}

using System.CommandLine;
using System.Text;
using Rootscope.Answers.Language;
using Rootscope.Cli.Options;
using Rootscope.Cli.Pictures;
using Rootscope.Storage.Database;
using Rootscope.Storage.Export;

namespace Rootscope.Cli.Output;

/// <summary>Writes a report where and how the user asked: <c>-f</c> names the format, <c>-o</c> a file whose suffix names it too.</summary>
internal static class ReportWriter
{
    public static readonly Option<string?> Format = new("--format", "-f")
    {
        Description =
            "How to write the result: table (default), json, csv, md, parquet (with -o), or svg or png (with -o) where a command draws.",
        HelpName = "table|json|csv|md|parquet|svg|png",
        Recursive = true,
    };

    public static readonly Option<string?> OutputFile = new("--output", "-o")
    {
        Description =
            "Write the result to a file; its suffix (.json, .csv, .md, .parquet, .txt, and .svg or .png where a command draws) names "
            + "the format unless -f does.",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<bool> Quiet = new("--quiet", "-q")
    {
        Description = "Print no progress and no remarks.",
        Recursive = true,
    };

    public static readonly Option<bool> Metadata = new("--metadata")
    {
        Description =
            $"With -o FILE.csv: write FILE.csv{CsvMetadata.Suffix} beside it: unit, meaning and type of each column, and the provenance.",
        Recursive = true,
    };

    public static readonly Option<bool> Wide = new("--wide")
    {
        Description = "Show every column of a table, however wide; usual where the result goes to a file or a pipe.",
        Recursive = true,
    };

    public static readonly Option<bool> Full = new("--full")
    {
        Description = $"Show every row of a table; otherwise the first {TableRoom.UsualRows}. csv, json and parquet hold every row.",
        Recursive = true,
    };

    /// <summary>Checks the output options before any work is done, so that a typing error costs nothing.</summary>
    /// <exception cref="UsageException">The format is unknown, or a file's suffix names none.</exception>
    public static OutputFormat FormatOf(ParseResult parsed)
    {
        if (ShardOutput.Of(parsed) is not null)
        {
            return OutputFormat.Part;
        }

        OutputFormat format = GivenFormat(parsed);
        _ = GlobalOptions.TongueOf(parsed);
        return !parsed.GetValue(Metadata) || (format == OutputFormat.Csv && parsed.GetValue(OutputFile) is not null)
            ? format
            : throw new UsageException(
                "--metadata stands beside comma-separated values: name one with -o FILE.csv. json and parquet hold the same inside."
            );
    }

    private static OutputFormat GivenFormat(ParseResult parsed)
    {
        string? format = parsed.GetValue(Format);
        string? file = parsed.GetValue(OutputFile);
        RequireFolder(file);
        if (format is not null)
        {
            OutputFormat named =
                Parse(format)
                ?? throw new UsageException(
                    $"there is no format '{format}'. Formats are table, json, csv, md and parquet, and svg and png where a command draws."
                );
            return named is not (OutputFormat.Parquet or OutputFormat.Png) || file is not null
                ? Drawable(named, parsed)
                : throw new UsageException($"{format.ToLowerInvariant()} is no text: name a file with -o.");
        }

        if (file is null)
        {
            return OutputFormat.Table;
        }

        string suffix = Path.GetExtension(file).TrimStart('.').ToLowerInvariant();
        return suffix is "txt"
            ? OutputFormat.Table
            : Drawable(
                Parse(suffix)
                    ?? throw new UsageException(
                        $"the suffix of '{file}' names no format. Use .json, .csv, .md, .parquet or .txt, .svg or .png where a command "
                            + $"draws, or say -f."
                    ),
                parsed
            );
    }

    /// <summary>Refuses a file in a folder that is not there, before anything is computed.</summary>
    public static void RequireFolder(string? file)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new UsageException(
                $"there is no folder '{folder}' to write '{Path.GetFileName(file)}' into. Make it, or name another with -o."
            );
        }
    }

    /// <summary>The format, unless it is a picture and the command draws none.</summary>
    private static OutputFormat Drawable(OutputFormat format, ParseResult parsed)
    {
        if (format is not (OutputFormat.Svg or OutputFormat.Png) || parsed.CommandResult.Command is DocumentedCommand { Draws: true })
        {
            return format;
        }

        string command = string.Join(' ', CommandPaths.PathOf(parsed.CommandResult));
        throw new UsageException(
            $"'{command}' draws no picture. Those that do: {string.Join(", ", CommandPaths.Drawing(parsed.RootCommandResult.Command))}. "
                + $"For figures use .json, .csv, .md, .parquet or .txt."
        );
    }

    /// <summary>Whether a picture is asked for, which some commands need more figures for.</summary>
    public static bool IsPicture(ParseResult parsed) => FormatOf(parsed) is OutputFormat.Svg or OutputFormat.Png;

    /// <summary>Writes a report, or the picture of it where that is asked for.</summary>
    /// <param name="report">The report.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="picture">The picture, of a command that draws; drawn only where it is asked for.</param>
    public static void Write(Report report, ParseResult parsed, Func<IDrawing>? picture = null)
    {
        OutputFormat format = FormatOf(parsed);
        string? file = parsed.GetValue(OutputFile);
        bool quiet = parsed.GetValue(Quiet);
        if (file is null)
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            output.Write(ToText(report, picture, format, quiet, RoomOf(parsed, TableRoom.OfConsole()), GlobalOptions.TongueOf(parsed)));
            output.Flush();
            SayStatement(report, parsed, format);
            return;
        }

        string temporary = file + ".partial";
        if (format == OutputFormat.Parquet)
        {
            report.WriteParquet(temporary);
        }
        else if (format == OutputFormat.Png)
        {
            File.WriteAllBytes(temporary, picture!().Png());
        }
        else
        {
            File.WriteAllText(
                temporary,
                ToText(report, picture, format, quiet, RoomOf(parsed, TableRoom.Unlimited), GlobalOptions.TongueOf(parsed)),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            );
        }

        File.Move(temporary, file, overwrite: true);
        if (parsed.GetValue(Metadata))
        {
            File.WriteAllText(
                file + CsvMetadata.Suffix,
                CsvMetadata.Of(report, Path.GetFileName(file)),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            );
        }

        SayStatement(report, parsed, format);
        if (!quiet)
        {
            string what = format is OutputFormat.Svg or OutputFormat.Png ? "a picture" : $"{report.Rows.Count} rows";
            parsed.InvocationConfiguration.Error.WriteLine($"wrote {file}: {what}");
        }
    }

    /// <summary>What may not be left out is said beside data that have no place for it.</summary>
    private static void SayStatement(Report report, ParseResult parsed, OutputFormat format)
    {
        if (report.Statement.Length > 0 && format is OutputFormat.Csv or OutputFormat.Parquet)
        {
            parsed.InvocationConfiguration.Error.WriteLine(report.Statement);
        }
    }

    internal static string ToText(
        Report report,
        Func<IDrawing>? picture,
        OutputFormat format,
        bool quiet,
        TableRoom room,
        Tongue tongue = Tongue.English
    ) =>
        format switch
        {
            OutputFormat.Json => report.ToJson(),
            OutputFormat.Csv => report.ToCsv(),
            OutputFormat.Svg => picture!().Svg(),
            OutputFormat.Md => report.ToMarkdown(tongue),
            _ => TableReport.ToText(report, quiet, room, tongue),
        };

    private static OutputFormat? Parse(string text) =>
        text.ToLowerInvariant() switch
        {
            "table" => OutputFormat.Table,
            "json" => OutputFormat.Json,
            "csv" => OutputFormat.Csv,
            "md" => OutputFormat.Md,
            "parquet" => OutputFormat.Parquet,
            "svg" => OutputFormat.Svg,
            "png" => OutputFormat.Png,
            _ => null,
        };

    /// <summary>The option of how many rows are told.</summary>
    /// <param name="what">What is told.</param>
    public static Option<int?> TopOption(string what = "How many rows to tell") =>
        new("--top")
        {
            Description = $"{what}; 0 for all. Default: {TableRoom.UsualRows} for people, all in csv, json and parquet.",
            HelpName = "N",
        };

    /// <summary>
    /// How many rows an answer tells, 0 for all: as many as asked for, else all of them, of which a table shows the first with their
    /// count; pages and pictures hold the first. A number below 0 is the question's to refuse, with its other faults.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="top">The command's option.</param>
    public static int TopOf(ParseResult parsed, Option<int?> top) =>
        parsed.GetValue(top) is not { } given
            ? FormatOf(parsed) is OutputFormat.Md or OutputFormat.Svg or OutputFormat.Png && !parsed.GetValue(Full)
                ? TableRoom.UsualRows
                : 0
            : given;

    /// <summary>The room that the options leave: every column with --wide, every row with --full or a number of rows.</summary>
    private static TableRoom RoomOf(ParseResult parsed, TableRoom room)
    {
        bool isCounted = parsed.CommandResult.Command.Options.Any(o => o.Name == "--top" && parsed.GetResult(o) is { Implicit: false });
        return room with
        {
            Table = parsed.GetValue(Wide) ? null : room.Table,
            MostRows = parsed.GetValue(Full) || isCounted ? null : room.MostRows,
        };
    }
}

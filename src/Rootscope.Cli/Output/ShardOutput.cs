using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Storage.Parts;

namespace Rootscope.Cli.Output;

/// <summary>Long commands as shards: <c>--shard 2/8 -o PART</c> works out one of eight parts, which <c>merge</c> adds up.</summary>
internal static class ShardOutput
{
    /// <summary>More shards than this have nothing to do anywhere.</summary>
    private const int Most = 1_000_000;

    public static readonly Option<string?> Shard = new("--shard")
    {
        Description =
            "Work out one of several parts, such as 2/8, and write it to the file that -o names; 'rootscope merge' adds the parts up to "
            + "what one run gives. For batch systems; docs/methods/scale.md.",
        HelpName = "I/N",
    };

    /// <summary>Options that say where and how, and leave the question as it is.</summary>
    public static IReadOnlyList<Option> AboutOutput { get; } =
    [
        ReportWriter.Format,
        ReportWriter.OutputFile,
        ReportWriter.Quiet,
        ReportWriter.Metadata,
        ReportWriter.Wide,
        ReportWriter.Full,
        GlobalOptions.Threads,
        TableArgument.Workspace,
    ];

    /// <summary>The share that is asked for; null for the whole.</summary>
    /// <exception cref="UsageException">There is no such share, no file is named, or options about results are given with it.</exception>
    public static WorkShare? Of(ParseResult parsed)
    {
        if (!parsed.CommandResult.Command.Options.Contains(Shard) || parsed.GetValue(Shard) is not { } text)
        {
            return null;
        }

        WorkShare share = Parse(text);
        if (parsed.GetValue(ReportWriter.OutputFile) is not { } file)
        {
            throw new UsageException($"--shard writes a part to a file: name it with -o, such as -o part-{share.Number}.part.");
        }

        Option[] results =
        [
            .. new Option[] { ReportWriter.Format, ReportWriter.Metadata, ReportWriter.Wide, ReportWriter.Full }.Where(o =>
                parsed.GetResult(o) is { Implicit: false }
            ),
        ];
        if (results.Length > 0)
        {
            throw new UsageException(
                $"{results[0].Name} is about a result, and --shard writes a part, which has one form. Give it to 'rootscope merge'."
            );
        }

        ReportWriter.RequireFolder(file);
        return share;
    }

    /// <summary>Writes a part to the file that was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="part">The part.</param>
    /// <param name="but">Options of the command that say how it works and not what is asked.</param>
    public static void Write(ParseResult parsed, WorkPart part, params IReadOnlyList<Option> but)
    {
        string file = parsed.GetRequiredValue(ReportWriter.OutputFile)!;
        PartHeader header = part.Header with { Command = GivenWords.Of(parsed, [.. AboutOutput, Shard, .. but]) };
        new WorkPart(header, part.Rows).Write(file);
        if (!parsed.GetValue(ReportWriter.Quiet))
        {
            PieceRange range = header.Range;
            parsed.InvocationConfiguration.Error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"wrote {file}: part {header.Share}, {range.Count} of {header.Pieces} {header.Work}"
                )
            );
        }
    }

    private static WorkShare Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length != 2 || Whole(parts[0]) is not { } number || Whole(parts[1]) is not { } of)
        {
            throw new UsageException(
                $"--shard cannot be '{text}': give which part of how many, as two whole numbers with a slash, such as --shard 1/4."
            );
        }

        return of is < 1 or > Most
                ? throw new UsageException($"--shard cannot be '{text}': there are 1 to {Most} parts. Give, for example, --shard 1/4.")
            : number < 1 ? throw new UsageException($"--shard cannot be '{text}': parts are counted from 1. The first is --shard 1/{of}.")
            : number > of ? throw new UsageException($"--shard cannot be '{text}': of {of} parts the last is --shard {of}/{of}.")
            : new WorkShare((int)number, (int)of);
    }

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}

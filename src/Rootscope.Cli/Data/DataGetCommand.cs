using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Storage;
using Rootscope.Storage.Downloads;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data get [SOURCE]</c>: fetches published data and imports it; without a source, says what there is.</summary>
internal static class DataGetCommand
{
    private static readonly Argument<string?> Source = new("SOURCE")
    {
        Description = "What to fetch; without it, the sources are listed with licence, size and date.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int?> Year = new("--year") { Description = "The year. Default: the newest.", HelpName = "YYYY" };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "The name that it is to have after the import. Default: the source's with the year.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Address = new("--address")
    {
        Description =
            "Another address than the one that the program knows: where its publisher has moved the file. https, or a loopback address.",
        HelpName = "URL",
    };

    private static readonly Option<bool> FetchOnly = new("--fetch-only") { Description = "Fetch and check the file, and import nothing." };

    private static readonly Option<bool> Show = new("--show")
    {
        Description = "Say from where it would come, how large it is and under which licence, and fetch nothing.",
    };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Replace an imported table of that name." };

    private static readonly IReadOnlyList<Column<Wanted>> Columns =
    [
        new("source", string.Empty, "The name it is called by.", ColumnStyle.Text, "source", w => w.Source.Name),
        new("years", string.Empty, "The years that there are, or the one asked for.", ColumnStyle.Text, "years", w => w.Years),
        new("megabytes", "MB", "About how large one file is; null where it is not known.", ColumnStyle.Whole, "MB", w => w.Megabytes),
        new("released", string.Empty, "When it was published.", ColumnStyle.Text, "released", w => w.Source.Released),
        new("licence", string.Empty, "The licence or terms, as far as known.", ColumnStyle.Prose, "licence", w => w.Source.Licence),
        new("title", string.Empty, "Whose data it is, and which edition.", ColumnStyle.Prose, "title", w => w.Source.Title),
        new("layout", string.Empty, "The layout of the import; null where it is kept only.", ColumnStyle.Text, null, w => w.Source.Layout),
        new("file", string.Empty, "The name that the file is kept under.", ColumnStyle.Text, null, w => w.File.Name),
        new("address", string.Empty, "Where it comes from.", ColumnStyle.Text, null, w => w.File.Address),
        new(
            "hash",
            string.Empty,
            "The hash it is held against; null where none is known.",
            ColumnStyle.Text,
            null,
            w => w.File.Hash?.ToString()
        ),
        new("page", string.Empty, "The publisher's page.", ColumnStyle.Text, null, w => w.Source.Page.AbsoluteUri),
        new("note", string.Empty, "What to know before.", ColumnStyle.Prose, null, w => w.Source.Note),
    ];

    public static Command Create(TableFormats formats)
    {
        var command = new DocumentedCommand(
            "get",
            "Fetches published data into the workspace, checks it and imports it; without a source, lists what there is.",
            "rootscope data get",
            "rootscope data get icio-2025 --year 2022 --show",
            "rootscope data get exiobase3 --year 2011 --show"
        )
        {
            Source,
            Year,
            Name,
            Address,
            SourceOptions.Tolerance,
            FetchOnly,
            Show,
            Replace,
        };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, formats, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TableFormats formats, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        if (parsed.GetValue(Source) is not { } name)
        {
            ReportWriter.Write(
                ReportOf(
                    [.. DownloadSources.All.Select(s => new Wanted(s, null, s.Files[^1]))],
                    ["'rootscope data get SOURCE --year YYYY' fetches one and imports it; nothing is fetched unasked."]
                ),
                parsed
            );
            return ExitCode.Ok;
        }

        Wanted wanted = WantedOf(parsed, DownloadSources.Find(name));
        if (parsed.GetValue(Show))
        {
            ReportWriter.Write(ReportOf([wanted], [.. Remarks(wanted), "Nothing was fetched."]), parsed);
            return ExitCode.Ok;
        }

        bool imports = wanted.Source.Layout is not null && !parsed.GetValue(FetchOnly);
        string table = parsed.GetValue(Name) ?? DefaultName(wanted);
        if (imports)
        {
            RequireName(parsed, wanted, table);
        }

        DownloadedFile file = await FetchAsync(parsed, wanted, cancellation).ConfigureAwait(false);
        List<string> told =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"Fetched from {wanted.File.Address}: {file.Size} bytes, SHA-256 {file.Sha256}{Checked(wanted)}. Kept as {file.Path}."
            ),
        ];
        if (!imports)
        {
            ReportWriter.Write(ReportOf([wanted], [.. told, .. Remarks(wanted), "Nothing was imported."]), parsed);
            return ExitCode.Ok;
        }

        return TradeFormats.Known.Find(wanted.Source.Layout!) is { } trade
            ? TradeSets.Add(parsed, trade, [file.Path], table, parsed.GetValue(Replace), cancellation, wanted.Year, told)
            : DataAddCommand.Import(
                parsed,
                formats,
                new()
                {
                    Command = "data get",
                    Layout = wanted.Source.Layout!,
                    Files = [file.Path],
                    Name = table,
                    Year = wanted.Year,
                    Replace = parsed.GetValue(Replace),
                    Told = told,
                },
                cancellation
            );
    }

    private static Wanted WantedOf(ParseResult parsed, DownloadSource source)
    {
        int? year = parsed.GetValue(Year);
        if (year is not null && (source.FirstYear is null || source.FileFor(year) is null))
        {
            throw new UsageException(
                source.FirstYear is null
                    ? $"--year {year}: {source.Name} has no years. Leave --year out."
                    : $"--year {year}: {source.Name} has the years {source.FirstYear} to {source.LastYear}. Take one of them."
            );
        }

        year ??= source.LastYear;
        SourceFile file = source.FileFor(year)!.Of(year);
        if (parsed.GetValue(Address) is not { } address)
        {
            return new Wanted(source, year, file);
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? given))
        {
            throw new UsageException($"--address {address}: is no address. Give one such as {file.Address}.");
        }

        // What is known of the old file need not hold for one at another address; what the archive says of it by name does not either.
        return new Wanted(
            source,
            year,
            file with
            {
                Address = given.AbsoluteUri,
                Size = null,
                IsSizeExact = false,
                Hash = null,
                Record = null,
            }
        );
    }

    private static async Task<DownloadedFile> FetchAsync(ParseResult parsed, Wanted wanted, CancellationToken cancellation)
    {
        string folder = Path.Combine(WorkspaceFolder.Resolve(parsed.GetValue(TableArgument.Workspace)), "downloads");
        try
        {
            (long? size, FileHash? hash) = wanted.File.IsSizeExact ? (wanted.File.Size, wanted.File.Hash) : (null, wanted.File.Hash);
            if (wanted.File.Record is { } record)
            {
                (size, hash) = await PublishedChecks.AskAsync(new Uri(record), cancellation).ConfigureAwait(false);
            }

            using var line = new DownloadLine(parsed, wanted.File.Name);
            return await FileDownload
                .GetAsync(
                    new DownloadRequest
                    {
                        Address = new Uri(wanted.File.Address),
                        Target = Path.Combine(folder, wanted.File.Name),
                        Size = size,
                        Hash = hash,
                    },
                    line,
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (DownloadException e) when (e.Fault is not DownloadFault.Disk)
        {
            string add = wanted.Source.Layout is { } layout
                ? $", or fetch the file with a browser and import it with 'rootscope data add {layout} FILE --name {DefaultName(wanted)}'"
                : string.Empty;
            throw new DownloadException(
                e.Fault,
                e.Address,
                FaultText.Of($"{e.Reason} The publisher's page is {wanted.Source.Page}: give a new address with --address{add}."),
                e
            );
        }
    }

    private static void RequireName(ParseResult parsed, Wanted wanted, string table)
    {
        if (TradeFormats.Known.Find(wanted.Source.Layout!) is null)
        {
            DataAddCommand.Require(wanted.Source.Layout!, TableFormats.Known);
            _ = TableArgument.LibraryFor(parsed, table, parsed.GetValue(Replace));
        }
        else
        {
            TradeSets.RequireName(parsed, table, parsed.GetValue(Replace));
        }
    }

    private static string DefaultName(Wanted wanted) =>
        wanted.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{wanted.Source.Name}-{year}") : $"{wanted.Source.Name}-own";

    private static string Checked(Wanted wanted) =>
        wanted.File.Record is not null || wanted.File.Hash is not null
            ? ", and its published hash agrees"
            : "; no hash of it is published, so that nothing but the connection vouches for it";

    private static IEnumerable<string> Remarks(Wanted wanted) =>
        new[]
        {
            $"From {wanted.File.Address}, published on {wanted.Source.Page}.",
            wanted.Source.Note,
            wanted.File.Record is not null ? "Its length and hash are asked from the archive's record before."
            : wanted.File.Hash is null ? "No hash of it is published."
            : null,
        }.OfType<string>();

    private static Report<Wanted> ReportOf(IReadOnlyList<Wanted> rows, IReadOnlyList<string> remarks) =>
        new("download-sources", Columns, rows, new Provenance { Command = "data get" }) { Remarks = remarks };

    /// <summary>A source with the year and the file of it that is asked for.</summary>
    private sealed record Wanted(DownloadSource Source, int? Year, SourceFile File)
    {
        public int? Megabytes => File.Size is { } bytes ? (int)Math.Max(1, Math.Round(bytes / 1e6)) : null;

        public string? Years =>
            Year is { } only ? string.Create(CultureInfo.InvariantCulture, $"{only}")
            : Source.FirstYear is { } first ? string.Create(CultureInfo.InvariantCulture, $"{first}–{Source.LastYear}")
            : null;
    }
}

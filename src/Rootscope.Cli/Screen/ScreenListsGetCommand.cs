using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Rootscope.Answers.Screening;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage.Downloads;
using Rootscope.Storage.Screening;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Cli.Screen;

/// <summary><c>rootscope screen lists get [LIST]</c>: fetches a list from its publisher; without one, says which there are.</summary>
internal static class ScreenListsGetCommand
{
    private static readonly Argument<string?> List = new("LIST")
    {
        Description = "The list to fetch; without it, the lists are told with address, licence and size.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "What the list is called in the workspace. Default: as here.",
        HelpName = "NAME",
    };

    private static readonly Option<string[]> Address = new("--address")
    {
        Description =
            "Another address than the one that the program knows, for each file of the list in turn: where its publisher has moved it. "
            + "https, or a loopback address.",
        HelpName = "URL",
    };

    private static readonly Option<bool> Accept = new("--accept-changes")
    {
        Description = "Take it though it is much smaller, or of another shape, than before.",
    };

    private static readonly Option<bool> Show = new("--show")
    {
        Description = "Say from where it would come, how large it is and under which licence, and fetch nothing.",
    };

    private static readonly IReadOnlyList<Column<(PublishedList List, PublishedFile File)>> Columns =
    [
        new("list", string.Empty, "The name it is called by.", ColumnStyle.Text, "List", l => l.List.Name),
        new("megabytes", "MB", "About how large the file is.", ColumnStyle.Whole, "MB", l => l.File.Megabytes),
        new("licence", string.Empty, "The licence or terms, as far as known.", ColumnStyle.Prose, "Licence", l => l.List.Licence),
        new("address", string.Empty, "Where the file comes from.", ColumnStyle.Prose, "Address", l => l.File.Address.AbsoluteUri),
        new(
            "checked",
            string.Empty,
            "The day on which the address was looked up in what others publish of it.",
            ColumnStyle.Text,
            "Looked up",
            l => l.List.Checked
        ),
        new("page", string.Empty, "The publisher's page.", ColumnStyle.Text, null, l => l.List.Page.AbsoluteUri),
        new("layout", string.Empty, "The layout it is read by.", ColumnStyle.Text, null, l => l.List.Layout),
        new(
            "note",
            string.Empty,
            "What to know before; null for nothing.",
            ColumnStyle.Prose,
            null,
            l => l.List.Note.Length > 0 ? l.List.Note : null
        ),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "get",
            "Fetches a list from its publisher into the workspace, with the checks of 'add'; without a list, tells which there are. "
                + "Nothing is fetched unasked.",
            "rootscope screen lists get",
            "rootscope screen lists get sdn --show"
        )
        {
            List,
            Name,
            Address,
            Accept,
            Show,
        };
        List.CompletionSources.Add(_ => PublishedLists.All.Select(l => new CompletionItem(l.Name)));
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        if (parsed.GetValue(List) is not { } word)
        {
            ReportWriter.Write(
                ReportOf(PublishedLists.All, "'rootscope screen lists get LIST' fetches one; nothing is fetched unasked."),
                parsed
            );
            return ExitCode.Ok;
        }

        PublishedList published = WithAddresses(PublishedLists.Find(word), parsed.GetValue(Address) ?? []);
        string name = parsed.GetValue(Name) ?? published.Name;
        if (ListNames.FaultOf(name) is { } fault)
        {
            throw new UsageException(fault);
        }

        if (parsed.GetValue(Show))
        {
            ReportWriter.Write(ReportOf([published], [.. Notes(published), "Nothing was fetched."]), parsed);
            return ExitCode.Ok;
        }

        ScreeningStore store = Analysts.Of(parsed).Screening;
        var choice = new ListChoice { AcceptsChanges = parsed.GetValue(Accept) };
        string folder = Path.Combine(WorkspaceFolder.Resolve(parsed.GetValue(TableArgument.Workspace)), "downloads", "lists", name);
        StoredList list;
        IReadOnlyList<DownloadedFile> files;
        using (var line = new DownloadLine(parsed, name))
        {
            (list, files) = await ListDownload
                .GetAsync(store, published, name, folder, choice, patience: null, line, cancellation)
                .ConfigureAwait(false);
        }

        string[] remarks =
        [
            .. files.Select(
                (f, i) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Fetched from {published.Files[i].Address}: {f.Size} bytes, SHA-256 {f.Sha256}"
                    )
                    + (
                        f.Modified is { } since
                            ? $", of {since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
                            : string.Empty
                    )
                    + ". No hash of it is published, so that nothing but the connection vouches for it."
            ),
            ScreenListsCommand.Kept(store, list, choice),
            .. Notes(published),
        ];
        ReportWriter.Write(ScreenReport.OfLists("screen lists get", [list], remarks), parsed);
        return ExitCode.Ok;
    }

    private static PublishedList WithAddresses(PublishedList published, string[] addresses)
    {
        if (addresses.Length > published.Files.Count)
        {
            throw new UsageException(
                $"--address is given {addresses.Length} times, and {published.Name} has {published.Files.Count} files: "
                    + $"{string.Join(", ", published.Files.Select(f => f.Name))}. Give one address a file, in this order."
            );
        }

        return published with
        {
            Files =
            [
                .. published.Files.Select(
                    (file, i) =>
                        i >= addresses.Length ? file
                        : Uri.TryCreate(addresses[i], UriKind.Absolute, out Uri? given) ? file with { Address = given }
                        : throw new UsageException($"--address {addresses[i]}: is no address. Give one such as {file.Address}.")
                ),
            ],
        };
    }

    private static IEnumerable<string> Notes(PublishedList published) =>
        [.. published.Note.Length > 0 ? [published.Note] : Array.Empty<string>(), $"Terms: {published.Licence}. Page: {published.Page}."];

    private static Report<(PublishedList, PublishedFile)> ReportOf(IReadOnlyList<PublishedList> lists, params string[] remarks) =>
        new(
            "screen-published-lists",
            Columns,
            [.. lists.SelectMany(l => l.Files.Select(f => (l, f)))],
            new Provenance { Command = "screen lists get" }
        )
        {
            Remarks = remarks,
        };
}

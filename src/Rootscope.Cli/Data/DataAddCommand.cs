using System.CommandLine;
using System.CommandLine.Completions;
using Rootscope.Answers.Tables;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data add LAYOUT FILE…</c>: reads a published table into the workspace.</summary>
internal static class DataAddCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "The file, the files of one table, the folder that holds them, or a ZIP file with them in it.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Name = new("--name")
    {
        Description = "The name the table is to have: letters, digits, '-', '_' and '.'; no word of the command line.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<string> Country = new("--country")
    {
        Description =
            "The country to take out of files that hold the national tables of many "
            + $"({string.Join(", ", TableFormats.Known.All.Where(f => f.TakesCountry).Select(f => f.Word))}).",
        HelpName = "ISO",
    };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Replace an imported table of that name." };

    /// <summary>The command for formats of tables; those that come with the program, or a list of one's own.</summary>
    public static Command Create(TableFormats formats)
    {
        Argument<string> layout = LayoutOf(formats);
        var command = new DocumentedCommand(
            "add",
            "Imports a published table into the workspace. Either all of it is there afterwards, or nothing has changed.",
            "rootscope data add nbs china_2020_153.csv --name china-own",
            "rootscope data add wiod2013 wiot2011.csv --name world-own",
            "rootscope data add bea Use.csv Make.csv Import.csv --name usa-own --year 2017"
        )
        {
            layout,
            Files,
            Name,
            SourceOptions.Year,
            SourceOptions.Tolerance,
            Country,
            TradeSets.Countries,
            TradeSets.Columns,
            Replace,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(Run(parsed, parsed.GetRequiredValue(layout).ToLowerInvariant(), formats, cancellation))
        );
        return command;
    }

    private static Argument<string> LayoutOf(TableFormats formats)
    {
        var layout = new Argument<string>("LAYOUT")
        {
            Description =
                string.Concat(formats.All.Select(f => $"{f.Word}: {f.Title}; {f.Shape}. "))
                + "Trade between economies by product: "
                + $"{string.Join("; ", TradeFormats.Known.All.Select(f => $"{f.Word}, {f.Shape}"))}.",
        };
        layout.CompletionSources.Add(_ => Words(formats).Select(w => new CompletionItem(w)));
        return layout;
    }

    private static IEnumerable<string> Words(TableFormats formats) => formats.Words.Concat(TradeFormats.Known.Words);

    private static int Run(ParseResult parsed, string word, TableFormats formats, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        string name = parsed.GetRequiredValue(Name);
        bool replace = parsed.GetValue(Replace);
        string[] files = parsed.GetRequiredValue(Files);
        if (TradeFormats.Known.Find(word) is { } trade)
        {
            return TradeSets.Add(parsed, trade, files, name, replace, cancellation);
        }

        Require(word, formats);
        return Import(
            parsed,
            formats,
            new()
            {
                Command = "data add",
                Layout = word,
                Files = files,
                Name = name,
                Year = parsed.GetValue(SourceOptions.Year),
                Country = parsed.GetValue(Country),
                Replace = replace,
                Told = [],
            },
            cancellation
        );
    }

    /// <summary>Reads files into the workspace as one table and reports it.</summary>
    internal static int Import(ParseResult parsed, TableFormats formats, TableImport import, CancellationToken cancellation)
    {
        TableLibrary library = TableArgument.LibraryFor(parsed, import.Name, import.Replace);
        FlowTable table;
        using (ImportProgress.Of(parsed, import.Files))
        {
            table = formats.Read(
                import.Layout,
                import.Files,
                import.Name,
                import.Year,
                SourceOptions.ToleranceOf(parsed),
                import.Country,
                cancellation
            );
            TableCheck.Of(table, SourceOptions.DefaultTolerance).RequireProductive(string.Join(", ", import.Files));
            cancellation.ThrowIfCancellationRequested();
            library.Import(table, import.Replace);
        }

        ReportWriter.Write(
            new Report<TableSummary>(
                "tables",
                TableColumns.All,
                [TableSummary.Of(table)],
                new Provenance
                {
                    Command = import.Command,
                    Table = table,
                    Options = [new("layout", import.Layout), new("replace", import.Replace ? "yes" : "no")],
                }
            )
            {
                Remarks =
                [
                    .. import.Told,
                    $"Imported into {library.Workspace.Place}.",
                    .. table.Metadata.Derivations.Select(d => $"Derived: {d}"),
                ],
            },
            parsed
        );
        return ExitCode.Ok;
    }

    /// <exception cref="UsageException">There is no such layout.</exception>
    internal static void Require(string word, TableFormats formats)
    {
        if (formats.Find(word) is null)
        {
            IReadOnlyList<string> near = NearestNames.Of(word, Words(formats));
            string hint = near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty;
            throw new UsageException($"there is no layout '{word}'.{hint} Layouts are {string.Join(", ", Words(formats))}.");
        }
    }

    /// <summary>What to read into the workspace as a table.</summary>
    internal sealed record TableImport
    {
        public required string Command { get; init; }

        public required string Layout { get; init; }

        public required IReadOnlyList<string> Files { get; init; }

        public required string Name { get; init; }

        public int? Year { get; init; }

        public string? Country { get; init; }

        public bool Replace { get; init; }

        /// <summary>What is said first of where the files come from.</summary>
        public required IReadOnlyList<string> Told { get; init; }
    }
}

using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Storage;
using Rootscope.Storage.Readers;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data add nbs|bea|wiod2013 FILE…</c>: reads a published table into the workspace.</summary>
internal static class DataAddCommand
{
    private static readonly (string Word, SourceLayout Layout)[] Layouts =
    [
        ("nbs", SourceLayout.Nbs),
        ("bea", SourceLayout.Bea),
        ("wiod2013", SourceLayout.Wiod2013),
        ("mapped", SourceLayout.Mapped),
        ("datapackage", SourceLayout.DataPackage),
        ("pymrio", SourceLayout.Pymrio),
        ("parquet", SourceLayout.Parquet),
        ("icio", SourceLayout.Icio),
        ("icio-parts", SourceLayout.IcioParts),
        ("iot", SourceLayout.Iot),
        ("wiod2016", SourceLayout.Wiod2016),
        ("exiobase3", SourceLayout.Exiobase3),
        ("eora26", SourceLayout.Eora26),
        ("figaro", SourceLayout.Figaro),
        ("gloria", SourceLayout.Gloria),
    ];

    /// <summary>The words that name layouts.</summary>
    public static IEnumerable<string> LayoutWords => Layouts.Select(l => l.Word).Concat(TradeSets.Words);

    private static readonly Argument<string> Layout = new("LAYOUT")
    {
        Description =
            "nbs: China, one CSV file. bea: United States, Use, Make and Import as CSV files in any order. wiod2013: world, one CSV "
            + "file a year. "
            + "mapped: any CSV or Parquet file and a YAML mapping that describes it. datapackage: a folder with datapackage.json. "
            + "pymrio: a folder saved by pymrio. parquet: a file that 'data export' wrote. "
            + "icio: OECD, one CSV file a year; icio-parts: the same with the parts of China and Mexico kept. "
            + "iot: OECD, one country, one CSV file. wiod2016: world, one CSV file a year, or flows and accounts of national tables "
            + "with --country. "
            + "figaro: Eurostat, one CSV file, matrix or flat. exiobase3, eora26, gloria: a folder. "
            + "Trade between economies by product: baci, its files of one edition; trade, any long file (year, exporter, importer, "
            + "product, value).",
    };

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
        Description = "The country to take out of files that hold the national tables of many (wiod2016).",
        HelpName = "ISO",
    };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Replace an imported table of that name." };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "add",
            "Imports a published table into the workspace. Either all of it is there afterwards, or nothing has changed.",
            "rootscope data add nbs china_2020_153.csv --name china-own",
            "rootscope data add wiod2013 wiot2011.csv --name world-own",
            "rootscope data add bea Use.csv Make.csv Import.csv --name usa-own --year 2017"
        )
        {
            Layout,
            Files,
            Name,
            SourceOptions.Year,
            SourceOptions.Tolerance,
            Country,
            TradeSets.Countries,
            Replace,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        string name = parsed.GetRequiredValue(Name);
        bool replace = parsed.GetValue(Replace);
        string[] files = parsed.GetRequiredValue(Files);
        string word = parsed.GetRequiredValue(Layout).ToLowerInvariant();
        if (TradeSets.Words.Contains(word, StringComparer.Ordinal))
        {
            return TradeSets.Add(parsed, word, files, name, replace, cancellation);
        }

        SourceLayout layout = LayoutOf(word);
        TableLibrary library = TableArgument.LibraryFor(parsed, name, replace);
        FlowTable table;
        using (ImportProgress.Of(parsed, files))
        {
            table = SourceTables.Read(
                layout,
                files,
                name,
                parsed.GetValue(SourceOptions.Year),
                SourceOptions.ToleranceOf(parsed),
                parsed.GetValue(Country),
                cancellation
            );
            TableCheck.Of(table, SourceOptions.DefaultTolerance).RequireProductive(string.Join(", ", files));
            cancellation.ThrowIfCancellationRequested();
            library.Import(table, replace);
        }

        ReportWriter.Write(
            new Report
            {
                Kind = "tables",
                Columns = DataListCommand.Columns,
                Rows = [DataListCommand.Cells(TableSummary.Of(table))],
                Provenance = new Provenance
                {
                    Command = "data add",
                    Table = table,
                    Options = [new("layout", parsed.GetRequiredValue(Layout).ToLowerInvariant()), new("replace", replace ? "yes" : "no")],
                },
                Remarks = [$"Imported into {library.Workspace.Place}.", .. table.Metadata.Derivations.Select(d => $"Derived: {d}")],
            },
            parsed
        );
        return ExitCode.Ok;
    }

    /// <exception cref="UsageException">There is no such layout.</exception>
    internal static SourceLayout LayoutOf(string word)
    {
        foreach ((string known, SourceLayout layout) in Layouts)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
            {
                return layout;
            }
        }

        IReadOnlyList<string> near = NearestNames.Of(word, LayoutWords);
        string hint = near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty;
        throw new UsageException($"there is no layout '{word}'.{hint} Layouts are {string.Join(", ", LayoutWords)}.");
    }
}

using System.CommandLine;
using Rootscope.Answers.Tables;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Checks;

namespace Rootscope.Cli.Data;

/// <summary>
/// <c>rootscope data aggregate TABLE --by MAP --name NEW</c>: adds sectors together, or splits them by weights, into a new table.
/// </summary>
internal static class DataAggregateCommand
{
    private static readonly Argument<string> Table = TableArgument.Required();

    private static readonly Option<string[]> By = new("--by")
    {
        Description =
            "An embedded concordance ('rootscope data concordances' lists them), or a CSV file with the columns from, to and, where a "
            + "code is split, weight. "
            + "Given more than once, one step follows the other.",
        HelpName = "NAME|FILE",
    };

    private static readonly Option<string?> Regions = new("--regions-by") { Description = "The same for regions.", HelpName = "NAME|FILE" };

    private static readonly Option<string?> Sizes = new("--sizes")
    {
        Description =
            "CSV with the columns code and size: codes with several targets are split in proportion to the sizes of the targets, such "
            + "as their outputs.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Name = new("--name")
    {
        Description = "The name the new table is to have.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Replace an imported table of that name." };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "aggregate",
            "Makes a new table by adding industries or regions together, or by splitting them by weights; identities and totals stay.",
            "rootscope data aggregate china-2020 --by nbs2020-nbs42 --name china-42",
            "rootscope data aggregate usa-2017 --by bea2017-bea-sector --name usa-sectors",
            "rootscope data aggregate world-2011 --regions-by samples/three-regions.csv --name world-three"
        )
        {
            Table,
            By,
            Regions,
            Sizes,
            Name,
            Replace,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        string[] by = parsed.GetValue(By) ?? [];
        string? regionsBy = parsed.GetValue(Regions);
        if (by.Length == 0 && regionsBy is null)
        {
            throw new UsageException("there is nothing to aggregate by. Give --by for industries, --regions-by for regions, or both.");
        }

        string name = parsed.GetRequiredValue(Name);
        bool replace = parsed.GetValue(Replace);
        TableLibrary library = TableArgument.LibraryFor(parsed, name, replace);

        FlowTable table = TableArgument.Read(parsed, Table);
        IReadOnlyDictionary<string, double>? sizes = parsed.GetValue(Sizes) is { } file ? ConcordanceReader.ReadSizes(file) : null;
        Concordance? industries = Chain(by, sizes);
        Concordance? regions = regionsBy is null ? null : ConcordanceLibrary.Read(regionsBy);
        FlowTable made = TableAggregation.Aggregate(table, regions, industries, name);
        made = made.With(
            made.Metadata with
            {
                Title = $"{table.Metadata.Title}, as {made.Sectors.Regions.Count} × {made.Sectors.Industries.Count}",
            }
        );
        TableCheck.Of(made, SourceOptions.DefaultTolerance).RequireProductive(name);
        cancellation.ThrowIfCancellationRequested();
        library.Import(made, replace);
        ReportWriter.Write(
            new Report<TableSummary>(
                "tables",
                TableColumns.All,
                [TableSummary.Of(made)],
                new Provenance
                {
                    Command = "data aggregate",
                    Table = made,
                    Options =
                    [
                        new("from", table.Metadata.Id),
                        new("by", string.Join(", ", by)),
                        new("regions-by", regionsBy ?? string.Empty),
                        new("replace", replace ? "yes" : "no"),
                    ],
                }
            )
            {
                Remarks =
                [
                    $"{table.Size} sectors of {table.Metadata.Id} have become {made.Size}, in {library.Workspace.Place}.",
                    made.Metadata.Derivations[^1],
                ],
            },
            parsed
        );
        return ExitCode.Ok;
    }

    private static Concordance? Chain(string[] steps, IReadOnlyDictionary<string, double>? sizes)
    {
        Concordance? chain = null;
        foreach (string step in steps)
        {
            Concordance next = ConcordanceLibrary.Read(step, sizes);
            chain = chain is null ? next : chain.Then(next);
        }

        return chain;
    }
}

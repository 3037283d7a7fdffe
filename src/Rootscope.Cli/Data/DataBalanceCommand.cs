using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Balancing;
using Rootscope.Tables.Checks;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data balance TABLE --name NEW</c>: balances flows to outputs and keeps the result under another name.</summary>
internal static class DataBalanceCommand
{
    private const int MostNamed = 10;

    private static readonly Argument<string> Table = TableArgument.Required();

    private static readonly Option<string> Name = new("--name")
    {
        Description = "The name the balanced table is to have.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Replace an imported table of that name." };

    private static readonly Choice<BalanceMethod> Method = new(
        "--method",
        "gras keeps the signs of negative flows; ras needs flows of zero or more.",
        BalanceMethod.Gras,
        ("gras", BalanceMethod.Gras),
        ("ras", BalanceMethod.Ras)
    );

    private static readonly Option<int?> Rounds = new("--rounds")
    {
        Description = "Most rounds of rows and columns. Default: 2000.",
        HelpName = "N",
    };

    /// <summary>One figure before and after; null where there is none before.</summary>
    private sealed record Change(string Item, double? Before, double? After);

    private static readonly IReadOnlyList<Column<Change>> Columns =
    [
        new("item", string.Empty, "What was measured or changed.", ColumnStyle.Text, "item", c => c.Item),
        new(
            "before",
            "ratio",
            "Before: gaps over output in all, or a flow in the table's unit.",
            ColumnStyle.Number,
            "before",
            c => c.Before
        ),
        new("after", "ratio", "After, in the same unit.", ColumnStyle.Number, "after", c => c.After),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "balance",
            "Scales the flows of a table so that rows and columns add up to its outputs, tells what moved, and keeps the result under "
                + "a new name.",
            "rootscope data balance world-2011 --name world-balanced",
            "rootscope data balance china-2020 --name china-balanced --method ras"
        )
        {
            Table,
            Name,
            Method.Option,
            Rounds,
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
        TableLibrary library = TableArgument.LibraryFor(parsed, name, replace);

        FlowTable table = library.Read(parsed.GetRequiredValue(Table));
        BalanceOptions options = OptionsOf(parsed);
        TableBalancingResult result = TableBalancing.Balance(table, name, options, cancellation);
        if (result.After is not { } balanced)
        {
            throw NotReached(result, options);
        }

        cancellation.ThrowIfCancellationRequested();
        library.Import(balanced, replace);
        ReportWriter.Write(
            new Report<Change>(
                "balance",
                Columns,
                Rows(result, balanced),
                new Provenance
                {
                    Command = "data balance",
                    Table = balanced,
                    Options =
                    [
                        new("method", Method.WordOf(options.Method)),
                        new("rounds", options.LongestRun.ToString(CultureInfo.InvariantCulture)),
                    ],
                }
            )
            {
                Remarks = [$"{balanced.Metadata.Derivations[^1]} Kept as '{name}' in {library.Workspace.Place}."],
            },
            parsed
        );
        return ExitCode.Ok;
    }

    private static BalanceOptions OptionsOf(ParseResult parsed)
    {
        var defaults = new BalanceOptions { Method = Method.Of(parsed) };
        int rounds = parsed.GetValue(Rounds) ?? defaults.LongestRun;
        return rounds >= 1
            ? defaults with
            {
                LongestRun = rounds,
            }
            : throw new UsageException($"--rounds cannot be {rounds}: it is at least 1.");
    }

    private static IReadOnlyList<Change> Rows(TableBalancingResult result, FlowTable balanced)
    {
        TableBalance before = TableBalance.Of(result.Before);
        TableBalance after = TableBalance.Of(balanced);
        return
        [
            new("row gaps over output", before.RowError, after.RowError),
            new("column gaps over output", before.ColumnError, after.ColumnError),
            new("share of flows moved", null, result.MovedShare),
            new("factor of column sums", null, result.ColumnFactor),
            new("rounds", null, result.Matrix.Rounds),
            .. result
                .LargestChanges(MostNamed)
                .Select(c => new Change(
                    $"flow {result.Before.Sectors.LabelOf(c.Seller)} to {result.Before.Sectors.LabelOf(c.Buyer)}",
                    c.Before,
                    c.After
                )),
        ];
    }

    private static ModelException NotReached(TableBalancingResult result, BalanceOptions options)
    {
        FlowTable table = result.Before;
        if (result.Matrix.Status == BalanceStatus.Unreachable)
        {
            string rows = string.Join(
                ", ",
                result.Matrix.StuckRows.Take(MostNamed).Select(k => table.Sectors.LabelOf(new(k))).DefaultIfEmpty("none")
            );
            string columns = string.Join(
                ", ",
                result.Matrix.StuckColumns.Take(MostNamed).Select(k => table.Sectors.LabelOf(new(k))).DefaultIfEmpty("none")
            );
            return new ModelException(
                $"{table.Metadata.Id}: some sums cannot be reached, because every flow there is zero or of the other sign; rows: "
                    + $"{rows}; columns: {columns}. "
                    + "Nothing was kept. Give these sectors a flow in the source, or aggregate them with another."
            );
        }

        return new ModelException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{table.Metadata.Id}: not balanced after {result.Matrix.Rounds} rounds; the largest gap of a row is "
                    + $"{result.Matrix.RowError:G3} of the largest sum (asked for: {options.Tolerance:G3}). "
            ) + "Nothing was kept. Raise --rounds; if the gap stays, the zeros of the table do not allow these sums."
        );
    }
}

using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data check TABLE|FILE…</c>: identities, odd cells and productivity of a table.</summary>
internal static class DataCheckCommand
{
    private const int MostNamed = 5;

    private static readonly Argument<string[]> Tables = new("TABLE|FILE")
    {
        Description = "A table by name, or the file or files of a published one, which is then checked without being imported.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Layout = new("--layout")
    {
        Description = "The layout of the files, as in 'data add', where it cannot be told by looking at them.",
        HelpName = "LAYOUT",
    };

    /// <summary>One thing that was checked.</summary>
    private sealed record Finding(string Check, string Status, int? Count, double? Value, string Sectors);

    private static readonly IReadOnlyList<Column<Finding>> Columns =
    [
        new("check", string.Empty, "What was checked.", ColumnStyle.Text, "check", f => f.Check),
        new(
            "status",
            string.Empty,
            "ok; seen, where it occurs in sound tables too; broken, where the table cannot be used.",
            ColumnStyle.Text,
            "status",
            f => f.Status
        ),
        new("count", "count", "How many sectors or cells it concerns.", ColumnStyle.Whole, "count", f => f.Count),
        new(
            "value",
            "ratio",
            "The figure behind it: gaps over output in all, a spectral radius, GDP over its known size, or a cell's share of the buyer's "
                + "inputs over the largest that a peer takes of the seller's division.",
            ColumnStyle.Number,
            "value",
            f => f.Value
        ),
        new("sectors", string.Empty, "The worst sectors, up to five, or what was found.", ColumnStyle.Prose, "worst", f => f.Sectors),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "check",
            "Checks the row and column identities of a table, names the worst sectors, and says whether its requirements are productive.",
            "rootscope data check world-2011",
            "rootscope data check wiot2011.csv",
            "rootscope data check Use.csv Make.csv Import.csv --year 2017 -f json"
        )
        {
            Tables,
            Layout,
            SourceOptions.Year,
            SourceOptions.Tolerance,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        string[] given = parsed.GetRequiredValue(Tables);
        double tolerance = SourceOptions.ToleranceOf(parsed) ?? SourceOptions.DefaultTolerance;
        FlowTable table = Read(parsed, given, cancellation);
        var check = TableCheck.Of(table, tolerance);
        ReportWriter.Write(
            new Report<Finding>(
                "check",
                Columns,
                [
                    .. Rows(check),
                    .. TableReview.Of(table).Select(f => new Finding(f.Check, f.IsInOrder ? "ok" : "seen", f.Count, f.Value, f.Text)),
                    .. TableReview.CellsThatStandOut(table).Select(c => CellRow(table, c)),
                ],
                new Provenance
                {
                    Command = "data check",
                    Table = table,
                    Options = [new("tolerance", tolerance.ToString("R", CultureInfo.InvariantCulture))],
                }
            ),
            parsed
        );
        if (!check.IsBalanced)
        {
            throw Broken(check, given[0]);
        }

        check.RequireProductive(given[0]);
        return ExitCode.Ok;
    }

    private static FlowTable Read(ParseResult parsed, string[] given, CancellationToken cancellation)
    {
        bool isName =
            parsed.GetValue(Layout) is null
            && given.Length == 1
            && !TableFormats.Known.IsSource(given[0])
            && given[0].AsSpan().IndexOfAny('/', '\\') < 0
            && !given[0].EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        return isName
            ? new TableLibrary(parsed.GetValue(TableArgument.Workspace)).Read(given[0])
            : TableFormats.Known.Read(
                parsed.GetValue(Layout) is { } word ? Known(word) : TableFormats.Known.Recognise(given).Word,
                given,
                "checked",
                parsed.GetValue(SourceOptions.Year),
                SourceOptions.ToleranceOf(parsed),
                cancellation: cancellation
            );
    }

    private static string Known(string word)
    {
        DataAddCommand.Require(word, TableFormats.Known);
        return word;
    }

    private static IReadOnlyList<Finding> Rows(TableCheck check) =>
        [
            new(
                "row identities",
                check.BrokenRows.Count == 0 ? "ok" : "broken",
                check.BrokenRows.Count,
                check.Balance.RowError,
                Named(check, check.BrokenRows)
            ),
            new(
                "column identities",
                check.BrokenColumns.Count == 0 ? "ok" : "broken",
                check.BrokenColumns.Count,
                check.Balance.ColumnError,
                Named(check, check.BrokenColumns)
            ),
            new("productive, domestic inputs", check.IsProductive ? "ok" : "broken", null, check.DomesticSpectralRadius, string.Empty),
            new("productive, all inputs", check.IsProductiveWithImports ? "ok" : "seen", null, check.SpectralRadius, string.Empty),
            new(
                "sectors without output",
                Seen(check.WithoutOutput.Count),
                check.WithoutOutput.Count,
                null,
                Named(check, check.WithoutOutput)
            ),
            new(
                "negative value added",
                Seen(check.NegativeValueAdded.Count),
                check.NegativeValueAdded.Count,
                null,
                Named(check, check.NegativeValueAdded)
            ),
            new(
                "negative imports",
                Seen(check.NegativeImports.Count),
                check.NegativeImports.Count,
                null,
                Named(check, check.NegativeImports)
            ),
            new("negative flows", Seen(check.NegativeFlows), check.NegativeFlows, null, string.Empty),
            new("negative final demand", Seen(check.NegativeFinalDemand), check.NegativeFinalDemand, null, string.Empty),
        ];

    /// <summary>A cell that stands out; without a ratio where no peer takes anything.</summary>
    private static Finding CellRow(FlowTable table, OutstandingCell cell)
    {
        double ratio = cell.ShareOfInputs / cell.PeersShare;
        string shares = string.Create(
            CultureInfo.InvariantCulture,
            $"{cell.ShareOfInputs * 100:0.0}% of its inputs; of {cell.Peers} peers none takes more than {cell.PeersShare * 100:0.00}% "
                + $"from the seller's division"
        );
        return new("stands out", "seen", null, double.IsFinite(ratio) ? ratio : null, $"{TableReview.InWords(table, cell)}: {shares}");
    }

    private static string Seen(int count) => count == 0 ? "ok" : "seen";

    private static string Named(TableCheck check, IReadOnlyList<SectorNumber> sectors) =>
        string.Join(", ", sectors.Take(MostNamed).Select(k => check.Table.Sectors.LabelOf(new(k))))
        + (sectors.Count > MostNamed ? ", …" : string.Empty);

    private static string Named(TableCheck check, IReadOnlyList<BalanceGap> gaps) =>
        string.Join(", ", gaps.Take(MostNamed).Select(g => Text(check, g))) + (gaps.Count > MostNamed ? ", …" : string.Empty);

    private static string Text(TableCheck check, BalanceGap gap) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{check.Table.Sectors.LabelOf(gap.Sector)} ({gap.Gap:G6}, {gap.RelativeGap * 100:0.###}%)"
        );

    private static TableException Broken(TableCheck check, string place)
    {
        BalanceGap worst = check.BrokenRows.Concat(check.BrokenColumns).MaxBy(g => g.RelativeGap)!;
        string what = worst.IsRow ? "row" : "column";
        return new TableException(
            place,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{check.BrokenRows.Count} rows and {check.BrokenColumns.Count} columns do not balance; the worst is the {what} of "
                    + $"{check.Table.Sectors.LabelOf(worst.Sector)}: it sums to "
            )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{worst.Output + worst.Gap:G10} where the output is {worst.Output:G10}. Compare it with the published table, or "
                        + $"raise --tolerance."
                )
        );
    }
}

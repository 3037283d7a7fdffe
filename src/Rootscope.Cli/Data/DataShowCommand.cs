using System.CommandLine;
using Rootscope.Answers.Tables;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Tables;
using Rootscope.Tables.Checks;
using Rootscope.Tables.Regions;

namespace Rootscope.Cli.Data;

/// <summary><c>rootscope data show TABLE</c>: what a table is, where it comes from, and what was derived; or its industries.</summary>
internal static class DataShowCommand
{
    private static readonly Option<bool> Industries = new("--industries")
    {
        Description = "List the sectors with their codes, names, output and imports instead.",
    };

    private static readonly IReadOnlyList<Column<(string Item, object? Value)>> FactColumns =
    [
        new("item", string.Empty, "What the value is.", ColumnStyle.Text, "item", f => f.Item),
        new(
            "value",
            string.Empty,
            "The value; amounts are in the table's unit, shares are ratios.",
            ColumnStyle.Prose,
            "value",
            f => f.Value
        ),
    ];

    public static Command Create()
    {
        Argument<string> table = TableArgument.Required();
        var command = new DocumentedCommand(
            "show",
            "Shows a table's source, licence, year, unit, size, totals and balance, and what was derived on the way from the published "
                + "figures.",
            "rootscope data show china-2020",
            "rootscope data show usa-2017 --industries -f csv"
        )
        {
            table,
            Industries,
        };
        command.SetAction(parsed => Run(parsed, table));
        return command;
    }

    private static int Run(ParseResult parsed, Argument<string> argument)
    {
        _ = ReportWriter.FormatOf(parsed);
        FlowTable table = TableArgument.Read(parsed, argument);
        bool industries = parsed.GetValue(Industries);
        var provenance = new Provenance
        {
            Command = "data show",
            Table = table,
            Options = [new("industries", industries ? "yes" : "no")],
        };
        ReportWriter.Write(
            industries
                ? new Report<SectorTotals>("industries", SectorTotals.Columns, SectorTotals.Of(table), provenance)
                : new Report<(string Item, object? Value)>("table", FactColumns, Facts(table), provenance) { IsWhole = true },
            parsed
        );
        return ExitCode.Ok;
    }

    private static IEnumerable<(string Item, object? Value)> Facts(FlowTable table)
    {
        TableMetadata about = table.Metadata;
        yield return ("name", about.Id);
        yield return ("title", about.Title);
        yield return ("origin", EmbeddedTables.Has(about.Id) ? "embedded" : "imported");
        yield return ("source", about.Source);
        yield return ("licence", about.Licence);
        yield return ("year", about.Year);
        yield return ("unit", about.Unit);
        yield return ("currency", about.Currency);
        yield return ("prices", about.Prices);
        yield return ("classification", about.Classification);
        yield return ("sha256", table.ContentHash);
        foreach ((string Item, object? Value) fact in Size(table).Concat(Totals(table)).Concat(Soundness(table)))
        {
            yield return fact;
        }

        yield return ("capital pattern", CapitalData.For(table).Origin);
        foreach (string derivation in about.Derivations)
        {
            yield return ("derived", derivation);
        }
    }

    private static IEnumerable<(string Item, object? Value)> Size(FlowTable table)
    {
        yield return ("regions", table.Sectors.Regions.Count);
        yield return ("industries", table.Sectors.Industries.Count);
        yield return ("sectors", table.Size);
        yield return ("final demand", string.Join(", ", table.FinalDemandCategories.Select(c => c.Kind).Distinct()));
        yield return ("primary inputs", string.Join("; ", table.ValueAddedCategories.Select(c => $"{c.Code} {c.Name}")));
        yield return (
            "imports",
            table.HasImportedFlows ? "by user"
            : table.HasImports ? "in one column"
            : "as flows between regions"
        );
    }

    private static IEnumerable<(string Item, object? Value)> Totals(FlowTable table)
    {
        double income = 0;
        double other = 0;
        for (int c = 0; c < table.ValueAdded.Length; c++)
        {
            bool isIncome = table.ValueAddedCategories[c / table.Size].Kind != ValueAddedKind.Other;
            income += isIncome ? table.ValueAdded[c] : 0;
            other += isIncome ? 0 : table.ValueAdded[c];
        }

        yield return ("output", Sum(table.Output));
        yield return ("value added", income);
        if (table.ValueAddedCategories.Any(c => c.Kind == ValueAddedKind.Other))
        {
            yield return ("other primary inputs", other);
        }

        yield return ("output less intermediate inputs", TableTotals.GrossDomesticProduct(table));
        yield return ("final demand, exports excepted", Sum(TableTotals.Absorption(table)));
        if (table.HasImports)
        {
            yield return ("exports", Sum(TableTotals.Exports(table)));
            yield return ("imports, sum", Sum(table.Imports));
        }
    }

    private static IEnumerable<(string Item, object? Value)> Soundness(FlowTable table)
    {
        TableBalance balance = TableBalance.Of(table);
        yield return ("row gaps over output", balance.RowError);
        yield return ("column gaps over output", balance.ColumnError);
        if (table.HasImports)
        {
            IReadOnlyList<string> outOfRange = ImportShares.Of(table).OutOfRange;
            yield return ("import shares clamped", outOfRange.Count == 0 ? "none" : string.Join(", ", outOfRange));
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double x in values)
        {
            sum += x;
        }

        return sum;
    }
}

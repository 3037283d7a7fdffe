using System.CommandLine;
using System.Globalization;
using Rootscope.Accounts.Measures;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Tables;

namespace Rootscope.Cli.Accounts;

/// <summary><c>rootscope accounts TABLE --measure NAME</c> with <c>list</c> and <c>paths</c>.</summary>
internal static class AccountsCommand
{
    private static readonly Option<string?> MeasureName = new("--measure", "-m")
    {
        Description = "The measure; 'rootscope accounts list' names them.",
        HelpName = "NAME",
    };

    private static readonly Option<double?> Share = new("--share")
    {
        Description = "The share that is cut, above 0 and at most 1; only for partial extractions. Default: 0.5.",
        HelpName = "SHARE",
    };

    private static readonly Option<double?> Wedge = new("--wedge")
    {
        Description =
            "By what part inputs are dearer to their buyers than their sellers' price; only for distortion-centrality. Default: 0.1.",
        HelpName = "SHARE",
    };

    private static readonly Option<string?> Supplier = new("--supplier")
    {
        Description =
            "Only rows in which this sector (CHN.c14), region (CHN) or industry (c14) supplies; for measures of pairs and of regions.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Buyer = new("--buyer")
    {
        Description = "Only rows in which this sector, region or industry buys; for measures of pairs.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Sort = new("--sort")
    {
        Description = "The order of the rows: table (default, unless --top is given) or value, largest first.",
        HelpName = "table|value",
    };

    private static readonly Option<int?> Top = new("--top")
    {
        Description = "Only so many rows; the largest, unless --sort table.",
        HelpName = "N",
    };

    public static Command Create()
    {
        // The table is required, but not as System.CommandLine means it: "accounts list" has none.
        Argument<string?> table = new("TABLE")
        {
            Description = "An embedded table or one that was imported ('rootscope data list' names them).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new DocumentedCommand(
            "accounts",
            "Computes one measure for every sector of a table: multipliers, linkages, stages of production, extraction, trade in value "
                + "added.",
            "rootscope accounts china-2020 --measure output-multiplier --top 10",
            "rootscope accounts china-2020 --measure distortion-centrality --wedge 0.1 --top 10",
            "rootscope accounts world-2011 --measure extraction-bilateral --supplier TWN.c14 --buyer CHN"
        )
        {
            table,
            MeasureName,
            Share,
            Wedge,
            Supplier,
            Buyer,
            Sort,
            Top,
            AccountsListCommand.Create(),
            AccountsExposureCommand.Create(),
            AccountsDecomposeCommand.Create(),
            AccountsPathsCommand.Create(),
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                Run(parsed, parsed.GetValue(table), cancellation);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static void Run(ParseResult parsed, string? tableName, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        if (tableName is null || parsed.GetValue(MeasureName) is not { } name)
        {
            throw new UsageException(
                "say which table and which measure: rootscope accounts TABLE --measure NAME. "
                    + "'rootscope accounts list' names the measures, 'rootscope data list' the tables."
            );
        }

        AccountMeasure measure = AccountMeasures.Find(name);
        AccountOptions options = OptionsOf(parsed, measure);
        bool sorted = IsSorted(parsed);
        FlowTable table = TableArgument.Open(parsed, tableName);
        using InverseWork inverse = InverseWork.Of(parsed, table);
        AccountResult result = measure.Compute(table, options with { Inverse = inverse.Options }, cancellation);
        IEnumerable<AccountRow> rows = sorted ? result.Rows.OrderByDescending(r => r.Value ?? double.NegativeInfinity) : result.Rows;
        int? top = parsed.GetValue(Top);
        AccountRow[] shown = [.. rows.Take(top ?? int.MaxValue)];
        inverse.FallSilent();
        ReportWriter.Write(AccountsReport.Of(result, shown, Selection(sorted, top)), parsed);
    }

    private static AccountOptions OptionsOf(ParseResult parsed, AccountMeasure measure)
    {
        var options = new AccountOptions
        {
            Share = Given(parsed, Share, measure, AccountParameter.Share) ?? new AccountOptions().Share,
            Wedge = Given(parsed, Wedge, measure, AccountParameter.Wedge) ?? new AccountOptions().Wedge,
            Supplier = Given(parsed, Supplier, measure, AccountParameter.Supplier),
            Buyer = Given(parsed, Buyer, measure, AccountParameter.Buyer),
        };
        return options.Faults.Count == 0 ? options : throw new UsageException(string.Join("; ", options.Faults) + ".");
    }

    private static T? Given<T>(ParseResult parsed, Option<T?> option, AccountMeasure measure, AccountParameter parameter)
    {
        T? given = parsed.GetValue(option);
        if (given is not null && !measure.Parameters.Contains(parameter))
        {
            IEnumerable<string> readers = AccountMeasures.All.Where(m => m.Parameters.Contains(parameter)).Select(m => m.Name);
            throw new UsageException(
                $"the measure '{measure.Name}' reads no {option.Name}. Leave it out, or ask for one that does: "
                    + $"{string.Join(", ", readers)}."
            );
        }

        return given;
    }

    private static IEnumerable<KeyValuePair<string, string>> Selection(bool sorted, int? top)
    {
        if (sorted)
        {
            yield return new("sort", "value");
        }

        if (top is { } rows)
        {
            yield return new("top", rows.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool IsSorted(ParseResult parsed)
    {
        if (parsed.GetValue(Top) is < 1)
        {
            throw new UsageException("--top has to be at least 1.");
        }

        return parsed.GetValue(Sort)?.ToLowerInvariant() switch
        {
            null => parsed.GetValue(Top) is not null,
            "table" => false,
            "value" => true,
            var other => throw new UsageException($"there is no order '{other}'. Orders are table and value."),
        };
    }
}

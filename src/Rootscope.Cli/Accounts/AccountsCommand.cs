using System.CommandLine;
using Rootscope.Accounts.Measures;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
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
        Description = "The order of the rows: table (default, unless --top is given or a picture drawn) or value, largest first.",
        HelpName = "table|value",
    };

    private static readonly Option<int?> Top = ReportWriter.TopOption("How many rows to tell, the largest unless --sort table");

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
        command.Draws = true;
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

        AccountsQuestion question = Question(parsed, AccountMeasures.Find(name).Name, tableName);
        question.Validate();
        FlowTable table = TableArgument.Open(parsed, tableName);
        using InverseWork inverse = InverseWork.Of(parsed, table);
        AccountsAnswer answer = Analysts.Of(parsed, table, inverse.Options).Accounts(question, cancellation);
        Report report = AccountsReport.Of(answer, $"accounts {table.Metadata.Id} --measure {question.Measure}");
        inverse.FallSilent();
        ReportWriter.Write(report, parsed, () => new SheetDrawing(ReportBars.Of(report, Drawing(answer), SheetFormat.Wide)));
    }

    private static ReportDrawing Drawing(AccountsAnswer answer)
    {
        FlowTable table = answer.Result.Table;
        string[] place = table.Sectors.Regions.Count > 1 || answer.Result.Measure.IsCellMeasure ? ["region"] : [];
        string[] partner = answer.Result.Measure.IsCellMeasure ? ["partnerRegion", "partnerName"] : [];
        return new ReportDrawing(
            "value",
            [.. place, "name", .. partner],
            $"{char.ToUpperInvariant(answer.Result.Measure.Name[0])}{answer.Result.Measure.Name[1..]}: {table.Metadata.Title}, "
                + $"{table.Metadata.Year}",
            $"{answer.Result.Measure.Meaning} Unit: {answer.Result.Unit}."
        );
    }

    private static AccountsQuestion Question(ParseResult parsed, string measure, string table) =>
        new(measure, table)
        {
            Share = parsed.GetValue(Share),
            Wedge = parsed.GetValue(Wedge),
            Supplier = parsed.GetValue(Supplier),
            Buyer = parsed.GetValue(Buyer),
            Sort = Order(parsed),
            Top = ReportWriter.TopOf(parsed, Top),
        };

    private static AccountOrder Order(ParseResult parsed)
    {
        return parsed.GetValue(Sort) is not { } word
            ? parsed.GetValue(Top) is null && !ReportWriter.IsPicture(parsed)
                ? AccountOrder.Table
                : AccountOrder.Value
            : QuestionWords.AccountOrders.Find(word)
                ?? throw new UsageException($"there is no order '{word}'. Orders are table and value.");
    }
}

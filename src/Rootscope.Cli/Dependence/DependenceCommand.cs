using System.CommandLine;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Trade;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Cli.Trade;

namespace Rootscope.Cli.Dependence;

/// <summary><c>rootscope dependence TRADE --importer CHN --rule geodep</c>: which products an economy depends on.</summary>
internal static class DependenceCommand
{
    private static readonly Argument<string[]> Trade = new("TRADE")
    {
        Description =
            "A file of flows (.csv or .parquet), or several of one set, such as one a year: columns year, exporter, importer, product "
            + "and value, or those of BACI or Comtrade; "
            + "or the name of a set in the workspace ('rootscope data list --trade').",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Importer = new("--importer")
    {
        Description = "The economy that buys, by a code or name of it.",
        HelpName = "ECONOMY",
    };

    private static readonly Option<string?> BlocName = new("--bloc")
    {
        Description = "A bloc that buys as one: EU27 and the like, codes joined with plus signs, or a CSV file with a column economy.",
        HelpName = "BLOC",
    };

    private static readonly Option<string[]> AsOne = new("--as-one")
    {
        Description =
            "Count these as one economy, as sellers too: a bloc, codes joined with plus signs, or a country that split, such as CSK.",
        HelpName = "BLOC",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Rule = new("--rule")
    {
        Description = "The rule: eu2021, geodep, merics, or a YAML file of your own. Default: geodep.",
        HelpName = "RULE",
        DefaultValueFactory = _ => "geodep",
    };

    private static readonly Option<string?> Years = new("--years")
    {
        Description = "The years to look at, such as 2019-2021 or 2018,2020; the last is judged. Default: all in the file.",
        HelpName = "YEARS",
    };

    private static readonly Option<string[]> Products = new("--product")
    {
        Description = "Only products whose codes begin so.",
        HelpName = "CODE",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Production = new("--production")
    {
        Description =
            "A CSV file of production (year, economy, product, value) in the unit of the trade; it takes the place of exports where it "
            + "is known.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Network = new("--network")
    {
        Description = "Compute clustering too, which takes longer than all the rest.",
    };

    private static readonly Choice<DependenceOrder> Sort = new(
        "--sort",
        "The order of the rows: by margin or by imports, largest first, or by code.",
        DependenceOrder.Margin,
        QuestionWords.DependenceOrders
    );

    private static readonly Choice<DependenceSelection> Only = new(
        "--only",
        "Which rows: all, those the rule flags, or those close to its threshold.",
        DependenceSelection.All,
        QuestionWords.DependenceSelections
    );

    private static readonly Option<int?> Top = ReportWriter.TopOption();

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "dependence",
            "Says which products an economy depends on by a published rule or your own, by what margin, in how many years, and who "
                + "holds them.",
            "rootscope dependence samples/made-trade.csv --importer CHN --rule geodep",
            "rootscope dependence samples/made-trade.csv --bloc EU27 --rule eu2021 --years 2022 --sort imports",
            "rootscope dependence samples/made-trade.csv --importer CHN --rule samples/rule.yaml --production "
                + "samples/made-production.csv -f json"
        )
        {
            Trade,
            Importer,
            BlocName,
            AsOne,
            Rule,
            Years,
            Products,
            Production,
            TradeSets.Countries,
            TradeSets.Columns,
            Network,
            Only.Option,
            Sort.Option,
            Top,
        };
        command.Draws = true;
        command.SetAction(
            (parsed, cancellation) =>
            {
                Run(parsed, cancellation);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        var question = new DependenceQuestion(parsed.GetRequiredValue(Trade))
        {
            Countries = parsed.GetValue(TradeSets.Countries),
            Columns = parsed.GetValue(TradeSets.Columns),
            Importer = parsed.GetValue(Importer),
            Bloc = parsed.GetValue(BlocName),
            AsOne = parsed.GetValue(AsOne) ?? [],
            Rule = parsed.GetRequiredValue(Rule),
            Years = parsed.GetValue(Years),
            Products = parsed.GetValue(Products) ?? [],
            Production = parsed.GetValue(Production),
            Network = parsed.GetValue(Network),
            Only = Only.Of(parsed),
            Sort = Sort.Of(parsed),
            Top = ReportWriter.TopOf(parsed, Top),
        };
        Report report = DependenceReport.Of(Analysts.Of(parsed).Dependence(question, cancellation), "dependence");
        ReportWriter.Write(report, parsed, () => new SheetDrawing(ReportBars.Of(report, Drawing(question), SheetFormat.Wide)));
    }

    private static ReportDrawing Drawing(DependenceQuestion question) =>
        new(
            "margin",
            ["product"],
            $"Which products {question.Importer ?? question.Bloc} depends on, by the rule {question.Rule}",
            "Margin: how far the verdict is from turning, from −1 to 1; above 0 the rule flags the product. The band is that over years."
        )
        {
            Band = ("marginLow", "marginHigh"),
            BandName = "lowest and highest year",
        };
}

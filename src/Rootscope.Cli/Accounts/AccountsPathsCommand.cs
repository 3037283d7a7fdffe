using System.CommandLine;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Accounts;

/// <summary><c>rootscope accounts paths TABLE --final SECTOR | --root SECTOR</c>.</summary>
internal static class AccountsPathsCommand
{
    private static readonly Option<string?> Final = new("--final")
    {
        Description =
            "The final product whose supply chains are listed, from the product up: a code, a name, a technology, or REGION.CODE.",
        HelpName = "SECTOR",
    };

    private static readonly Option<string?> Root = new("--root")
    {
        Description =
            "The root whose output is followed down to the final products it ends in: a code, a name, a technology, or REGION.CODE.",
        HelpName = "SECTOR",
    };

    private static readonly Option<string?> Region = new("--region")
    {
        Description = "The sector's region, in a table of many; without it the sectors of that name in all regions are taken together.",
        HelpName = "REGION",
    };

    private static readonly Choice<PathIndicator> Indicator = new(
        "--indicator",
        "What a path is measured by: the value added of its last supplier (or of the root), or the output.",
        PathIndicator.ValueAdded,
        QuestionWords.PathIndicators
    );

    private static readonly Option<int?> Top = new("--top")
    {
        Description = $"The most paths. Default: {PathsQuestion.UsualTop}, or every path above the threshold where one is given.",
        HelpName = "N",
    };

    private static readonly Option<double?> Threshold = new("--threshold")
    {
        Description = "The least size of a path as a share of the total, such as 0.002.",
        HelpName = "SHARE",
    };

    private static readonly Option<int?> Tiers = new("--tiers")
    {
        Description = "The most purchases in a path. Default: no limit.",
        HelpName = "N",
    };

    public static Command Create()
    {
        Argument<string> table = TableArgument.Required();
        var command = new DocumentedCommand(
            "paths",
            "Lists the strongest chains of purchases behind a final product, or from a root down to final products.",
            "rootscope accounts paths china-2020 --final 079 --top 10",
            "rootscope accounts paths world-2011 --root c14 --region TWN --indicator output --threshold 0.01 --tiers 6 -f csv"
        )
        {
            table,
            Final,
            Root,
            Region,
            Indicator.Option,
            Top,
            Threshold,
            Tiers,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                Run(parsed, parsed.GetRequiredValue(table), cancellation);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static void Run(ParseResult parsed, string tableName, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        var question = new PathsQuestion(tableName)
        {
            Final = parsed.GetValue(Final),
            Root = parsed.GetValue(Root),
            Region = parsed.GetValue(Region),
            Indicator = Indicator.Of(parsed),
            Top = parsed.GetValue(Top),
            Threshold = parsed.GetValue(Threshold),
            Tiers = parsed.GetValue(Tiers),
        };
        PathsAnswer answer = Analysts.Of(parsed).Paths(question, cancellation);
        ReportWriter.Write(PathsReport.Of(answer, $"accounts paths {answer.Table.Metadata.Id}"), parsed);
    }
}

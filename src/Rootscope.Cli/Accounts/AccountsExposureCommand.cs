using System.CommandLine;
using Rootscope.Accounts.Exposure;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Tables;

namespace Rootscope.Cli.Accounts;

/// <summary>
/// <c>rootscope accounts exposure</c>: where a region's industries get their inputs, looking through suppliers and at face value.
/// </summary>
internal static class AccountsExposureCommand
{
    private static readonly Option<string> Region = new("--region")
    {
        Description = "The region that buys, by code or name.",
        HelpName = "R",
        Required = true,
    };

    private static readonly Option<string?> Source = new("--source") { Description = "Only this region that supplies.", HelpName = "R" };

    private static readonly Option<string[]> Industries = new("--industries")
    {
        Description =
            "The industries that buy, by code or name. Default: manufacturing, or all where the classes do not tell what that is.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Choice<ExposureBase> Base = new(
        "--of",
        "What shares are shares of: all inputs, or all output with the unit itself.",
        ExposureBase.Inputs,
        QuestionWords.ExposureBases
    );

    public static Command Create()
    {
        Argument<string> table = TableArgument.Required();
        var command = new DocumentedCommand(
            "exposure",
            "Shares of other regions in the inputs of a region's industries, through all tiers of suppliers and at face value; means "
                + "weighted by output.",
            "rootscope accounts exposure world-2011 --region USA",
            "rootscope accounts exposure world-2011 --region CHN --source TWN --industries c14"
        )
        {
            table,
            Region,
            Source,
            Industries,
            Base.Option,
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
        var question = new ExposureQuestion(parsed.GetRequiredValue(Region), tableName)
        {
            Source = parsed.GetValue(Source),
            Industries = parsed.GetValue(Industries) ?? [],
            Of = Base.Of(parsed),
        };
        question.Validate();
        FlowTable table = TableArgument.Open(parsed, tableName);
        using InverseWork inverse = InverseWork.Of(parsed, table);
        ExposureAnswer answer = Analysts.Of(parsed, table, inverse.Options).Exposure(question, cancellation);
        inverse.FallSilent();
        ReportWriter.Write(ExposureReport.Of(answer, $"accounts exposure {table.Metadata.Id}"), parsed);
    }
}

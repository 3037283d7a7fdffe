using System.CommandLine;
using Rootscope.Accounts.Decomposition;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Accounts;

/// <summary><c>rootscope accounts decompose</c>: why output or value added changed between two tables.</summary>
internal static class AccountsDecomposeCommand
{
    private static readonly Argument<string> Before = new("BEFORE") { Description = "The first table." };

    private static readonly Argument<string> After = new("AFTER") { Description = "The second table, of the same sectors and unit." };

    private static readonly Choice<DecomposedTotal> Total = new(
        "--measure",
        "What changed.",
        DecomposedTotal.Output,
        QuestionWords.DecomposedTotals
    );

    private static readonly Choice<DecompositionMethod> Method = new(
        "--method",
        "How a change that factors share is split: over all orders, or over two opposite ones.",
        DecompositionMethod.Shapley,
        QuestionWords.DecompositionMethods
    );

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "decompose",
            "Splits the change of output or value added between two tables of the same sectors into requirements, mix and level of "
                + "final demand.",
            "rootscope accounts decompose china-2020 china-2020 --measure value-added"
        )
        {
            Before,
            After,
            Total.Option,
            Method.Option,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        _ = ReportWriter.FormatOf(parsed);
        var question = new DecompositionQuestion(parsed.GetRequiredValue(Before), parsed.GetRequiredValue(After))
        {
            Measure = Total.Of(parsed),
            Method = Method.Of(parsed),
        };
        DecompositionAnswer answer = Analysts.Of(parsed).Decomposition(question);
        ReportWriter.Write(
            DecompositionReport.Of(answer, $"accounts decompose {answer.Before.Metadata.Id} {answer.After.Metadata.Id}"),
            parsed
        );
        return ExitCode.Ok;
    }
}

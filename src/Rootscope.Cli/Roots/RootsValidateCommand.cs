using System.CommandLine;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Validity;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Roots.Validation;

namespace Rootscope.Cli.Roots;

/// <summary><c>rootscope roots validate</c>: whether measures find what experts name.</summary>
internal static class RootsValidateCommand
{
    private static readonly Option<string> Labels = new("--labels")
    {
        Description =
            "An expert list mapped to industries: CSV with the columns list, item_id, classification, code, strength (A, B or C).",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Items = new("--items")
    {
        Description = "Only items whose item_id ends so, such as _c.",
        HelpName = "SUFFIX",
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Seed of the bootstrap. Default: 1.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Draws = new("--draws")
    {
        Description = $"Draws of the bootstrap, at least {BootstrapOptions.FewestDraws}. Default: 1000.",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<int> Permutations = new("--permutations")
    {
        Description =
            "How often flows and elasticities are exchanged at random, to show what the model adds to the ratings; 0 leaves them and "
            + "the ingredients out. Default: 5.",
        HelpName = "N",
        DefaultValueFactory = _ => 5,
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "validate",
            "Scores every measure against an expert list: the chance that an industry the list names ranks above one it does not.",
            "rootscope roots validate china-2020 --labels samples/expert-list.csv",
            "rootscope roots validate china-2020 --labels samples/expert-list.csv --items _c --cut 0.8 --seed 7 --permutations 0 -f json"
        );
        command.Draws = true;
        Argument<string> table = TableArgument.Optional();
        var choices = new RootChoices();
        command.Add(table);
        command.Add(Labels);
        command.Add(Items);
        command.Add(Seed);
        command.Add(Draws);
        command.Add(Permutations);
        choices.AddTo(command, withLens: false, withBridge: false);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, table, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, Argument<string> table, RootChoices choices, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        var question = new ValidityQuestion(choices.Ranking(parsed, parsed.GetRequiredValue(table)), parsed.GetRequiredValue(Labels))
        {
            Items = parsed.GetValue(Items),
            Seed = parsed.GetValue(Seed),
            Draws = parsed.GetValue(Draws),
            Permutations = parsed.GetValue(Permutations),
        };
        Report report = ValidityReport.Of(Analysts.Of(parsed).Validity(question, cancellation), "roots validate");
        ReportWriter.Write(report, parsed, () => new SheetDrawing(ReportBars.Of(report, Drawing, SheetFormat.Wide)));
        return ExitCode.Ok;
    }

    private static readonly ReportDrawing Drawing = new(
        "auc",
        ["measure"],
        "Which measures find what experts name",
        "AUC: the chance that an industry the list names ranks above one it does not; 0.5 is chance. The band is a bootstrap's."
    )
    {
        Band = ("low", "high"),
        Line = (0.5, "chance"),
    };
}

using System.CommandLine;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Screening.Ownership;
using Rootscope.Storage.Screening;

namespace Rootscope.Cli.Screen;

/// <summary><c>rootscope screen owners FILE</c>: who counts as listed because listed parties own him.</summary>
internal static class ScreenOwnersCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description =
            "Who owns whom: CSV or a workbook with owner, owned and share; share_least, share_most, control, from, to, source where known.",
    };

    private static readonly Option<string> Rule = new("--rule")
    {
        Description = $"Whose rule of ownership: {string.Join(", ", OwnershipRules.Regimes)}, or a file of rules.",
        HelpName = "RULE",
        DefaultValueFactory = _ => "ofac",
    };

    private static readonly Option<string?> Date = new("--date")
    {
        Description = "The day (year-month-day) whose rule and stakes hold. Default: today.",
        HelpName = "DATE",
    };

    private static readonly Option<string[]> Listed = new("--listed")
    {
        Description = "A name of the file that counts as listed; several times for several. Without --list no list is asked then.",
        HelpName = "NAME",
    };

    private static readonly Option<bool> Accept = new("--accept-matches")
    {
        Description = "Count names with a match as listed before anybody decided about it.",
    };

    private static readonly Option<int?> Top = ReportWriter.TopOption("How many entities to tell");

    private static readonly Option<bool> FailOnHit = new("--fail-on-hit")
    {
        Description = "End with code 10 where an entity is listed, owned or possibly owned.",
    };

    public static Command Create()
    {
        var choices = new ScreenChoices();
        var command = new DocumentedCommand(
            "owners",
            "Who counts as listed because listed parties own him: shares added up by the rule of a regime on a day, layer by layer, "
                + "unknown shares as bounds, with the stakes that lead there. An aid, not legal advice.",
            "rootscope screen owners samples/owners.csv --listed \"Example Instruments\" --date 2026-01-31",
            "rootscope screen owners samples/owners.csv --list plain:samples/restricted-parties.csv --accept-matches --rule uk --date "
                + "2026-01-31"
        )
        {
            File,
            Rule,
            Date,
            Listed,
            Accept,
            Top,
            FailOnHit,
        };
        choices.AddListsTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, ScreenChoices choices, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        string day = ScreenChoices.DayOrToday(parsed.GetValue(Date));
        OwnersAnswer answer = Analysts
            .Of(parsed)
            .Owners(
                new OwnersQuestion(parsed.GetRequiredValue(File), day)
                {
                    Rule = parsed.GetRequiredValue(Rule),
                    Lists = choices.Lists(parsed),
                    Listed = parsed.GetValue(Listed) ?? [],
                    Threshold = choices.Threshold(parsed),
                    AcceptMatches = parsed.GetValue(Accept),
                    Top = ReportWriter.TopOf(parsed, Top),
                },
                cancellation
            );
        ReportWriter.Write(OwnersReport.Of(answer), parsed);
        return parsed.GetValue(FailOnHit) && answer.Lines.Any(l => l.Entity.State >= OwnershipState.Possible)
            ? ExitCode.HitsFound
            : ExitCode.Ok;
    }
}

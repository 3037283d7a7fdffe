using System.CommandLine;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Planning;
using Rootscope.Solvers;

namespace Rootscope.Cli.Planning;

/// <summary><c>rootscope plan</c>: which technologies and measures a budget goes to, and why.</summary>
internal static class PlanCommand
{
    private static readonly PlanQuestion Usual = new();

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "plan",
            "Where a budget goes: which technologies and measures, how much and when, so that foreign cuts cost least.",
            "rootscope plan --region CHN --budget 100e9",
            "rootscope plan --region CHN --budget 20e9 --measure cvar --technology logic_chips instruments --frontier 0 -o plan.svg"
        )
        {
            Draws = true,
        };
        var region = new Option<string>("--region")
        {
            Description = "The economy, by a code or name of it.",
            HelpName = "CHN",
            DefaultValueFactory = _ => WeakSpotQuestion.DefaultRegion,
        };
        var budget = new Option<double>("--budget")
        {
            Description = "All money together, in the currency of the table and without its name. Default: 100e9.",
            HelpName = "MONEY",
            DefaultValueFactory = _ => Usual.Budget,
        };
        var technology = new Option<string[]>("--technology")
        {
            Description = "Technologies by identifier or name. Default: all core ones.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };
        var measure = new Choice<PlanRisk>(
            "--measure",
            "What is made small: the expected loss, or the mean of the worst tenth of scenarios.",
            Usual.Measure,
            QuestionWords.PlanRisks
        );
        var scenarios = new Option<string?>("--scenarios")
        {
            Description = "A folder of scenarios, YAML files with name and cuts (technology, share, year). Default: drawn ones.",
            HelpName = "DIR",
        };
        Option<int> horizon = Whole("--horizon", "Years in which money is spent and cuts may come.", "YEARS", Usual.Horizon);
        Option<int> count = Whole("--count", "Number of scenarios that are drawn.", "N", Usual.Count);
        Option<int> frontier = Whole("--frontier", "Number of other budgets that plans are made for.", "N", Usual.Frontier);
        Option<int> robust = Whole("--robust", "Draws of what measures cost and do, each with a plan of its own.", "N", Usual.Robust);
        Option<int> draws = Whole("--draws", "Draws of the upgrading loop.", "N", Usual.Loop.Draws);
        Option<double> tail = Number("--tail", "The tail of cvar: 0.9 for the worst tenth.", "SHARE", Usual.Tail);
        Option<double> yearly = Number("--most-a-year", "Most of the budget that may be spent in a year.", "SHARE", Usual.MostAYear);
        Option<double> gap = Number("--gap", "Gap to the bound at which a solve stops.", "SHARE", Usual.Gap);
        Option<double> seconds = Number("--seconds", "Most time of one solve.", "SECONDS", Usual.Seconds);
        Option<double> cut = Number(
            "--cut",
            "Share of imports in the cut that measures are judged by.",
            "SHARE",
            Usual.Loop.Asked.Stake.Cut
        );
        var seed = new Option<long>("--seed")
        {
            Description = $"Seed of scenarios and draws. Default: {Usual.Loop.Seed}.",
            HelpName = "N",
            DefaultValueFactory = _ => Usual.Loop.Seed,
        };
        var ordered = new Option<bool>("--ordered") { Description = "Build first what others need, along the links of the catalogue." };
        Option<string[]> require = Items(
            "--require",
            "What has to be funded: technology:measure, with the least money technology:measure=5e9, or that of a technology, pv=5e9."
        );
        Option<string[]> without = Items("--without", "What must not be funded: technologies, measures, or technology:measure.");
        foreach (
            Option option in new Option[]
            {
                region,
                budget,
                technology,
                measure.Option,
                scenarios,
                horizon,
                count,
                tail,
                yearly,
                ordered,
                require,
                without,
                frontier,
                robust,
                draws,
                cut,
                seed,
                gap,
                seconds,
            }
        )
        {
            command.Add(option);
        }

        command.SetAction(
            (parsed, cancellation) =>
            {
                _ = ReportWriter.FormatOf(parsed);
                var asked = new WeakSpotQuestion(parsed.GetRequiredValue(region));
                var question = new PlanQuestion(
                    new UpgradeQuestion(asked with { Stake = asked.Stake with { Cut = parsed.GetValue(cut) } })
                    {
                        Technologies = parsed.GetValue(technology) ?? [],
                        Draws = parsed.GetValue(draws),
                        Seed = parsed.GetValue(seed),
                    }
                )
                {
                    Budget = parsed.GetValue(budget),
                    Measure = measure.Of(parsed),
                    Scenarios = parsed.GetValue(scenarios),
                    Horizon = parsed.GetValue(horizon),
                    Count = parsed.GetValue(count),
                    Tail = parsed.GetValue(tail),
                    MostAYear = parsed.GetValue(yearly),
                    Ordered = parsed.GetValue(ordered),
                    Require = parsed.GetValue(require) ?? [],
                    Without = parsed.GetValue(without) ?? [],
                    Frontier = parsed.GetValue(frontier),
                    Robust = parsed.GetValue(robust),
                    Gap = parsed.GetValue(gap),
                    Seconds = parsed.GetValue(seconds),
                };
                PlanAnswer answer = Analysts.Of(parsed).Plan(question, new OrToolsSolver(), progress: null, cancellation);
                Report report = PlanReport.Of(answer, "plan");
                ReportWriter.Write(report, parsed, () => PlanPicture.Of(answer, report.Provenance));
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static Option<int> Whole(string name, string description, string help, int usual) =>
        new(name)
        {
            Description = $"{description} Default: {usual}.",
            HelpName = help,
            DefaultValueFactory = _ => usual,
        };

    private static Option<double> Number(string name, string description, string help, double usual) =>
        new(name)
        {
            Description = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{description} Default: {usual}."),
            HelpName = help,
            DefaultValueFactory = _ => usual,
        };

    private static Option<string[]> Items(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "ITEM",
            AllowMultipleArgumentsPerToken = true,
        };
}

using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;

namespace Rootscope.Cli.Roots;

/// <summary><c>rootscope root NAME [TABLE]</c>: what is at stake with one product, and who stands on it.</summary>
internal static class ProductCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "root",
            "Shows one product or industry: what is at stake with it, what that costs by year, who stands on it, the chains further on, "
                + "and why it is hard to replace. With --horizon settled or an option of the older measures: leverage under each lens, the "
                + "support pyramid, suppliers and buyers.",
            "rootscope root semi_equipment usa-2017 --alone",
            "rootscope root \"electronic components\" china-2020 --cut 0.8 --alone --draws 4 -o path.svg",
            "rootscope root 094 --horizon settled -o pyramid.png"
        )
        {
            Draws = true,
        };
        var name = new Argument<string>("NAME")
        {
            Description = "A code of the table, a name, an unambiguous part of one, or a technology of the catalogue.",
        };
        Argument<string> table = TableArgument.Optional();
        var choices = new RootChoices();
        command.Add(name);
        command.Add(table);
        choices.AddTo(command, withLens: false);
        var draws = new BandChoices();
        draws.AddTo(command);
        var stake = new StakeChoices();
        stake.AddTo(command);
        var alone = new Option<bool>("--alone")
        {
            Description = "Cut this product alone: many times faster, without its place among all products and × typical.",
        };
        command.Add(alone);
        command.SetAction(
            (parsed, cancellation) =>
            {
                TechnologyQuestion question = draws.With(
                    choices.Technology(parsed, parsed.GetRequiredValue(name), parsed.GetRequiredValue(table)),
                    parsed
                );
                return Task.FromResult(
                    stake.AsksForRest(parsed, choices.OfRest)
                        ? AtRest(parsed, question, cancellation)
                        : Run(
                            parsed,
                            stake.OfOne(parsed, question, choices.Making) with
                            {
                                Alone = parsed.GetValue(alone),
                                Supply = choices.IsSupplyGiven(parsed) ? question.Supply : null,
                            },
                            stake,
                            cancellation
                        )
                );
            }
        );
        return command;
    }

    private static int Run(ParseResult parsed, StakeOfOneQuestion question, StakeChoices choices, CancellationToken cancellation)
    {
        question.Validate();
        _ = ReportWriter.FormatOf(parsed);
        Analyst analyst = Analysts.Of(parsed);
        StakeOfOneAnswer answer = CutProgress.Tell(parsed, progress => analyst.StakeOfOne(question, progress, cancellation));
        Report report = StakeOfOneReport.Of(answer, analyst.Catalogue, "root");
        ReportWriter.Write(
            report with
            {
                IsFolded = !choices.Explains(parsed),
            },
            parsed,
            () => new SheetDrawing(StakePictures.Path(answer, analyst.Catalogue, report, choices.Format(parsed)))
        );
        return ExitCode.Ok;
    }

    /// <summary>The older measures, which compare two states of rest.</summary>
    private static int AtRest(ParseResult parsed, TechnologyQuestion question, CancellationToken cancellation)
    {
        question.Validate();
        _ = ReportWriter.FormatOf(parsed);
        Analyst analyst = Analysts.Of(parsed);
        using DrawProgress progress = DrawProgress.Of(parsed, question);
        TechnologyAnswer answer = analyst.Technology(question, progress, cancellation);
        Report report = ProductReport.Of(answer, "root");
        ReportWriter.Write(
            report,
            parsed,
            () => PyramidPicture.Of(answer.Support.Table, answer.Product, answer.Pyramid, answer.Area(analyst.Catalogue), report.Provenance)
        );
        return ExitCode.Ok;
    }
}

using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Shocks;

namespace Rootscope.Cli.Roots;

/// <summary><c>rootscope roots [TABLE]</c>: the root ranking.</summary>
internal static class RootsCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "roots",
            "Ranks the products of an economy by what it costs to lose part of their supply, beside what their size says.",
            "rootscope roots world-2011 --region CHN --supply imported --origin USA --top 10",
            "rootscope roots china-2020 --horizon settled --by technology --draws 20 --top 10",
            "rootscope roots china-2020 --by technology -o map.svg"
        )
        {
            Draws = true,
        };
        Argument<string> table = TableArgument.Optional();
        var choices = new RootChoices();
        Option<int?> top = ReportWriter.TopOption();
        var by = new Choice<RootSubject>(
            "--by",
            "What a row is: an industry, or a technology of the catalogue through the industry that carries it.",
            new StakeQuestion().By,
            QuestionWords.Subjects
        );
        Option<string?> origin = OriginChoice.Option();
        command.Add(table);
        command.Add(by.Option);
        choices.AddTo(command);
        command.Add(origin);
        var draws = new BandChoices();
        draws.AddTo(command);
        var stake = new StakeChoices();
        stake.AddTo(command);
        command.Add(top);
        command.Add(RootsValidateCommand.Create());
        command.Add(RootsCompareCommand.Create());
        command.SetAction(
            (parsed, cancellation) =>
            {
                RootQuestion question = draws.With(choices.Ranking(parsed, parsed.GetRequiredValue(table)), parsed) with
                {
                    By = by.Of(parsed),
                    Origin = parsed.GetValue(origin),
                    Top = ReportWriter.TopOf(parsed, top),
                };
                bool isRest = stake.AsksForRest(parsed, [.. choices.OfRest, origin]);
                return Task.FromResult(
                    isRest
                        ? Run(parsed, question, cancellation)
                        : Stake(
                            parsed,
                            stake.Question(parsed, question, choices.Making),
                            choices.IsSupplyGiven(parsed) ? [question.Supply] : [SupplyScope.All, SupplyScope.Imported],
                            stake,
                            cancellation
                        )
                );
            }
        );
        return command;
    }

    /// <summary>What is at stake: one block for each supply.</summary>
    private static int Stake(
        ParseResult parsed,
        StakeQuestion question,
        IReadOnlyList<SupplyScope> supplies,
        StakeChoices choices,
        CancellationToken cancellation
    )
    {
        question.Validate();
        _ = ReportWriter.FormatOf(parsed);
        Analyst analyst = Analysts.Of(parsed);
        StakePicture picture = choices.Picture(parsed);
        IReadOnlyList<StakeAnswer> answers = CutProgress.Tell(
            parsed,
            progress => analyst.Stake(question, supplies, progress, cancellation)
        );
        Report report = StakeReport.Of(answers, analyst.Catalogue, "roots");
        ReportWriter.Write(
            report with
            {
                IsFolded = !choices.Explains(parsed),
            },
            parsed,
            () => new SheetDrawing(StakePictures.Of(picture, answers, analyst.Catalogue, report, choices.Format(parsed)))
        );
        return ExitCode.Ok;
    }

    private static int Run(ParseResult parsed, RootQuestion question, CancellationToken cancellation)
    {
        question.Validate();
        _ = ReportWriter.FormatOf(parsed);
        Analyst analyst = Analysts.Of(parsed);
        using DrawProgress progress = DrawProgress.Of(parsed, question);
        if (question.Origin is not null)
        {
            OriginChoice.RefusePictures(parsed);
            ReportWriter.Write(OriginReport.Of(analyst.Origins(question, progress, cancellation), "roots"), parsed);
            return ExitCode.Ok;
        }

        RootAnswer answer = analyst.Roots(question, progress, cancellation);
        Report report = RootsReport.Of(answer, analyst.Catalogue, "roots");
        ReportWriter.Write(
            report,
            parsed,
            () => DrawingOf(report, answer, analyst.Catalogue, GlobalOptions.ThreadsOf(parsed), cancellation)
        );
        return ExitCode.Ok;
    }

    private static Picture DrawingOf(
        Report report,
        RootAnswer answer,
        TechnologyCatalogue catalogue,
        int threads,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<RootPoint> points = RootPoints.Of(answer, catalogue, threads, cancellation);
        int top = answer.Question.Top;
        return RootsPicture.Of(
            points,
            top == 0 ? points.Count : Math.Min(top, points.Count),
            answer.Ranking,
            report.Provenance,
            answer.Ranking.Options.EffectiveSort.Word
        );
    }
}

using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Shocks;
using Rootscope.Tables;

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
        var top = new Option<int>("--top")
        {
            Description = "How many rows to print; 0 for all. Default: 20.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        var by = new Choice<RootSubject>(
            "--by",
            "What a row is: an industry, or a technology of the catalogue through the industry that carries it.",
            RootSubject.Industry,
            QuestionWords.Subjects
        );
        Option<string?> origin = OriginReport.Option();
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
                    By = by.Of(parsed)!.Value,
                    Origin = parsed.GetValue(origin),
                    Top = parsed.GetValue(top),
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
            OriginReport.RefusePictures(parsed);
            ReportWriter.Write(OriginReport.Of(analyst.Origins(question, progress, cancellation)), parsed);
            return ExitCode.Ok;
        }

        RootAnswer answer = analyst.Roots(question, progress, cancellation);
        Report report = question.By == RootSubject.Technology ? TechnologyReport.Of(answer) : ToReport(answer, analyst.Catalogue);
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

    private static Report ToReport(RootAnswer answer, TechnologyCatalogue catalogue)
    {
        RootRanking ranking = answer.Ranking;
        return new Report<RankedRow>(
            "roots",
            RankingColumns.ByIndustry(ranking.Options, answer.Bands is not null),
            RankedRow.Industries(answer, catalogue),
            new Provenance
            {
                Command = "roots",
                Table = ranking.Table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Options =
                [
                    .. RootChoices.Describe(ranking.Options, ranking.Table),
                    .. answer.Economy.Bridge is { } bridge ? new[] { new KeyValuePair<string, string>("bridge", bridge.Name) } : [],
                    .. BandReport.Describe(answer.Bands),
                ],
                Notes = answer.Notes,
            }
        )
        {
            Remarks = [TopRowInWords(ranking), .. BandReport.InWords(answer.Bands), .. Sentences.Of(answer.Economy.EvidenceInWords)],
        };
    }

    /// <summary>What the top row means, in a sentence.</summary>
    internal static string TopRowInWords(RootRanking ranking)
    {
        if (ranking.Rows[0] is not { Loss: { } loss } row)
        {
            return $"No product has a figure under these options; the first row's status is {StatusWords.Of(ranking.Rows[0].Status)}.";
        }

        RootOptions options = ranking.Options;
        string what = options.Supply switch
        {
            SupplyScope.Domestic => "its domestic supply",
            SupplyScope.Imported => "its imports",
            _ => "its supply",
        };
        string where = SpokenName.Of(ranking.Table.Sectors.Regions[0].Name);
        string sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {row.Name} makes {row.OutputShare * 100:0.00}% of all output of {where}; if {options.Cut * 100:0.##}% of "
                + $"{what} were cut, {where} would lose {loss * 100:0.00}% of its {options.Lens.LossOf}"
        );
        if (row.Status == CutStatus.Collapse)
        {
            return sentence + ": no finite price supports the cut.";
        }

        string gap =
            row.Gap is { } g && options.Lens.Cuts.UsesElasticities
                ? string.Create(CultureInfo.InvariantCulture, $", {g:0.00} times what its size alone says")
                : string.Empty;
        return row.Leverage is { } leverage
            ? sentence + string.Create(CultureInfo.InvariantCulture, $": {leverage:0.00} of money for each 1 of supply cut{gap}.")
            : sentence + ".";
    }
}

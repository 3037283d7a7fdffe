using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Scenarios;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Cli.Shock;

/// <summary><c>rootscope shock compare FIRST SECOND</c>: what two scenarios cost each region, lens by lens.</summary>
internal static class ShockCompareCommand
{
    public static Command Create()
    {
        Argument<string> first = ShockCommand.Scenario("FIRST");
        Argument<string> second = ShockCommand.Scenario("SECOND");
        var choices = new ShockChoices(hasSweep: false);
        var command = new DocumentedCommand(
            "compare",
            "Runs two scenarios and tells what each costs every region, lens by lens, and by how much they differ.",
            "rootscope shock compare samples/tariff-round.yaml samples/chip-equipment-embargo.yaml --lens equilibrium"
        )
        {
            first,
            second,
        };
        choices.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(Run(parsed, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), choices, cancellation))
        );
        return command;
    }

    private static int Run(ParseResult parsed, string first, string second, ShockChoices choices, CancellationToken cancellation)
    {
        OutputFormat format = ReportWriter.FormatOf(parsed);
        ScenarioView view = choices.View(parsed, forPeople: format is OutputFormat.Table or OutputFormat.Md);
        Analyst analyst = Analysts.Of(parsed);
        (ScenarioStudy Study, ScenarioView View)[] studies = [.. new[] { first, second }.Select(Read)];
        using var progress = StepProgress.Of(parsed);
        ScenarioResult[] results = [.. studies.Select(Solve)];
        progress.Dispose();
        IReadOnlyList<ComparedLoss> rows = ScenarioComparison.Of(results[0], results[1]);
        ReportWriter.Write(ReportOf(rows, view, studies, results, [Path.GetFileName(first), Path.GetFileName(second)]), parsed);
        return rows.Count > 0 || results.Any(r => r.Lenses.All(l => l.Status == ScenarioStatus.NotRepresented))
            ? ExitCode.Ok
            : ExitCode.MathematicsFailed;

        (ScenarioStudy, ScenarioView) Read(string path)
        {
            ScenarioQuestion question = choices.Question(parsed, ShockCommand.TextOf(path));
            ScenarioReading reading = analyst.Check(question, path);
            ScenarioFiles.RequireSound(reading, path);
            return (Analyst.Study(question, reading), view.At(reading.Table!));
        }

        ScenarioResult Solve((ScenarioStudy Study, ScenarioView View) of, int at)
        {
            progress.Say(string.Create(CultureInfo.InvariantCulture, $"running scenario {at + 1} of 2"));
            return Analyst.Once(of.Study, progress: null, cancellation).Result;
        }
    }

    private static Report ReportOf(
        IReadOnlyList<ComparedLoss> rows,
        ScenarioView view,
        (ScenarioStudy Study, ScenarioView View)[] studies,
        ScenarioResult[] results,
        string[] files
    )
    {
        HashSet<string> shown =
        [
            .. studies
                .Zip(results)
                .SelectMany(p => p.Second.Table.Source.Sectors.Regions.Where((_, r) => p.First.View.Shows(r)).Select(r => r.Code)),
        ];
        return new Report<ComparedLoss>(
            "shock-compare",
            ScenarioComparison.Columns,
            rows.Where(r => shown.Contains(r.Region.Code))
                .GroupBy(r => r.Lens)
                .SelectMany(g => view.Top == 0 ? g : g.OrderByDescending(r => Math.Abs(r.Difference ?? 0)).Take(view.Top)),
            new Provenance
            {
                Command = "shock compare",
                Table = results[0].Table.Source,
                Question = studies[0].Study.Question,
                Further = [studies[1].Study.Question],
                Steps = studies[0].Study.Economy.Steps,
                Options =
                [
                    new("first", $"{files[0]} {results[0].Scenario.ContentHash}"),
                    new("second", $"{files[1]} {results[1].Scenario.ContentHash}"),
                ],
                Notes = [.. results.SelectMany(r => r.Notes).Distinct(StringComparer.Ordinal)],
            }
        )
        {
            Remarks = [.. InWords(rows, results)],
        };
    }

    private static IEnumerable<string> InWords(IReadOnlyList<ComparedLoss> rows, ScenarioResult[] results)
    {
        yield return $"First: {results[0].Scenario.Name} ({results[0].Table.Source.Metadata.Id}). Second: {results[1].Scenario.Name} "
            + $"({results[1].Table.Source.Metadata.Id}).";
        yield return $"Losses are in % of real final spending, or of value added under {ScenarioColumns.OfValueAdded}.";
        if (rows.Count == 0)
        {
            yield return "No lens has figures for both.";
            yield break;
        }

        string lens = rows[^1].Lens;
        if (rows.Where(r => r.Lens == lens && r.Difference is not null).MaxBy(r => Math.Abs(r.Difference!.Value)) is { } most)
        {
            yield return $"In words: under the {lens} lens they differ most for {SpokenName.Of(most.Region.Name)}, which "
                + $"{What(most.First)} under the first and {What(most.Second)} under the second.";
        }
    }

    private static string What(double? loss) =>
        loss < 0
            ? $"gains {CellText.ForPeople(-loss.Value, ColumnStyle.Share)}"
            : $"loses {CellText.ForPeople(loss ?? 0, ColumnStyle.Share)}";
}

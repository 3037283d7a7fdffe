using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Networks;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Parts;

namespace Rootscope.Cli.Network;

/// <summary><c>rootscope network risk EDGES FIRMS</c>: what it costs the network that each firm fails.</summary>
internal static class NetworkRiskCommand
{
    /// <summary>What the failure of one firm comes to.</summary>
    private sealed record Failure(string Firm, CascadeOutcome Outcome);

    private static readonly IReadOnlyList<Column<Failure>> Columns =
    [
        new("firm", string.Empty, "Identifier of the firm that fails.", ColumnStyle.Text, "Firm", r => r.Firm),
        new(
            "esri",
            "share",
            "Economic Systemic Risk Index: share of all weight lost, the worse channel in every firm.",
            ColumnStyle.Share,
            "ESRI",
            r => r.Outcome.Loss
        ),
        new("esriDown", "share", "The same by missing inputs alone.", ColumnStyle.Share, "Downstream", r => r.Outcome.Downstream),
        new("esriUp", "share", "The same by lost sales alone.", ColumnStyle.Share, "Upstream", r => r.Outcome.Upstream),
        new("iterations", "steps", "Steps until the stopping rule was met.", ColumnStyle.Whole, "Steps", r => r.Outcome.Steps),
    ];

    private static readonly Option<string> Select = new("--select")
    {
        Description =
            "Which firms fail, one at a time: 'all', those of a file with a column id, or 'top:N', the N with the largest sales. "
            + "Default: all.",
        HelpName = "all|FILE|top:N",
        DefaultValueFactory = _ => "all",
    };

    private static readonly Option<int?> Top = ReportWriter.TopOption("How many rows to write, the riskiest first");

    private static readonly Option<string?> Checkpoint = new("--checkpoint")
    {
        Description =
            "Where to keep what is found until the end, so that the same command goes on after an interruption. Default: beside -o, "
            + "with the suffix .checkpoint.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "risk",
            "Ranks firms by what it costs the network that they fail: the Economic Systemic Risk Index, downstream and upstream.",
            "rootscope network risk samples/network-edges.csv samples/network-firms.csv",
            "rootscope network risk samples/network-edges.csv samples/network-firms.csv --stop fixed-point --select top:10 -o risk.svg",
            "rootscope network risk samples/network-edges.csv samples/network-firms.csv --shard 1/2 -o risk-1.part"
        )
        {
            Draws = true,
        };
        var choices = new NetworkChoices();
        choices.AddTo(command);
        command.Add(Select);
        command.Add(Top);
        command.Add(Checkpoint);
        command.Add(ShardOutput.Shard);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, NetworkChoices choices, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        var question = new NetworkRiskQuestion(choices.Network(parsed))
        {
            Cascade = choices.Cascade(parsed),
            Select = parsed.GetRequiredValue(Select),
            Top = ReportWriter.TopOf(parsed, Top),
        };
        string? file =
            MergeConfiguration.PartsOf(parsed) is not null ? null
            : parsed.GetValue(Checkpoint) is { } named ? named
            : parsed.GetValue(ReportWriter.OutputFile) is { } output ? output + ".checkpoint"
            : null;
        var progress = new FirmProgress(parsed, file);
        if (ShardOutput.Of(parsed) is { } share)
        {
            WorkPart part = ProgressLine.During(
                parsed,
                progress.Line,
                () => Analysts.Of(parsed).Part(question, share, file, progress, cancellation)
            );
            ShardOutput.Write(parsed, part, Checkpoint);
        }
        else
        {
            NetworkRiskAnswer answer = ProgressLine.During(
                parsed,
                progress.Line,
                () => Analysts.Of(parsed).NetworkRisk(question, file, progress, cancellation)
            );
            Report report = ReportOf(answer, cancellation);
            ReportWriter.Write(report, parsed, () => RiskPicture.Of(answer, report));
        }

        if (file is not null)
        {
            File.Delete(file);
        }

        return ExitCode.Ok;
    }

    private static Report ReportOf(NetworkRiskAnswer answer, CancellationToken cancellation)
    {
        (CascadeModel model, IReadOnlyList<FirmNumber> firms, IReadOnlyList<CascadeOutcome> outcomes) = (
            answer.Model,
            answer.Firms,
            answer.Outcomes
        );
        IReadOnlyList<string> ids = model.Network.Firms.Ids;
        IEnumerable<Failure> rows = Enumerable
            .Range(0, firms.Count)
            .OrderByDescending(i => outcomes[i].Loss ?? -1)
            .ThenBy(i => ids[firms[i]], StringComparer.Ordinal)
            .Select(i => new Failure(ids[firms[i]], outcomes[i]));
        return new Report<Failure>(
            "network-risk",
            Columns,
            answer.Question.Top == 0 ? rows : rows.Take(answer.Question.Top),
            new Provenance
            {
                Command = "network risk",
                Question = answer.Question,
                Options = [.. NetworkChoices.Describe(answer.Question.Cascade, model), new("select", answer.Question.Select)],
                Notes = [.. NetworkChoices.Notes(answer.Reading, model.Options), .. Notes(model, outcomes)],
            }
        )
        {
            Remarks = [.. RiskWords.Of(model, firms, outcomes, cancellation)],
        };
    }

    private static IEnumerable<string> Notes(CascadeModel model, IReadOnlyList<CascadeOutcome> outcomes)
    {
        if (model.Options.Stop == CascadeStop.FixedPoint && outcomes.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Largest residual of {outcomes.Count} limits: {outcomes.Max(o => o.Residual):0.0E0} of a firm's capacity."
            );
        }

        int unfinished = outcomes.Count(o => o.Status == CascadeStatus.StepLimit);
        if (unfinished > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{unfinished} cascades were ended after {model.Options.MostSteps} steps: their figures are lower bounds."
            );
        }

        if (outcomes.Any(o => o.Status == CascadeStatus.NoWeight))
        {
            yield return "The network has no sales, so that no share of them is defined.";
        }
    }
}

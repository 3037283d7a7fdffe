using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Cli.Network;

/// <summary><c>rootscope network risk EDGES FIRMS</c>: what it costs the network that each firm fails.</summary>
internal static class NetworkRiskCommand
{
    private const int ShownToPeople = 20;

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

    private static readonly Option<int?> Top = new("--top")
    {
        Description = "How many rows to write, the riskiest first; 0 for all. Default: all in data formats, 20 for people.",
        HelpName = "N",
    };

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
            "rootscope network risk samples/network-edges.csv samples/network-firms.csv --stop fixed-point --select top:10 -f csv",
            "rootscope network risk samples/network-edges.csv samples/network-firms.csv -o risk.svg"
        )
        {
            Draws = true,
        };
        var choices = new NetworkChoices();
        choices.AddTo(command);
        command.Add(Select);
        command.Add(Top);
        command.Add(Checkpoint);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, NetworkChoices choices, CancellationToken cancellation)
    {
        OutputFormat format = ReportWriter.FormatOf(parsed);
        if (parsed.GetValue(Top) is < 0 and var top)
        {
            throw new UsageException($"--top cannot be {top}: it is a number of rows, 0 for all.");
        }

        string selection = parsed.GetRequiredValue(Select);
        NetworkReading reading = choices.Read(parsed, cancellation);
        SupplyNetwork network = reading.Network;
        IReadOnlyList<FirmNumber> firms = FirmWords.Read("--select", selection, network.Firms).In(network);
        var model = CascadeModel.Of(network, choices.Options(parsed, network));
        IReadOnlyList<KeyValuePair<string, string>> options = [.. choices.Describe(parsed, model), new("select", selection)];
        string? file =
            parsed.GetValue(Checkpoint) ?? (parsed.GetValue(ReportWriter.OutputFile) is { } output ? output + ".checkpoint" : null);
        CascadeOutcome[] outcomes = RiskRun.Of(
            parsed,
            model,
            firms,
            file,
            string.Join(' ', options.Select(o => $"{o.Key}={o.Value}")) + $" rootscope {EngineVersion.Text}",
            cancellation
        );
        int shown =
            parsed.GetValue(Top) is { } rows ? (rows == 0 ? firms.Count : rows)
            : format == OutputFormat.Table ? ShownToPeople
            : firms.Count;
        Report report = ReportOf(model, reading, firms, outcomes, options, shown, cancellation);
        ReportWriter.Write(report, parsed, () => RiskPicture.Of(model, firms, outcomes, report));
        if (file is not null)
        {
            File.Delete(file);
        }

        return ExitCode.Ok;
    }

    private static Report ReportOf(
        CascadeModel model,
        NetworkReading reading,
        IReadOnlyList<FirmNumber> firms,
        CascadeOutcome[] outcomes,
        IReadOnlyList<KeyValuePair<string, string>> options,
        int shown,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<string> ids = model.Network.Firms.Ids;
        int[] order =
        [
            .. Enumerable
                .Range(0, firms.Count)
                .OrderByDescending(i => outcomes[i].Loss ?? -1)
                .ThenBy(i => ids[firms[i]], StringComparer.Ordinal),
        ];
        int unfinished = outcomes.Count(o => o.Status == CascadeStatus.StepLimit);
        return new Report<Failure>(
            "network-risk",
            Columns,
            [.. order.Take(shown).Select(i => new Failure(ids[firms[i]], outcomes[i]))],
            new Provenance
            {
                Command = "network risk",
                Options = options,
                Notes =
                [
                    .. NetworkChoices.Notes(reading, model.Options),
                    .. model.Options.Stop == CascadeStop.FixedPoint && outcomes.Length > 0
                        ?
                        [
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"Largest residual of {outcomes.Length} limits: {outcomes.Max(o => o.Residual):0.0E0} of a firm's capacity."
                            ),
                        ]
                        : Array.Empty<string>(),
                    .. unfinished > 0
                        ?
                        [
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{unfinished} cascades were ended after {model.Options.MostSteps} steps: their figures are lower bounds."
                            ),
                        ]
                        : Array.Empty<string>(),
                    .. outcomes.Any(o => o.Status == CascadeStatus.NoWeight)
                        ? ["The network has no sales, so that no share of them is defined."]
                        : Array.Empty<string>(),
                ],
            }
        )
        {
            Remarks = [.. RiskWords.Of(model, firms, outcomes, cancellation)],
        };
    }
}

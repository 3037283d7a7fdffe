using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Networks;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Networks;
using Rootscope.Screening.Scores;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Storage.Screening;

namespace Rootscope.Cli.Network;

/// <summary>
/// <c>rootscope network blacklist EDGES FIRMS --listed FILE</c>: what it costs that named firms are cut out of the network.
/// </summary>
internal static class NetworkBlacklistCommand
{
    /// <summary>What a group of firms, a firm or an assumption loses.</summary>
    private sealed record Line(
        string Part,
        string Name,
        double? Weight,
        double? Direct,
        double? Downstream,
        double? Upstream,
        double? Loss,
        string? Chain
    );

    private static readonly IReadOnlyList<Column<Line>> Columns =
    [
        new(
            "part",
            string.Empty,
            "What the row is of: network, sector, region, firm or substitution.",
            ColumnStyle.Text,
            "Part",
            l => l.Part
        ),
        new("name", string.Empty, "The sector, region or firm, or the assumption on substitutes.", ColumnStyle.Text, "Name", l => l.Name),
        new(
            "weight",
            "money",
            "Its sales in the network (or revenue, by --weight), in the unit of the edges; null for substitution.",
            ColumnStyle.Money,
            "Weight",
            l => l.Weight
        ),
        new(
            "direct",
            "share",
            "Share of its weight that is the listed firms' own; null for firms, which are not listed, and for substitution.",
            ColumnStyle.Share,
            "Direct",
            l => l.Direct
        ),
        new("downstream", "share", "Share lost by missing inputs.", ColumnStyle.Share, "Downstream", l => l.Downstream),
        new("upstream", "share", "Share lost by lost sales.", ColumnStyle.Share, "Upstream", l => l.Upstream),
        new("loss", "share", "Share lost, the worse of the two in every firm.", ColumnStyle.Share, "Loss", l => l.Loss),
        new(
            "chain",
            string.Empty,
            "For firms: from a listed firm to this one, each bringing the next most of its loss among those that were reached before it.",
            ColumnStyle.Prose,
            "Chain",
            l => l.Chain
        ),
    ];

    private static readonly Option<string> Listed = new("--listed")
    {
        Description =
            "The firms that are listed: a file with a column id, and with a column share for firms that lose only part of their "
            + "capacity; or one identifier or name a line.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Lists = new("--list")
    {
        Description =
            "A list of restricted parties that the firms' names are looked up in: one of the workspace, or LAYOUT:FILE; several times for "
            + "several. See 'rootscope screen'.",
        HelpName = "LIST",
    };

    private static readonly Option<double> Threshold = new("--threshold")
    {
        Description = "The least score of a match in lists, above 0 and at most 1.",
        HelpName = "SCORE",
        DefaultValueFactory = _ => NameScore.DefaultThreshold,
    };

    private static readonly Option<bool> Accept = new("--accept-matches")
    {
        Description = "Cut out firms with a match in lists before anybody decided about it.",
    };

    private static readonly Option<string> Owners = new("--owners")
    {
        Description =
            "Who owns whom (as 'rootscope screen owners' takes it): firms that listed parties own by the rule count as listed too, with "
            + "the path.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Rule = new("--ownership-rule")
    {
        Description = $"Whose rule of ownership: {string.Join(", ", OwnershipRules.Regimes)}, or a file of rules.",
        HelpName = "RULE",
        DefaultValueFactory = _ => "ofac",
    };

    private static readonly Option<string?> Day = new("--date")
    {
        Description = "The day (year-month-day) whose rule and stakes hold. Default: today.",
        HelpName = "DATE",
    };

    private static readonly Option<int?> Top = ReportWriter.TopOption("How many sectors, regions and firms to tell");

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "blacklist",
            "What it costs that listed firms are cut out of the network: by sector and region, by firm with the chain that carries the "
                + "loss, and as substitutes are found.",
            "rootscope network blacklist samples/network-edges.csv samples/network-firms.csv --listed samples/network-listed.csv",
            "rootscope network blacklist samples/network-edges.csv samples/network-firms.csv --listed samples/network-listed.csv "
                + "--market none --top 3 -f json",
            "rootscope network blacklist samples/network-edges.csv samples/network-firms.csv --list plain:samples/network-parties.csv "
                + "--accept-matches"
        );
        command.Draws = true;
        var choices = new NetworkChoices();
        choices.AddTo(command);
        command.Add(Listed);
        command.Add(Lists);
        command.Add(Threshold);
        command.Add(Accept);
        command.Add(Owners);
        command.Add(Rule);
        command.Add(Day);
        command.Add(Top);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, NetworkChoices choices, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        var question = new BlacklistQuestion(choices.Network(parsed), parsed.GetValue(Listed) ?? string.Empty)
        {
            Cascade = choices.Cascade(parsed),
            Lists = parsed.GetValue(Lists) ?? [],
            Threshold = parsed.GetValue(Threshold),
            AcceptMatches = parsed.GetValue(Accept),
            Owners = parsed.GetValue(Owners) ?? string.Empty,
            OwnershipRule = parsed.GetValue(Rule) ?? string.Empty,
            Day = string.IsNullOrEmpty(parsed.GetValue(Owners))
                ? string.Empty
                : parsed.GetValue(Day) ?? TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Top = ReportWriter.TopOf(parsed, Top),
        };
        Report report = ReportOf(Analysts.Of(parsed).Blacklist(question, cancellation));
        ReportWriter.Write(report, parsed, () => new SheetDrawing(ReportBars.Of(report, Drawing, SheetFormat.Wide)));
        return ExitCode.Ok;
    }

    private static readonly ReportDrawing Drawing = new(
        "loss",
        ["part", "name"],
        "What is lost without the listed firms",
        "Share of sales that is lost: of the whole network, of each sector, region and firm, and as substitutes are found."
    );

    private static Report ReportOf(BlacklistAnswer answer)
    {
        SupplyNetwork network = answer.Reading.Network;
        IReadOnlyList<CapacityLoss> listed = answer.Listed;
        string named = string.Join('+', listed.Select(l => WordOf(l, network)).Order(StringComparer.Ordinal).Take(5));
        return new Report<Line>(
            "network-blacklist",
            Columns,
            Rows(answer.Study, network, answer.Question.Top == 0 ? int.MaxValue : answer.Question.Top),
            new Provenance
            {
                Command = "network blacklist",
                Question = answer.Question,
                Options =
                [
                    .. NetworkChoices.Describe(answer.Question.Cascade, answer.Model),
                    new("listed", named + (listed.Count > 5 ? $"+{listed.Count - 5}" : string.Empty)),
                ],
                Notes = [.. NetworkChoices.Notes(answer.Reading, answer.Model.Options), .. answer.Screened?.Sentences(network.Firms) ?? []],
            }
        )
        {
            IsGrouped = true,
            Remarks = [Words(answer.Study, network, listed), .. answer.Screened?.Sentences(network.Firms) ?? []],
        };
    }

    private static IEnumerable<Line> Rows(BlacklistStudy study, SupplyNetwork network, int top)
    {
        yield return Row("network", study.Network with { Code = "all firms" });
        foreach (GroupLoss sector in study.BySector.Take(top))
        {
            yield return Row("sector", sector);
        }

        foreach (GroupLoss region in study.ByRegion.Take(top))
        {
            yield return Row("region", region);
        }

        foreach (FirmLoss firm in study.Firms)
        {
            yield return new Line(
                "firm",
                network.Firms.NameOf(firm.Firm),
                firm.Weight,
                null,
                firm.Downstream,
                firm.Upstream,
                Math.Max(firm.Downstream, firm.Upstream),
                string.Join(firm.Downstream >= firm.Upstream ? " → " : " ← ", firm.Chain.Select(k => network.Firms.NameOf(new(k))))
            );
        }

        foreach (SubstitutionLoss substitution in study.Substitution)
        {
            yield return new Line(
                "substitution",
                substitution.Assumption,
                null,
                null,
                substitution.Outcome.Downstream,
                substitution.Outcome.Upstream,
                substitution.Outcome.Loss,
                null
            );
        }
    }

    private static Line Row(string part, GroupLoss group) =>
        new(part, group.Code, group.Weight, group.Direct, group.Downstream, group.Upstream, group.Loss, null);

    private static string WordOf(CapacityLoss listed, SupplyNetwork network) =>
        network.Firms.Ids[listed.Firm] + (listed.Share < 1 ? FormattableString.Invariant($":{listed.Share}") : string.Empty);

    private static string Words(BlacklistStudy study, SupplyNetwork network, IReadOnlyList<CapacityLoss> listed)
    {
        bool inPart = listed.Any(l => l.Share < 1);
        string who =
            (inPart ? "what is lost of " : string.Empty)
            + (listed.Count == 1 ? network.Firms.NameOf(listed[0].Firm) : $"the {listed.Count} listed firms");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: without {who}, which {(listed.Count == 1 || inPart ? "makes" : "make")} {study.Network.Direct * 100:0.00}% of "
                + $"all sales in the network, {study.Network.Loss * 100:0.00}% of them are lost. An arrow → follows missing inputs, ← "
                + $"lost sales."
        );
    }
}

using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Networks;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;
using Rootscope.Tables;

namespace Rootscope.Cli.Network;

/// <summary>
/// <c>rootscope network ensemble TABLE</c>: systemic risk and blacklists over many networks that a table allows, every figure with its
/// band.
/// </summary>
internal static class NetworkEnsembleCommand
{
    private static readonly IReadOnlyList<Column<EnsembleLine>> Columns =
    [
        new(
            "part",
            string.Empty,
            "What the figure is of: fact, network, sector, firm; under a listing: listing, listing-sector, listing-region, "
                + "listing-firm, substitution.",
            ColumnStyle.Text,
            "Part",
            l => l.Part
        ),
        new(
            "name",
            string.Empty,
            "The firm, sector, region or assumption; null for the network as a whole.",
            ColumnStyle.Text,
            "Name",
            l => l.Name
        ),
        new("label", string.Empty, "The firm or the sector in words; null for the others.", ColumnStyle.Text, "In words", l => l.Label)
        {
            Dispensable = 1,
        },
        new(
            "figure",
            string.Empty,
            "What is measured; docs/schema/reports.md lists them.",
            ColumnStyle.Text,
            "Figure",
            l => l.Figure.Figure
        ),
        new("unit", string.Empty, "Unit of the figure.", ColumnStyle.Text, "Unit", l => EnsembleRows.UnitOf(l.Figure.Figure)),
        new(
            "value",
            "as unit",
            "Its value in the first network, the one that 'network reconstruct' writes for the seed; null where undefined.",
            ColumnStyle.Number,
            "First",
            l => l.Figure.First
        ),
        new(
            "low",
            "as unit",
            "Lower end of the 90% band over the networks; null where none has the figure.",
            ColumnStyle.Number,
            "Low",
            l => l.Figure.Band.Low
        ),
        new("median", "as unit", "Median over the networks.", ColumnStyle.Number, "Median", l => l.Figure.Band.Median),
        new("high", "as unit", "Upper end of the 90% band.", ColumnStyle.Number, "High", l => l.Figure.Band.High),
        new(
            "rankShare",
            "share",
            "Share of networks in which the rank holds: the place by this figure lies within a tenth of the list of that in the first "
                + "network; null where nothing is ranked.",
            ColumnStyle.Number,
            "Rank holds",
            l => l.Figure.RankShare
        ),
        new("draws", "networks", "Number of networks that have the figure.", ColumnStyle.Whole, "Networks", l => l.Figure.Band.Draws),
    ];

    private static readonly Option<string> Select = new("--select")
    {
        Description =
            "Which firms fail, one at a time: 'all', those of a file with a column id, 'top:N', the N with the largest sales in the "
            + "first network, or 'none'. Default: top:100.",
        HelpName = "all|FILE|top:N|none",
        DefaultValueFactory = _ => "top:100",
    };

    private static readonly Option<string?> Listed = new("--listed")
    {
        Description = "Firms that are cut out all at once: a file with a column id, or 'top:N'. Default: none.",
        HelpName = "FILE|top:N",
    };

    private static readonly Option<int?> Top = ReportWriter.TopOption(
        "How many sectors, regions and firms to write, those with the largest median first"
    );

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "ensemble",
            "Makes many firm networks whose sales from sector to sector are those of a table, and gives systemic risk, blacklist "
                + "losses and network facts with their bands over all of them.",
            "rootscope network ensemble china-2020 --firms 400 --draws 6 --select top:20 --seed 7",
            "rootscope network ensemble china-2020 --firms 400 --draws 6 --select none --listed top:3 -f csv"
        );
        var choices = new TableNetworkChoices(1000, otherFirms: null, (20, "How many networks to draw."));
        choices.AddTo(command);
        command.Add(Select);
        command.Add(Listed);
        command.Add(Top);
        var spread = new NetworkChoices(CascadeQuestion.AllImportant);
        spread.AddSpreadTo(command);
        command.Add(ShardOutput.Shard);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, spread, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, TableNetworkChoices choices, NetworkChoices spread, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        var question = new NetworkEnsembleQuestion(choices.Read(parsed))
        {
            Cascade = spread.Cascade(parsed),
            Select = parsed.GetRequiredValue(Select),
            Listed = parsed.GetValue(Listed),
            Top = ReportWriter.TopOf(parsed, Top),
        };
        (int done, int all) = (0, question.Network.Draws);
        string? Line() => string.Create(CultureInfo.InvariantCulture, $"{Volatile.Read(ref done)} of {Volatile.Read(ref all)} networks");
        var told = new Told(value =>
        {
            Volatile.Write(ref done, value.Done);
            Volatile.Write(ref all, value.All);
        });
        if (ShardOutput.Of(parsed) is { } share)
        {
            ShardOutput.Write(
                parsed,
                ProgressLine.During(parsed, Line, () => Analysts.Of(parsed).Part(question, share, told, cancellation))
            );
            return ExitCode.Ok;
        }

        NetworkEnsembleAnswer answer = ProgressLine.During(
            parsed,
            Line,
            () => Analysts.Of(parsed).NetworkEnsemble(question, told, cancellation)
        );
        ReportWriter.Write(ReportOf(answer), parsed);
        return ExitCode.Ok;
    }

    private static Report ReportOf(NetworkEnsembleAnswer answer)
    {
        NetworkEnsembleQuestion question = answer.Question;
        NetworkEnsemble ensemble = answer.Ensemble;
        return new Report<EnsembleLine>(
            "network-ensemble",
            Columns,
            EnsembleRows.Of(
                ensemble.Figures,
                question.Top == 0 ? int.MaxValue : question.Top,
                (part, name) => LabelOf(answer.Table, ensemble.First.Network.Firms, part, name)
            ),
            new Provenance
            {
                Command = "network ensemble",
                Table = answer.Table,
                Question = question,
                Steps = answer.Economy.Steps,
                Options =
                [
                    .. TableNetworkChoices.Describe(question.Network, question.Network.Draws),
                    new("select", question.Select),
                    .. question.Listed is { } listed ? new[] { new KeyValuePair<string, string>("listed", listed) } : [],
                    .. NetworkChoices.Describe(question.Cascade, answer.Cascade),
                ],
                Notes =
                [
                    .. answer.Notes,
                    "The links are drawn, not observed. Bands hold what that leaves open under the gravity model, not the errors of the "
                        + "table or of ratings.",
                ],
            }
        )
        {
            IsGrouped = true,
            Remarks = [.. EnsembleWords.Of(ensemble)],
        };
    }

    private static string? LabelOf(FlowTable table, FirmList firms, EnsemblePart part, string name) =>
        part switch
        {
            EnsemblePart.Sector or EnsemblePart.ListingSector => table.Sectors.TryFindIndustry(name, out IndustryNumber industry)
                ? table.Sectors.Industries[industry].Name
                : null,
            EnsemblePart.Firm or EnsemblePart.ListingFirm => firms.TryFind(name, out FirmNumber firm) ? firms.NameOf(new(firm)) : null,
            _ => null,
        };

    private sealed class Told(Action<AnswerProgress> tell) : IProgress<AnswerProgress>
    {
        public void Report(AnswerProgress value) => tell(value);
    }
}

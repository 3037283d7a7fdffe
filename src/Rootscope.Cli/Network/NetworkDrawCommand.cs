using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Answers.Networks;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;

namespace Rootscope.Cli.Network;

/// <summary><c>rootscope network draw EDGES FIRMS</c>: a firm's neighbourhood, or sales from sector to sector.</summary>
internal static class NetworkDrawCommand
{
    private static readonly IReadOnlyList<Column<NetworkLink>> Columns =
    [
        new("from", string.Empty, "Identifier of the firm, or code of the sector, that sells.", ColumnStyle.Text, "From", l => l.From),
        new("to", string.Empty, "Identifier of the firm, or code of the sector, that buys.", ColumnStyle.Text, "To", l => l.To),
        new("value", "money", "What is sold, in the unit of the edges.", ColumnStyle.Money, "Sales", l => l.Value),
        new("share", "share", "Its share of all that is drawn.", ColumnStyle.Share, "Share", l => l.Share),
    ];

    public static Command Create()
    {
        var edges = new Argument<string>("EDGES") { Description = "Edges, CSV or Parquet." };
        var firms = new Argument<string>("FIRMS") { Description = "Firms, CSV or Parquet." };
        var firm = new Option<string?>("--firm")
        {
            Description =
                "The firm whose suppliers and customers are shown, by identifier or name. Without it: sales from sector to sector.",
            HelpName = "FIRM",
        };
        var command = new DocumentedCommand(
            "draw",
            "Draws a firm's suppliers and customers, or sales from sector to sector; without a picture, lists them.",
            "rootscope network draw samples/network-edges.csv samples/network-firms.csv --firm f07",
            "rootscope network draw samples/network-edges.csv samples/network-firms.csv -o sectors.svg"
        )
        {
            Draws = true,
        };
        command.Add(edges);
        command.Add(firms);
        command.Add(firm);
        command.SetAction(
            (parsed, cancellation) =>
            {
                _ = ReportWriter.FormatOf(parsed);
                NetworkLinksAnswer answer = Analyst.NetworkLinks(
                    new NetworkLinksQuestion(parsed.GetRequiredValue(edges), parsed.GetRequiredValue(firms))
                    {
                        Firm = parsed.GetValue(firm),
                    },
                    cancellation
                );
                Report report = ReportOf(answer);
                ReportWriter.Write(
                    report,
                    parsed,
                    () =>
                        answer.Firm is { } shown
                            ? NeighbourhoodPicture.Of(answer.Network, shown, report.Provenance)
                            : SectorMatrixPicture.Of(answer.Network, report.Provenance)
                );
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static Report ReportOf(NetworkLinksAnswer answer) =>
        new Report<NetworkLink>(
            "network-draw",
            Columns,
            answer.Links,
            new Provenance
            {
                Command = "network draw",
                Question = answer.Question,
                Options =
                [
                    new("network", answer.Network.ContentHash[..12]),
                    new("firm", answer.Firm is { } firm ? answer.Network.Firms.Ids[firm] : "none"),
                ],
            }
        );
}

using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Networks;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Cli.Network;

/// <summary><c>rootscope network draw EDGES FIRMS</c>: a firm's neighbourhood, or sales from sector to sector.</summary>
internal static class NetworkDrawCommand
{
    /// <summary>What flows from one firm or sector to another.</summary>
    private sealed record Link(string From, string To, double Value, double? Share);

    private static readonly IReadOnlyList<Column<Link>> Columns =
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
                SupplyNetwork network = NetworkReader
                    .Read(parsed.GetRequiredValue(edges), parsed.GetRequiredValue(firms), cancellation: cancellation)
                    .Network;
                int? shown = parsed.GetValue(firm) is { } name ? network.Firms.Find(name) : null;
                Report report = ReportOf(network, shown);
                ReportWriter.Write(
                    report,
                    parsed,
                    () =>
                        shown is { } f
                            ? NeighbourhoodPicture.Of(network, f, report.Provenance)
                            : SectorMatrixPicture.Of(network, report.Provenance)
                );
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static Report ReportOf(SupplyNetwork network, int? firm)
    {
        (string From, string To, double Value)[] links = firm is { } shown ? Around(network, shown) : BetweenSectors(network);
        double all = links.Sum(l => l.Value);
        return new Report<Link>(
            "network-draw",
            Columns,
            [
                .. links
                    .OrderByDescending(l => l.Value)
                    .ThenBy(l => l.From, StringComparer.Ordinal)
                    .ThenBy(l => l.To, StringComparer.Ordinal)
                    .Select(l => new Link(l.From, l.To, l.Value, all > 0 ? l.Value / all : null)),
            ],
            new Provenance
            {
                Command = "network draw",
                Options = [new("network", network.ContentHash[..12]), new("firm", firm is { } f ? network.Firms.Ids[f] : "none")],
            }
        );
    }

    private static (string From, string To, double Value)[] Around(SupplyNetwork network, int firm)
    {
        IReadOnlyList<string> ids = network.Firms.Ids;
        return
        [
            .. network.SuppliersOf(new(firm)).ToArray().Zip(network.PurchasesOf(new(firm)).ToArray(), (s, v) => (ids[s], ids[firm], v)),
            .. network.CustomersOf(new(firm)).ToArray().Zip(network.SalesOf(new(firm)).ToArray(), (c, v) => (ids[firm], ids[c], v)),
        ];
    }

    private static (string From, string To, double Value)[] BetweenSectors(SupplyNetwork network)
    {
        FirmGroups sectors = network.Firms.Sectors;
        var flows = new Dictionary<(int, int), double>();
        for (int f = 0; f < network.Count; f++)
        {
            for (int e = 0; e < network.CustomersOf(new(f)).Length; e++)
            {
                (int, int) pair = (sectors.Numbers[f], sectors.Numbers[network.CustomersOf(new(f))[e]]);
                flows[pair] = flows.GetValueOrDefault(pair) + network.SalesOf(new(f))[e];
            }
        }

        return [.. flows.Select(p => (sectors.Codes[p.Key.Item1], sectors.Codes[p.Key.Item2], p.Value))];
    }
}

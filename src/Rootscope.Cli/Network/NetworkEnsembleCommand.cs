using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;
using Rootscope.Storage.Formats.Networks;
using Rootscope.Tables;

namespace Rootscope.Cli.Network;

/// <summary>
/// <c>rootscope network ensemble TABLE</c>: systemic risk and blacklists over many networks that a table allows, every figure with its
/// band.
/// </summary>
internal static class NetworkEnsembleCommand
{
    private const int TopForPeople = 10;

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

    private static readonly Option<string> Firms = new("--firms")
    {
        Description =
            "How many firms to make, or a file of firms (id, sector, in a table of many regions region, and revenue). Default: 1000.",
        HelpName = "N|FILE",
        DefaultValueFactory = _ => "1000",
    };

    private static readonly Option<double> Degree = new("--mean-degree")
    {
        Description = "Mean number of customers aimed at. Default: 10.",
        HelpName = "D",
        DefaultValueFactory = _ => 10,
    };
    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "The seed; the same seed gives the same figures. Default: 1.",
        HelpName = "K",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<int> Draws = new("--draws")
    {
        Description = "How many networks to draw. Default: 20.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

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

    private static readonly Option<int?> Top = new("--top")
    {
        Description =
            "How many sectors, regions and firms to write, those with the largest median first; 0 for all. Default: all in data "
            + $"formats, {TopForPeople} for people.",
        HelpName = "N",
    };

    public static Command Create()
    {
        Argument<string> table = TableArgument.Required();
        var command = new DocumentedCommand(
            "ensemble",
            "Makes many firm networks whose sales from sector to sector are those of a table, and gives systemic risk, blacklist "
                + "losses and network facts with their bands over all of them.",
            "rootscope network ensemble china-2020 --firms 400 --draws 6 --select top:20 --seed 7",
            "rootscope network ensemble china-2020 --firms 400 --draws 6 --select none --listed top:3 -f csv"
        )
        {
            table,
            Firms,
            Degree,
            NetworkReconstructCommand.Fitness,
            Seed,
            Draws,
            Select,
            Listed,
            Top,
        };
        var choices = new NetworkChoices(EssentialityWords.AllImportant);
        choices.AddSpreadTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, TableArgument.Read(parsed, table), cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, NetworkChoices choices, FlowTable table, CancellationToken cancellation)
    {
        OutputFormat format = ReportWriter.FormatOf(parsed);
        EnsembleOptions options = Options(parsed, choices, table, cancellation);
        int top = parsed.GetValue(Top) ?? (format is OutputFormat.Table or OutputFormat.Md ? TopForPeople : 0);
        if (top < 0)
        {
            throw new UsageException($"--top cannot be {top}: it is a number of rows, 0 for all.");
        }

        int done = 0;
        NetworkEnsemble ensemble;
        using (
            new ProgressLine(
                parsed,
                () => string.Create(CultureInfo.InvariantCulture, $"{Volatile.Read(ref done)} of {options.Draws} networks")
            )
        )
        {
            ensemble = NetworkEnsemble.Of(
                table,
                options,
                GlobalOptions.ThreadsOf(parsed),
                new Told(count => Volatile.Write(ref done, count)),
                cancellation
            );
        }

        ReportWriter.Write(
            new Report<EnsembleLine>(
                "network-ensemble",
                Columns,
                [
                    .. EnsembleRows.Of(
                        ensemble.Figures,
                        top == 0 ? int.MaxValue : top,
                        (part, name) => LabelOf(table, ensemble.First.Network.Firms, part, name)
                    ),
                ],
                new Provenance
                {
                    Command = "network ensemble",
                    Table = table,
                    Options = [.. Described(parsed), .. choices.Describe(parsed, options.Cascade)],
                    Notes =
                    [
                        "The links are drawn, not observed. Bands hold what that leaves open under the gravity model, not the errors "
                            + "of the table or of ratings.",
                    ],
                }
            )
            {
                IsGrouped = true,
                Remarks = [.. EnsembleWords.Of(ensemble)],
            },
            parsed
        );
        return ExitCode.Ok;
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

    private static EnsembleOptions Options(ParseResult parsed, NetworkChoices choices, FlowTable table, CancellationToken cancellation)
    {
        int draws = parsed.GetValue(Draws);
        var reconstruction = new ReconstructionOptions
        {
            MeanDegree = parsed.GetValue(Degree),
            Seed = parsed.GetValue(Seed),
            FitnessExponent = parsed.GetValue(NetworkReconstructCommand.Fitness),
        };
        if (draws < 1 || reconstruction.Faults.Count > 0)
        {
            throw new UsageException(
                draws < 1 ? $"--draws cannot be {draws}: it is at least 1." : $"{string.Join("; ", reconstruction.Faults)}."
            );
        }

        string given = parsed.GetRequiredValue(Firms);
        bool made = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        FirmList firms = made
            ? NetworkReconstruction.Firms(table, count, reconstruction)
            : NetworkReader.ReadFirms(given, cancellation: cancellation);
        string select = parsed.GetRequiredValue(Select);
        string? listed = parsed.GetValue(Listed);
        CascadeOptions cascade = choices.Options(parsed, [.. table.Sectors.Industries.Select(i => i.Code)]);
        return cascade.Market == CascadeMarket.Column
            ? throw new UsageException("--market takes 'sector' or 'none' here: reconstructed firms have no other column of markets.")
            : new EnsembleOptions
            {
                Reconstruction = reconstruction,
                Cascade = cascade,
                Draws = draws,
                FirmCount = count,
                Firms = made ? null : firms,
                Failing = select == "none" ? null : FirmWords.Read("--select", select, firms),
                Listed = listed is null ? null : FirmWords.Read("--listed", listed, firms),
            };
    }

    private static IEnumerable<KeyValuePair<string, string>> Described(ParseResult parsed) =>
        [
            new("firms", parsed.GetRequiredValue(Firms)),
            new("mean-degree", parsed.GetValue(Degree).ToString("R", CultureInfo.InvariantCulture)),
            new("fitness", parsed.GetValue(NetworkReconstructCommand.Fitness).ToString("R", CultureInfo.InvariantCulture)),
            NetworkFactsReport.Seed(parsed.GetValue(Seed)),
            new("draws", parsed.GetValue(Draws).ToString(CultureInfo.InvariantCulture)),
            new("select", parsed.GetRequiredValue(Select)),
            .. parsed.GetValue(Listed) is { } listed ? new[] { new KeyValuePair<string, string>("listed", listed) } : [],
        ];

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}

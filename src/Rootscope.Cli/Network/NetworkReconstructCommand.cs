using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Networks;
using Rootscope.Storage.Formats.Networks;
using Rootscope.Tables;

namespace Rootscope.Cli.Network;

/// <summary><c>rootscope network reconstruct TABLE -o FOLDER</c>: a firm network whose sales from sector to sector are a table's.</summary>
internal static class NetworkReconstructCommand
{
    private static readonly Option<string> Firms = new("--firms")
    {
        Description =
            "How many firms to make, a file of firms (id, sector, in a table of many regions region, and revenue), or 'sectors': each "
            + "sector of the table is one firm. Default: 2000.",
        HelpName = "N|FILE|sectors",
        DefaultValueFactory = _ => "2000",
    };

    private static readonly Option<double> Degree = new("--mean-degree")
    {
        Description = "Mean number of customers aimed at. Default: 10.",
        HelpName = "D",
        DefaultValueFactory = _ => 10,
    };
    internal static readonly Option<double> Fitness = new("--fitness")
    {
        Description =
            "The power of what flows between two firms to which the odds of a link grow, above 0 and at most 1: below 1 large firms "
            + "have fewer and larger links. Default: 1, the published model.",
        HelpName = "E",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "The seed; the same seed gives the same files. Default: 1.",
        HelpName = "K",
        DefaultValueFactory = _ => 1,
    };
    private static readonly Option<int> Draws = new("--draws")
    {
        Description = "How many networks to draw; the first is written, all give the bands. Default: 5.",
        HelpName = "N",
        DefaultValueFactory = _ => 5,
    };

    public static Command Create()
    {
        Argument<string> table = TableArgument.Required();
        var command = new DocumentedCommand(
            "reconstruct",
            "Makes firm networks whose sales from sector to sector are those of a table, writes the first into the folder given by -o, "
                + "and compares them with what is known of real networks.",
            "rootscope network reconstruct china-2020 --firms 1000 --seed 7 --draws 3 -o china-firms"
        )
        {
            table,
            Firms,
            Degree,
            Fitness,
            Seed,
            Draws,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, TableArgument.Read(parsed, table), cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, FlowTable table, CancellationToken cancellation)
    {
        string folder = NetworkGenerateCommand.FolderOf(parsed);
        int draws = parsed.GetValue(Draws);
        long seed = parsed.GetValue(Seed);
        var options = new ReconstructionOptions
        {
            MeanDegree = parsed.GetValue(Degree),
            Seed = seed,
            FitnessExponent = parsed.GetValue(Fitness),
        };
        if (draws < 1 || options.Faults.Count > 0)
        {
            throw new UsageException(draws < 1 ? $"--draws cannot be {draws}: it is at least 1." : $"{string.Join("; ", options.Faults)}.");
        }

        string given = parsed.GetRequiredValue(Firms);
        if (given == "sectors")
        {
            SupplyNetwork whole = TableNetwork.Of(table);
            NetworkFiles.Write(whole, folder, cancellation);
            NetworkGenerateCommand.WriteToScreen(ReportOf(parsed, table, [NetworkFacts.Of(whole)], [], folder), parsed);
            return ExitCode.Ok;
        }

        bool made = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        var facts = new List<NetworkFacts>();
        Reconstruction? first = null;
        for (int draw = 0; draw < draws; draw++)
        {
            ReconstructionOptions own = options.ForDraw(draw);
            FirmList firms = made
                ? NetworkReconstruction.Firms(table, count, own)
                : NetworkReader.ReadFirms(given, cancellation: cancellation);
            var one = NetworkReconstruction.Of(table, firms, own, cancellation);
            first ??= one;
            facts.Add(NetworkFacts.Of(one.Network));
        }

        NetworkFiles.Write(first!.Network, folder, cancellation);
        NetworkGenerateCommand.WriteToScreen(
            ReportOf(
                parsed,
                table,
                facts,
                [Fit(first), "The links are drawn, not observed: use figures of single firms only with the bands of an ensemble."],
                folder
            ),
            parsed
        );
        return ExitCode.Ok;
    }

    private static Report ReportOf(ParseResult parsed, FlowTable table, List<NetworkFacts> facts, string[] remarks, string folder) =>
        NetworkFactsReport.Of(
            facts,
            new Provenance
            {
                Command = $"network reconstruct {table.Metadata.Id}",
                Table = table,
                Options =
                [
                    new("firms", parsed.GetRequiredValue(Firms)),
                    new("mean-degree", parsed.GetValue(Degree).ToString("R", CultureInfo.InvariantCulture)),
                    new("fitness", parsed.GetValue(Fitness).ToString("R", CultureInfo.InvariantCulture)),
                    NetworkFactsReport.Seed(parsed.GetValue(Seed)),
                    new("draws", facts.Count.ToString(CultureInfo.InvariantCulture)),
                ],
            },
            [.. remarks, $"{Path.Combine(folder, NetworkFiles.Edges)} and {Path.Combine(folder, NetworkFiles.Firms)} are written."]
        );

    private static string Fit(Reconstruction first) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Sales from sector to sector are the table's domestic flows, except {first.LeftOut * 100:0.##}% of them within sectors of "
                + $"one firm. {first.ForcedLinks} of {first.Network.EdgeCount} links were added because a cell had none; "
                + $"{first.Misplaced * 100:0.##}% of all sales stand with other firms than their shares of their sectors say, "
                + $"because too few links were drawn for these."
        );
}

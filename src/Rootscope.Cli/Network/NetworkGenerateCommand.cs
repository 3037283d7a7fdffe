using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Networks;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Cli.Network;

/// <summary><c>rootscope network generate -o FOLDER</c>: a made network that looks like a real one.</summary>
internal static class NetworkGenerateCommand
{
    private static readonly Option<int> Firms = new("--firms")
    {
        Description = "Number of firms. Default: 1000.",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };
    private static readonly Option<double> Degree = new("--mean-degree")
    {
        Description = "Mean number of customers aimed at. Default: 10.",
        HelpName = "D",
        DefaultValueFactory = _ => 10,
    };
    private static readonly Option<int> Sectors = new("--sectors")
    {
        Description = "Number of sectors: NACE rev. 2 classes evenly spread over all 615, codes of their own beyond. Default: 615.",
        HelpName = "S",
        DefaultValueFactory = _ => 615,
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "The seed; the same seed gives the same files. Default: 1.",
        HelpName = "K",
        DefaultValueFactory = _ => 1,
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "generate",
            "Makes a firm network with the heavy tails of real ones, writes edges.csv and firms.csv into the folder given by -o, and "
                + "compares it with what is known of real networks.",
            "rootscope network generate --firms 2000 --mean-degree 8 --sectors 100 --seed 7 -o made"
        )
        {
            Firms,
            Degree,
            Sectors,
            Seed,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string folder = FolderOf(parsed);
        MadeNetworkAnswer answer = Analyst.MadeNetwork(
            new MadeNetworkQuestion
            {
                Firms = parsed.GetValue(Firms),
                MeanDegree = parsed.GetValue(Degree),
                Sectors = parsed.GetValue(Sectors),
                Seed = parsed.GetValue(Seed),
            },
            cancellation
        );
        NetworkFiles.Write(answer.Network, folder, cancellation);
        MadeNetworkQuestion question = answer.Question;
        Report report = NetworkFactsReport.Of(
            [answer.Facts],
            new Provenance
            {
                Command = "network generate",
                Question = question,
                Options =
                [
                    new("firms", question.Firms.ToString(CultureInfo.InvariantCulture)),
                    new("mean-degree", question.MeanDegree.ToString("R", CultureInfo.InvariantCulture)),
                    new("sectors", question.Sectors.ToString(CultureInfo.InvariantCulture)),
                    NetworkFactsReport.Seed(question.Seed),
                ],
                Notes = ["A made network: none of its firms exists."],
            },
            [$"{Path.Combine(folder, NetworkFiles.Edges)} and {Path.Combine(folder, NetworkFiles.Firms)} are written."]
        );
        WriteToScreen(report, parsed);
        return ExitCode.Ok;
    }

    /// <summary>The folder that -o names, which is no file here.</summary>
    internal static string FolderOf(ParseResult parsed) =>
        parsed.GetValue(ReportWriter.OutputFile) is { Length: > 0 } folder
            ? folder
            : throw new UsageException("say with -o into which folder edges.csv and firms.csv go.");

    /// <summary>The comparison goes to the screen: -o is where the network goes.</summary>
    internal static void WriteToScreen(Report report, ParseResult parsed)
    {
        string format = parsed.GetValue(ReportWriter.Format) ?? "table";
        OutputFormat chosen = format.ToLowerInvariant() switch
        {
            "table" => OutputFormat.Table,
            "json" => OutputFormat.Json,
            "csv" => OutputFormat.Csv,
            "md" => OutputFormat.Md,
            _ => throw new UsageException($"the comparison cannot be written as '{format}'. Formats are table, json, csv and md."),
        };
        parsed.InvocationConfiguration.Output.Write(
            ReportWriter.ToText(report, picture: null, chosen, parsed.GetValue(ReportWriter.Quiet), TableRoom.Unlimited)
        );
    }
}

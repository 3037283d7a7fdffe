using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Networks;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Networks;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Cli.Network;

/// <summary><c>rootscope network reconstruct TABLE -o FOLDER</c>: a firm network whose sales from sector to sector are a table's.</summary>
internal static class NetworkReconstructCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "reconstruct",
            "Makes firm networks whose sales from sector to sector are those of a table, writes the first into the folder given by -o, "
                + "and compares them with what is known of real networks.",
            "rootscope network reconstruct china-2020 --firms 1000 --seed 7 --draws 3 -o china-firms"
        );
        var choices = new TableNetworkChoices(
            2000,
            (NetworkQuestion.OneASector, "each sector of the table is one firm"),
            (5, "How many networks to draw; the first is written, all give the bands.")
        );
        choices.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, TableNetworkChoices choices, CancellationToken cancellation)
    {
        string folder = NetworkGenerateCommand.FolderOf(parsed);
        NetworkAnswer answer = Analysts.Of(parsed).Network(choices.Read(parsed), cancellation);
        NetworkFiles.Write(answer.Network, folder, cancellation);
        NetworkGenerateCommand.WriteToScreen(ReportOf(answer, folder), parsed);
        return ExitCode.Ok;
    }

    private static Report ReportOf(NetworkAnswer answer, string folder) =>
        NetworkFactsReport.Of(
            answer.Facts,
            new Provenance
            {
                Command = $"network reconstruct {answer.Question.Economy.Table}",
                Table = answer.Table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Options = [.. TableNetworkChoices.Describe(answer.Question, answer.Facts.Count)],
                Notes = answer.Notes,
            },
            [
                .. answer.Fit is { } fit
                    ? [Fit(fit), "The links are drawn, not observed: use figures of single firms only with the bands of an ensemble."]
                    : Array.Empty<string>(),
                $"{Path.Combine(folder, NetworkFiles.Edges)} and {Path.Combine(folder, NetworkFiles.Firms)} are written.",
            ]
        );

    private static string Fit(Reconstruction first) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Sales from sector to sector are the table's domestic flows, except {first.LeftOut * 100:0.##}% of them within sectors of "
                + $"one firm. {first.ForcedLinks} of {first.Network.EdgeCount} links were added because a cell had none; "
                + $"{first.Misplaced * 100:0.##}% of all sales stand with other firms than their shares of their sectors say, "
                + $"because too few links were drawn for these. "
                + $"{first.CostsRaised} firms got links for more than their share of what their sector buys, up to "
                + $"{first.LargestRaise:0.#} times it: what they buy counts as their costs."
        );
}

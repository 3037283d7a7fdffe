using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Screening;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Storage.Screening;

namespace Rootscope.Cli.Screen;

/// <summary><c>rootscope screen file FILE -o FILE</c>: every name of a file.</summary>
internal static class ScreenFileCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The file of names: CSV or a workbook." };

    private static readonly Option<string?> Column = new("--column")
    {
        Description = "The column of the names. Default: the first of name, company, firm, supplier, customer that is there.",
        HelpName = "COLUMN",
    };

    private static readonly Option<string?> Update = new("--update")
    {
        Description = "A result of an earlier run over the same rows: only what lists changed since is asked again.",
        HelpName = "RESULT",
    };

    private static readonly Option<bool> FailOnHit = new("--fail-on-hit")
    {
        Description =
            "End with code 10 where a row has a match that was not decided to be somebody else, else with 3 where a row had nothing to "
            + "compare.",
    };

    public static Command Create()
    {
        var choices = new ScreenChoices();
        var command = new DocumentedCommand(
            "file",
            "Looks every name of a file up: its columns are kept, results stand behind them (-o FILE.csv). A run that was broken off goes "
                + "on where "
                + "it was when it is started again.",
            "rootscope screen file samples/suppliers.csv --list plain:samples/restricted-parties.csv -o screened.csv"
        )
        {
            File,
            Column,
            Update,
            FailOnHit,
        };
        choices.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, ScreenChoices choices, CancellationToken cancellation)
    {
        if (ReportWriter.FormatOf(parsed) != OutputFormat.Csv || parsed.GetValue(ReportWriter.OutputFile) is not { } output)
        {
            throw new UsageException("the result is a file of comma-separated values. Name it with -o FILE.csv.");
        }

        if (Path.GetFullPath(output) == Path.GetFullPath(parsed.GetRequiredValue(File)))
        {
            throw new UsageException($"-o {output} is the file that is read. Name another, so that it stays as it is.");
        }

        Analyst analyst = Analysts.Of(parsed);
        ScreeningStore store = analyst.Screening;
        IReadOnlyList<ScreeningList> lists = analyst.ListsToScreen(choices.Lists(parsed), cancellation);
        var options = new BatchOptions(parsed.GetRequiredValue(File), output)
        {
            Column = parsed.GetValue(Column),
            Previous = parsed.GetValue(Update),
            Screening = new ScreeningOptions { Threshold = ThresholdOf(choices.Threshold(parsed)), Kind = choices.Of(parsed) },
            Threads = GlobalOptions.ThreadsOf(parsed),
        };
        DecisionLog log = store.ReadLog();
        if (log.Fault is { } fault)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"warning: the {ScreenWords.Broken(fault)} See 'rootscope screen audit'.");
        }

        long rows = 0;
        BatchSummary summary;
        using (new ProgressLine(parsed, () => Interlocked.Read(ref rows) is > 0 and var done ? $"{Text(done)} rows screened" : null))
        {
            summary = ScreeningBatch.Run(
                options,
                lists,
                name => store.Names.Contains(name, StringComparer.Ordinal) ? store.ReadBefore(name)?.List : null,
                log,
                new Told(done => Interlocked.Exchange(ref rows, done)),
                cancellation
            );
        }

        if (!parsed.GetValue(ReportWriter.Quiet))
        {
            parsed.InvocationConfiguration.Error.WriteLine(
                $"wrote {output}: {Text(summary.Rows)} rows, {Text(summary.Matches)} with a match"
                    + (summary.Dismissed > 0 ? $" ({Text(summary.Dismissed)} decided to be somebody else)" : string.Empty)
                    + $", {Text(summary.Empty)} without a name "
                    + $"to compare"
                    + (summary.Resumed > 0 ? $", {Text(summary.Resumed)} done by an earlier run" : string.Empty)
                    + (options.Previous is null ? string.Empty : $", {Text(summary.AskedAgain)} asked of whole lists")
                    + $". {ScreenReport.Caveat}"
            );
        }

        // A name that was not looked up passes no gate.
        return !parsed.GetValue(FailOnHit) ? ExitCode.Ok
            : summary.Matches > summary.Dismissed ? ExitCode.HitsFound
            : summary.Empty > 0 ? ExitCode.BadData
            : ExitCode.Ok;
    }

    private static double ThresholdOf(double threshold) =>
        threshold > 0 && threshold <= 1
            ? threshold
            : throw new UsageException(
                $"--threshold cannot be {threshold.ToString(CultureInfo.InvariantCulture)}: it is a score above 0 and at most 1."
            );

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}

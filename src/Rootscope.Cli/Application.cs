using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.InteropServices;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Site;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Cli;

/// <summary>The command line as a whole: parses, runs, and turns every failure into a sentence and an exit code.</summary>
internal static class Application
{
    private const string InterruptedText = "interrupted; nothing was written";

    /// <summary>A run has this long to stop after it was asked to.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    /// <summary>Runs a command line.</summary>
    /// <param name="args">Its words.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where messages go.</param>
    /// <param name="formats">The formats of tables that are imported; null for those that come with the program.</param>
    /// <param name="site">Makes the commands of the site; without them those are handed on to the program that has them.</param>
    public static async Task<int> RunAsync(
        string[] args,
        TextWriter output,
        TextWriter error,
        TableFormats? formats = null,
        Func<IReadOnlyList<Command>>? site = null
    )
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        ParseResult parsed = CommandTree.Build(formats, site?.Invoke()).Parse(args);
        if (parsed.CommandResult.Command is HandedOnCommand)
        {
            return await WholeProgram.RunAsync(args, error).ConfigureAwait(false);
        }

        using var interrupted = new CancellationTokenSource();
        using PosixSignalRegistration onInterrupt = Cancel(PosixSignal.SIGINT, interrupted);
        using PosixSignalRegistration onTerminate = Cancel(PosixSignal.SIGTERM, interrupted);
        if (parsed.Action is not DocumentedCommand.HelpWithExamples && CommandPaths.UnknownOption(parsed, args) is { } unknown)
        {
            error.WriteLine($"error: {unknown}");
            error.WriteLine($"See '{string.Join(' ', CommandPaths.PathOf(parsed.CommandResult))} --help'.");
            return ExitCode.Usage;
        }

        if (parsed.Errors.Count > 0 && parsed.Action is not DocumentedCommand.HelpWithExamples)
        {
            return ReportUsage(parsed, error);
        }

        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = output,
            Error = error,
        };
        try
        {
            using var notes = new ReadingNotes();
            using var sheet = new SheetChoice(parsed.GetValue(GlobalOptions.Sheet));
            int code = await parsed.InvokeAsync(configuration, interrupted.Token).ConfigureAwait(false);
            foreach (string note in parsed.GetValue(ReportWriter.Quiet) ? [] : notes.All)
            {
                await error.WriteLineAsync($"note: {note}").ConfigureAwait(false);
            }

            return code;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync(InterruptedText).ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        catch (RootscopeException e)
        {
            await error.WriteLineAsync(ErrorLine.Of(parsed, OptionPhrases.Told(e))).ConfigureAwait(false);
            return ExitCode.Of(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"error: {e.Message}").ConfigureAwait(false);
            return ExitCode.Unexpected;
        }
    }

    private static int ReportUsage(ParseResult parsed, TextWriter error)
    {
        Command command = parsed.CommandResult.Command;
        bool wrongCommand = command.Action is null && parsed.UnmatchedTokens.Count > 0;
        if (wrongCommand)
        {
            string given = parsed.UnmatchedTokens[0];
            IReadOnlyList<string> near = NearestNames.Of(given, command.Subcommands.Select(c => c.Name));
            string hint = near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty;
            error.WriteLine($"error: There is no command '{given}'.{hint}");
        }

        foreach (ParseError fault in wrongCommand ? [] : parsed.Errors)
        {
            error.WriteLine($"error: {fault.Message}");
        }

        string path = string.Join(' ', CommandPaths.PathOf(parsed.CommandResult));
        error.WriteLine($"See '{path} --help'.");
        return ExitCode.Usage;
    }

    private static PosixSignalRegistration Cancel(PosixSignal signal, CancellationTokenSource source) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                // The first signal asks; a second one is left to the system, which ends the process.
                context.Cancel = !source.IsCancellationRequested;
                source.Cancel();
                _ = EndAfterPatienceAsync();
            }
        );

    /// <summary>
    /// Ends the process where work does not stop by itself in time: results are written whole or not at all, so nothing is lost.
    /// </summary>
    private static async Task EndAfterPatienceAsync()
    {
        await Task.Delay(Patience).ConfigureAwait(false);
        await Console.Error.WriteLineAsync(InterruptedText).ConfigureAwait(false);
        Environment.Exit(ExitCode.Interrupted);
    }
}

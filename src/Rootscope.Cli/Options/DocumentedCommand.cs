using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Rootscope.Cli.Options;

/// <summary>A command whose help ends with examples that can be run as they stand; a test runs them all.</summary>
internal sealed class DocumentedCommand : Command
{
    public DocumentedCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
    }

    /// <summary>Whole command lines, each beginning with "rootscope".</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Whether the command's result can be written as a picture, with <c>-o FILE.svg</c> or <c>.png</c>.</summary>
    public bool Draws { get; set; }

    /// <summary>
    /// For a command that goes on until it is stopped: how the message begins that says it is ready. Null for all others.
    /// </summary>
    public string? RunsUntilStopped { get; init; }

    /// <summary>The default help, with the examples below it.</summary>
    internal sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            TextWriter shown = parseResult.InvocationConfiguration.Output;
            using var help = new StringWriter { NewLine = shown.NewLine };
            parseResult.InvocationConfiguration.Output = help;
            int code;
            try
            {
                code = inner.Invoke(parseResult);
            }
            finally
            {
                parseResult.InvocationConfiguration.Output = shown;
            }

            shown.Write(WithoutArgumentsAbove(help.ToString(), parseResult.CommandResult));
            if (parseResult.CommandResult.Command is DocumentedCommand { Examples.Count: > 0 } documented)
            {
                TextWriter output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (string example in documented.Examples)
                {
                    output.WriteLine($"  {example}");
                }

                output.WriteLine();
            }

            return code;
        }

        /// <summary>The usage line without the arguments of commands above: a name to screen is none of 'screen lists add'.</summary>
        private static string WithoutArgumentsAbove(string help, CommandResult asked)
        {
            for (SymbolResult? above = asked.Parent; above is not null; above = above.Parent)
            {
                if (above is not CommandResult { Command: { Arguments.Count: > 0 } command })
                {
                    continue;
                }

                foreach (Argument argument in command.Arguments)
                {
                    if (asked.Command.Arguments.Contains(argument))
                    {
                        continue;
                    }

                    help = Regex.Replace(
                        help,
                        $@"^  (\[?<{Regex.Escape(argument.Name)}>(\.\.\.)?\]?) .*\r?\n",
                        string.Empty,
                        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
                        TimeSpan.FromSeconds(1)
                    );
                    string[] forms = [$" <{argument.Name}>...", $" [<{argument.Name}>...]", $" [<{argument.Name}>]", $" <{argument.Name}>"];
                    if (Array.Find(forms, f => help.Contains(command.Name + f, StringComparison.Ordinal)) is { } form)
                    {
                        help = help.Replace(command.Name + form, command.Name, StringComparison.Ordinal);
                    }
                }
            }

            return help;
        }
    }
}

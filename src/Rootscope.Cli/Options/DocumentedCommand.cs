using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

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
    public bool Draws { get; init; }

    /// <summary>
    /// For a command that goes on until it is stopped: how the message begins that says it is ready. Null for all others.
    /// </summary>
    public string? RunsUntilStopped { get; init; }

    /// <summary>The default help, with the examples below it.</summary>
    internal sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int code = inner.Invoke(parseResult);
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
    }
}

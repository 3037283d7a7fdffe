using System.CommandLine;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;

namespace Rootscope.Cli.Options;

/// <summary>Every option that is a number is read by the one rule for numbers that people type: 0,5 is a half and never 5.</summary>
internal static class NumberParsers
{
    /// <summary>Gives every such option of a command, and of those below it, that rule.</summary>
    public static void AttachTo(Command command)
    {
        foreach (Option option in command.Options)
        {
            if (option is Option<double> number)
            {
                number.CustomParser = argument => Read(argument) ?? 0;
            }
            else if (option is Option<double?> maybe)
            {
                maybe.CustomParser = Read;
            }
        }

        foreach (Command below in command.Subcommands)
        {
            AttachTo(below);
        }
    }

    private static double? Read(System.CommandLine.Parsing.ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : string.Empty;
        if (TypedNumber.FaultOf(text, out double value) is { } fault)
        {
            argument.AddError($"{Name(argument)} cannot be read: {fault}");
            return null;
        }

        return value;
    }

    private static string Name(System.CommandLine.Parsing.ArgumentResult argument) =>
        argument.Parent is System.CommandLine.Parsing.OptionResult option ? option.Option.Name : "the number";
}

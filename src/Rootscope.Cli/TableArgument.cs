using System.CommandLine;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Cli;

/// <summary>The table that a command works on, by name, and the workspace it may live in.</summary>
internal static class TableArgument
{
    public const string Default = "china-2020";

    public static readonly Option<string?> Workspace = new("--workspace")
    {
        Description = "The workspace folder; otherwise ROOTSCOPE_WORKSPACE, otherwise a folder in the user's data folder.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public static Argument<string> Optional() => new("TABLE")
    {
        Description = $"An embedded table or one that was imported ('rootscope data list' names them). Default: {Default}.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => Default,
    };

    public static Argument<string> Required() => new("TABLE")
    {
        Description = "An embedded table or one that was imported ('rootscope data list' names them).",
    };

    public static FlowTable Read(ParseResult parsed, Argument<string> argument) => Open(parsed, parsed.GetRequiredValue(argument));

    public static FlowTable Open(ParseResult parsed, string name) => new TableLibrary(parsed.GetValue(Workspace)).Read(name);
}

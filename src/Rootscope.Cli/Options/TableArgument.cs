using System.CommandLine;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Cli.Options;

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

    public static Argument<string> Optional() =>
        new("TABLE")
        {
            Description = $"An embedded table or one that was imported ('rootscope data list' names them). Default: {Default}.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => Default,
        };

    public static Argument<string> Required() =>
        new("TABLE") { Description = "An embedded table or one that was imported ('rootscope data list' names them)." };

    public static FlowTable Read(ParseResult parsed, Argument<string> argument) => Open(parsed, parsed.GetRequiredValue(argument));

    public static FlowTable Open(ParseResult parsed, string name) => new TableLibrary(parsed.GetValue(Workspace)).Read(name);

    /// <summary>The library that a new table of that name goes into.</summary>
    /// <exception cref="UsageException">The name cannot be had: reserved, embedded, taken or not well formed.</exception>
    public static TableLibrary LibraryFor(ParseResult parsed, string name, bool replace)
    {
        var library = new TableLibrary(parsed.GetValue(Workspace));
        return library.FaultOf(name, replace) is { } fault ? throw new UsageException(fault) : library;
    }
}

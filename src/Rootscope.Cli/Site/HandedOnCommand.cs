using System.CommandLine;

namespace Rootscope.Cli.Site;

/// <summary>A command that this program only names: it is handed on, word for word, to the program that has the observatory.</summary>
internal sealed class HandedOnCommand : Command
{
    private HandedOnCommand(string name, string description)
        : base(name, description)
    {
        TreatUnmatchedTokensAsErrors = false;
        SetAction(_ => { });
    }

    public static IReadOnlyList<Command> All() =>
        [
            new HandedOnCommand("serve", "Serves the observatory until Ctrl-C: pages, figures and the API."),
            new HandedOnCommand("admin", "Cares for the discussion of the observatory: who may moderate it, and what it holds."),
            new HandedOnCommand("mcp", "Answers a Model Context Protocol client over standard input and output."),
        ];
}

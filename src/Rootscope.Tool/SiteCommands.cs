using System.CommandLine;

namespace Rootscope.Tool;

/// <summary>The commands that need the observatory: they make the command line whole.</summary>
internal static class SiteCommands
{
    public static IReadOnlyList<Command> Create() => [ServeCommand.Create(), AdminCommand.Create(), McpCommand.Create()];
}

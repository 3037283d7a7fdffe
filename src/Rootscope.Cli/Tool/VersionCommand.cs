using System.CommandLine;
using Rootscope.Answers;
using Rootscope.Cli.Options;

namespace Rootscope.Cli.Tool;

/// <summary><c>rootscope version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand("version", "Prints the version of Rootscope.", "rootscope version");
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine($"rootscope {EngineVersion.Text}"));
        return command;
    }
}

using System.CommandLine;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary><c>rootscope shock</c>: scenarios, from a template to what each lens says they cost.</summary>
internal static class ShockCommand
{
    public static Command Create() =>
        new("shock", "Export bans, tariffs, supply cuts and uplifts of productivity: what a scenario costs whom, under every lens.")
        {
            ShockRunCommand.Create(),
            ShockCheckCommand.Create(),
            ShockNewCommand.Create(),
        };

    /// <summary>The argument that names a scenario file.</summary>
    public static Argument<string> Scenario(string name = "SCENARIO") =>
        new(name) { Description = "A scenario file (YAML); 'rootscope shock new' writes one to begin with." };

    /// <summary>The text of a scenario file; empty where it cannot be read, which its reader then says.</summary>
    public static string TextOf(string path)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length <= ScenarioFiles.MostBytes
                ? File.ReadAllText(path).ReplaceLineEndings("\n")
                : string.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}

using System.CommandLine;

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
}

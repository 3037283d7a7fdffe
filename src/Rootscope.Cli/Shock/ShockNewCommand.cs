using System.CommandLine;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary><c>rootscope shock new TEMPLATE -o FILE</c>: writes a scenario to begin with.</summary>
internal static class ShockNewCommand
{
    private static readonly Argument<string> Template = new("TEMPLATE")
    {
        Description = $"One of {string.Join(", ", ScenarioFiles.Templates)}.",
    };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Replace a file that is there." };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "new",
            "Writes a scenario that runs as it stands, to be changed: to a file with -o, otherwise to the screen.",
            "rootscope shock new chip-equipment-embargo -o embargo.yaml",
            "rootscope shock new tariff-round -o tariffs.yaml",
            "rootscope shock new digital-spinning"
        )
        {
            Template,
            Replace,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string text = ScenarioFiles.Template(parsed.GetRequiredValue(Template));
        if (parsed.GetValue(ReportWriter.Format) is { } format)
        {
            throw new UsageException($"a scenario is YAML and has no format '{format}'. Leave -f out.");
        }

        if (parsed.GetValue(ReportWriter.OutputFile) is not { } file)
        {
            parsed.InvocationConfiguration.Output.Write(text);
            return ExitCode.Ok;
        }

        ShockCommand.RequireFree(file, parsed.GetValue(Replace));
        ShockCommand.Save(parsed, file, text);
        return ExitCode.Ok;
    }
}

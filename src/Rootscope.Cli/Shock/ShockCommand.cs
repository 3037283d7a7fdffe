using System.CommandLine;
using System.Text;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Cli.Shock;

/// <summary><c>rootscope shock</c>: scenarios, from a template to what each lens says they cost.</summary>
internal static class ShockCommand
{
    public static Command Create()
    {
        var command = new Command(
            "shock",
            "Export bans, tariffs, supply cuts, uplifts, listings and cuts of investment: what they cost whom, under every lens; from a "
                + "scenario file, or in one line."
        )
        {
            ShockRunCommand.Create(),
            ShockCheckCommand.Create(),
            ShockNewCommand.Create(),
            ShockCompareCommand.Create(),
        };
        foreach (IShockKind kind in ShockKinds.Default.All)
        {
            Command one = ShockOneCommand.Create(kind, Examples[kind.Word]);
            if (Shorter.TryGetValue(kind.Word, out string? alias))
            {
                one.Aliases.Add(alias);
            }

            command.Add(one);
        }

        return command;
    }

    /// <summary>Shorter words for kinds.</summary>
    private static readonly IReadOnlyDictionary<string, string> Shorter = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["supply_cut"] = "cut",
        ["blacklist"] = "list",
    };

    /// <summary>A line of each kind that runs as it stands.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Examples = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ban"] =
        [
            "rootscope shock ban machine_tools --from USA,JPN,DEU --to CHN --share 0.9 --for 24mo --lens equilibrium",
            "rootscope shock ban semi_equipment --from abroad --to CHN --share 0.9 --table china-2020 --lens cascade",
        ],
        ["tariff"] = ["rootscope shock tariff c14 --from CHN --to USA --rate 25% --lens equilibrium"],
        ["supply_cut"] = ["rootscope shock supply-cut c14 --region TWN --share 0.5 --lens equilibrium"],
        ["uplift"] = ["rootscope shock uplift 094 --region CHN --productivity 20% --table china-2020 --lens first-order"],
        ["blacklist"] =
        [
            "rootscope shock blacklist \"Made Chips\" --list own --product c14 --region CHN --share 20% --by USA,JPN --lens first-order",
        ],
        ["capital"] = ["rootscope shock capital c14 --region CHN --investment -30% --lens first-order"],
    };

    /// <summary>Refuses a file that is there and is not to be replaced.</summary>
    public static void RequireFree(string? file, bool replace)
    {
        if (File.Exists(file) && !replace)
        {
            throw new UsageException($"'{file}' is there already. Name another file, or add --replace.");
        }
    }

    /// <summary>Writes a scenario to a file.</summary>
    public static void Save(ParseResult parsed, string file, string text)
    {
        string temporary = file + ".partial";
        File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(temporary, file, overwrite: true);
        if (!parsed.GetValue(ReportWriter.Quiet))
        {
            parsed.InvocationConfiguration.Error.WriteLine($"wrote {file}; 'rootscope shock check {file}' says what it holds");
        }
    }

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

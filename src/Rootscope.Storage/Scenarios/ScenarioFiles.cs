using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Shocks.Kinds;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>Scenario files (YAML), and the templates that ship.</summary>
/// <remarks>
/// The layout is described in docs/schema/scenario.md. Names are resolved against the table that the file names, when it is read.
/// </remarks>
public static class ScenarioFiles
{
    private const string Prefix = "scenarios/";
    private const string Suffix = ".yaml";

    /// <summary>The longest file. Unit: bytes.</summary>
    public const long MostBytes = 1_000_000;

    /// <summary>What faults name as the file of a text.</summary>
    public const string OfText = "scenario";

    /// <summary>Most draws of a scenario.</summary>
    public const int MostDraws = 1_000_000;

    /// <summary>The names of the templates, in alphabetical order.</summary>
    public static IReadOnlyList<string> Templates { get; } = EmbeddedNames.Of(Prefix, Suffix);

    /// <summary>Reads a scenario that has to be sound.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tables">Where the table that it names is found.</param>
    /// <param name="kinds">The kinds of shocks that it may hold; null for all that Rootscope has.</param>
    /// <exception cref="TableException">The file has a fault: the first one, with its line and column, and how many more there
    /// are.</exception>
    public static ScenarioReading Read(string path, TableLibrary tables, ShockKinds? kinds = null)
    {
        ScenarioReading reading = Check(path, tables, kinds);
        RequireSound(reading, path);
        return reading;
    }

    /// <summary>Refuses a scenario with faults.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="TableException">It has a fault: the first one, with its line and column, and how many more there are.</exception>
    public static void RequireSound(ScenarioReading reading, string path)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Faults.Count == 0)
        {
            return;
        }

        ScenarioFault first = reading.Faults[0];
        int more = reading.Faults.Count - 1;
        FaultText others =
            more == 0
                ? FaultText.FromString(string.Empty)
                : FaultText.Of(
                    $" There {(more == 1 ? "is 1 more fault" : $"are {more} more faults")}: see "
                        + $"{Repair.Step(RepairStep.CheckScenario, path)}."
                );
        throw new TableException(PlaceOf(first), $"{first.Text}{others}");
    }

    /// <summary>Reads a scenario and collects every fault instead of stopping at the first.</summary>
    /// <param name="path">The file; files that it names are found beside it.</param>
    /// <param name="tables">Where the table that it names is found.</param>
    /// <param name="kinds">The kinds of shocks that it may hold; null for all that Rootscope has.</param>
    /// <param name="bridgeOf">The bridge by which technologies are split off a table, so that their carriers and shares need not be
    /// declared; null for none.</param>
    public static ScenarioReading Check(
        string path,
        TableLibrary tables,
        ShockKinds? kinds = null,
        Func<FlowTable, TechnologyBridge?>? bridgeOf = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(tables);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return new ScenarioReader(() => YamlBlock.Read(path, MostBytes), tables, kinds ?? ShockKinds.Default, bridgeOf, folder).Read();
    }

    /// <summary>Reads the text of a scenario and collects every fault.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tables">Where the table that it names is found.</param>
    /// <param name="kinds">The kinds of shocks that it may hold; null for all that Rootscope has.</param>
    /// <param name="bridgeOf">The bridge by which technologies are split off a table; null for none.</param>
    /// <param name="folder">Where files that it names are found; null where none may be read.</param>
    public static ScenarioReading CheckText(
        string text,
        TableLibrary tables,
        ShockKinds? kinds = null,
        Func<FlowTable, TechnologyBridge?>? bridgeOf = null,
        string? folder = null
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tables);
        return new ScenarioReader(() => YamlBlock.Of(OfText, text), tables, kinds ?? ShockKinds.Default, bridgeOf, folder).Read();
    }

    /// <summary>The text of a template, ready to be run and changed.</summary>
    /// <exception cref="UnknownNameException">There is none of that name; the message has the nearest.</exception>
    public static string Template(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + Suffix)
            ?? throw new UnknownNameException(
                "template",
                name,
                NearestNames.Of(name, Templates),
                $"Templates are {string.Join(", ", Templates)}."
            );
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string PlaceOf(ScenarioFault fault) =>
        fault.Line == 0 ? fault.File : $"{fault.File}, line {fault.Line}, column {fault.Column}";
}

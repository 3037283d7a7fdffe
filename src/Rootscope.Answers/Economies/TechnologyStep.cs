using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Economies;

/// <summary>The fourth step: technologies with buyers of their own are split off the industries that carry them.</summary>
internal static class TechnologyStep
{
    private const string Name = "technologies";

    public static EconomyUnderStudy Take(EconomyUnderStudy economy, bool aboutTechnologies)
    {
        string given = economy.Question.Technologies;
        bool isAuto = string.Equals(given, EconomyQuestion.Auto, StringComparison.OrdinalIgnoreCase);
        if (string.Equals(given, EconomyQuestion.None, StringComparison.OrdinalIgnoreCase))
        {
            return economy.After(Name, "no industry is split, as asked");
        }

        if (isAuto && !aboutTechnologies)
        {
            return economy.After(Name, "no industry is split: the question is about industries");
        }

        if (isAuto && !HasBridge(economy.Whole))
        {
            return economy.After(Name, "no industry is split: the table has no bridge; buyers of a technology are its carrier's");
        }

        string name = isAuto ? economy.Whole.Metadata.Id : given;
        TechnologyBridge bridge = isAuto ? BridgeLibrary.Read(name) : Known(BridgeLibrary.Read(name));
        return (economy with { Bridge = bridge, Table = BridgeLibrary.Split(economy.Whole, bridge) }).After(
            Name,
            $"{bridge.Parts.Count} parts split off with recipes and buyers of {BridgeLibrary.Reference}",
            File.Exists(name) && !BridgeLibrary.Names.Contains(name, StringComparer.Ordinal) ? FileSource.Of(name) : $"bridge {bridge.Name}"
        );
    }

    /// <summary>Whether a table has a bridge of its own.</summary>
    public static bool HasBridge(FlowTable table) => BridgeLibrary.Names.Contains(table.Metadata.Id, StringComparer.Ordinal);

    /// <summary>A bridge of the user's may stand for technologies of the catalogue only.</summary>
    private static TechnologyBridge Known(TechnologyBridge bridge)
    {
        string[] ids = [.. CatalogueLibrary.Read().Technologies.Select(t => t.Id)];
        return bridge.Parts.SelectMany(p => p.Technologies).FirstOrDefault(t => !ids.Contains(t.Id, StringComparer.Ordinal)) is { } unknown
            ? throw new UnknownNameException(
                "technology",
                unknown.Id,
                NearestNames.Of(unknown.Id, ids),
                $"The bridge '{bridge.Name}' names it; 'rootscope catalogue list' has all."
            )
            : bridge;
    }
}

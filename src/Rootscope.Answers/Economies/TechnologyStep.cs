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

        bool isDerived = isAuto || string.Equals(given, EconomyQuestion.Reference, StringComparison.OrdinalIgnoreCase);
        if ((isDerived ? BridgeLibrary.For(economy.Whole) : Known(BridgeLibrary.Read(given))) is not { } bridge)
        {
            string reason = $"no way leads from the classes of {BridgeLibrary.Reference} to '{economy.Whole.Metadata.Classification}'";
            return isAuto
                ? economy.After(Name, $"no industry is split: {reason}; buyers of a technology are its carrier's")
                : throw new ModelException($"No bridge can be derived: {reason}. Give a bridge of your own, or ask without one.");
        }

        return (economy with { Bridge = bridge, Table = BridgeLibrary.Split(economy.Whole, bridge) }).After(
            Name,
            $"{bridge.Parts.Count(p => !p.IsWhole)} parts split off with recipes and buyers of {BridgeLibrary.Reference}",
            isDerived || BridgeLibrary.Names.Contains(given, StringComparer.Ordinal) ? $"bridge {bridge.Name}" : FileSource.Of(given)
        );
    }

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

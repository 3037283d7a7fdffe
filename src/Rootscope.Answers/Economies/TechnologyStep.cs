using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Tables;
using Rootscope.Tables.Capital;
using Rootscope.Tables.Splitting;

namespace Rootscope.Answers.Economies;

/// <summary>The fourth step: technologies with buyers of their own are split off the industries that carry them.</summary>
internal static class TechnologyStep
{
    private const string Name = "technologies";

    /// <summary>Splits technologies off.</summary>
    /// <param name="economy">The economy so far.</param>
    /// <param name="aboutTechnologies">Whether the question is about technologies.</param>
    /// <param name="fitted">The bridge as the question needs it, or null where it needs none of its parts; null for as it is.</param>
    public static EconomyUnderStudy Take(
        EconomyUnderStudy economy,
        bool aboutTechnologies,
        Func<TechnologyBridge, TechnologyBridge?>? fitted = null
    )
    {
        string given = economy.Question.Technologies;
        if (Is(given, EconomyQuestion.None))
        {
            return economy.After(Name, "no industry is split, as asked");
        }

        bool isAuto = Is(given, EconomyQuestion.Auto);
        if (isAuto && !aboutTechnologies)
        {
            return economy.After(Name, "no industry is split: the question is about industries");
        }

        if (BridgeOf(economy.Question, economy.Whole) is not { } bridge)
        {
            string reason = $"no way leads from the classes of {BridgeLibrary.Reference} to '{economy.Whole.Metadata.Classification}'";
            return isAuto
                ? economy.After(Name, $"no industry is split: {reason}; buyers of a technology are its carrier's")
                : throw new ModelException($"No bridge can be derived: {reason}. Give a bridge of your own, or ask without one.");
        }

        if (fitted is not null)
        {
            if (fitted(bridge) is not { } fit)
            {
                return economy.After(Name, "no industry is split: no part stands for what is asked; buyers are the carriers'");
            }

            bridge = fit;
        }

        FlowTable split = BridgeLibrary.Split(economy.Whole, bridge);
        CapitalFlows? flows = economy.CapitalFlows is { } whole ? CarriedToParts(whole, split, [.. bridge.SplitOff]) : null;
        return (economy with { Bridge = bridge, Table = split, CapitalFlows = flows }).After(
            Name,
            $"{bridge.SplitOff.Count} parts split off with recipes and buyers of {BridgeLibrary.Reference}",
            IsDerived(given) || BridgeLibrary.Names.Contains(given, StringComparer.Ordinal) ? $"bridge {bridge.Name}" : FileSource.Of(given)
        );
    }

    /// <summary>The bridge that a question asks for, whatever it is about; null where it asks for none or none can be derived.</summary>
    public static TechnologyBridge? BridgeOf(EconomyQuestion question, FlowTable table) =>
        Is(question.Technologies, EconomyQuestion.None) ? null
        : IsDerived(question.Technologies) ? BridgeLibrary.For(table)
        : Known(BridgeLibrary.Read(question.Technologies));

    /// <summary>Flows of the user's for whole industries hold for them; among parts their use is divided by the pattern that is known of
    /// parts.</summary>
    private static CapitalFlows CarriedToParts(CapitalFlows flows, FlowTable split, SplitPart[] parts) =>
        flows.ForParts(parts.ToDictionary(p => p.Code, p => p.Parent, StringComparer.Ordinal), CapitalData.For(split, parts).Flows);

    private static bool IsDerived(string given) => Is(given, EconomyQuestion.Auto) || Is(given, EconomyQuestion.Reference);

    private static bool Is(string given, string word) => string.Equals(given, word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A bridge of the user's may stand for technologies of the catalogue only.</summary>
    private static TechnologyBridge Known(TechnologyBridge bridge)
    {
        string[] ids = [.. CatalogueLibrary.Read().Technologies.Select(t => t.Id)];
        return bridge.Parts.SelectMany(p => p.Technologies).FirstOrDefault(t => !ids.Contains(t.Id, StringComparer.Ordinal)) is { } unknown
            ? throw new UnknownNameException(
                "technology",
                unknown.Id,
                NearestNames.Of(unknown.Id, ids),
                $"The bridge '{bridge.Name}' names it; see {Repair.Step(RepairStep.ListTechnologies)}."
            )
            : bridge;
    }
}

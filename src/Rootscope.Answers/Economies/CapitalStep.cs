using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Storage.Formats.Lists;

namespace Rootscope.Answers.Economies;

/// <summary>The third step: the yearly use of capital goods, which a table books as investment.</summary>
/// <remarks>The flows themselves are joined to the table where it is cut (<see cref="SupportTable"/>).</remarks>
internal static class CapitalStep
{
    public const string Name = "capital";
    public const string LeftInInvestment = "capital goods stay in investment";

    public static EconomyUnderStudy Take(EconomyUnderStudy economy)
    {
        if (economy.Question.Capital == CapitalTreatment.Off)
        {
            return economy.After(Name, LeftInInvestment);
        }

        if (economy.Question.CapitalFlows is not { } file)
        {
            return economy.After(Name, "yearly use of capital goods among inputs");
        }

        var flows = CapitalFlowReader.Read(file);
        return (economy with { CapitalFlows = flows }).After(Name, "yearly use of capital goods among inputs", FileSource.Of(file));
    }

    /// <summary>
    /// Says who uses which capital goods once technologies are split off: as the user says, else by stocks by industry and kind of asset
    /// where a way leads from them to the table's classes, else every product spread by depreciation.
    /// </summary>
    public static EconomyUnderStudy Carry(EconomyUnderStudy economy)
    {
        if (economy.Question.Capital == CapitalTreatment.Off || economy.CapitalFlows is not null)
        {
            return economy;
        }

        CapitalEvidence evidence = EvidenceFor(economy);
        return (economy with { CapitalFlows = evidence.Flows }).Instead(
            Name,
            evidence.Flows is null
                ? "yearly use of capital goods among inputs, every product spread by depreciation"
                : "yearly use of capital goods among inputs, by who owns them",
            evidence.Origin
        );
    }

    /// <summary>What is known of the capital goods of an economy.</summary>
    public static CapitalEvidence EvidenceFor(EconomyUnderStudy economy) =>
        CapitalData.For(economy.Table, [.. economy.Bridge?.SplitOff ?? []]);
}

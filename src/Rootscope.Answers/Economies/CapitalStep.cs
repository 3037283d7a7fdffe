using Rootscope.Answers.Questions;
using Rootscope.Roots;
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
            return economy.After(Name, "yearly use of capital goods among inputs, every product spread by depreciation");
        }

        var flows = CapitalFlowReader.Read(file);
        return (economy with { CapitalFlows = flows }).After(Name, "yearly use of capital goods among inputs", FileSource.Of(file));
    }
}

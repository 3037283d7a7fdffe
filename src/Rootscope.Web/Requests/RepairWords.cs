using Rootscope.Answers.Questions;

namespace Rootscope.Web.Requests;

/// <summary>Repairs in the words of the API and in those of the tools for assistants.</summary>
internal static class RepairWords
{
    /// <summary>What an error says to a program that asks by addresses.</summary>
    public static string Api(RootscopeException fault) => Api(fault.Text);

    /// <summary>What an error says to an assistant that calls tools.</summary>
    public static string Tool(RootscopeException fault) =>
        fault is QuestionException question ? ParameterException.Of(question).Message : Tool(fault.Text);

    /// <summary>What a text says to an assistant that calls tools.</summary>
    public static string Tool(FaultText text) => text.Told(r => Of(r, "argument"));

    /// <summary>What a text says to a program that asks by addresses.</summary>
    public static string Api(FaultText text) => text.Told(r => Of(r, "query parameter"));

    private static string Of(Repair repair, string option) =>
        repair switch
        {
            OptionRepair { Value: null } given => $"{option} {ParameterException.NameOf(given.Name)}",
            OptionRepair given => $"{option} {ParameterException.NameOf(given.Name)}={given.Value}",
            StepRepair { Kind: RepairStep.ListTables } => "/api/v1/tables",
            StepRepair { Kind: RepairStep.ListIndustries } list => $"/api/v1/tables/{list.Subject ?? "TABLE"}/sectors",
            StepRepair { Kind: RepairStep.ListTechnologies } => "/api/v1/technologies",
            _ => repair.ToString(),
        };
}

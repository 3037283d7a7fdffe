using System.Text;
using Rootscope.Answers.Questions;

namespace Rootscope.Cli.Options;

/// <summary>Options of questions in the words of the command line: <c>cutAs</c> with the value cost is <c>--cut-as cost</c>.</summary>
internal static class OptionPhrases
{
    /// <summary>Options that the command line calls otherwise.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["technologies"] = "--bridge",
        ["table"] = "TABLE",
        ["name"] = "NAME",
        ["edges"] = "EDGES",
    };

    /// <summary>Commands that need no subject.</summary>
    private static readonly Dictionary<RepairStep, string> Commands = new()
    {
        [RepairStep.ListTables] = "data list",
        [RepairStep.AggregateTable] = "data aggregate",
        [RepairStep.ImportTable] = "data add",
        [RepairStep.ReplaceTable] = "data add … --replace",
        [RepairStep.ListTrade] = "data list --trade",
        [RepairStep.ImportTrade] = "data add trade FILE --name NAME",
        [RepairStep.ListMeasures] = "accounts list",
        [RepairStep.ListTechnologies] = "catalogue list",
        [RepairStep.CheckCatalogue] = "catalogue check",
    };

    /// <summary>What an error says, with its options and commands as they are typed.</summary>
    public static string Told(RootscopeException error) => error is QuestionException faults ? faults.Told(Of) : error.Text.Told(Of);

    /// <summary>A repair as it is typed.</summary>
    public static string Of(Repair repair) =>
        repair switch
        {
            OptionRepair option => Of(option.Name, option.Value),
            StepRepair { Kind: RepairStep.ListTables, Subject: { } place } =>
                $"{Command(Commands[RepairStep.ListTables])}; the workspace is {place}",
            StepRepair { Kind: RepairStep.ListIndustries } step => Command($"data show {step.Subject ?? "TABLE"} --industries"),
            StepRepair { Kind: RepairStep.ShowTechnology } step => Command($"catalogue show {step.Subject}"),
            StepRepair { Kind: RepairStep.CheckScenario } step => Command($"shock check {step.Subject ?? "FILE"}"),
            StepRepair { Kind: RepairStep.CheckTable } step => Command($"data check {step.Subject ?? "TABLE"}"),
            StepRepair step => Command(Commands[step.Kind]),
            _ => repair.ToString(),
        };

    /// <summary>An option as it is typed.</summary>
    public static string Of(string option, string? value)
    {
        string name = Names.GetValueOrDefault(option) ?? "--" + Hyphened(option);
        return value is null ? name : $"{name} {value}";
    }

    private static string Command(string words) => $"'rootscope {words}'";

    private static string Hyphened(string name)
    {
        var text = new StringBuilder();
        foreach (char letter in name)
        {
            text.Append(char.IsUpper(letter) ? "-" : string.Empty).Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}

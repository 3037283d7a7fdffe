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
    };

    /// <summary>What an error says, with the options of a question as they are typed.</summary>
    public static string Told(Exception error) => error is QuestionException faults ? faults.Told(Of) : error.Message;

    /// <summary>An option as it is typed.</summary>
    public static string Of(string option, string? value)
    {
        string name = Names.GetValueOrDefault(option) ?? "--" + Hyphened(option);
        return value is null ? name : $"{name} {value}";
    }

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

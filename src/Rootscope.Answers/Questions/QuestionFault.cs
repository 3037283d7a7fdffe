using System.Text;
using Rootscope.Tables;

namespace Rootscope.Answers.Questions;

/// <summary>One fault of a question, told without the words of any face: each puts the names of options into its own.</summary>
/// <param name="Option">The option it concerns, camelCase, such as <c>cut</c>.</param>
/// <param name="Fault">What is wrong. Options stand in braces, <c>{cut}</c> or <c>{cut=0.95}</c>.</param>
/// <param name="Repair">What to ask instead, in the same form.</param>
public sealed record QuestionFault(string Option, string Fault, string Repair)
{
    /// <summary>The fault of a word that is none of those that an option takes, with the nearest of them.</summary>
    internal static QuestionFault UnknownWord(string option, string word, IReadOnlyList<string> words) =>
        new(
            option,
            $"{{{option}}} cannot be {Quoted(word)}.",
            (NearestNames.Of(word, words) is [var near, ..] ? $"Nearest: {near}. " : string.Empty)
                + $"It is one of {string.Join(", ", words)}."
        );

    /// <summary>Both sentences in the words of a face.</summary>
    /// <param name="phrase">How the face writes an option (its name, and its value or null), such as <c>--cut 0.95</c>.</param>
    public string Told(Func<string, string?, string> phrase) => $"{Told(Fault, phrase)} {Told(Repair, phrase)}";

    /// <summary>Both sentences with options as <c>cut=0.95</c>.</summary>
    public override string ToString() => Told(Plain);

    /// <summary>A sentence with every option in braces put into the words of a face.</summary>
    internal static string Told(string sentence, Func<string, string?, string> phrase)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(phrase);
        var told = new StringBuilder();
        int at = 0;
        while (at < sentence.Length)
        {
            int open = sentence.IndexOf('{', at);
            int close = open < 0 ? -1 : sentence.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            string[] option = sentence[(open + 1)..close].Split('=', 2);
            told.Append(sentence, at, open - at).Append(phrase(option[0], option.Length > 1 ? option[1] : null));
            at = close + 1;
        }

        return told.Append(sentence, at, sentence.Length - at).ToString();
    }

    /// <summary>An option as <c>cut=0.95</c>, or its name alone.</summary>
    internal static string Plain(string option, string? value) => value is null ? option : $"{option}={value}";

    /// <summary>Words that somebody typed, so that braces among them name no option.</summary>
    internal static string Quoted(string typed) => $"'{typed.Replace('{', '(').Replace('}', ')')}'";
}

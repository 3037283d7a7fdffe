using System.Globalization;
using Rootscope.Storage.Formats.Trade;

namespace Rootscope.Answers.Questions;

/// <summary>Faults that many questions have, told alike in all of them.</summary>
internal static class CommonFaults
{
    /// <summary>The fault of a number that is outside its range.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">What was given.</param>
    /// <param name="expected">What it has to be, as a noun: "a share above 0 and at most 1".</param>
    /// <param name="repair">What to give.</param>
    public static QuestionFault Outside(string option, IFormattable value, string expected, string repair) =>
        new(option, $"{{{option}}} cannot be {value.ToString(null, CultureInfo.InvariantCulture)}: it is {expected}.", repair);

    /// <summary>The fault of an elasticity among exports that is none; none where it is one.</summary>
    public static IEnumerable<QuestionFault> OfExports(double value)
    {
        if (value is not (>= 0 and <= 100))
        {
            yield return Outside("exports", value, "an elasticity from 0 to 100", "Give 0.9, or 0 for exports of fixed composition.");
        }
    }

    /// <summary>The fault of a number of rows below 0; none where it is at least 0.</summary>
    public static IEnumerable<QuestionFault> OfRows(string option, int value)
    {
        if (value < 0)
        {
            yield return Outside(option, value, "a number of rows", "Give 0 for all.");
        }
    }

    /// <summary>The fault of columns that cannot be read; none where they can.</summary>
    public static IEnumerable<QuestionFault> OfColumns(string? columns)
    {
        string? wrong = null;
        try
        {
            _ = columns is null ? null : TradeColumnNames.Parse(columns);
        }
        catch (FormatException e)
        {
            wrong = e.Message;
        }

        return wrong is null ? [] : [new QuestionFault("columns", "{columns} cannot be read.", wrong)];
    }

    /// <summary>The fault of a file or table that is not named; none where it is.</summary>
    public static IEnumerable<QuestionFault> OfName(string option, string name, string what)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new QuestionFault(option, $"{{{option}}} is empty.", $"Name {what}.");
        }
    }
}

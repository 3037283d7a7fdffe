using System.CommandLine;
using Rootscope.Answers.Language;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Options;

namespace Rootscope.Cli.Output;

/// <summary>The line that says what went wrong, in the language that was asked for where it is listed in it.</summary>
internal static class ErrorLine
{
    /// <summary>The line of a fault.</summary>
    public static string Of(ParseResult parsed, string text)
    {
        Tongue tongue;
        try
        {
            tongue = GlobalOptions.TongueOf(parsed);
        }
        catch (UsageException)
        {
            tongue = Tongue.English;
        }

        string line = tongue == Tongue.Chinese ? $"错误：{ChineseTexts.Find(text) ?? text}" : $"error: {text}";
        return ShownText.Of(line, keepsLines: true);
    }
}

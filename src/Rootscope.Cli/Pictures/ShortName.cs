using Rootscope.Answers.Reports;

namespace Rootscope.Cli.Pictures;

/// <summary>Names of industries as short as a picture needs them.</summary>
internal static class ShortName
{
    /// <summary>A name without the words that most names begin with; its code where the fonts lack a character of it.</summary>
    public static string Of(string name, string code) => Typefaces.Instance.CanDraw(name) ? BriefName.Of(name) : code;
}

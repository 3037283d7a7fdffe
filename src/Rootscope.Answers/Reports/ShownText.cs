using System.Text;

namespace Rootscope.Answers.Reports;

/// <summary>Text from elsewhere as it is shown to people: nothing in it steers a terminal or turns the direction of writing.</summary>
internal static class ShownText
{
    private const char Replaced = '\uFFFD';
    private const char FirstPicture = '\u2400';
    private const char DeletePicture = '\u2421';

    /// <summary>A text in which control signs are seen as signs, and overrides of direction as a replacement.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsLines">Whether ends of lines stay; a blank stands for them where not.</param>
    public static string Of(string text, bool keepsLines = false)
    {
        if (!text.Any(c => char.IsControl(c) || IsDirection(c)))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            shown.Append(
                c switch
                {
                    '\n' when keepsLines => c,
                    '\n' or '\r' or '\t' => ' ',
                    < ' ' => (char)(FirstPicture + c),
                    '\u007F' => DeletePicture,
                    _ when char.IsControl(c) || IsDirection(c) => Replaced,
                    _ => c,
                }
            );
        }

        return shown.ToString();
    }

    /// <summary>Embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9).</summary>
    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

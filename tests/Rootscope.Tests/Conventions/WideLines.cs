namespace Rootscope.Tests.Conventions;

/// <summary>Lines of a file that are wider than they should be, less those that cannot be broken and stay what they are.</summary>
internal static class WideLines
{
    private const string RawText = "\"\"\"";

    /// <summary>
    /// Not counted: rows of a table, which end only with the row; data written out in a raw string of C#, where a line break is part of the
    /// data; and an address at the end of a line.
    /// </summary>
    public static IEnumerable<(int Number, int Columns)> Of(string file, string[] lines, int widest)
    {
        bool isCode = file.EndsWith(".cs", StringComparison.Ordinal);
        bool isPage = file.EndsWith(".md", StringComparison.Ordinal);
        bool inside = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            int marks = isCode ? line.Split(RawText).Length - 1 : 0;
            bool isData = isCode && (inside || marks > 0);
            inside ^= marks % 2 != 0;
            bool isRow = isPage && line.TrimStart().StartsWith('|');
            if (line.Length > widest && !isData && !isRow && !EndsInAnAddress(line))
            {
                yield return (i + 1, line.Length);
            }
        }
    }

    private static bool EndsInAnAddress(string line) => line[(line.LastIndexOf(' ') + 1)..].Contains("://", StringComparison.Ordinal);
}

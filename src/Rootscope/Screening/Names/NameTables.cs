using System.Reflection;
using System.Text;

namespace Rootscope.Screening.Names;

/// <summary>The tables that are embedded beside this file: rows of a key, a tab and the rest of the line.</summary>
internal static class NameTables
{
    /// <summary>The rows of a table, in its order.</summary>
    public static IEnumerable<(string Key, string Line)> Rows(string name)
    {
        using Stream table = Assembly.GetExecutingAssembly().GetManifestResourceStream("data/names/" + name)!;
        var bytes = new byte[table.Length];
        table.ReadExactly(bytes);
        foreach (string line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && line[0] != '#')
            {
                yield return (line[..tab], line[(tab + 1)..].TrimEnd('\r'));
            }
        }
    }
}

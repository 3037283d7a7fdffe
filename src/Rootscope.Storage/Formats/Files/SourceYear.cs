using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>The year of a table, from the command or from the name of its file.</summary>
internal static class SourceYear
{
    /// <summary>The year given, otherwise four digits from 1980 to 2100 in the file's name that no further digit touches.</summary>
    /// <exception cref="TableException">Neither tells the year.</exception>
    public static int Of(string path, int? given) =>
        given
        ?? In(path)
        ?? throw new TableException(path, $"the year of the table is not in the file's name. Give {Repair.Option("year", "YYYY")}.");

    /// <summary>The same, but the last such digits: for names that begin with the year of an edition, such as ICIO2018_2010.</summary>
    /// <exception cref="TableException">Neither tells the year.</exception>
    public static int LastIn(string path, int? given) => given ?? In(path, last: true) ?? Of(path, given);

    /// <summary>
    /// Four digits from 1980 to 2100 in the name that no further digit touches: the first, or the last; null where there are none.
    /// </summary>
    public static int? In(string path, bool last = false)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        int? found = null;
        for (int i = 0; i + 4 <= name.Length; i++)
        {
            bool bounded = (i == 0 || !char.IsAsciiDigit(name[i - 1])) && (i + 4 == name.Length || !char.IsAsciiDigit(name[i + 4]));
            if (bounded && int.TryParse(name.AsSpan(i, 4), out int year) && year is >= 1980 and <= 2100)
            {
                found = year;
                if (!last)
                {
                    break;
                }
            }
        }

        return found;
    }
}

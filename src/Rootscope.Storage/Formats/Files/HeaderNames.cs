using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Files;

/// <summary>Finds columns by name, as every reader does: exactly, or else in any case of letters where only one fits.</summary>
internal static class HeaderNames
{
    /// <summary>The column of that name, or -1.</summary>
    public static int Find(IReadOnlyList<string> header, string name)
    {
        int found = -1;
        for (int c = 0; c < header.Count; c++)
        {
            ReadOnlySpan<char> here = header[c].AsSpan().Trim();
            if (here.SequenceEqual(name))
            {
                return c;
            }

            if (here.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = found == -1 ? c : -2;
            }
        }

        return found < 0 ? -1 : found;
    }

    /// <summary>The column of that name.</summary>
    /// <exception cref="TableException">There is none; the message has the nearest.</exception>
    public static int Column(IReadOnlyList<string> header, string name, string place)
    {
        int column = Find(header, name);
        if (column >= 0)
        {
            return column;
        }

        IReadOnlyList<string> near = NearestNames.Of(name, header);
        string hint = near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty;
        throw new TableException(place, $"there is no column '{name}'.{hint} Add it, or check that this is the layout you named.");
    }
}

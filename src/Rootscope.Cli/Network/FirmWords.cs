using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Networks;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Cli.Network;

/// <summary>Some firms of a network, as commands take them: all, a file, or so many with the largest sales.</summary>
internal static class FirmWords
{
    public const string All = "all";

    private const string Largest = "top:";

    /// <summary>What a word selects.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="word">'all', 'top:N' or the path of a file.</param>
    /// <param name="firms">The firms that a file's lines name.</param>
    public static FirmSelection Read(string option, string word, FirmList firms)
    {
        if (word == All)
        {
            return FirmSelection.All;
        }

        if (!word.StartsWith(Largest, StringComparison.Ordinal))
        {
            return FirmSelection.Of([.. NetworkReader.ReadSelection(word, firms).Select(f => firms.Ids[f])]);
        }

        return int.TryParse(word.AsSpan(Largest.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1
            ? FirmSelection.Largest(count)
            : throw new UsageException($"{option} cannot be '{word}'. It is 'all', a file, or 'top:' and a number of firms of at least 1.");
    }
}

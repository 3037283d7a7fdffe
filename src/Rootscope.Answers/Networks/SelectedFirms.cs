using Rootscope.Answers.Questions;
using Rootscope.Networks;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Answers.Networks;

/// <summary>The firms that a word of a question selects.</summary>
internal static class SelectedFirms
{
    /// <summary>What a word selects, which has no fault.</summary>
    /// <param name="word">All, so many of the largest, or the path of a file.</param>
    /// <param name="firms">The firms that a file's lines name.</param>
    public static FirmSelection Of(string word, FirmList firms) =>
        word == FirmWords.All ? FirmSelection.All
        : FirmWords.LargestOf(word) is { } count ? FirmSelection.Largest(count)
        : FirmSelection.Of([.. NetworkReader.ReadSelection(word, firms).Select(f => firms.Ids[f])]);
}

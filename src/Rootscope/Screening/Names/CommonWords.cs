namespace Rootscope.Screening.Names;

/// <summary>Words that many firms have in their names, with a sign for what they mean, in many languages (common-words.txt).</summary>
internal static class CommonWords
{
    private static readonly Lazy<(Dictionary<string, string> Words, List<(string Signs, string Meaning)> Runs)> Table = new(Read);

    /// <summary>The sign for what a romanised word means; null where it is no common word.</summary>
    public static string? MeaningOf(string word) => Table.Value.Words.GetValueOrDefault(word);

    /// <summary>Common words that are written without spaces, the longest first.</summary>
    public static IReadOnlyList<(string Signs, string Meaning)> Runs => Table.Value.Runs;

    private static (Dictionary<string, string> Words, List<(string Signs, string Meaning)> Runs) Read()
    {
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        List<(string Signs, string Meaning)> runs = [];
        foreach ((string meaning, string rest) in NameTables.Rows("common-words.txt"))
        {
            foreach (string word in rest.Split(' '))
            {
                List<NamePiece> pieces = NamePieces.Of(NameFolding.Of(word));
                if (pieces.Count != 1)
                {
                    continue;
                }

                if (pieces[0].Script is PieceScript.Han or PieceScript.Kana or PieceScript.Hangul)
                {
                    runs.Add((pieces[0].Text, meaning));
                }
                else
                {
                    words.TryAdd(NamePieces.Roman(pieces[0].Text), meaning);
                }
            }
        }

        return (
            words,
            [.. runs.Where(r => r.Signs.Length > 1).OrderByDescending(r => r.Signs.Length).ThenBy(r => r.Signs, StringComparer.Ordinal)]
        );
    }
}

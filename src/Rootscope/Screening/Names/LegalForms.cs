namespace Rootscope.Screening.Names;

/// <summary>The legal forms of companies in all scripts (legal-forms.tsv) and the words of little weight (particles.tsv).</summary>
internal static class LegalForms
{
    private static readonly Lazy<(PhraseList Words, List<(string Signs, string Class)> Signs)> Forms = new(ReadForms);

    private static readonly Lazy<Dictionary<string, TokenKind>> Small = new(ReadParticles);

    /// <summary>Forms that are words between spaces.</summary>
    public static PhraseList Words => Forms.Value.Words;

    /// <summary>Forms that are written without spaces (Han, Kana, Hangul), the longest first.</summary>
    public static IReadOnlyList<(string Signs, string Class)> Signs => Forms.Value.Signs;

    /// <summary>Whether a word is a title or a particle.</summary>
    public static bool IsSmall(string word, out TokenKind kind) => Small.Value.TryGetValue(word, out kind);

    private static (PhraseList Words, List<(string Signs, string Class)> Signs) ReadForms()
    {
        var words = new PhraseList();
        HashSet<string> taken = new(StringComparer.Ordinal);
        List<(string Signs, string Class)> signs = [];
        foreach ((string @class, string rest) in NameTables.Rows("legal-forms.tsv"))
        {
            string place = rest[..rest.IndexOf('\t', StringComparison.Ordinal)];
            foreach (string form in rest[(place.Length + 1)..].Split('|'))
            {
                List<NamePiece> pieces = NamePieces.Of(NameFolding.Of(form));
                if (pieces.Any(p => p.Script is PieceScript.Han or PieceScript.Kana or PieceScript.Hangul))
                {
                    signs.Add((string.Concat(pieces.Select(p => p.Text)), @class));
                }
                else if (pieces.Count > 0 && taken.Add(place + string.Join(' ', pieces.Select(p => p.Text))))
                {
                    words.Add([.. pieces.Select(p => NamePieces.Roman(p.Text))], @class, place);
                }
            }
        }

        return (
            words,
            [.. signs.DistinctBy(s => s.Signs).OrderByDescending(s => s.Signs.Length).ThenBy(s => s.Signs, StringComparer.Ordinal)]
        );
    }

    private static Dictionary<string, TokenKind> ReadParticles()
    {
        Dictionary<string, TokenKind> small = new(StringComparer.Ordinal);
        foreach ((string kind, string rest) in NameTables.Rows("particles.tsv"))
        {
            foreach (string word in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                small.TryAdd(NamePieces.Roman(NameFolding.Of(word)), kind == "title" ? TokenKind.Title : TokenKind.Particle);
                small.TryAdd(NameFolding.Of(word), kind == "title" ? TokenKind.Title : TokenKind.Particle);
            }
        }

        return small;
    }
}

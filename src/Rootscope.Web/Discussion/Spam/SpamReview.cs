using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Web.Discussion.Spam;

/// <summary>How much a comment looks like spam, for the moderator: nothing is thrown away on a score.</summary>
/// <param name="Score">0 for not at all.</param>
/// <param name="Notes">Why, in words.</param>
internal sealed record SpamScore(int Score, string Notes);

/// <summary>Looks at the words of a comment.</summary>
internal static class SpamReview
{
    private const int LinksThatAreMany = 3;
    private const int ForManyLinks = 3;
    private const int ForAWord = 2;
    private const int ForADuplicate = 5;
    private const int ForOneOfMany = 1;
    private const int ForShouting = 1;

    /// <summary>Words that comments on technologies do not need and advertisements do.</summary>
    private static readonly string[] Words =
    [
        "casino",
        "viagra",
        "cialis",
        "payday",
        "crypto giveaway",
        "forex signal",
        "seo service",
        "backlink",
        "porn",
        "escort",
        "betting",
        "slot machine",
        "博彩",
        "赌场",
        "代开发票",
        "刷单",
        "加微信",
        "色情",
        "贷款秒批",
    ];

    /// <summary>Reviews a comment.</summary>
    /// <param name="draft">The comment.</param>
    /// <param name="isDuplicate">Whether its text is there already.</param>
    /// <param name="isOneOfMany">Whether more comments have come with its address in a short time than people write.</param>
    public static SpamScore Of(CommentDraft draft, bool isDuplicate, bool isOneOfMany)
    {
        var notes = new List<string>();
        int score = 0;
        void Add(int points, string note)
        {
            score += points;
            notes.Add(note);
        }

        int links = Count(draft.Text, "http://") + Count(draft.Text, "https://");
        if (links >= LinksThatAreMany)
        {
            Add(ForManyLinks, $"{links} links");
        }

        foreach (
            string word in Words.Where(w =>
                draft.Text.Contains(w, StringComparison.OrdinalIgnoreCase) || draft.Name.Contains(w, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            Add(ForAWord, $"the word '{word}'");
        }

        if (isDuplicate)
        {
            Add(ForADuplicate, "the same text is there already");
        }

        if (isOneOfMany)
        {
            Add(ForOneOfMany, "many with this address in a short time");
        }

        int letters = draft.Text.Count(char.IsLetter);
        if (letters >= 40 && draft.Text.Count(char.IsUpper) > letters * 0.7)
        {
            Add(ForShouting, "capitals throughout");
        }

        return new SpamScore(score, string.Join("; ", notes));
    }

    private static int Count(string text, string part)
    {
        int count = 0;
        for (
            int at = text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(part, at + part.Length, StringComparison.OrdinalIgnoreCase)
        )
        {
            count++;
        }

        return count;
    }
}

using System.Text.RegularExpressions;
using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Web.Discussion.Spam;

/// <summary>How much a comment looks like spam, for the moderator: nothing is thrown away on a score.</summary>
/// <param name="Score">0 for not at all.</param>
/// <param name="Notes">Why, in words.</param>
internal sealed record SpamScore(int Score, string Notes);

/// <summary>What is known of a comment beside its own words.</summary>
internal sealed record SpamSurroundings
{
    /// <summary>Whether the same text is there already.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether more comments have come with its address in a short time than people write.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>How many other comments cite what it cites. Unit: comments.</summary>
    public int OthersCiting { get; init; }

    /// <summary>The text of the comment that it answers; null for none.</summary>
    public string? Answered { get; init; }
}

/// <summary>Looks at every field of a comment as readers will get it: name, text, links, citation, and what it answers.</summary>
internal static partial class SpamReview
{
    private const int LinksThatAreMany = 3;
    private const int CitationsThatAreMany = 2;
    private const int ForManyLinks = 3;
    private const int ForAWord = 2;
    private const int ForADuplicate = 5;
    private const int ForAnEcho = 5;
    private const int ForAnAddressInTheName = 3;
    private const int ForADisguisedLink = 4;
    private const int ForManyCitations = 2;
    private const int ForOneOfMany = 1;
    private const int ForShouting = 1;
    private const int ForHiddenLetters = 1;
    private const int ForMixedScripts = 1;

    /// <summary>Shorter answers repeat a word of what they answer without meaning harm. Unit: characters.</summary>
    private const int LongEnoughForAnEcho = 40;

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
    public static SpamScore Of(CommentDraft draft, SpamSurroundings around)
    {
        var notes = new List<string>();
        int score = 0;
        void Add(bool holds, int points, string note)
        {
            if (holds)
            {
                score += points;
                notes.Add(note);
            }
        }

        PublishedText text = CommentMarkup.ToWords(draft.Text);
        string name = PlainLetters.Of(draft.Name);
        string words = PlainLetters.Of(text.Words);
        string[] addresses = [.. text.Links.Select(l => l.Address), .. draft.Citation.Length > 0 ? [draft.Citation] : (string[])[]];
        string everything = string.Join('\n', [name, words, .. addresses.Select(a => PlainLetters.Of(Uri.UnescapeDataString(a)))]);
        Add(addresses.Length >= LinksThatAreMany, ForManyLinks, $"{addresses.Length} links");
        foreach (PublishedLink link in text.Links.Where(IsDisguised))
        {
            Add(true, ForADisguisedLink, $"a link shows '{link.Shown}' and leads to {link.Address}");
        }

        Add(AddressPattern().IsMatch(name), ForAnAddressInTheName, "an address in the name");
        foreach (string word in Words.Where(w => everything.Contains(w, StringComparison.Ordinal)))
        {
            Add(true, ForAWord, $"the word '{word}'");
        }

        Add(around.IsDuplicate, ForADuplicate, "the same text is there already");
        Add(IsEcho(words, around.Answered), ForAnEcho, "it repeats what it answers");
        Add(around.OthersCiting >= CitationsThatAreMany, ForManyCitations, $"{around.OthersCiting} others cite the same address");
        Add(around.IsOneOfMany, ForOneOfMany, "many with this address in a short time");
        Add(PlainLetters.HasHidden(draft.Name + text.Words), ForHiddenLetters, "letters that nobody sees");
        Add(PlainLetters.MixesScripts(draft.Name + "\n" + text.Words), ForMixedScripts, "two scripts in one word");
        int letters = text.Words.Count(char.IsLetter);
        Add(letters >= 40 && text.Words.Count(char.IsUpper) > letters * 0.7, ForShouting, "capitals throughout");
        return new SpamScore(score, string.Join("; ", notes));
    }

    /// <summary>Whether a link shows the address of another place than the one it leads to.</summary>
    private static bool IsDisguised(PublishedLink link) =>
        AddressPattern().Match(PlainLetters.Of(link.Shown)) is { Success: true } shown
        && !string.Equals(HostOf(shown.Groups["host"].Value), HostOf(new Uri(link.Address).IdnHost), StringComparison.Ordinal);

    private static string HostOf(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) ? host["www.".Length..] : host.ToLowerInvariant();

    private static bool IsEcho(string words, string? answered) =>
        words.Length >= LongEnoughForAnEcho
        && answered is not null
        && PlainLetters.Of(CommentMarkup.ToWords(answered).Words).Contains(words, StringComparison.Ordinal);

    [GeneratedRegex(
        @"(^|[\s(/])(?<host>([a-z0-9-]+\.)+(com|net|org|info|biz|top|xyz|site|online|shop|example|[a-z]{2}))(?![a-z0-9.-]*[a-z0-9])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AddressPattern();
}

using System.Net;
using System.Net.Mail;
using System.Text;
using Rootscope.Web.Language;

namespace Rootscope.Web.Discussion.Writing;

/// <summary>What a comment must be. The same rules hold where it is written, edited and imported.</summary>
internal static class CommentRules
{
    public const int LongestName = 80;

    /// <summary>Of an address with its domain (RFC 5321, section 4.5.3.1.3, less the angle brackets).</summary>
    public const int LongestEmail = 254;

    public const int LongestText = 4000;

    public const int LongestCitation = 500;

    /// <summary>Checks a draft and writes it in canonical form.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="faults">Every fault, in the order of the fields; empty when the result holds.</param>
    /// <returns>The draft with its words in Unicode's canonical composition, trimmed, and line ends as line feeds.</returns>
    public static CommentDraft Check(CommentDraft draft, out IReadOnlyList<FieldFault> faults)
    {
        var found = new List<FieldFault>();
        CommentDraft checkedDraft = draft with
        {
            Name = NameOf(draft.Name, found),
            Email = EmailOf(draft.Email, found),
            Text = TextOf(draft.Text, found),
            Citation = CitationOf(draft.Citation, found),
        };
        if (!draft.Consent)
        {
            found.Add(new FieldFault("consent", "Agree that your name and comment are published; your e-mail never is."));
        }

        faults = found;
        return checkedDraft;
    }

    /// <summary>Checks the fields that are published, of a comment whose address was checked when it came.</summary>
    public static CommentDraft CheckPublic(CommentDraft draft, out IReadOnlyList<FieldFault> faults)
    {
        var found = new List<FieldFault>();
        CommentDraft checkedDraft = draft with
        {
            Name = NameOf(draft.Name, found),
            Text = TextOf(draft.Text, found),
            Citation = CitationOf(draft.Citation, found),
        };
        faults = found;
        return checkedDraft;
    }

    /// <summary>Checks a name alone.</summary>
    public static string CheckName(string given, out IReadOnlyList<FieldFault> faults)
    {
        var found = new List<FieldFault>();
        string name = NameOf(given, found);
        faults = found;
        return name;
    }

    /// <summary>Checks an address alone.</summary>
    public static string CheckEmail(string given, out IReadOnlyList<FieldFault> faults)
    {
        var found = new List<FieldFault>();
        string email = EmailOf(given, found);
        faults = found;
        return email;
    }

    private static string NameOf(string given, List<FieldFault> faults)
    {
        string name = Composition.Compose(given.Trim());
        string? fault =
            Length(name) is < 1 or > LongestName ? $"A name has 1 to {LongestName} characters; this one has {Length(name)}."
            : name.EnumerateRunes().Any(r => ForeignText.IsForbidden(r, mayBreakLines: false))
                ? "The name holds a control character or one that turns the direction of writing. Type it anew."
            : name.EnumerateRunes().Any(ForeignText.IsHidden) || !ForeignText.IsSeen(name)
                ? "The name holds characters that nobody sees. Type it anew."
            : ForeignText.StacksMarks(name) ? $"The name holds a letter with more than {ForeignText.MostMarks} marks. Leave some out."
            : null;
        if (fault is not null)
        {
            faults.Add(new FieldFault("name", fault));
        }

        return name;
    }

    private static string EmailOf(string given, List<FieldFault> faults)
    {
        string email = given.Trim();
        bool holds =
            email.Length is > 0 and <= LongestEmail
            && MailAddress.TryCreate(email, out MailAddress? address)
            && string.Equals(address.Address, email, StringComparison.Ordinal)
            && address.Host.Contains('.', StringComparison.Ordinal)
            && !email.EnumerateRunes().Any(r => ForeignText.IsForbidden(r, mayBreakLines: false) || Rune.IsWhiteSpace(r));
        if (!holds)
        {
            faults.Add(
                new FieldFault(
                    "email",
                    $"An e-mail address looks like name@example.org and has at most {LongestEmail} characters. It is never published."
                )
            );
        }

        return email;
    }

    private static string TextOf(string given, List<FieldFault> faults)
    {
        string text = Composition.Compose(given.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim());
        if (Length(text) is < 1 or > LongestText)
        {
            faults.Add(new FieldFault("text", $"A comment has 1 to {LongestText} characters; this one has {Length(text)}."));
            return text;
        }

        // Entities become characters on the page.
        string read = WebUtility.HtmlDecode(text);
        if (read.EnumerateRunes().Any(r => ForeignText.IsForbidden(r, mayBreakLines: true)))
        {
            faults.Add(
                new FieldFault(
                    "text",
                    "The comment holds a control character or one that turns the direction of writing. Type that place anew."
                )
            );
        }
        else if (ForeignText.StacksMarks(read) || ForeignText.StacksMarks(CommentMarkup.ToWords(text).Words))
        {
            faults.Add(
                new FieldFault("text", $"The comment holds a letter with more than {ForeignText.MostMarks} marks. Leave some out there.")
            );
        }

        return text;
    }

    private static string CitationOf(string given, List<FieldFault> faults)
    {
        string citation = given.Trim();
        if (citation.Length == 0)
        {
            return citation;
        }

        if (citation.Length > LongestCitation || SafeAddress.Of(citation) is not { } address)
        {
            faults.Add(
                new FieldFault(
                    "citation",
                    $"A citation is an address that begins with https:// or http:// and has at most {LongestCitation} characters."
                )
            );
            return citation;
        }

        return address;
    }

    /// <summary>Characters as people count them: code points, not halves of surrogate pairs.</summary>
    private static int Length(string text) => text.EnumerateRunes().Count();
}

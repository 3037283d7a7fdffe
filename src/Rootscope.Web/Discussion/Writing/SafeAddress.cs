using System.Net;
using Rootscope.Web.Language;

namespace Rootscope.Web.Discussion.Writing;

/// <summary>Addresses that a comment may link to: http and https, read as a browser would read them.</summary>
internal static class SafeAddress
{
    /// <summary>The address in its canonical form; null where it is no absolute http or https address.</summary>
    /// <remarks>
    /// Entities are decoded until nothing changes, and characters that browsers skip are refused, before the scheme is looked at:
    /// otherwise "javascript&amp;#58;" and its kin pass.
    /// </remarks>
    public static string? Of(string given)
    {
        string text = given.Trim();
        for (int pass = 0; pass < 5; pass++)
        {
            string decoded = WebUtility.HtmlDecode(text);
            if (string.Equals(decoded, text, StringComparison.Ordinal))
            {
                break;
            }

            text = decoded;
        }

        if (
            text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or '\'' or '`' or '\\')
            || text.EnumerateRunes().Any(r => ForeignText.IsForbidden(r, mayBreakLines: false) || ForeignText.IsHidden(r))
            || !Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        )
        {
            return null;
        }

        // The host in plain letters: those of other scripts that look like them show as what they are.
        return uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            ? new UriBuilder(uri) { Host = uri.IdnHost }
                .Uri
                .AbsoluteUri
            : null;
    }
}

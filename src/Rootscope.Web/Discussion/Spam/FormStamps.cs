using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Security;

namespace Rootscope.Web.Discussion.Spam;

/// <summary>The stamp in a form: signed, of one subject, good from 3 seconds to 24 hours after it was made, and once.</summary>
internal sealed class FormStamps(DiscussionKeys keys, TimeProvider clock)
{
    /// <summary>Nobody reads a page and writes a comment faster.</summary>
    public static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    public const string SentBefore = "This form was sent before. If you mean to write again, load the page anew.";

    private const string Purpose = "form";

    /// <summary>A new stamp for the form under a subject.</summary>
    public string Make(string subject)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return keys.Sign(
            Purpose,
            FormattableString.Invariant($"{subject}|{now.ToUnixTimeMilliseconds()}|{DiscussionKeys.NewKey()}"),
            now + Latest
        );
    }

    /// <summary>
    /// What is wrong with a stamp; null when it is good. The caller spends it in the transaction that writes the comment.
    /// </summary>
    public async Task<string?> FaultOfAsync(string? stamp, string subject, DiscussionContext context, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        string[] parts = (keys.Read(Purpose, stamp, now) ?? string.Empty).Split('|');
        if (parts.Length != 3 || !string.Equals(parts[0], subject, StringComparison.Ordinal))
        {
            return "The form is older than a day, or not of this page. Your text is still here: send it again.";
        }

        if (
            now - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))
            < Soonest
        )
        {
            return "That was faster than anybody types. Wait a few seconds and send it again.";
        }

        return await context.SpentStamps.AnyAsync(s => s.Stamp == stamp, cancellation) ? SentBefore : null;
    }

    /// <summary>Marks a stamp as used; the database refuses to do it twice.</summary>
    public void Spend(string stamp, DiscussionContext context) =>
        context.SpentStamps.Add(new SpentStamp { Stamp = stamp, Until = (clock.GetUtcNow() + Latest).ToUnixTimeMilliseconds() });
}

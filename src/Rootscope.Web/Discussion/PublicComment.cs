using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;
using Rootscope.Web.Language;

namespace Rootscope.Web.Discussion;

/// <summary>A comment as everybody may read it. There is no field for anything private.</summary>
/// <param name="Key">Its public name.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Parent">The comment it answers; null for none.</param>
/// <param name="Name">Who signed it.</param>
/// <param name="Text">Its Markdown.</param>
/// <param name="Html">Its HTML, of allow-listed elements only.</param>
/// <param name="Stance">What it says about the claim.</param>
/// <param name="Citation">The address that it refers to; null for none.</param>
/// <param name="At">When it was written.</param>
/// <param name="EditedAt">When it was last changed; null for never.</param>
public sealed record PublicComment(
    string Key,
    string Subject,
    string? Parent,
    string Name,
    string Text,
    string Html,
    Stance Stance,
    string? Citation,
    DateTimeOffset At,
    DateTimeOffset? EditedAt
)
{
    internal static PublicComment Of(CommentRecord record) =>
        new(
            record.Key,
            record.Subject,
            record.Parent,
            ForeignText.Contained(record.Name, CommentRules.LongestName),
            record.Text,
            CommentMarkup.ToHtml(record.Text),
            record.Stance,
            record.Citation,
            DateTimeOffset.FromUnixTimeMilliseconds(record.CreatedAt),
            record.EditedAt is { } edited ? DateTimeOffset.FromUnixTimeMilliseconds(edited) : null
        );
}

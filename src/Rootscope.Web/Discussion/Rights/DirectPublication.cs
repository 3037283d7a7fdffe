using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Store;

namespace Rootscope.Web.Discussion.Rights;

/// <summary>Whether a writer whose browser has shown his address may publish without a moderator.</summary>
internal static class DirectPublication
{
    /// <summary>
    /// It is open to a writer of whom no comment was declined. Comments that others have sent with his address do not count against him.
    /// </summary>
    public static async Task<bool> IsOpenToAsync(string emailMark, DiscussionContext context, CancellationToken cancellation) =>
        !await context.Authors.AnyAsync(
            a =>
                a.EmailMark == emailMark
                && a.IsProven
                && context.Comments.Any(c =>
                    c.Key == a.CommentKey && (c.Status == CommentStatus.Rejected || c.Status == CommentStatus.Spam)
                ),
            cancellation
        );
}

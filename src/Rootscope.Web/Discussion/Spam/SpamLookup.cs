using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Web.Discussion.Spam;

/// <summary>Finds out what stands around a comment.</summary>
internal static class SpamLookup
{
    /// <summary>The surroundings of a draft.</summary>
    /// <param name="context">The database.</param>
    /// <param name="draft">The comment as it is to be.</param>
    /// <param name="key">Its name, where it is there already; null for a new one.</param>
    /// <param name="parent">The comment that it answers; null for none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<SpamSurroundings> OfAsync(
        DiscussionContext context,
        CommentDraft draft,
        string? key,
        string? parent,
        CancellationToken cancellation
    )
    {
        IQueryable<CommentRecord> others = context.Comments.Where(c => c.Key != key);
        return new SpamSurroundings
        {
            IsDuplicate = await others.AnyAsync(c => c.Text == draft.Text, cancellation),
            OthersCiting = draft.Citation.Length > 0 ? await others.CountAsync(c => c.Citation == draft.Citation, cancellation) : 0,
            Answered = parent is null
                ? null
                : await context.Comments.Where(c => c.Key == parent).Select(c => c.Text).SingleOrDefaultAsync(cancellation),
        };
    }
}

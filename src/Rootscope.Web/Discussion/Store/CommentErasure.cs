using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Rootscope.Web.Discussion.Store;

/// <summary>Deletes comments with everything that is kept of them: address, marks of networks, what a moderator wrote about them.</summary>
internal static class CommentErasure
{
    /// <summary>
    /// Deletes comments, all or none, in the transaction that is open, or in one of its own. Answers to them stay and stand by themselves.
    /// </summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> EraseAsync(DiscussionContext context, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        await using IDbContextTransaction? own = context.Database.CurrentTransaction is null
            ? await context.Database.BeginTransactionAsync(cancellation)
            : null;
        await context.NetworkMarks.Where(m => keys.Contains(m.CommentKey)).ExecuteDeleteAsync(cancellation);
        await context.Authors.Where(a => keys.Contains(a.CommentKey)).ExecuteDeleteAsync(cancellation);
        int count = await context.Comments.Where(c => keys.Contains(c.Key)).ExecuteDeleteAsync(cancellation);
        await context
            .Comments.Where(c => c.Parent != null && keys.Contains(c.Parent))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Parent, (string?)null), cancellation);

        // That somebody decided stays on the trail; why may repeat what is erased.
        await context
            .Moderation.Where(m => keys.Contains(m.CommentKey))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Reason, (string?)null), cancellation);
        if (count > 0)
        {
            await ErasureTraces.MarkAsync(context, cancellation);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellation);
        }

        return count;
    }
}

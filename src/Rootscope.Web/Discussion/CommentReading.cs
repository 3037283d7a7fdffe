using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Store;

namespace Rootscope.Web.Discussion;

/// <summary>A comment with its answers.</summary>
internal sealed record CommentThread(PublicComment Comment, IReadOnlyList<PublicComment> Answers);

/// <summary>Reads what is approved.</summary>
internal sealed class CommentReading(IDbContextFactory<DiscussionContext> contexts)
{
    /// <summary>The approved comments on a subject, oldest first, each with its approved answers.</summary>
    public async Task<IReadOnlyList<CommentThread>> ThreadsAsync(string subject, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        List<PublicComment> comments =
        [
            .. (
                await context
                    .Comments.AsNoTracking()
                    .Where(c => c.Subject == subject && c.Status == CommentStatus.Approved)
                    .OrderBy(c => c.CreatedAt)
                    .ThenBy(c => c.Id)
                    .ToListAsync(cancellation)
            ).Select(PublicComment.Of),
        ];
        ILookup<string, PublicComment> answers = comments.Where(c => c.Parent is not null).ToLookup(c => c.Parent!, StringComparer.Ordinal);
        return [.. comments.Where(c => c.Parent is null).Select(c => new CommentThread(c, [.. answers[c.Key]]))];
    }

    /// <summary>The latest approved comments on a subject, newest first, for its feed.</summary>
    public async Task<IReadOnlyList<PublicComment>> LatestAsync(string subject, int count, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. (
                await context
                    .Comments.AsNoTracking()
                    .Where(c => c.Subject == subject && c.Status == CommentStatus.Approved)
                    .OrderByDescending(c => c.CreatedAt)
                    .ThenByDescending(c => c.Id)
                    .Take(count)
                    .ToListAsync(cancellation)
            ).Select(PublicComment.Of),
        ];
    }
}

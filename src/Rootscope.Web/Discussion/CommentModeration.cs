using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Store;

namespace Rootscope.Web.Discussion;

/// <summary>A comment as the moderator sees it.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SpamScore">How much it looks like spam.</param>
/// <param name="SpamNotes">Why.</param>
/// <param name="FromTheSameWriter">How many comments have come with the same address, this one included.</param>
/// <param name="IsProven">Whether the reader of the address' mail calls this one his own; anybody can write down any address.</param>
internal sealed record QueuedComment(
    PublicComment Comment,
    CommentStatus Status,
    int SpamScore,
    string SpamNotes,
    int FromTheSameWriter,
    bool IsProven
);

/// <summary>A decision as the trail keeps it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="CommentKey">The comment.</param>
/// <param name="Moderator">Who decided.</param>
/// <param name="Act">What: the status that the comment was given.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
/// <param name="At">When.</param>
/// <param name="Subject">What the comment is about; null once it is erased.</param>
/// <param name="Name">Who signed the comment; null once it is erased.</param>
internal sealed record ModerationAct(
    long Id,
    string CommentKey,
    string Moderator,
    string Act,
    string? Reason,
    DateTimeOffset At,
    string? Subject,
    string? Name
);

/// <summary>The queue and its decisions; every decision leaves a trail.</summary>
internal sealed class CommentModeration(IDbContextFactory<DiscussionContext> contexts, TimeProvider clock)
{
    /// <summary>What nobody approved in this time is deleted.</summary>
    public static readonly TimeSpan UnapprovedKept = TimeSpan.FromDays(30);

    /// <summary>What waits, oldest first.</summary>
    public Task<IReadOnlyList<QueuedComment>> QueueAsync(int count, CancellationToken cancellation) =>
        WithStatusAsync(CommentStatus.Pending, count, cancellation);

    /// <summary>Comments of a status: those that wait oldest first, those that were decided latest first.</summary>
    public async Task<IReadOnlyList<QueuedComment>> WithStatusAsync(CommentStatus status, int count, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<CommentRecord> asked = context.Comments.AsNoTracking().Where(c => c.Status == status);
        List<CommentRecord> waiting = await (
            status == CommentStatus.Pending
                ? asked.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
                : asked.OrderByDescending(c => c.DecidedAt ?? c.CreatedAt).ThenByDescending(c => c.Id)
        )
            .Take(count)
            .ToListAsync(cancellation);
        List<string> keys = [.. waiting.Select(c => c.Key)];
        var sent = await context
            .Authors.Where(a => keys.Contains(a.CommentKey))
            .Select(a => new
            {
                a.CommentKey,
                Count = context.Authors.Count(b => b.EmailMark == a.EmailMark),
                a.IsProven,
            })
            .ToDictionaryAsync(a => a.CommentKey, a => (a.Count, a.IsProven), cancellation);
        return
        [
            .. waiting.Select(c => new QueuedComment(
                PublicComment.Of(c),
                c.Status,
                c.SpamScore,
                c.SpamNotes,
                sent.GetValueOrDefault(c.Key).Count,
                sent.GetValueOrDefault(c.Key).IsProven
            )),
        ];
    }

    /// <summary>What was decided, latest first; it stays when a comment is erased.</summary>
    /// <param name="before">Only acts before this one; null for the latest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<ModerationAct>> TrailAsync(long? before, int count, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .Moderation.AsNoTracking()
            .Where(m => before == null || m.Id < before)
            .OrderByDescending(m => m.Id)
            .Take(count)
            .Select(m => new ModerationAct(
                m.Id,
                m.CommentKey,
                m.Moderator,
                m.Act,
                m.Reason,
                DateTimeOffset.FromUnixTimeMilliseconds(m.At),
                context.Comments.Where(c => c.Key == m.CommentKey).Select(c => c.Subject).FirstOrDefault(),
                context.Comments.Where(c => c.Key == m.CommentKey).Select(c => c.Name).FirstOrDefault()
            ))
            .ToListAsync(cancellation);
    }

    /// <summary>Decides on comments, all or none.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DecideAsync(
        IReadOnlyCollection<string> keys,
        CommentStatus decision,
        string? reason,
        string moderator,
        CancellationToken cancellation
    )
    {
        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        List<CommentRecord> comments = await context.Comments.Where(c => keys.Contains(c.Key)).ToListAsync(cancellation);
        foreach (CommentRecord comment in comments)
        {
            comment.Status = decision;
            comment.Reason = reason;
            comment.DecidedAt = now;
            context.Moderation.Add(
                new ModerationRecord
                {
                    CommentKey = comment.Key,
                    Moderator = moderator,
                    Act = decision.ToString(),
                    Reason = reason,
                    At = now,
                }
            );
        }

        await context.SaveChangesAsync(cancellation);
        return comments.Count;
    }

    /// <summary>Deletes what is past its time: unapproved comments, spent stamps, marks of networks, links and sessions.</summary>
    public async Task PurgeAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        long old = (now - UnapprovedKept).ToUnixTimeMilliseconds();
        long present = now.ToUnixTimeMilliseconds();
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        await context.Comments.Where(c => c.Status != CommentStatus.Approved && c.CreatedAt < old).ExecuteDeleteAsync(cancellation);
        await context.Authors.Where(a => !context.Comments.Any(c => c.Key == a.CommentKey)).ExecuteDeleteAsync(cancellation);
        await context.SpentStamps.Where(s => s.Until < present).ExecuteDeleteAsync(cancellation);
        await context.NetworkMarks.Where(m => m.Until < present).ExecuteDeleteAsync(cancellation);
        await context.AddressProofs.Where(p => p.Until < present).ExecuteDeleteAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Web.Discussion;

/// <summary>A comment as the moderator sees it: as it will be published, with what is known about it.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Seen">What a decision on it means: this comment as it is now.</param>
/// <param name="Answered">The comment that it answers; null for none.</param>
/// <param name="Links">Every link in its text with where it leads.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="SpamScore">How much it looks like spam.</param>
/// <param name="SpamNotes">Why.</param>
/// <param name="FromTheSameWriter">How many comments have come with the same address, this one included.</param>
/// <param name="IsProven">Whether the reader of the address' mail calls this one his own; anybody can write down any address.</param>
internal sealed record QueuedComment(
    PublicComment Comment,
    SeenComment Seen,
    PublicComment? Answered,
    IReadOnlyList<PublishedLink> Links,
    CommentStatus Status,
    int SpamScore,
    string SpamNotes,
    int FromTheSameWriter,
    bool IsProven
);

/// <summary>What became of a decision.</summary>
/// <param name="Decided">The comments that it took.</param>
/// <param name="Changed">Those that were changed, decided on or erased since they were shown; they are as they were.</param>
internal sealed record DecisionOutcome(int Decided, int Changed);

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
internal sealed class CommentModeration(IDbContextFactory<DiscussionContext> contexts, ErasureTraces traces, TimeProvider clock)
{
    /// <summary>What nobody approved in this time is deleted.</summary>
    public static readonly TimeSpan UnapprovedKept = TimeSpan.FromDays(30);

    private const int KeysAtOnce = 500;

    /// <summary>What the trail calls a comment that a moderator has erased.</summary>
    public const string Erased = "Erased";

    /// <summary>How many comments there are of each status, by its name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .Comments.GroupBy(c => c.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key.ToString(), g => g.Count, StringComparer.Ordinal, cancellation);
    }

    /// <summary>What waits, oldest first.</summary>
    public Task<IReadOnlyList<QueuedComment>> QueueAsync(int count, CancellationToken cancellation) =>
        WithStatusAsync(CommentStatus.Pending, 0, count, cancellation);

    /// <summary>Comments of a status: those that wait oldest first, those that were decided latest first.</summary>
    /// <param name="status">The status.</param>
    /// <param name="passed">How many are passed over. Unit: comments.</param>
    /// <param name="count">How many at most. Unit: comments.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<QueuedComment>> WithStatusAsync(
        CommentStatus status,
        int passed,
        int count,
        CancellationToken cancellation
    )
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<CommentRecord> asked = context.Comments.AsNoTracking().Where(c => c.Status == status);
        List<CommentRecord> shown = await (
            status == CommentStatus.Pending
                ? asked.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
                : asked.OrderByDescending(c => c.DecidedAt ?? c.CreatedAt).ThenByDescending(c => c.Id)
        )
            .Skip(passed)
            .Take(count)
            .ToListAsync(cancellation);
        List<string> keys = [.. shown.Select(c => c.Key)];
        var sent = await context
            .Authors.Where(a => keys.Contains(a.CommentKey))
            .Select(a => new
            {
                a.CommentKey,
                Count = context.Authors.Count(b => b.EmailMark == a.EmailMark),
                a.IsProven,
            })
            .ToDictionaryAsync(a => a.CommentKey, a => (a.Count, a.IsProven), cancellation);
        List<string> parents = [.. shown.Select(c => c.Parent).OfType<string>().Distinct()];
        Dictionary<string, PublicComment> answered = await context
            .Comments.AsNoTracking()
            .Where(c => parents.Contains(c.Key))
            .ToDictionaryAsync(c => c.Key, PublicComment.Of, cancellation);
        return
        [
            .. shown.Select(c => new QueuedComment(
                PublicComment.Of(c),
                new SeenComment(c.Key, c.EditedAt),
                c.Parent is { } parent ? answered.GetValueOrDefault(parent) : null,
                CommentMarkup.ToWords(c.Text).Links,
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

    /// <summary>Decides on comments as they were shown. What was changed or decided on since then is left as it is.</summary>
    /// <param name="seen">The comments.</param>
    /// <param name="was">The status that they were shown with.</param>
    /// <param name="decision">The status that they get; null erases them.</param>
    /// <param name="reason">Why; null where nothing is said.</param>
    /// <param name="moderator">Who decides.</param>
    /// <param name="cancellation">Stops before anything is decided.</param>
    public async Task<DecisionOutcome> DecideAsync(
        IReadOnlyCollection<SeenComment> seen,
        CommentStatus was,
        CommentStatus? decision,
        string? reason,
        string moderator,
        CancellationToken cancellation
    )
    {
        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        var decided = new List<string>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        foreach ((string key, long? edited) in seen.Distinct())
        {
            int count = await context
                .Comments.Where(c => c.Key == key && c.EditedAt == edited && c.Status == was)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(c => c.Status, decision ?? was)
                            .SetProperty(c => c.Reason, reason)
                            .SetProperty(c => c.DecidedAt, now),
                    cancellation
                );
            if (count > 0)
            {
                decided.Add(key);
            }
        }

        if (decision is null)
        {
            await CommentErasure.EraseAsync(context, decided, cancellation);
        }

        context.Moderation.AddRange(
            decided.Select(key => new ModerationRecord
            {
                CommentKey = key,
                Moderator = moderator,
                Act = decision?.ToString() ?? Erased,
                Reason = reason,
                At = now,
            })
        );
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (decision is null)
        {
            await traces.RemoveAsync(cancellation);
        }

        return new DecisionOutcome(decided.Count, seen.Distinct().Count() - decided.Count);
    }

    /// <summary>Deletes what is past its time: unapproved comments, spent stamps, marks of networks, links and sessions.</summary>
    public async Task PurgeAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        long old = (now - UnapprovedKept).ToUnixTimeMilliseconds();
        long present = now.ToUnixTimeMilliseconds();
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        List<string> unapproved = await context
            .Comments.Where(c => c.Status != CommentStatus.Approved && c.CreatedAt < old)
            .Select(c => c.Key)
            .ToListAsync(cancellation);
        foreach (string[] some in unapproved.Chunk(KeysAtOnce))
        {
            await CommentErasure.EraseAsync(context, some, cancellation);
        }

        await context.SpentStamps.Where(s => s.Until < present).ExecuteDeleteAsync(cancellation);
        await context.NetworkMarks.Where(m => m.Until < present).ExecuteDeleteAsync(cancellation);
        await context.AddressProofs.Where(p => p.Until < present).ExecuteDeleteAsync(cancellation);
        await traces.RemoveAsync(cancellation);
    }
}

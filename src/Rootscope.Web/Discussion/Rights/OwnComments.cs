using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Store;

namespace Rootscope.Web.Discussion.Rights;

/// <summary>All comments that were sent with an address, for the browser that has shown that its user reads the mail of it.</summary>
internal sealed class OwnComments(
    IDbContextFactory<DiscussionContext> contexts,
    WriterSessions sessions,
    ErasureTraces traces,
    TimeProvider clock
)
{
    private const string ByMail = "(mailed link)";

    /// <summary>The comments, latest first, whatever became of them; null where there is no such session.</summary>
    public async Task<IReadOnlyList<CommentRecord>?> ListAsync(string? session, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await sessions.WriterOfAsync(session, context, cancellation) is { } writer
            ? await Of(writer, context)
                .AsNoTracking()
                .OrderByDescending(c => c.CreatedAt)
                .ThenByDescending(c => c.Id)
                .ToListAsync(cancellation)
            : null;
    }

    /// <summary>Whether the writer himself may publish a comment: nobody has decided on it, and it does not look like spam.</summary>
    public static bool MayPublish(CommentRecord comment) => comment is { Status: CommentStatus.Pending, SpamScore: 0, DecidedAt: null };

    /// <summary>Calls comments one's own, and publishes those that wait, unless a moderator has to look at them.</summary>
    /// <returns>How many were published.</returns>
    public async Task<int> PublishAsync(string? session, IReadOnlyCollection<SeenComment> chosen, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        if (await sessions.WriterOfAsync(session, context, cancellation) is not { } writer)
        {
            return 0;
        }

        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        int published = 0;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        bool isOpen = await DirectPublication.IsOpenToAsync(writer, context, cancellation);
        foreach ((string key, long? edited) in chosen)
        {
            IQueryable<CommentRecord> seen = Of(writer, context).Where(c => c.Key == key && c.EditedAt == edited);
            bool isOwn = await seen.AnyAsync(cancellation);
            int count = isOpen
                ? await seen.Where(c => c.Status == CommentStatus.Pending && c.SpamScore == 0 && c.DecidedAt == null)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(c => c.Status, CommentStatus.Approved).SetProperty(c => c.DecidedAt, now),
                        cancellation
                    )
                : 0;
            if (isOwn)
            {
                await context
                    .Authors.Where(a => a.CommentKey == key && a.EmailMark == writer)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.IsProven, true), cancellation);
            }

            if (count > 0)
            {
                published++;
                context.Moderation.Add(
                    new ModerationRecord
                    {
                        CommentKey = key,
                        Moderator = ByMail,
                        Act = nameof(CommentStatus.Approved),
                        At = now,
                    }
                );
            }
        }

        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return published;
    }

    /// <summary>Deletes chosen comments, or all of the address together with its sessions and links.</summary>
    /// <param name="session">The browser's session.</param>
    /// <param name="chosen">The comments; null for all.</param>
    /// <param name="cancellation">Stops before anything is deleted.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> EraseAsync(string? session, IReadOnlyCollection<string>? chosen, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        if (await sessions.WriterOfAsync(session, context, cancellation) is not { } writer)
        {
            return 0;
        }

        IQueryable<AuthorRecord> meant = context.Authors.Where(a => a.EmailMark == writer);
        List<string> keys = await (chosen is null ? meant : meant.Where(a => chosen.Contains(a.CommentKey)))
            .Select(a => a.CommentKey)
            .ToListAsync(cancellation);
        int count = await CommentErasure.EraseAsync(context, keys, cancellation);
        if (chosen is null)
        {
            await context.AddressProofs.Where(p => p.EmailMark == writer).ExecuteDeleteAsync(cancellation);
        }

        await traces.RemoveAsync(cancellation);
        return count;
    }

    private static IQueryable<CommentRecord> Of(string writer, DiscussionContext context) =>
        context.Comments.Where(c => context.Authors.Any(a => a.CommentKey == c.Key && a.EmailMark == writer));
}

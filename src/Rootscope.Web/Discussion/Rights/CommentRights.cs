using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Spam;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;
using Rootscope.Web.Security;

namespace Rootscope.Web.Discussion.Rights;

/// <summary>
/// What whoever sent a comment may do with it, by secrets of this one comment: change it for a quarter of an hour, have it, erase it. They
/// say nothing of other comments, because anybody can write down any address.
/// </summary>
internal sealed class CommentRights(
    IDbContextFactory<DiscussionContext> contexts,
    DiscussionKeys keys,
    WriterSessions sessions,
    ErasureTraces traces,
    TimeProvider clock
)
{
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    private const string EditPurpose = "edit";
    private const string OwnPurpose = "own";
    private const string SentPurpose = "sent";
    private const int Tries = 3;
    private static readonly TimeSpan ThanksHold = TimeSpan.FromHours(1);

    /// <summary>The token that lets a comment be changed.</summary>
    public string EditToken(string key) => keys.Sign(EditPurpose, key, clock.GetUtcNow() + EditWindow);

    /// <summary>The comment's own secret, of the links that take it away and erase it: it holds as long as the comment is there.</summary>
    public string OwnToken(string key) => keys.Sign(OwnPurpose, key, DateTimeOffset.MaxValue);

    /// <summary>The token that shows the thanks, and the links above, after a comment was sent.</summary>
    public string SentToken(string key) => keys.Sign(SentPurpose, key, clock.GetUtcNow() + ThanksHold);

    /// <summary>The comment that such a token stands for; null when it does not hold.</summary>
    public string? Sent(string? token) => keys.Read(SentPurpose, token, clock.GetUtcNow());

    /// <summary>Where a comment stands, and whether it came from a browser of its address; pending when it is not there.</summary>
    public async Task<(CommentStatus Status, bool IsProven)> StandingOfAsync(string key, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return (
            await context.Comments.Where(c => c.Key == key).Select(c => c.Status).SingleOrDefaultAsync(cancellation),
            await context.Authors.AnyAsync(a => a.CommentKey == key && a.IsProven, cancellation)
        );
    }

    /// <summary>The comment that an edit token stands for, to be changed; null when it does not hold.</summary>
    public async Task<CommentDraft?> DraftAsync(string? token, CancellationToken cancellation) =>
        await FindAsync(EditPurpose, token, cancellation) is { } record
            ? new CommentDraft
            {
                Name = record.Name,
                Text = record.Text,
                Stance = record.Stance,
                Citation = record.Citation ?? string.Empty,
            }
            : null;

    /// <summary>
    /// Changes a comment; it waits for a moderator again, unless everybody reads it and it is changed from a browser of its address.
    /// </summary>
    /// <param name="token">The edit token.</param>
    /// <param name="session">The session of the browser; null where it has none.</param>
    /// <param name="changed">The comment as it is to be.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task<PostingOutcome> EditAsync(string? token, string? session, CommentDraft changed, CancellationToken cancellation)
    {
        if (keys.Read(EditPurpose, token, clock.GetUtcNow()) is not { } key)
        {
            return Refused("form", "A comment can be changed for 15 minutes, from the browser that sent it. That time is over.");
        }

        CommentDraft draft = CommentRules.CheckPublic(changed, out IReadOnlyList<FieldFault> faults);
        if (faults.Count > 0)
        {
            return new PostingOutcome(null, CommentStatus.Rejected, faults);
        }

        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            CommentRecord? record = await context.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Key == key, cancellation);
            if (record is null)
            {
                return Refused("form", "The comment is no longer there.");
            }

            if (await WasChangedAsync(record, session, draft, context, cancellation) is { } status)
            {
                return new PostingOutcome(key, status, []);
            }
        }

        return Refused("form", "The comment was changed or decided on at the same moment. Send it again.");
    }

    /// <summary>Writes a change over a comment that is still as it was read, so that no decision is taken for another text.</summary>
    private async Task<CommentStatus?> WasChangedAsync(
        CommentRecord record,
        string? session,
        CommentDraft draft,
        DiscussionContext context,
        CancellationToken cancellation
    )
    {
        string? writer = await sessions.WriterOfAsync(session, context, cancellation);
        bool isOwn =
            writer is not null
            && await context.Authors.AnyAsync(a => a.CommentKey == record.Key && a.EmailMark == writer && a.IsProven, cancellation);
        CommentDraft whole = draft with { Citation = record.Citation ?? string.Empty };
        SpamScore spam = SpamReview.Of(whole, await SpamLookup.OfAsync(context, whole, record.Key, record.Parent, cancellation));
        CommentStatus status =
            record.Status == CommentStatus.Approved
            && spam.Score == 0
            && isOwn
            && await DirectPublication.IsOpenToAsync(writer!, context, cancellation)
                ? CommentStatus.Approved
                : CommentStatus.Pending;

        // Two changes are never of one moment: moderators decide on the comment of the moment that they have seen.
        long now = Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), (record.EditedAt ?? 0) + 1);
        int count = await context
            .Comments.Where(c => c.Key == record.Key && c.Status == record.Status && c.EditedAt == record.EditedAt)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.Name, draft.Name)
                        .SetProperty(c => c.Text, draft.Text)
                        .SetProperty(c => c.EditedAt, now)
                        .SetProperty(c => c.SpamScore, spam.Score)
                        .SetProperty(c => c.SpamNotes, spam.Notes)
                        .SetProperty(c => c.Status, status),
                cancellation
            );
        return count > 0 ? status : null;
    }

    /// <summary>The comment whose own secret this is, whatever became of it; null when there is none.</summary>
    public Task<CommentRecord?> OwnAsync(string? token, CancellationToken cancellation) => FindAsync(OwnPurpose, token, cancellation);

    /// <summary>Deletes the comment whose own secret this is, with everything that is kept of it.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> EraseAsync(string? token, CancellationToken cancellation)
    {
        if (keys.Read(OwnPurpose, token, clock.GetUtcNow()) is not { } key)
        {
            return false;
        }

        int count;
        await using (DiscussionContext context = await contexts.CreateDbContextAsync(cancellation))
        {
            count = await CommentErasure.EraseAsync(context, [key], cancellation);
        }

        await traces.RemoveAsync(cancellation);
        return count > 0;
    }

    private async Task<CommentRecord?> FindAsync(string purpose, string? token, CancellationToken cancellation)
    {
        if (keys.Read(purpose, token, clock.GetUtcNow()) is not { } key)
        {
            return null;
        }

        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Key == key, cancellation);
    }

    private static PostingOutcome Refused(string field, string message) =>
        new(null, CommentStatus.Rejected, [new FieldFault(field, message)]);
}

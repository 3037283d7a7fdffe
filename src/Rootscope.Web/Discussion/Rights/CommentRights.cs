using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Spam;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;
using Rootscope.Web.Security;

namespace Rootscope.Web.Discussion.Rights;

/// <summary>What a writer may do with his own comments: change one for a quarter of an hour, have all of them, erase all of them.</summary>
internal sealed class CommentRights(IDbContextFactory<DiscussionContext> contexts, DiscussionKeys keys, TimeProvider clock)
{
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan LinkHolds = TimeSpan.FromDays(30);

    private const string EditPurpose = "edit";
    private const string OwnPurpose = "own";
    private const string SentPurpose = "sent";
    private const string ConfirmPurpose = "confirm";
    private const string ByMail = "(mailed link)";
    private static readonly TimeSpan ConfirmationHolds = TimeSpan.FromDays(2);
    private static readonly TimeSpan ThanksHold = TimeSpan.FromHours(1);

    /// <summary>The token that lets a comment be changed.</summary>
    public string EditToken(string key) => keys.Sign(EditPurpose, key, clock.GetUtcNow() + EditWindow);

    /// <summary>The token of the links "my data" and "erase": it stands for the writer of a comment.</summary>
    public string OwnToken(string key) => keys.Sign(OwnPurpose, key, clock.GetUtcNow() + LinkHolds);

    /// <summary>The token that shows the thanks, and the links above, after a comment was sent.</summary>
    public string SentToken(string key) => keys.Sign(SentPurpose, key, clock.GetUtcNow() + ThanksHold);

    /// <summary>The token of the mailed link: it stands for the address that came with a comment.</summary>
    public string ConfirmToken(string key) => keys.Sign(ConfirmPurpose, key, clock.GetUtcNow() + ConfirmationHolds);

    /// <summary>The comment that such a token stands for; null when it does not hold.</summary>
    public string? Sent(string? token) => keys.Read(SentPurpose, token, clock.GetUtcNow());

    /// <summary>Where a comment stands; pending when it is not there.</summary>
    public async Task<CommentStatus> StatusOfAsync(string key, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Comments.Where(c => c.Key == key).Select(c => c.Status).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The comment that an edit token stands for, to be changed; null when it does not hold.</summary>
    public async Task<CommentDraft?> DraftAsync(string? token, CancellationToken cancellation)
    {
        if (keys.Read(EditPurpose, token, clock.GetUtcNow()) is not { } key)
        {
            return null;
        }

        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        CommentRecord? record = await context.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Key == key, cancellation);
        return record is null
            ? null
            : new CommentDraft
            {
                Name = record.Name,
                Text = record.Text,
                Stance = record.Stance,
                Citation = record.Citation ?? string.Empty,
            };
    }

    /// <summary>Changes a comment; it waits for a moderator again unless its address is confirmed.</summary>
    public async Task<PostingOutcome> EditAsync(string? token, CommentDraft changed, CancellationToken cancellation)
    {
        if (keys.Read(EditPurpose, token, clock.GetUtcNow()) is not { } key)
        {
            return Refused("form", "A comment can be changed for 15 minutes, from the browser that sent it. That time is over.");
        }

        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        CommentRecord? record = await context.Comments.SingleOrDefaultAsync(c => c.Key == key, cancellation);
        AuthorRecord? author = await context.Authors.SingleOrDefaultAsync(a => a.CommentKey == key, cancellation);
        if (record is null || author is null)
        {
            return Refused("form", "The comment is no longer there.");
        }

        CommentDraft draft = CommentRules.CheckPublic(changed, out IReadOnlyList<FieldFault> faults);
        if (faults.Count > 0)
        {
            return new PostingOutcome(null, record.Status, faults);
        }

        bool isConfirmed = await context.ConfirmedAddresses.AnyAsync(a => a.EmailMark == author.EmailMark, cancellation);
        record.Name = draft.Name;
        record.Text = draft.Text;
        record.EditedAt = clock.GetUtcNow().ToUnixTimeMilliseconds();
        SpamScore spam = SpamReview.Of(draft, await context.Comments.AnyAsync(c => c.Text == draft.Text && c.Key != key, cancellation));
        record.SpamScore = spam.Score;
        record.SpamNotes = spam.Notes;
        record.Status =
            record.Status == CommentStatus.Approved && isConfirmed && spam.Score == 0 ? CommentStatus.Approved : CommentStatus.Pending;
        await context.SaveChangesAsync(cancellation);
        return new PostingOutcome(key, record.Status, []);
    }

    /// <summary>All comments of the writer that a token stands for, whatever became of them; null when the token does not hold.</summary>
    public async Task<IReadOnlyList<CommentRecord>?> OwnAsync(string? token, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await MarkOfAsync(token, context, cancellation) is { } mark
            ? await context
                .Comments.AsNoTracking()
                .Where(c => context.Authors.Any(a => a.CommentKey == c.Key && a.EmailMark == mark))
                .OrderBy(c => c.CreatedAt)
                .ToListAsync(cancellation)
            : null;
    }

    /// <summary>
    /// Deletes everything of the writer that a token stands for: comments, answers to them keep their place, addresses, marks.
    /// </summary>
    /// <returns>How many comments there were; null when the token does not hold.</returns>
    public async Task<int?> EraseAsync(string? token, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        if (await MarkOfAsync(token, context, cancellation) is not { } mark)
        {
            return null;
        }

        List<string> own = await context.Authors.Where(a => a.EmailMark == mark).Select(a => a.CommentKey).ToListAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.NetworkMarks.Where(m => own.Contains(m.CommentKey)).ExecuteDeleteAsync(cancellation);
        await context.Authors.Where(a => a.EmailMark == mark).ExecuteDeleteAsync(cancellation);
        await context.ConfirmedAddresses.Where(a => a.EmailMark == mark).ExecuteDeleteAsync(cancellation);
        await context.Comments.Where(c => own.Contains(c.Key)).ExecuteDeleteAsync(cancellation);

        // An answer without its question stands by itself.
        await context
            .Comments.Where(c => c.Parent != null && own.Contains(c.Parent))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Parent, (string?)null), cancellation);
        await transaction.CommitAsync(cancellation);
        return own.Count;
    }

    /// <summary>Whether a mailed link holds.</summary>
    public async Task<bool> MayConfirmAsync(string? token, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await MarkOfAsync(token, context, cancellation, ConfirmPurpose) is not null;
    }

    /// <summary>Takes an address as confirmed and publishes what waits from it, but what looks like spam.</summary>
    /// <returns>How many comments were published; null when the token does not hold.</returns>
    public async Task<int?> ConfirmAsync(string? token, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        if (await MarkOfAsync(token, context, cancellation, ConfirmPurpose) is not { } mark)
        {
            return null;
        }

        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (!await context.ConfirmedAddresses.AnyAsync(a => a.EmailMark == mark, cancellation))
        {
            context.ConfirmedAddresses.Add(new ConfirmedAddress { EmailMark = mark, ConfirmedAt = now });
        }

        List<CommentRecord> waiting = await context
            .Comments.Where(c =>
                c.Status == CommentStatus.Pending
                && c.SpamScore == 0
                && context.Authors.Any(a => a.CommentKey == c.Key && a.EmailMark == mark)
            )
            .ToListAsync(cancellation);
        foreach (CommentRecord comment in waiting)
        {
            comment.Status = CommentStatus.Approved;
            comment.DecidedAt = now;
            context.Moderation.Add(
                new ModerationRecord
                {
                    CommentKey = comment.Key,
                    Moderator = ByMail,
                    Act = nameof(CommentStatus.Approved),
                    At = now,
                }
            );
        }

        await context.SaveChangesAsync(cancellation);
        return waiting.Count;
    }

    private async Task<string?> MarkOfAsync(
        string? token,
        DiscussionContext context,
        CancellationToken cancellation,
        string purpose = OwnPurpose
    )
    {
        if (keys.Read(purpose, token, clock.GetUtcNow()) is not { } key)
        {
            return null;
        }

        return await context.Authors.Where(a => a.CommentKey == key).Select(a => a.EmailMark).SingleOrDefaultAsync(cancellation);
    }

    private static PostingOutcome Refused(string field, string message) =>
        new(null, CommentStatus.Rejected, [new FieldFault(field, message)]);
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Mail;
using Rootscope.Web.Discussion.Rights;
using Rootscope.Web.Discussion.Spam;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;
using Rootscope.Web.Language;
using Rootscope.Web.Security;

namespace Rootscope.Web.Discussion;

/// <summary>A comment that somebody sends.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Parent">The comment it answers; null for none.</param>
/// <param name="Draft">Its fields.</param>
/// <param name="Stamp">The form's stamp.</param>
/// <param name="Trap">The field that people do not see: whoever fills it is a machine.</param>
/// <param name="Address">Where it comes from; used for limits, never kept.</param>
/// <param name="Tongue">The language of the page.</param>
/// <param name="Session">The session of the browser that it comes from; null where it has none.</param>
internal sealed record Posting(
    string Subject,
    string? Parent,
    CommentDraft Draft,
    string? Stamp,
    string? Trap,
    IPAddress Address,
    Tongue Tongue,
    string? Session
);

/// <summary>Takes comments: checks them, scores them, and writes each with its private part in one transaction.</summary>
internal sealed class CommentPosting(
    IDbContextFactory<DiscussionContext> contexts,
    DiscussionKeys keys,
    FormStamps stamps,
    WriterSessions sessions,
    LinkMail mail,
    TimeProvider clock
)
{
    private const int AtOnceFromANetwork = 5;
    private const int UsualFromAnAddress = 3;
    private static readonly TimeSpan NetworkRefill = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AddressRefill = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NetworkMarksKept = TimeSpan.FromHours(48);

    private readonly TokenBuckets _networks = new(AtOnceFromANetwork, NetworkRefill, clock);
    private readonly TokenBuckets _writers = new(UsualFromAnAddress, AddressRefill, clock);

    /// <summary>Takes a comment. When this returns a key, the comment is on the disk.</summary>
    public async Task<PostingOutcome> PostAsync(Posting posting, CancellationToken cancellation)
    {
        CommentDraft draft = CommentRules.Check(posting.Draft, out IReadOnlyList<FieldFault> faults);
        if (faults.Count > 0)
        {
            return Refused(faults);
        }

        if (!string.IsNullOrEmpty(posting.Trap))
        {
            // A machine is told nothing that it could learn from.
            return new PostingOutcome(DiscussionKeys.NewKey(), CommentStatus.Pending, []);
        }

        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        if (await stamps.FaultOfAsync(posting.Stamp, posting.Subject, context, cancellation) is { } stampFault)
        {
            return Refused([new FieldFault("form", stampFault)]);
        }

        if (
            posting.Parent is { } parent
            && !await context.Comments.AnyAsync(
                c => c.Key == parent && c.Subject == posting.Subject && c.Parent == null && c.Status == CommentStatus.Approved,
                cancellation
            )
        )
        {
            return Refused([new FieldFault("parent", "The comment that you answer is no longer there, or is itself an answer.")]);
        }

        DateTimeOffset now = clock.GetUtcNow();
        string network = keys.NetworkMarkOf(posting.Address, DateOnly.FromDateTime(now.UtcDateTime));
        if (!_networks.TryTake(network))
        {
            return Refused([
                new FieldFault(
                    "form",
                    "Many comments have come from here in a short time. Your text is still here: send it again in ten minutes."
                ),
            ]);
        }

        string writer = keys.MarkOf(draft.Email);
        bool isProven = await sessions.WriterOfAsync(posting.Session, context, cancellation) == writer;
        CommentRecord record = await RecordAsync(posting, draft, writer, isProven, now, context, cancellation);
        context.Comments.Add(record);
        context.Authors.Add(
            new AuthorRecord
            {
                CommentKey = record.Key,
                Email = keys.Protect(draft.Email),
                EmailMark = writer,
                ConsentAt = record.CreatedAt,
                IsProven = isProven,
            }
        );
        context.NetworkMarks.Add(
            new NetworkMark
            {
                Mark = network,
                CommentKey = record.Key,
                Until = (now + NetworkMarksKept).ToUnixTimeMilliseconds(),
            }
        );
        stamps.Spend(posting.Stamp!, context);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (WasSpent(posting.Stamp!))
        {
            // Two copies of one form at the same moment: the database takes one.
            return Refused([new FieldFault("form", FormStamps.SentBefore)]);
        }

        // Whether a link is mailed is found out later, so that the answer is the same for every address and takes the same time.
        if (!isProven)
        {
            mail.Offer(draft.Email, posting.Tongue, wasAsked: false);
        }

        return new PostingOutcome(record.Key, record.Status, []);
    }

    private bool WasSpent(string stamp)
    {
        using DiscussionContext context = contexts.CreateDbContext();
        return context.SpentStamps.Any(s => s.Stamp == stamp);
    }

    private async Task<CommentRecord> RecordAsync(
        Posting posting,
        CommentDraft draft,
        string writer,
        bool isProven,
        DateTimeOffset now,
        DiscussionContext context,
        CancellationToken cancellation
    )
    {
        // Many comments with an address are not refused, which would tell that it is used and keep its owner out: a moderator sees them.
        bool isOneOfMany = !_writers.TryTake(isProven ? $"proven {writer}" : writer);
        SpamSurroundings around = await SpamLookup.OfAsync(context, draft, key: null, posting.Parent, cancellation);
        SpamScore spam = SpamReview.Of(draft, around with { IsOneOfMany = isOneOfMany });
        bool isDirect = isProven && spam.Score == 0 && await DirectPublication.IsOpenToAsync(writer, context, cancellation);
        return new CommentRecord
        {
            Key = DiscussionKeys.NewKey(),
            Subject = posting.Subject,
            Parent = posting.Parent,
            Name = draft.Name,
            Text = draft.Text,
            Stance = draft.Stance,
            Citation = draft.Citation.Length > 0 ? draft.Citation : null,
            Status = isDirect ? CommentStatus.Approved : CommentStatus.Pending,
            SpamScore = spam.Score,
            SpamNotes = spam.Notes,
            CreatedAt = now.ToUnixTimeMilliseconds(),
        };
    }

    private static PostingOutcome Refused(IReadOnlyList<FieldFault> faults) => new(null, CommentStatus.Rejected, faults);
}

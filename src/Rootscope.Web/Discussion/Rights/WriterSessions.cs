using Microsoft.EntityFrameworkCore;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Security;

namespace Rootscope.Web.Discussion.Rights;

/// <summary>
/// Browsers that have shown that their user reads the mail of an address: a mailed link opens such a session, once, and nothing else does.
/// </summary>
internal sealed class WriterSessions(IDbContextFactory<DiscussionContext> contexts, DiscussionKeys keys, TimeProvider clock)
{
    /// <summary>How long a browser stands for its address.</summary>
    public static readonly TimeSpan SessionHolds = TimeSpan.FromDays(30);

    private const int AskedAtOnce = 3;
    private static readonly TimeSpan LinkHolds = TimeSpan.FromDays(2);
    private static readonly TimeSpan AskedRefill = TimeSpan.FromHours(12);
    private static readonly TimeSpan SentRefill = TimeSpan.FromDays(1);

    private readonly TokenBuckets _asked = new(AskedAtOnce, AskedRefill, clock);
    private readonly TokenBuckets _sent = new(1, SentRefill, clock);

    /// <summary>
    /// The secret of a new link for an address; null where no comment has come with it or enough links were mailed to it. Links hold longer
    /// than a day, so that whoever has asked for all of a day's in somebody's name has filled his mailbox with links that hold.
    /// </summary>
    /// <param name="email">The address.</param>
    /// <param name="wasAsked">Whether somebody asks for the link; otherwise a comment came, which is worth one link a day.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public async Task<string?> LinkAsync(string email, bool wasAsked, CancellationToken cancellation)
    {
        string writer = keys.MarkOf(email);
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Authors.AnyAsync(a => a.EmailMark == writer, cancellation) && (wasAsked ? _asked : _sent).TryTake(writer)
            ? await AddAsync(ProofKind.Link, writer, LinkHolds, context, cancellation)
            : null;
    }

    /// <summary>Whether a mailed link holds; to ask does not use it up.</summary>
    public async Task<bool> HoldsAsync(string? link, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await Proofs(ProofKind.Link, link, context).AnyAsync(cancellation);
    }

    /// <summary>Opens a session by a mailed link, which is used up.</summary>
    /// <returns>The secret that goes into the browser's cookie; null where the link does not hold.</returns>
    public async Task<string?> OpenAsync(string? link, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        string? writer = await Proofs(ProofKind.Link, link, context).Select(p => p.EmailMark).SingleOrDefaultAsync(cancellation);
        if (writer is null || await Proofs(ProofKind.Link, link, context).ExecuteDeleteAsync(cancellation) == 0)
        {
            return null;
        }

        string session = await AddAsync(ProofKind.Session, writer, SessionHolds, context, cancellation);
        await transaction.CommitAsync(cancellation);
        return session;
    }

    /// <summary>The mark of the address that a session stands for; null where there is no such session.</summary>
    public async Task<string?> WriterOfAsync(string? session, DiscussionContext context, CancellationToken cancellation) =>
        await Proofs(ProofKind.Session, session, context).Select(p => p.EmailMark).SingleOrDefaultAsync(cancellation);

    /// <summary>Ends a session, or all of its address together with the links that wait in the mail.</summary>
    public async Task EndAsync(string? session, bool everywhere, CancellationToken cancellation)
    {
        await using DiscussionContext context = await contexts.CreateDbContextAsync(cancellation);
        if (await WriterOfAsync(session, context, cancellation) is not { } writer)
        {
            return;
        }

        IQueryable<AddressProof> ended = everywhere
            ? context.AddressProofs.Where(p => p.EmailMark == writer)
            : Proofs(ProofKind.Session, session, context);
        await ended.ExecuteDeleteAsync(cancellation);
    }

    private IQueryable<AddressProof> Proofs(ProofKind kind, string? secret, DiscussionContext context)
    {
        string mark = keys.MarkOfSecret(secret ?? string.Empty);
        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return context.AddressProofs.Where(p => p.Mark == mark && p.Kind == kind && p.Until > now);
    }

    private async Task<string> AddAsync(
        ProofKind kind,
        string writer,
        TimeSpan holds,
        DiscussionContext context,
        CancellationToken cancellation
    )
    {
        string secret = DiscussionKeys.NewKey() + DiscussionKeys.NewKey();
        context.AddressProofs.Add(
            new AddressProof
            {
                Mark = keys.MarkOfSecret(secret),
                Kind = kind,
                EmailMark = writer,
                Until = (clock.GetUtcNow() + holds).ToUnixTimeMilliseconds(),
            }
        );
        await context.SaveChangesAsync(cancellation);
        return secret;
    }
}

using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Web.Discussion.Store;

/// <summary>Where a comment stands between its writer and the readers.</summary>
internal enum CommentStatus
{
    /// <summary>Waits for a moderator.</summary>
    Pending,

    /// <summary>Everybody reads it.</summary>
    Approved,

    /// <summary>A moderator has declined it.</summary>
    Rejected,

    /// <summary>A moderator has called it spam.</summary>
    Spam,
}

/// <summary>A comment as it is kept: everything about it that may be published, and how it was moderated.</summary>
/// <remarks>Moments are milliseconds since 1970 in universal time, which both databases keep exactly.</remarks>
internal sealed class CommentRecord
{
    public long Id { get; init; }

    /// <summary>The comment's public name: random, so that nothing follows from it.</summary>
    public required string Key { get; init; }

    /// <summary>What it is about: <c>technology/ID</c>, <c>page/NAME</c> or <c>run/HASH</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The comment that it answers, by <see cref="Key"/>; null for none. Answers are not answered.</summary>
    public string? Parent { get; init; }

    public required string Name { get; set; }

    public required string Text { get; set; }

    public Stance Stance { get; init; }

    public string? Citation { get; init; }

    public CommentStatus Status { get; set; }

    /// <summary>The moderator's reason; null before a decision.</summary>
    public string? Reason { get; set; }

    /// <summary>How much it looks like spam; 0 for not at all.</summary>
    public int SpamScore { get; set; }

    /// <summary>Why, for the moderator.</summary>
    public string SpamNotes { get; set; } = string.Empty;

    public long CreatedAt { get; init; }

    public long? EditedAt { get; set; }

    public long? DecidedAt { get; set; }
}

/// <summary>What is kept about the writer of a comment, apart from it: nothing here is ever published.</summary>
internal sealed class AuthorRecord
{
    public required string CommentKey { get; init; }

    /// <summary>The e-mail address, encrypted.</summary>
    public required byte[] Email { get; init; }

    /// <summary>A keyed hash of the address, to find all comments of one writer.</summary>
    public required string EmailMark { get; init; }

    public long ConsentAt { get; init; }

    /// <summary>
    /// Whether whoever reads the mail of the address has called the comment his own: it was sent from his browser, or he said so there.
    /// Anybody can write down any address.
    /// </summary>
    public bool IsProven { get; set; }
}

/// <summary>By what somebody shows that he reads the mail of an address.</summary>
internal enum ProofKind
{
    /// <summary>A mailed link, which opens a session once.</summary>
    Link,

    /// <summary>A browser in which a mailed link was opened.</summary>
    Session,
}

/// <summary>
/// Something that stands for an address for a time. Its secret was mailed, or lies in a cookie; here is a mark of it alone.
/// </summary>
internal sealed class AddressProof
{
    public required string Mark { get; init; }

    public ProofKind Kind { get; init; }

    public required string EmailMark { get; init; }

    public long Until { get; init; }
}

/// <summary>A moderator's act, kept when the comment is gone.</summary>
internal sealed class ModerationRecord
{
    public long Id { get; init; }

    public required string CommentKey { get; init; }

    public required string Moderator { get; init; }

    public required string Act { get; init; }

    public string? Reason { get; init; }

    public long At { get; init; }
}

/// <summary>The stamp of a form that was used: no form is sent twice.</summary>
internal sealed class SpentStamp
{
    public required string Stamp { get; init; }

    public long Until { get; init; }
}

/// <summary>
/// Marks of networks, kept 48 hours: a keyed hash under the key of a day, from which no address can be had once the key is gone.
/// </summary>
internal sealed class NetworkMark
{
    public long Id { get; init; }

    public required string Mark { get; init; }

    public required string CommentKey { get; init; }

    public long Until { get; init; }
}

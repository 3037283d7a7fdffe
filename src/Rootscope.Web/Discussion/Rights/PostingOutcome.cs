using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Web.Discussion.Rights;

/// <summary>What became of a posting.</summary>
/// <param name="Key">The comment's name; null when it was not taken.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Faults">Why it was not taken; empty when it was.</param>
internal sealed record PostingOutcome(string? Key, CommentStatus Status, IReadOnlyList<FieldFault> Faults);

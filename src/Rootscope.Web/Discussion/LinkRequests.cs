using System.Net;
using Rootscope.Web.Discussion.Mail;
using Rootscope.Web.Discussion.Writing;
using Rootscope.Web.Language;
using Rootscope.Web.Security;

namespace Rootscope.Web.Discussion;

/// <summary>
/// Takes the wish for a link to one's own comments. The answer depends on who asks and how the address is written, never on whether it is
/// known here.
/// </summary>
internal sealed class LinkRequests(DiscussionKeys keys, LinkMail mail, TimeProvider clock)
{
    private const int AtOnceFromANetwork = 5;
    private static readonly TimeSpan NetworkRefill = TimeSpan.FromMinutes(5);

    private readonly TokenBuckets _networks = new(AtOnceFromANetwork, NetworkRefill, clock);

    /// <summary>Takes the wish.</summary>
    /// <returns>What is wrong with it; empty where it was taken.</returns>
    public IReadOnlyList<FieldFault> Ask(string email, IPAddress from, Tongue tongue)
    {
        string address = CommentRules.CheckEmail(email, out IReadOnlyList<FieldFault> faults);
        if (faults.Count > 0)
        {
            return faults;
        }

        if (!_networks.TryTake(keys.NetworkMarkOf(from, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))))
        {
            return [new FieldFault("form", "Many links were asked for from here in a short time. Ask again in ten minutes.")];
        }

        mail.Offer(address, tongue, wasAsked: true);
        return [];
    }
}

using System.Net;
using Rootscope.Web.Security;

namespace Rootscope.Web.Moderation;

/// <summary>
/// How often wrong passwords are taken: so many from a network, so many on a name from browsers that nobody knows, so many from a browser
/// in which this moderator has signed in before. Nobody uses up the last one from elsewhere, so that trying keeps no moderator out.
/// </summary>
internal sealed class SignInLimits(DiscussionKeys keys, TimeProvider clock)
{
    /// <summary>How long a browser is known after a sign-in.</summary>
    public static readonly TimeSpan BrowserKnownFor = TimeSpan.FromDays(180);

    /// <summary>Wrong passwords from one network, over all names.</summary>
    public const int OfANetwork = 10;

    /// <summary>Wrong passwords on one name, from all browsers that nobody knows.</summary>
    public const int OfAName = 20;

    /// <summary>Wrong passwords from one known browser.</summary>
    public const int OfABrowser = 5;

    private const string Purpose = "known browser";

    private static readonly TimeSpan NetworkRefill = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan NameRefill = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BrowserRefill = TimeSpan.FromMinutes(3);

    private readonly TokenBuckets _networks = new(OfANetwork, NetworkRefill, clock);
    private readonly TokenBuckets _names = new(OfAName, NameRefill, clock);
    private readonly TokenBuckets _browsers = new(OfABrowser, BrowserRefill, clock);

    /// <summary>What a browser is given that has signed in, to be known by.</summary>
    public string KnownBrowser(string name) => keys.Sign(Purpose, $"{DiscussionKeys.NewKey()} {name}", clock.GetUtcNow() + BrowserKnownFor);

    /// <summary>Counts an attempt as wrong until it is known to be right.</summary>
    /// <param name="name">The name that was given, which may be anything.</param>
    /// <param name="from">Where it comes from.</param>
    /// <param name="browser">What the browser shows to be known by; null for nothing.</param>
    /// <returns>Takes the count back; null where there were too many, and the password is not looked at.</returns>
    public Action? Begin(string name, IPAddress from, string? browser)
    {
        if (
            keys.Read(Purpose, browser, clock.GetUtcNow()) is { } known
            && known.Split(' ', 2) is [_, { } owner]
            && owner == name
            && _browsers.TryTake(known)
        )
        {
            return () => _browsers.Give(known);
        }

        // What was typed is not kept: three letters of its mark tell names apart well enough, also those that are not there.
        string network = keys.NetworkMarkOf(from, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        string place = keys.MarkOfSecret(name)[..3];
        if (!_networks.TryTake(network) || !_names.TryTake(place))
        {
            return null;
        }

        return () =>
        {
            _networks.Give(network);
            _names.Give(place);
        };
    }
}

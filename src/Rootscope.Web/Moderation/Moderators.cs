using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Rootscope.Web.Discussion.Writing;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Moderation;

/// <summary>What is told about a moderator.</summary>
/// <param name="Name">His name.</param>
/// <param name="MadeAt">When he was made; null where an earlier version did it.</param>
/// <param name="SignedInAt">When he signed in last; null for never.</param>
/// <param name="Sessions">In how many browsers he is signed in.</param>
internal sealed record ModeratorSummary(string Name, DateTimeOffset? MadeAt, DateTimeOffset? SignedInAt, int Sessions);

/// <summary>
/// Who may moderate and in which browsers: a file of the site's data folder, which <c>rootscope admin</c> writes while the site runs.
/// </summary>
/// <remarks>
/// Whoever has signed in has a random secret; its mark in the file is the stamp that every request is held against. A new password, a
/// removal and a sign-out take stamps away, and with them every copy of the cookie.
/// </remarks>
internal sealed class Moderators
{
    /// <summary>The shortest password that is taken. Unit: characters.</summary>
    public const int ShortestPassword = 12;

    /// <summary>The longest password that is taken. Unit: characters.</summary>
    public const int LongestPassword = 200;

    /// <summary>How long a moderator stays signed in.</summary>
    public static readonly TimeSpan SignedInFor = TimeSpan.FromHours(8);

    /// <summary>How long a link that signs in holds.</summary>
    public static readonly TimeSpan LinkHolds = TimeSpan.FromMinutes(15);

    private const int MostSessions = 20;
    private const int MostLinks = 5;
    private const string FileName = "moderators.json";

    private static readonly Lazy<string> Decoy = new(() =>
        new PasswordHasher<string>().HashPassword(string.Empty, DiscussionKeys.NewKey())
    );

    private readonly ModeratorFile _file;
    private readonly TimeProvider _clock;
    private readonly PasswordHasher<string> _hasher = new();

    /// <summary>The moderators of a site's data folder.</summary>
    public Moderators(string dataFolder, TimeProvider clock)
    {
        _file = new ModeratorFile(Path.Combine(dataFolder, FileName));
        _clock = clock;
    }

    public Moderators(ObservatoryOptions options, TimeProvider clock)
        : this(options.DataFolder, clock) { }

    /// <summary>What keeps a name and a password from being a moderator's, as a sentence; null for nothing.</summary>
    public static string? FaultOf(string name, string password)
    {
        CommentRules.CheckName(name, out IReadOnlyList<FieldFault> faults);
        return faults.Count > 0 ? faults[0].Message
            : password.Length is < ShortestPassword or > LongestPassword
                ? $"The password has {password.Length} characters; it needs at least {ShortestPassword}, and at most {LongestPassword}."
            : null;
    }

    /// <summary>Makes a moderator, or gives one a new password and ends what he has open.</summary>
    /// <exception cref="ArgumentException"><see cref="FaultOf"/> says why.</exception>
    public void Create(string name, string password)
    {
        if (FaultOf(name, password) is { } fault)
        {
            throw new ArgumentException(fault, nameof(name));
        }

        string hash = _hasher.HashPassword(name, password);
        _file.Change(all =>
        {
            long? made = all.TryGetValue(name, out ModeratorRecord? known) ? known.MadeAt : Now;
            all[name] = new ModeratorRecord
            {
                Password = hash,
                MadeAt = made,
                SignedInAt = known?.SignedInAt,
            };
            return true;
        });
    }

    /// <summary>Takes a moderator away and ends what he has open.</summary>
    /// <exception cref="UnknownNameException">There is nobody of that name.</exception>
    public void Remove(string name)
    {
        if (!_file.Change(all => all.Remove(name)))
        {
            throw Unknown(name);
        }
    }

    /// <summary>Everybody who may moderate, by name.</summary>
    public IReadOnlyList<ModeratorSummary> List() =>
        [
            .. _file
                .Read()
                .OrderBy(m => m.Key, StringComparer.Ordinal)
                .Select(m => new ModeratorSummary(
                    m.Key,
                    Moment(m.Value.MadeAt),
                    Moment(m.Value.SignedInAt),
                    m.Value.Sessions.Count(s => s.Until > Now)
                )),
        ];

    /// <summary>The secret of a link that signs a moderator in once, for whoever is at the machine: no lock is in its way.</summary>
    /// <exception cref="UnknownNameException">There is nobody of that name.</exception>
    public string Link(string name)
    {
        string secret = NewSecret();
        bool isKnown = _file.Change(all =>
        {
            if (!all.TryGetValue(name, out ModeratorRecord? known))
            {
                return false;
            }

            SignInLink[] links = [.. known.Links.Where(l => l.Until > Now), new(StampOf(secret), Until(LinkHolds))];
            all[name] = known with { Links = [.. links.TakeLast(MostLinks)] };
            return true;
        });
        return isKnown ? secret : throw Unknown(name);
    }

    /// <summary>Whether a name and a password belong together. A name that is not there costs as much time as one that is.</summary>
    public bool Check(string name, string password)
    {
        ModeratorRecord? known = _file.Read().GetValueOrDefault(name);
        bool holds = _hasher.VerifyHashedPassword(name, known?.Password ?? Decoy.Value, password) != PasswordVerificationResult.Failed;
        return holds && known is not null;
    }

    /// <summary>Signs a moderator in.</summary>
    /// <param name="name">His name.</param>
    /// <param name="browser">The kind of his browser, in words.</param>
    /// <returns>The secret that his browser is given; null where he was removed in the meantime.</returns>
    public string? Begin(string name, string browser)
    {
        string secret = NewSecret();
        return _file.Change(all => all.TryGetValue(name, out ModeratorRecord? known) && Begin(all, name, known, secret, browser))
            ? secret
            : null;
    }

    /// <summary>Signs in whoever a link stands for, and uses the link up.</summary>
    /// <returns>The name and the secret that the browser is given; null where the link does not hold.</returns>
    public (string Name, string Secret)? Open(string link, string browser)
    {
        string stamp = StampOf(link);
        string secret = NewSecret();
        string? name = null;
        _file.Change(all =>
        {
            name = all.FirstOrDefault(m => m.Value.Links.Any(l => l.Stamp == stamp && l.Until > Now)).Key;
            return name is not null
                && Begin(
                    all,
                    name,
                    all[name] with
                    {
                        Links = [.. all[name].Links.Where(l => l.Stamp != stamp && l.Until > Now)],
                    },
                    secret,
                    browser
                );
        });
        return name is null ? null : (name, secret);
    }

    /// <summary>Whether a link holds; to ask does not use it up.</summary>
    public bool Holds(string link)
    {
        string stamp = StampOf(link);
        return _file.Read().Values.Any(m => m.Links.Any(l => l.Stamp == stamp && l.Until > Now));
    }

    /// <summary>Whether a browser with this secret is signed in as this moderator. Every request is held against it.</summary>
    public bool IsSignedIn(string name, string? secret)
    {
        string stamp = StampOf(secret ?? string.Empty);
        return _file.Read().TryGetValue(name, out ModeratorRecord? known) && known.Sessions.Any(s => s.Stamp == stamp && s.Until > Now);
    }

    /// <summary>The browsers in which a moderator is signed in, latest first.</summary>
    public IReadOnlyList<SignedIn> Sessions(string name) =>
        _file.Read().TryGetValue(name, out ModeratorRecord? known)
            ? [.. known.Sessions.Where(s => s.Until > Now).OrderByDescending(s => s.Begun)]
            : [];

    /// <summary>Signs a moderator out in some of his browsers.</summary>
    public void End(string name, Func<SignedIn, bool> which) =>
        _file.Change(all =>
        {
            if (!all.TryGetValue(name, out ModeratorRecord? known))
            {
                return false;
            }

            all[name] = known with { Sessions = [.. known.Sessions.Where(s => !which(s) && s.Until > Now)] };
            return true;
        });

    /// <summary>What is kept of a secret. It is random and long, so that nobody finds it by trying.</summary>
    public static string StampOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))[..32];

    private bool Begin(Dictionary<string, ModeratorRecord> all, string name, ModeratorRecord known, string secret, string browser)
    {
        SignedIn[] sessions =
        [
            .. known.Sessions.Where(s => s.Until > Now),
            new SignedIn(StampOf(secret), browser, Now, Until(SignedInFor)),
        ];
        all[name] = known with { SignedInAt = Now, Sessions = [.. sessions.TakeLast(MostSessions)] };
        return true;
    }

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long Until(TimeSpan time) => (_clock.GetUtcNow() + time).ToUnixTimeMilliseconds();

    private static string NewSecret() => DiscussionKeys.NewKey() + DiscussionKeys.NewKey();

    private static DateTimeOffset? Moment(long? at) => at is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given) : null;

    private static UnknownNameException Unknown(string name) =>
        new("moderator", name, [], FaultText.Of($"'rootscope admin list' names those that are there."));
}

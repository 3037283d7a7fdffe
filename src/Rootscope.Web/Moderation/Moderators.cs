using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Rootscope.Web.Hosting;
using Rootscope.Web.Security;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Moderation;

/// <summary>
/// Who may moderate: names and password hashes in a file of the site's data folder, made by <c>rootscope admin create</c>.
/// </summary>
public sealed class Moderators
{
    /// <summary>The shortest password that is taken. Unit: characters.</summary>
    public const int ShortestPassword = 12;

    private const int FailuresAllowed = 5;
    private const string FileName = "moderators.json";
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true };

    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly PasswordHasher<string> _hasher = new();
    private readonly ConcurrentDictionary<string, Failures> _failures = new(StringComparer.Ordinal);

    /// <summary>Reads the moderators of a site's data folder.</summary>
    public Moderators(string dataFolder, TimeProvider clock)
    {
        _path = Path.Combine(dataFolder, FileName);
        _clock = clock;
    }

    internal Moderators(ObservatoryOptions options, TimeProvider clock)
        : this(options.DataFolder, clock) { }

    /// <summary>Makes a moderator, or gives one a new password.</summary>
    /// <exception cref="ArgumentException">The name is empty or the password is too short.</exception>
    public void Create(string name, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(password);
        if (password.Length < ShortestPassword)
        {
            throw new ArgumentException(
                $"The password has {password.Length} characters; it needs at least {ShortestPassword}.",
                nameof(password)
            );
        }

        Dictionary<string, string> all = Read();
        all[name] = _hasher.HashPassword(name, password);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        string pending = _path + ".new";
        File.WriteAllText(pending, JsonSerializer.Serialize(all, Pretty));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(pending, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(pending, _path, overwrite: true);
    }

    /// <summary>Whether a name and password belong together. Five failures lock a name for a quarter of an hour.</summary>
    public bool Check(string name, string password)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(password);
        Failures failures = _failures.GetOrAdd(name, _ => new Failures());
        lock (failures)
        {
            if (failures.Count >= FailuresAllowed && _clock.GetElapsedTime(failures.At) < LockedFor)
            {
                return false;
            }

            // A name that is not there costs as much time as one that is.
            bool isKnown = Read().TryGetValue(name, out string? hash);
            bool holds = _hasher.VerifyHashedPassword(name, hash ?? Decoy.Value, password) != PasswordVerificationResult.Failed && isKnown;
            failures.Count =
                holds ? 0
                : failures.Count >= FailuresAllowed ? 1
                : failures.Count + 1;
            failures.At = _clock.GetTimestamp();
            return holds;
        }
    }

    private static readonly Lazy<string> Decoy = new(() =>
        new PasswordHasher<string>().HashPassword(string.Empty, Security.DiscussionKeys.NewKey())
    );

    private Dictionary<string, string> Read() =>
        File.Exists(_path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(_path)) ?? [] : [];

    private sealed class Failures
    {
        public int Count { get; set; }

        public long At { get; set; }
    }
}

using System.Text.Json;
using Rootscope.Web.Security;

namespace Rootscope.Web.Moderation;

/// <summary>The file that says who may moderate, read whole and written whole, by the site and the command line at the same time.</summary>
/// <param name="path">Where it is.</param>
internal sealed class ModeratorFile(string path)
{
    private const int Form = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Everybody in it by name; nobody where there is no file.</summary>
    /// <exception cref="InvalidOperationException">It holds something else.</exception>
    public Dictionary<string, ModeratorRecord> Read()
    {
        if (!File.Exists(path))
        {
            return new Dictionary<string, ModeratorRecord>(StringComparer.Ordinal);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return document.RootElement.TryGetProperty("form", out _)
                ? new Dictionary<string, ModeratorRecord>(
                    document.RootElement.Deserialize<Content>(Pretty)!.Moderators,
                    StringComparer.Ordinal
                )
                : OfTheFirstForm(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidOperationException(
                $"{path} is no list of moderators ({e.Message}). Restore it from a backup, or delete it and run 'rootscope admin create'.",
                e
            );
        }
    }

    /// <summary>Changes it, alone: who else wants to, in this process or another, waits.</summary>
    /// <param name="change">What is done to everybody by name; false leaves the file as it is.</param>
    /// <returns>What <paramref name="change"/> said.</returns>
    public bool Change(Func<Dictionary<string, ModeratorRecord>, bool> change)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        }

        using FileStream alone = Lock();
        Dictionary<string, ModeratorRecord> all = Read();
        if (!change(all))
        {
            return false;
        }

        PrivateFiles.Write(path, file => JsonSerializer.Serialize(file, new Content(Form, all), Pretty));
        return true;
    }

    private FileStream Lock()
    {
        long began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", PrivateFiles.Opening(FileMode.OpenOrCreate));
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Earlier versions kept names and hashes alone.</summary>
    private static Dictionary<string, ModeratorRecord> OfTheFirstForm(JsonElement root) =>
        root.EnumerateObject()
            .ToDictionary(p => p.Name, p => new ModeratorRecord { Password = p.Value.GetString()! }, StringComparer.Ordinal);

    private sealed record Content(int Form, Dictionary<string, ModeratorRecord> Moderators);
}

/// <summary>What is kept of a moderator. Moments are milliseconds since 1970 in universal time.</summary>
internal sealed record ModeratorRecord
{
    /// <summary>The hash of the password.</summary>
    public required string Password { get; init; }

    /// <summary>When he was made; null where an earlier version did it.</summary>
    public long? MadeAt { get; init; }

    /// <summary>When he signed in last; null for never.</summary>
    public long? SignedInAt { get; init; }

    /// <summary>The browsers in which he is signed in.</summary>
    public IReadOnlyList<SignedIn> Sessions { get; init; } = [];

    /// <summary>The links that sign him in once.</summary>
    public IReadOnlyList<SignInLink> Links { get; init; } = [];
}

/// <summary>A browser in which a moderator is signed in.</summary>
/// <param name="Stamp">The mark of the secret that the browser has.</param>
/// <param name="Browser">Its kind, in words.</param>
/// <param name="Begun">When he signed in.</param>
/// <param name="Until">When it ends by itself.</param>
internal sealed record SignedIn(string Stamp, string Browser, long Begun, long Until);

/// <summary>A link that signs a moderator in once.</summary>
/// <param name="Stamp">The mark of its secret.</param>
/// <param name="Until">When it ends.</param>
internal sealed record SignInLink(string Stamp, long Until);

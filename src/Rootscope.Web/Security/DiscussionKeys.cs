using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Rootscope.Web.Security;

namespace Rootscope.Web.Security;

/// <summary>Everything secret about the discussion: encryption of addresses, marks of equality, signed tokens.</summary>
/// <remarks>
/// The secret is 32 random bytes in the site's data folder, readable by its owner alone, or in the environment variable
/// ROOTSCOPE_SECRET. Whoever has it can tell which comments share an address; nobody can without it.
/// </remarks>
internal sealed class DiscussionKeys
{
    public const string Variable = "ROOTSCOPE_SECRET";

    private const int SecretBytes = 32;
    private const string FileName = "discussion.key";

    private readonly byte[] _secret;
    private readonly IDataProtector _protector;

    public DiscussionKeys(string dataFolder, IDataProtectionProvider protection)
    {
        _secret = SecretSetting.Read(Variable) is { } text ? Parse(text) : ReadOrMake(Path.Combine(dataFolder, FileName));
        _protector = protection.CreateProtector("Rootscope.Discussion.Email.1");
    }

    public byte[] Protect(string email) => _protector.Protect(Encoding.UTF8.GetBytes(email));

    public string Unprotect(byte[] protectedEmail) => Encoding.UTF8.GetString(_protector.Unprotect(protectedEmail));

    /// <summary>Equal for equal addresses; letter case does not matter.</summary>
    public string MarkOf(string email) => Mark("email", email.Trim().ToLowerInvariant());

    /// <summary>What is kept of a random secret: it tells the secret again, and nobody gets it back.</summary>
    public string MarkOfSecret(string secret) => Mark("secret", secret);

    /// <summary>Equal for visitors of one network on one day: /24 of IPv4, /48 of IPv6. Nothing of the address is kept.</summary>
    public string NetworkMarkOf(IPAddress address, DateOnly day)
    {
        byte[] bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        int kept = address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6 ? 3 : 6;

        // A key of the day: marks of two days cannot be compared, and all are deleted after 48 hours.
        return Mark("network " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Convert.ToHexString(bytes.AsSpan(0, kept)));
    }

    /// <summary>A token that nobody else can make: its purpose, its content and when it ends.</summary>
    public string Sign(string purpose, string content, DateTimeOffset until)
    {
        string body = string.Create(
            CultureInfo.InvariantCulture,
            $"{until.ToUnixTimeMilliseconds()}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(content))}"
        );
        return $"{body}.{Mark(purpose, body)}";
    }

    /// <summary>The content of a token that is of that purpose, unbroken and not ended; otherwise null.</summary>
    public string? Read(string purpose, string? token, DateTimeOffset now)
    {
        string[] parts = (token ?? string.Empty).Split('.');
        if (
            parts.Length != 3
            || !CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Mark(purpose, $"{parts[0]}.{parts[1]}")),
                Encoding.UTF8.GetBytes(parts[2])
            )
        )
        {
            return null;
        }

        return long.Parse(parts[0], CultureInfo.InvariantCulture) >= now.ToUnixTimeMilliseconds()
            ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]))
            : null;
    }

    /// <summary>A new random name of 20 letters and digits.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 20);

    private string Mark(string purpose, string content) =>
        Base64Url.EncodeToString(
            HMACSHA256.HashData(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(purpose)), Encoding.UTF8.GetBytes(content))
        );

    private static byte[] Parse(string text)
    {
        byte[] secret = Encoding.UTF8.GetBytes(text.Trim());
        return secret.Length >= SecretBytes
            ? secret
            : throw new InvalidOperationException(
                $"{Variable} has {secret.Length} bytes; it needs at least {SecretBytes}. Make one with: openssl rand -base64 32"
            );
    }

    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            using var file = new FileStream(path, PrivateFiles.Opening(FileMode.CreateNew));
            file.Write(RandomNumberGenerator.GetBytes(SecretBytes));
            file.Flush(flushToDisk: true);
        }

        byte[] secret = File.ReadAllBytes(path);
        return secret.Length >= SecretBytes
            ? secret
            : throw new InvalidOperationException(
                $"{path} has {secret.Length} bytes; a key has {SecretBytes}. Restore it from a backup: without it no writer can be "
                    + $"found by address."
            );
    }
}

using System.Buffers;
using System.Security.Cryptography;

namespace Rootscope.Storage.Downloads;

/// <summary>The hash that a file is to have, in the form in which archives publish it.</summary>
/// <remarks>Unit: none. MD5 and SHA-1 tell an accident from the right file, not an attack: archives publish nothing
/// better.
/// </remarks>
public sealed record FileHash
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private FileHash(HashAlgorithmName algorithm, string hex)
    {
        Algorithm = algorithm;
        Hex = hex;
    }

    /// <summary>The algorithm.</summary>
    public HashAlgorithmName Algorithm { get; }

    /// <summary>The hash in hexadecimal digits, small letters.</summary>
    public string Hex { get; }

    /// <summary>Reads <c>md5:…</c>, <c>sha1:…</c> or <c>sha256:…</c>; hexadecimal digits alone are a SHA-256.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static FileHash Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Trim().ToLowerInvariant().Split(':', 2);
        (HashAlgorithmName algorithm, int length) = (parts.Length == 2 ? parts[0] : "sha256") switch
        {
            "md5" => (HashAlgorithmName.MD5, 32),
            "sha1" => (HashAlgorithmName.SHA1, 40),
            "sha256" => (HashAlgorithmName.SHA256, 64),
            _ => (default, -1),
        };
        return parts[^1].Length == length && !parts[^1].AsSpan().ContainsAnyExcept(Hexadecimal)
            ? new(algorithm, parts[^1])
            : throw new ArgumentException(
                $"'{text}' is no hash: write md5: and 32 hexadecimal digits, sha1: and 40, or sha256: and 64.",
                nameof(text)
            );
    }

    /// <summary>The hash of a file.</summary>
    internal static string Of(HashAlgorithmName algorithm, string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(CryptographicOperations.HashData(algorithm, file));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Algorithm.Name?.ToLowerInvariant()}:{Hex}";
}

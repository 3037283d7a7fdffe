using System.Security.Cryptography;

namespace Rootscope.Answers.Economies;

/// <summary>A file of the user's as the source of a step: its name, and the hash that tells it from another of that name.</summary>
internal static class FileSource
{
    public static string Of(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return $"{Path.GetFileName(file)}, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(stream))}";
    }
}

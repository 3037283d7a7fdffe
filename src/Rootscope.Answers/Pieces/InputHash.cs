using System.Security.Cryptography;
using System.Text;

namespace Rootscope.Answers.Pieces;

/// <summary>SHA-256 of inputs that have none of their own.</summary>
internal static class InputHash
{
    /// <summary>Of names in an order, such as those of the firms of a selection. Lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in names)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

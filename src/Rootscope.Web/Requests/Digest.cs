using System.Security.Cryptography;
using System.Text;

namespace Rootscope.Web.Requests;

/// <summary>One hash of several.</summary>
internal static class Digest
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

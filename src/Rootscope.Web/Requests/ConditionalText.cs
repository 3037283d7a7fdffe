using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Rootscope.Web.Requests;

/// <summary>Answers with a text under the hash of its content, and with 304 to those who have it already.</summary>
internal static class ConditionalText
{
    public static IResult Of(HttpContext context, string text, string mediaType)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(content, mediaType, entityTag: TagOf(content));
    }

    /// <summary>The name that an answer has by its content.</summary>
    public static EntityTagHeaderValue TagOf(byte[] content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");
}

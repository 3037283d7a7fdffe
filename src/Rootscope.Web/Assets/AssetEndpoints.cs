using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Rootscope.Web.Assets;

/// <summary>Serves the embedded files: compressed once, kept by browsers for a year under the hash of their content.</summary>
internal static class AssetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{hash}/{name}", [HttpMethods.Get, HttpMethods.Head], Serve);

    private static IResult Serve(string hash, string name, HttpContext context)
    {
        if (AssetLibrary.Find(hash, name) is not { } asset)
        {
            return Results.NotFound();
        }

        (byte[] body, string? encoding) = Accepted(context.Request) switch
        {
            "br" => (asset.Brotli, "br"),
            "gzip" => (asset.Gzip, "gzip"),
            _ => (asset.Content, (string?)null),
        };
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return Results.Bytes(body, asset.MediaType);
    }

    private static string? Accepted(HttpRequest request)
    {
        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptEncoding;
        return Takes(accepted, "br") ? "br"
            : Takes(accepted, "gzip") ? "gzip"
            : null;
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(e => e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);
}

using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Rootscope.Web.Addresses;

/// <summary>
/// One state of a page has one address: words that say the default lead to the address without them, so that what people share is short.
/// </summary>
/// <remarks>Forms send every choice, the unchanged ones too. Words that no page knows stay as they are.</remarks>
internal static class CanonicalAddress
{
    /// <summary>Redirects readers of pages; data addresses answer as they are asked.</summary>
    public static void Use(IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                bool isPage =
                    HttpMethods.IsGet(context.Request.Method)
                    && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
                if (isPage && Shorter(context.Request) is { } address)
                {
                    context.Response.Redirect(address);
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );

    /// <summary>The address without words that say the default; null where it has none.</summary>
    public static string? Shorter(HttpRequest request)
    {
        string path = request.PathBase.Add(request.Path).ToUriComponent();
        var said = PageState.Read(request.Query);
        if (said.Faults.Count > 0 || path.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        HashSet<string> kept = [.. NamesIn(said.AddressOf(string.Empty))];
        bool isShort = request.Query.All(q =>
            q.Value.Count == 1
            && q.Value.ToString().Length > 0
            && (!PageState.Words.Contains(q.Key, StringComparer.Ordinal) || kept.Contains(q.Key))
        );
        if (isShort)
        {
            return null;
        }

        var text = new StringBuilder(said.AddressOf(path));
        char mark = kept.Count > 0 ? '&' : '?';
        foreach (
            (string name, string value) in request
                .Query.Where(q => !PageState.Words.Contains(q.Key, StringComparer.Ordinal))
                .SelectMany(q => q.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => (q.Key, v!)))
        )
        {
            text.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        string address = text.ToString();
        return address == path + request.QueryString.ToUriComponent() ? null : address;
    }

    private static IEnumerable<string> NamesIn(string query) =>
        query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')[0]);
}

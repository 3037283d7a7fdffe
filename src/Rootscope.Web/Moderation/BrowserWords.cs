using Microsoft.AspNetCore.Http;

namespace Rootscope.Web.Moderation;

/// <summary>The kind of a browser in a few words of a short list, so that a moderator tells his own apart.</summary>
internal static class BrowserWords
{
    private static readonly (string Sign, string Word)[] Kinds =
    [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Word)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(HttpRequest request)
    {
        string said = request.Headers.UserAgent.ToString();
        string[] words = [WordOf(Kinds, said), WordOf(Systems, said)];
        return string.Join(" · ", words.Where(w => w.Length > 0));
    }

    private static string WordOf((string Sign, string Word)[] list, string said) =>
        Array.Find(list, w => said.Contains(w.Sign, StringComparison.Ordinal)).Word ?? string.Empty;
}

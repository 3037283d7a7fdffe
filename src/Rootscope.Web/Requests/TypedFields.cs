using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Rootscope.Web.Requests;

/// <summary>What somebody typed into a form that was refused, so that the answer gives it back.</summary>
internal static class TypedFields
{
    private const int MostFields = 12;
    private const int LongestForm = 256 * 1024;

    /// <summary>What no page gives back: secrets, and what a page wrote itself.</summary>
    private static readonly string[] Left = ["password", "token", "stamp", "website", "keys", "consent", "act", "parent"];

    /// <summary>Fields and what was typed into them; none where the request brought no form, or one that cannot be read.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> OfAsync(HttpContext context)
    {
        // The form is only given back, so that it does not matter that its token does not hold.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        if (!context.Request.HasFormContentType || context.Request.ContentLength is not <= LongestForm)
        {
            return [];
        }

        try
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
            return
            [
                .. form.Where(f => !f.Key.StartsWith('_') && !Left.Contains(f.Key, StringComparer.OrdinalIgnoreCase))
                    .Select(f => KeyValuePair.Create(f.Key, f.Value.ToString()))
                    .Where(f => f.Value.Length > 0)
                    .Take(MostFields),
            ];
        }
        catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException or IOException)
        {
            return [];
        }
    }
}

using Microsoft.AspNetCore.Http;

namespace Rootscope.Web.Addresses;

/// <summary>What the address of a request says, read once, and what of it is not understood.</summary>
/// <param name="Path">The path that was asked for.</param>
/// <param name="Query">The query as it came; null of a request that sends something.</param>
/// <param name="State">What pages show.</param>
/// <param name="Faults">Values that are not understood: the page is not made, and they are told in its place.</param>
internal sealed record ReadAddress(string Path, IQueryCollection? Query, PageState State, IReadOnlyList<QueryFault> Faults)
{
    private const int MostFields = 20;
    private const int LongestValue = 200;

    /// <summary>The fields of the query with what was typed into them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Typed =>
        (Query ?? Enumerable.Empty<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>())
            .Where(q => q.Value.ToString().Length is > 0 and <= LongestValue && q.Key.Length <= LongestValue)
            .Take(MostFields)
            .Select(q => KeyValuePair.Create(q.Key, q.Value.ToString()));
}

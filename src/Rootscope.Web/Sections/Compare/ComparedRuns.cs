using Microsoft.AspNetCore.Http;
using Rootscope.Web.Addresses;
using Rootscope.Web.Runs;

namespace Rootscope.Web.Sections.Compare;

/// <summary>
/// The two runs that an address names by <c>first</c> and <c>second</c>: each by its hash, or by an address that ends in it.
/// </summary>
internal sealed record ComparedRuns(string FirstId, string SecondId, ScenarioRunState? First, ScenarioRunState? Second) : ITakesQuery
{
    /// <summary>The runs, and the page's own words.</summary>
    public static IReadOnlyList<QueryField> Fields { get; } = [.. PageState.Fields, new("first"), new("second")];

    /// <summary>Those whose question is kept and whose result no longer is.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Whether both have a result.</summary>
    public bool AreDone => First?.Result is not null && Second?.Result is not null;

    public static ComparedRuns Read(IQueryCollection query, RunQueue queue)
    {
        string[] ids = [IdOf(query["first"].ToString()), IdOf(query["second"].ToString())];
        return new ComparedRuns(ids[0], ids[1], queue.Find(ids[0]), queue.Find(ids[1]))
        {
            Kept = [.. ids.Where(i => queue.Find(i) is null && queue.Kept.Knows(i))],
        };
    }

    private static string IdOf(string given) => given.Trim().Split('?')[0].TrimEnd('/').Split('/')[^1];
}

using Microsoft.AspNetCore.Http;
using Rootscope.Web.Runs;

namespace Rootscope.Web.Sections.Compare;

/// <summary>
/// The two runs that an address names by <c>first</c> and <c>second</c>: each by its hash, or by an address that ends in it.
/// </summary>
internal sealed record ComparedRuns(string FirstId, string SecondId, ScenarioRunState? First, ScenarioRunState? Second)
{
    /// <summary>Whether both have a result.</summary>
    public bool AreDone => First?.Result is not null && Second?.Result is not null;

    public static async Task<ComparedRuns> ReadAsync(IQueryCollection query, RunQueue queue, CancellationToken cancellation)
    {
        (string first, string second) = (IdOf(query["first"].ToString()), IdOf(query["second"].ToString()));
        return new ComparedRuns(first, second, await queue.FindAsync(first, cancellation), await queue.FindAsync(second, cancellation));
    }

    private static string IdOf(string given) => given.Trim().Split('?')[0].TrimEnd('/').Split('/')[^1];
}

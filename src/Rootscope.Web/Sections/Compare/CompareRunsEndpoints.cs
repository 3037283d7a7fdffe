using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Addresses;
using Rootscope.Web.Api;
using Rootscope.Web.Figures;
using Rootscope.Web.Requests;
using Rootscope.Web.Runs;

namespace Rootscope.Web.Sections.Compare;

/// <summary>The data of two runs side by side: <c>/compare/runs.json</c> and <c>.csv</c> with the page's words.</summary>
internal static class CompareRunsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder files = routes.MapGroup("/compare").WithMetadata(new TakesAttribute<ComparedRuns>());
        files.MapGet(
            "/runs.json",
            (HttpContext context, RunQueue queue) => Answer(context, queue, f => (f.Report.ToJson(), "application/json; charset=utf-8"))
        );
        files.MapGet(
            "/runs.csv",
            (HttpContext context, RunQueue queue) => Answer(context, queue, f => (f.Report.ToCsv(), "text/csv; charset=utf-8"))
        );
    }

    private static IResult Answer(HttpContext context, RunQueue queue, Func<Figure, (string Text, string MediaType)> writer)
    {
        ComparedRuns runs = ComparedRuns.Read(context.Request.Query, queue);
        if (runs.Kept.Count > 0)
        {
            return RunEndpoints.NotThere(runs.Kept[0], context, queue);
        }

        if (runs.First is null || runs.Second is null)
        {
            return ApiProblems.Of(ApiProblems.UnknownName, "There is no such run. 'first' and 'second' are hashes of runs.");
        }

        if (!runs.AreDone)
        {
            return Results.Accepted($"/api/v1/runs/{(runs.First.Result is null ? runs.FirstId : runs.SecondId)}");
        }

        (string text, string mediaType) = writer(CompareRunsFigure.Of(runs, PageState.Read(context.Request.Query).Tongue));
        return ConditionalText.Of(context, text, mediaType);
    }
}

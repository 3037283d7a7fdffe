using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Rootscope.Storage.Export;
using Rootscope.Tables;
using Rootscope.Web.Api;
using Rootscope.Web.Discussion.Privacy;
using Rootscope.Web.Hosting;
using Rootscope.Web.Observing;

namespace Rootscope.Web.Sections.Data;

/// <summary>A table as Parquet under its page's address: <c>/data/NAME.parquet</c>. Written once, kept under the hash of its content.</summary>
/// <remarks>The name in the address is looked up among the tables that there are; no part of it becomes a path. What may not be passed on is refused with the reason.</remarks>
internal static class TableFiles
{
    private const string Folder = "exports";
    private const string MediaType = "application/vnd.apache.parquet";

    private static readonly SemaphoreSlim Writing = new(1);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/data/{name}.parquet", AnswerAsync);

    private static async Task<IResult> AnswerAsync(string name, HttpContext context, ObservedEconomies economies, ObservatoryOptions options)
    {
        if (!economies.Tables.Any(t => t.Name == name))
        {
            throw new UnknownNameException("table", name, NearestNames.Of(name, economies.Tables.Select(t => t.Name)), "The page /data names those that there are.");
        }

        FlowTable table = economies.Table(name);
        RedistributionTerms terms = RedistributionTerms.Of(table.Metadata);
        if (!terms.IsAllowed)
        {
            return ApiProblems.Of(ApiProblems.NotPassedOn, terms.Reason);
        }

        string path = Path.Combine(options.DataFolder, Folder, $"{table.ContentHash}.parquet");
        await WriteOnceAsync(table, path, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-cache";
        return Results.File(path, MediaType, $"{table.Metadata.Id}.parquet", entityTag: new EntityTagHeaderValue($"\"{table.ContentHash[..32]}\""), enableRangeProcessing: true);
    }

    private static async Task WriteOnceAsync(FlowTable table, string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            return;
        }

        await Writing.WaitAsync(cancellation);
        try
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                string fresh = Path.Combine(Path.GetDirectoryName(path)!, $"pending-{DiscussionKeys.NewKey()}.parquet");
                await Task.Run(() => TableExport.Write(table, fresh, ExportFormat.Parquet, rightsConfirmed: false, cancellation), cancellation);
                File.Move(fresh, path, overwrite: true);
            }
        }
        finally
        {
            Writing.Release();
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Api;

namespace Rootscope.Web.Sections.Data;

/// <summary>A table as Parquet under its page's address: <c>/data/NAME.parquet</c>, the same file as under the API.</summary>
/// <remarks>
/// The name in the address is looked up among the tables that there are; no part of it becomes a path. What may not be passed on is refused
/// with the reason.
/// </remarks>
internal static class TableFiles
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/data/{name}.parquet",
            (string name, HttpContext context, ResourceContext resources, ParquetCopies copies) =>
                ApiEndpoints.FlowsAsync(name, context, resources, copies)
        );
}

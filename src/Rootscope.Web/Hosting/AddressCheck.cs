using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Api;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Hosting;

/// <summary>Holds the query of every request against the fields that its address takes, before any work begins.</summary>
/// <remarks>
/// A value that is not understood is refused with 400: programs are told in problem details, readers in a page that gives back what was
/// typed. A field that is not known is refused where programs ask and where something is sent; of a page, whose address others may have
/// lengthened, it is told. Resources of the API check themselves, by the same fields.
/// </remarks>
internal static class AddressCheck
{
    private const int MostToldNames = 3;

    public static void Use(IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                // The page of a fault is made for the address that was asked for.
                if (context.Features.Get<ReadAddress>() is not null)
                {
                    return next(context);
                }

                Endpoint? endpoint = context.GetEndpoint();
                bool isPage = endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
                return isPage ? PageAsync(context, endpoint, next)
                    : endpoint is null ? LostAsync(context, next)
                    // Refusals of the method or the type are no addresses of their own.
                    : endpoint is not RouteEndpoint || endpoint.Metadata.GetMetadata<ResourceEndpoint>() is not null ? next(context)
                    : OtherAsync(context, endpoint, next);
            }
        );

    private static Task PageAsync(HttpContext context, Endpoint? endpoint, RequestDelegate next)
    {
        IReadOnlyList<QueryField> own = OwnOf(endpoint);
        IQueryCollection query = context.Request.Query;
        PageState state = StateOf(context);
        IReadOnlyList<QueryFault> unknown = [.. QueryField.UnknownIn(query, [.. PageState.Fields, .. own])];
        QueryFault[] faults = [.. state.Faults, .. QueryField.FaultsOf(query, own)];
        if (HttpMethods.IsGet(context.Request.Method))
        {
            state = state with { Notices = [.. state.Notices, .. unknown.Take(MostToldNames).Select(PageState.LeftOut)] };
        }
        else
        {
            faults = [.. faults, .. unknown];
        }

        return Keep(context, state, faults) ? next(context) : RefuseAsync(context);
    }

    private static Task OtherAsync(HttpContext context, Endpoint endpoint, RequestDelegate next)
    {
        IReadOnlyList<QueryField> fields = OwnOf(endpoint);
        IQueryCollection query = context.Request.Query;
        QueryFault[] faults = [.. QueryField.UnknownIn(query, fields), .. QueryField.FaultsOf(query, fields)];
        if (ApiProblems.IsForPrograms(context.Request))
        {
            return faults.Length == 0
                ? next(context)
                : ApiProblems.Of(new ParameterException([.. faults.Select(f => f.ForPrograms)])).ExecuteAsync(context);
        }

        return Keep(context, StateOf(context), faults) ? next(context) : RefuseAsync(context);
    }

    /// <summary>An address that nothing is at: the page that says so is in the language that was asked for.</summary>
    private static Task LostAsync(HttpContext context, RequestDelegate next)
    {
        if (!ApiProblems.IsForPrograms(context.Request))
        {
            Keep(context, StateOf(context), []);
        }

        return next(context);
    }

    private static IReadOnlyList<QueryField> OwnOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<QueryFieldsAttribute>()?.Fields ?? [];

    private static PageState StateOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<SiteAnswers>().Known(PageState.Read(context.Request.Query));

    private static bool Keep(HttpContext context, PageState state, IReadOnlyList<QueryFault> faults)
    {
        HttpRequest request = context.Request;
        context.Features.Set(
            new ReadAddress(request.Path.Value ?? "/", HttpMethods.IsGet(request.Method) ? request.Query : null, state, faults)
        );
        return faults.Count == 0;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rootscope.Answers.Pictures;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;
using Rootscope.Web.Api;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Figures;

/// <summary>
/// Every figure's data under an address of its own: <c>/figures/NAME.json</c> and <c>/figures/NAME.csv</c>, with the page's words.
/// </summary>
internal static class FigureEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<IFigureSource> figures)
    {
        Dictionary<string, IFigureSource> named = figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        routes.MapGet(
            "/figures/{name}.json",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(
                    named.GetValueOrDefault(name),
                    context,
                    economies,
                    figure => (figure.Report.ToJson(), "application/json; charset=utf-8")
                )
        );
        routes.MapGet(
            "/figures/{name}.csv",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(named.GetValueOrDefault(name), context, economies, figure => (figure.Report.ToCsv(), "text/csv; charset=utf-8"))
        );
        routes.MapGet(
            "/figures/{name}.svg",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(
                    named.GetValueOrDefault(name),
                    context,
                    economies,
                    figure => figure.Sheet is { } sheet ? (SheetSvg.File(sheet(SheetFormat.Wide)), "image/svg+xml; charset=utf-8") : null
                )
        );
    }

    private static IResult Answer(
        IFigureSource? source,
        HttpContext context,
        SiteAnswers economies,
        Func<Figure, (string Text, string MediaType)?> writer
    )
    {
        if (source is null)
        {
            return Results.NotFound();
        }

        PageState state = PageState.Read(context.Request.Query);
        if (state.Faults is [var fault, ..])
        {
            // A page may show something else and say so; a program that reads data would not notice.
            return ApiProblems.Of(ApiProblems.BadParameter, fault[state.Tongue]);
        }

        // A table or region that is not there is told with the nearest names, whatever the figure would make of it.
        _ = economies.Economy(state);
        _ = economies.Economy(state.Other);
        return writer(source.Draw(state, economies)) is { } written
            ? ConditionalText.Of(context, written.Text, written.MediaType)
            : Results.NotFound();
    }
}

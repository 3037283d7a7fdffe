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
/// Every figure's data under an address of its own: <c>/figures/NAME.json</c> and <c>/figures/NAME.csv</c>, with the page's words, and what
/// describes the latter, <c>/figures/NAME.csvm</c>.
/// </summary>
internal static class FigureEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<IFigureSource> figures)
    {
        Dictionary<string, IFigureSource> named = figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        RouteGroupBuilder figuresOf = routes.MapGroup("/figures").WithMetadata(new TakesAttribute<PageState>());
        figuresOf.MapGet(
            "/{name}.json",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(
                    named.GetValueOrDefault(name),
                    context,
                    economies,
                    figure => (figure.Report.ToJson(), "application/json; charset=utf-8")
                )
        );
        figuresOf.MapGet(
            "/{name}.csv",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(named.GetValueOrDefault(name), context, economies, figure => (figure.Report.ToCsv(), "text/csv; charset=utf-8"))
        );
        figuresOf.MapGet(
            "/{name}.svg",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(
                    named.GetValueOrDefault(name),
                    context,
                    economies,
                    figure =>
                        figure.Sheet is { } sheet
                            ? (
                                SheetSvg.File(sheet(SheetFormat.Wide), FigureFiles.OriginOf(context, figure)),
                                "image/svg+xml; charset=utf-8"
                            )
                            : null
                )
        );
        figuresOf.MapGet(
            "/{name}.csvm",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(
                    named.GetValueOrDefault(name),
                    context,
                    economies,
                    figure =>
                        (
                            CsvMetadata.Of(figure.Report, FigureFiles.NameOf(figure, PageState.Read(context.Request.Query)) + ".csv"),
                            FigureFiles.CsvMetadataType
                        )
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
        // A table, region or product that is not there is told with the nearest names, whatever the figure would make of it.
        _ = economies.Economy(state);
        _ = economies.Economy(state.Other);
        economies.RequireSubject(state);
        Figure figure = source.Draw(state, economies);
        if (writer(figure) is not { } written)
        {
            return Results.NotFound();
        }

        FigureFiles.Describe(context, figure, state);
        return ConditionalText.Of(context, written.Text, written.MediaType);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rootscope.Web.Api;
using Rootscope.Web.Observing;
using Rootscope.Web.Sections;

namespace Rootscope.Web.Figures;

/// <summary>
/// Every figure's data under an address of its own: <c>/figures/NAME.json</c> and <c>/figures/NAME.csv</c>, with the page's words.
/// </summary>
internal static class FigureEndpoints
{
    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/figures/{name}.json",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(name, context, economies, figure => (ToJson(figure), "application/json; charset=utf-8"))
        );
        routes.MapGet(
            "/figures/{name}.csv",
            (string name, HttpContext context, SiteAnswers economies) =>
                Answer(name, context, economies, figure => (ToCsv(figure), "text/csv; charset=utf-8"))
        );
    }

    private static IResult Answer(
        string name,
        HttpContext context,
        SiteAnswers economies,
        Func<Figure, (string Text, string MediaType)> writer
    )
    {
        if (SiteSections.FindFigure(name) is not { } source)
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
        (string text, string mediaType) = writer(source.Draw(state, economies));
        return ConditionalText.Of(context, text, mediaType);
    }

    internal static string ToJson(Figure figure)
    {
        var columns = new JsonArray([
            .. figure.Columns.Select(c =>
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = c.Name,
                        ["unit"] = c.DataUnit,
                        ["meaning"] = c.Meaning,
                    }
            ),
        ]);
        var rows = new JsonArray();
        foreach (object?[] row in figure.Rows)
        {
            var item = new JsonObject();
            for (int c = 0; c < row.Length; c++)
            {
                item[figure.Columns[c].Name] = JsonSerializer.SerializeToNode(row[c]);
            }

            rows.Add((JsonNode)item);
        }

        return new JsonObject
            {
                ["provenance"] = new JsonObject
                {
                    ["title"] = figure.Title,
                    ["sentence"] = figure.Sentence,
                    ["source"] = figure.Source,
                    ["licence"] = figure.Licence,
                    ["contentHash"] = figure.ContentHash,
                },
                ["columns"] = columns,
                ["rows"] = rows,
            }.ToJsonString(Pretty) + "\n";
    }

    internal static string ToCsv(Figure figure)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', figure.Columns.Select(c => c.Name)).Append('\n');
        foreach (object?[] row in figure.Rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => string.Empty,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            string words when words.AsSpan().ContainsAny(",\"\n") => '"' + words.Replace("\"", "\"\"", StringComparison.Ordinal) + '"',
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Rootscope.Tables;

namespace Rootscope.Storage.Export;

/// <summary>A table as a Frictionless data package: wide CSV files, and a description that lacks nothing to have the table again.</summary>
internal static class CsvPackage
{
    public const string Description = "datapackage.json";

    /// <summary>Writes the package.</summary>
    /// <param name="table">The table.</param>
    /// <param name="withFigures">Whether the figures may be in it; without them it is the description alone.</param>
    /// <param name="open">Opens a file of the package by name.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public static void Write(FlowTable table, bool withFigures, Func<string, Stream> open, CancellationToken cancellation)
    {
        var resources = new JsonArray();
        if (withFigures)
        {
            string[] sectors = [.. Enumerable.Range(0, table.Size).Select(k => table.Sectors.LabelOf(new(k)))];
            string[] uses =
            [
                .. table.FinalDemandCategories.Select(c =>
                    table.Sectors.Regions.Count == 1 ? c.Code : $"{table.Sectors.Regions[c.Region].Code}.{c.Code}"
                ),
            ];
            WriteSectors(table, open, resources);
            WriteMatrix("flows", "sector", sectors, sectors, table.Flows.ToArray(), open, resources, cancellation);
            WriteMatrix("final-demand", "sector", sectors, uses, table.FinalDemand.ToArray(), open, resources, cancellation);
            WriteMatrix(
                "value-added",
                "input",
                [.. table.ValueAddedCategories.Select(c => c.Code)],
                sectors,
                table.ValueAdded.ToArray(),
                open,
                resources,
                cancellation
            );
            if (table.HasImportedFlows)
            {
                WriteMatrix("imported-flows", "sector", sectors, sectors, table.ImportedFlows.ToArray(), open, resources, cancellation);
                WriteMatrix(
                    "imported-final-demand",
                    "sector",
                    sectors,
                    uses,
                    table.ImportedFinalDemand.ToArray(),
                    open,
                    resources,
                    cancellation
                );
            }
        }

        using Stream description = open(Description);
        using var json = new Utf8JsonWriter(
            description,
            new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
        Describe(table, resources).WriteTo(json);
    }

    private static void WriteSectors(FlowTable table, Func<string, Stream> open, JsonArray resources)
    {
        List<string> columns = ["sector", "region", "region_name", "industry", "industry_name", "industry_local_name", "output"];
        if (table.HasImports)
        {
            columns.Add("imports");
        }

        using (Stream stream = open("sectors.csv"))
        using (var text = new DelimitedText(stream, ','))
        {
            text.Row(columns);
            for (int s = 0; s < table.Size; s++)
            {
                Region region = table.Sectors.RegionOf(new(s));
                Industry industry = table.Sectors.IndustryOf(new(s));
                foreach (
                    string cell in (string[])
                        [table.Sectors.LabelOf(new(s)), region.Code, region.Name, industry.Code, industry.Name, industry.LocalName]
                )
                {
                    text.Text(SpreadsheetText.Guarded(cell));
                }

                text.Figure(table.Output[s]);
                if (table.HasImports)
                {
                    text.Figure(table.Imports[s]);
                }

                text.End();
            }
        }

        resources.Add(Resource("sectors", columns, columns.IndexOf("output")));
    }

    private static void WriteMatrix(
        string name,
        string first,
        string[] rows,
        string[] columns,
        double[] figures,
        Func<string, Stream> open,
        JsonArray resources,
        CancellationToken cancellation
    )
    {
        using (Stream stream = open(name + ".csv"))
        using (var text = new DelimitedText(stream, ','))
        {
            text.Row(columns.Prepend(first).Select(SpreadsheetText.Guarded));
            for (int r = 0; r < rows.Length; r++)
            {
                cancellation.ThrowIfCancellationRequested();
                text.Text(SpreadsheetText.Guarded(rows[r]));
                text.Figures(figures.AsSpan(r * columns.Length, columns.Length));
                text.End();
            }
        }

        resources.Add(Resource(name, [first, .. columns], 1));
    }

    private static JsonObject Resource(string name, IReadOnlyList<string> columns, int firstFigure) =>
        new()
        {
            ["name"] = name,
            ["path"] = name + ".csv",
            ["profile"] = "tabular-data-resource",
            ["encoding"] = "utf-8",
            ["schema"] = new JsonObject
            {
                ["fields"] = new JsonArray([
                    .. columns.Select(
                        (c, i) => (JsonNode)new JsonObject { ["name"] = c, ["type"] = i < firstFigure ? "string" : "number" }
                    ),
                ]),
            },
        };

    private static JsonObject Describe(FlowTable table, JsonArray resources)
    {
        TableMetadata about = table.Metadata;
        var description = new JsonObject
        {
            ["profile"] = "data-package",
            ["name"] = about.Id.ToLowerInvariant(),
            ["title"] = about.Title,
            ["description"] = string.Join(' ', about.Derivations),
            ["sources"] = new JsonArray(new JsonObject { ["title"] = about.Source }),
            ["licenses"] = new JsonArray(new JsonObject { ["name"] = "see-title", ["title"] = about.Licence }),
        };
        foreach ((string key, JsonNode? value) in ExportedHeader.Of(table).ToArray())
        {
            description[key] = value?.DeepClone();
        }

        description["resources"] = resources;
        return description;
    }
}

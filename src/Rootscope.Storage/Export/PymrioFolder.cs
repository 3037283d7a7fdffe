using System.Text.Json;
using System.Text.Json.Nodes;
using Rootscope.Tables;

namespace Rootscope.Storage.Export;

/// <summary>
/// A table in the folder that pymrio's <c>load</c> reads: tab-separated text with an index of two levels, and what each file is.
/// </summary>
/// <remarks>
/// Primary inputs are the extension <c>factor_inputs</c>. pymrio knows no column of imports: in a one-region table imports stand in final
/// demand as a category of their own, negative, so that rows add up to output. The imported part of each use, where it is known, and what
/// pymrio has no place for, stand in files of their own, which pymrio leaves alone.
/// </remarks>
internal static class PymrioFolder
{
    public const string ImportCategory = "Imports";

    private const string Extension = "factor_inputs/";

    public static void Write(FlowTable table, Func<string, Stream> open, CancellationToken cancellation)
    {
        (string, string)[] sectors =
        [
            .. Enumerable.Range(0, table.Size).Select(s => (table.Sectors.RegionOf(new(s)).Code, table.Sectors.IndustryOf(new(s)).Code)),
        ];
        (string, string)[] uses = [.. table.FinalDemandCategories.Select(c => (table.Sectors.Regions[c.Region].Code, c.Code))];
        Matrix(open("Z.txt"), sectors, sectors, "sector", table.Flows.ToArray(), null, cancellation);
        Matrix(
            open("Y.txt"),
            sectors,
            table.HasImports ? [.. uses, (table.Sectors.Regions[0].Code, ImportCategory)] : uses,
            "category",
            table.FinalDemand.ToArray(),
            table.HasImports ? table.Imports.ToArray() : null,
            cancellation
        );
        Column(open("x.txt"), sectors, "indout", (text, s) => text.Figure(table.Output[s]));
        Column(open("unit.txt"), sectors, "unit", (text, _) => text.Text(table.Metadata.Unit));
        if (table.HasImportedFlows)
        {
            Matrix(open("Z_imported.txt"), sectors, sectors, "sector", table.ImportedFlows.ToArray(), null, cancellation);
            Matrix(open("Y_imported.txt"), sectors, uses, "category", table.ImportedFinalDemand.ToArray(), null, cancellation);
        }

        Json(
            open("file_parameters.json"),
            Parameters("IOSystem", table.Metadata.Id, ("Z", 2, 2), ("Y", 2, 2), ("x", 2, 1), ("unit", 2, 1))
        );
        Json(open("metadata.json"), About(table.Metadata));
        Json(open(ExportedHeader.FileName), ExportedHeader.Of(table));
        if (table.ValueAddedCategories.Count > 0)
        {
            PrimaryInputs(table, sectors, open);
        }
    }

    private static void PrimaryInputs(FlowTable table, (string Region, string Sector)[] sectors, Func<string, Stream> open)
    {
        using (Stream stream = open(Extension + "F.txt"))
        using (var text = new DelimitedText(stream, '\t'))
        {
            text.Row(sectors.Select(s => s.Region).Prepend("region"));
            text.Row(sectors.Select(s => s.Sector).Prepend("sector"));
            text.Row(sectors.Select(_ => string.Empty).Prepend("stressor"));
            foreach ((int v, ValueAddedCategory category) in table.ValueAddedCategories.Index())
            {
                text.Text(category.Code);
                text.Figures(table.ValueAdded.Slice(v * table.Size, table.Size));
                text.End();
            }
        }

        using (Stream stream = open(Extension + "unit.txt"))
        using (var text = new DelimitedText(stream, '\t'))
        {
            text.Row("stressor", "unit");
            foreach (ValueAddedCategory category in table.ValueAddedCategories)
            {
                text.Row(category.Code, table.Metadata.Unit);
            }
        }

        Json(open(Extension + "file_parameters.json"), Parameters("Extension", "Factor inputs", ("F", 1, 2), ("unit", 1, 1)));
    }

    /// <summary>A matrix under two header lines and a line that names the index, as pandas writes it.</summary>
    private static void Matrix(
        Stream stream,
        (string Region, string Name)[] rows,
        (string Region, string Name)[] columns,
        string level,
        double[] figures,
        double[]? subtracted,
        CancellationToken cancellation
    )
    {
        using (stream)
        using (var text = new DelimitedText(stream, '\t'))
        {
            int width = subtracted is null ? columns.Length : columns.Length - 1;
            text.Row(["region", string.Empty, .. columns.Select(c => c.Region)]);
            text.Row([level, string.Empty, .. columns.Select(c => c.Name)]);
            text.Row(["region", "sector", .. columns.Select(_ => string.Empty)]);
            for (int r = 0; r < rows.Length; r++)
            {
                cancellation.ThrowIfCancellationRequested();
                text.Text(rows[r].Region);
                text.Text(rows[r].Name);
                text.Figures(figures.AsSpan(r * width, width));
                if (subtracted is not null)
                {
                    text.Figure(-subtracted[r]);
                }

                text.End();
            }
        }
    }

    private static void Column(Stream stream, (string Region, string Name)[] rows, string name, Action<DelimitedText, int> write)
    {
        using (stream)
        using (var text = new DelimitedText(stream, '\t'))
        {
            text.Row("region", "sector", name);
            for (int r = 0; r < rows.Length; r++)
            {
                text.Text(rows[r].Region);
                text.Text(rows[r].Name);
                write(text, r);
                text.End();
            }
        }
    }

    private static JsonObject Parameters(string kind, string name, params (string Name, int Index, int Header)[] files) =>
        new()
        {
            ["systemtype"] = kind,
            ["name"] = name,
            ["files"] = new JsonObject(
                files.Select(f =>
                    KeyValuePair.Create(
                        f.Name,
                        (JsonNode?)
                            new JsonObject
                            {
                                ["name"] = f.Name + ".txt",
                                ["nr_index_col"] = f.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
                                ["nr_header"] = f.Header.ToString(System.Globalization.CultureInfo.InvariantCulture),
                            }
                    )
                )
            ),
        };

    private static JsonObject About(TableMetadata about) =>
        new()
        {
            ["description"] = $"{about.Title}. {about.Source} Licence: {about.Licence}. {string.Join(' ', about.Derivations)}",
            ["name"] = about.Id,
            ["system"] = "IOSystem",
            ["version"] = about.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["history"] = new JsonArray(),
        };

    private static void Json(Stream stream, JsonObject content)
    {
        using (stream)
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            content.WriteTo(json);
        }
    }
}

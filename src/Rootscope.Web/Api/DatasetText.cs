using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rootscope.Answers.Economies;

namespace Rootscope.Web.Api;

/// <summary>Datasets as text: the JSON object that the command line writes too, and CSV with the column names above.</summary>
internal static class DatasetText
{
    private static readonly string Engine =
        "rootscope "
        + (typeof(DatasetText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    /// <summary><c>{ "provenance": …, "columns": […], "rows": […] }</c>.</summary>
    public static string Json(Resource resource, ResourceQuery query, Dataset data)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WritePropertyName("provenance");
            WriteProvenance(json, resource, query, data);
            WriteColumns(json, resource, data);
            json.WriteStartArray("rows");
            foreach (object?[] row in data.Rows)
            {
                json.WriteStartObject();
                for (int c = 0; c < row.Length; c++)
                {
                    WriteValue(json, resource.Columns[c].Name, row[c]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>The names of the columns, then a line a row; numbers read back to the same bits.</summary>
    public static string Csv(IReadOnlyList<ResourceColumn> columns, IReadOnlyList<object?[]> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(c => c.Name)).Append('\n');
        foreach (object?[] row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What the rows were made from, as one JSON object.</summary>
    public static string Provenance(Resource resource, ResourceQuery query, Dataset data)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            WriteProvenance(json, resource, query, data);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteProvenance(Utf8JsonWriter json, Resource resource, ResourceQuery query, Dataset data)
    {
        json.WriteStartObject();
        json.WriteString("kind", resource.Name);
        json.WriteString("engine", Engine);
        json.WriteString("source", data.Source);
        json.WriteString("licence", data.Licence);
        json.WriteString("contentHash", data.HashOf(resource.Columns));
        if (data.Question is { } question)
        {
            json.WritePropertyName("question");
            question.Write(json);
            json.WriteString("questionHash", question.ContentHash);
        }

        if (data.Steps.Count > 0)
        {
            WriteSteps(json, data.Steps);
        }

        json.WriteStartObject("options");
        foreach ((string name, string value) in query.Used)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("notes");
        foreach (string note in data.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<EconomyStep> steps)
    {
        json.WriteStartArray("economy");
        foreach (EconomyStep step in steps)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Name);
            json.WriteString("done", step.Done);
            json.WriteString("source", step.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteColumns(Utf8JsonWriter json, Resource resource, Dataset data)
    {
        json.WriteStartArray("columns");
        foreach (ResourceColumn column in resource.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("unit", column.Unit == "table" ? data.Unit : column.Unit);
            json.WriteString("meaning", column.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case int whole:
                json.WriteNumber(name, whole);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            default:
                json.WriteString(name, value.ToString());
                break;
        }
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => string.Empty,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            string words when words.AsSpan().ContainsAny(",\"\n\r") => '"' + words.Replace("\"", "\"\"", StringComparison.Ordinal) + '"',
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rootscope.Answers.Reports;

/// <summary>
/// What a CSV file holds, beside it: columns with unit, meaning and type, and what the rows were made from, in the form of "Metadata
/// Vocabulary for Tabular Data" (W3C, 2015), so that programs which know that form find it by the file's name.
/// </summary>
internal static class CsvMetadata
{
    /// <summary>How the file beside a CSV file is called.</summary>
    public const string Suffix = "-metadata.json";

    /// <summary>The text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">Name of the CSV file, without folders.</param>
    public static string Of(Report report, string file)
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
            json.WriteString("@context", "http://www.w3.org/ns/csvw");
            json.WriteString("url", Uri.EscapeDataString(file));
            if (report.Provenance.Title is { } title)
            {
                json.WriteString("dc:title", title);
            }

            if (report.Provenance.Source is { } source)
            {
                json.WriteString("dc:source", source);
            }

            if (report.Provenance.Licence is { } licence)
            {
                json.WriteString("dc:rights", licence);
            }

            json.WriteStartObject("tableSchema");
            json.WriteStartArray("columns");
            for (int c = 0; c < report.Columns.Count; c++)
            {
                Column column = report.Columns[c];
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("titles", column.Name);
                json.WriteString("dc:description", column.Meaning);
                json.WriteString("datatype", TypeOf(report, c));
                if (column.Unit.Length > 0)
                {
                    json.WriteString("schema:unitText", column.Unit);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();

            // Names of other vocabularies are addresses there; what the rows were made from is the program's own.
            json.WritePropertyName("schema:measurementTechnique");
            JsonReport.WriteProvenance(json, report);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static string TypeOf(Report report, int column)
    {
        object?[] values = [.. report.Rows.Select(r => r[column]).Where(v => v is not null)];
        return values switch
        {
            [] => "string",
            _ when Array.TrueForAll(values, v => v is bool) => "boolean",
            _ when Array.TrueForAll(values, v => v is int or long) => "integer",
            _ when Array.TrueForAll(values, v => v is int or long or double) => "double",
            _ => "string",
        };
    }
}

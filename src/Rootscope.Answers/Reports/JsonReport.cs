using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Answers.Reports;

/// <summary>A report as <c>{ "provenance": …, "columns": […], "rows": […] }</c>.</summary>
internal static class JsonReport
{
    public static string ToText(Report report)
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
            WriteProvenance(json, report);
            WriteColumns(json, report.Columns);
            WriteRows(json, report);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>Writes what the rows were made from, as an object.</summary>
    public static void WriteProvenance(Utf8JsonWriter json, Report report)
    {
        Provenance provenance = report.Provenance;
        json.WriteStartObject();
        json.WriteString("kind", report.Kind);
        WriteIfThere(json, "command", provenance.Command);
        json.WriteString("engine", $"rootscope {EngineVersion.Text}");
        WriteIfThere(json, "title", provenance.Title);
        WriteIfThere(json, "sentence", provenance.Sentence);
        WriteIfThere(json, "statement", report.Statement.Length > 0 ? report.Statement : null);
        WriteIfThere(json, "source", provenance.Source);
        WriteIfThere(json, "licence", provenance.Licence);
        WriteIfThere(json, "contentHash", provenance.ContentHash);
        if (provenance.Table is { } table)
        {
            TableMetadata about = table.Metadata;
            json.WriteStartObject("table");
            json.WriteString("id", about.Id);
            json.WriteString("title", about.Title);
            json.WriteNumber("year", about.Year);
            json.WriteString("unit", about.Unit);
            json.WriteString("currency", about.Currency);
            json.WriteString("source", about.Source);
            json.WriteString("licence", about.Licence);
            json.WriteString("sha256", table.ContentHash);
            WriteStrings(json, "derivations", about.Derivations);
            json.WriteEndObject();
        }

        if (provenance.Question is { } question)
        {
            WriteQuestion(json, question);
        }

        if (provenance.Further.Count > 0)
        {
            json.WriteStartArray("furtherQuestions");
            foreach (Question further in provenance.Further)
            {
                json.WriteStartObject();
                WriteQuestion(json, further);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (provenance.Steps.Count > 0)
        {
            WriteSteps(json, provenance.Steps);
        }

        json.WriteStartObject("options");
        foreach (KeyValuePair<string, string> option in provenance.Options)
        {
            json.WriteString(option.Key, option.Value);
        }

        json.WriteEndObject();
        WriteStrings(json, "notes", provenance.Notes);
        json.WriteEndObject();
    }

    /// <summary>What the rows were made from, as one JSON object on one line.</summary>
    public static string Provenance(Report report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            WriteProvenance(json, report);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteQuestion(Utf8JsonWriter json, Question question)
    {
        json.WritePropertyName("question");
        question.Write(json);
        json.WriteString("questionHash", question.ContentHash);
    }

    private static void WriteIfThere(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
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

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<Column> columns)
    {
        json.WriteStartArray("columns");
        foreach (Column column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("unit", column.Unit);
            json.WriteString("meaning", column.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRows(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("rows");
        foreach (object?[] row in report.Rows)
        {
            json.WriteStartObject();
            for (int c = 0; c < row.Length; c++)
            {
                WriteValue(json, report.Columns[c].Name, row[c]);
            }

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
            case double x:
                json.WriteNumber(name, x);
                break;
            case int i:
                json.WriteNumber(name, i);
                break;
            case long l:
                json.WriteNumber(name, l);
                break;
            case bool b:
                json.WriteBoolean(name, b);
                break;
            default:
                json.WriteString(name, value.ToString());
                break;
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Rootscope.Answers.Reports;
using Rootscope.Cli.Options;
using Rootscope.Tables;

namespace Rootscope.Cli.Output;

/// <summary>A result that was written as JSON before, and what differs from it now.</summary>
internal static class ExpectedResult
{
    /// <summary>Numbers as close as this are the same, relative to their size: figures of other machines round alike to here.</summary>
    private const double Tolerance = 1e-9;

    private const int MostTold = 5;

    /// <summary>What differs, in sentences; none where nothing does.</summary>
    /// <param name="report">The result.</param>
    /// <param name="file">A file that <c>-f json</c> wrote.</param>
    /// <exception cref="TableException">The file is none such.</exception>
    public static IReadOnlyList<string> Differences(Report report, string file)
    {
        JsonElement[] rows = Read(file);
        var found = new List<string>();
        if (rows.Length != report.Rows.Count)
        {
            found.Add($"{rows.Length} rows are expected and {report.Rows.Count} found.");
        }

        for (int r = 0; r < Math.Min(rows.Length, report.Rows.Count); r++)
        {
            for (int c = 0; c < report.Columns.Count; c++)
            {
                string column = report.Columns[c].Name;
                if (rows[r].TryGetProperty(column, out JsonElement expected) && !IsSame(expected, report.Rows[r][c]))
                {
                    found.Add($"Row {r + 1}, {column}: {expected.GetRawText()} is expected and {Text(report.Rows[r][c])} found.");
                }
            }
        }

        return found.Count <= MostTold ? found : [.. found.Take(MostTold), $"There are {found.Count - MostTold} more differences."];
    }

    private static JsonElement[] Read(string file)
    {
        try
        {
            JsonElement root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("rows", out JsonElement rows)
                ? [.. rows.EnumerateArray()]
                : throw new TableException(file, "there are no 'rows'. Give a result that -f json wrote.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file}' cannot be read. Give a result that -f json wrote.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new TableException(file, "it is no JSON of a result. Give a file that -f json wrote.");
        }
    }

    private static bool IsSame(JsonElement expected, object? found) =>
        expected.ValueKind switch
        {
            JsonValueKind.Null => found is null,
            JsonValueKind.True or JsonValueKind.False => found is bool truth && truth == expected.GetBoolean(),
            JsonValueKind.Number => Number(found) is { } number && IsNear(expected.GetDouble(), number),
            _ => found is not null
                && Number(found) is null
                && string.Equals(expected.GetString(), found.ToString(), StringComparison.Ordinal),
        };

    private static bool IsNear(double expected, double found) =>
        Math.Abs(expected - found) <= Tolerance * Math.Max(Math.Abs(expected), Math.Abs(found)) || Math.Abs(expected - found) <= 1e-15;

    private static double? Number(object? cell) =>
        cell switch
        {
            double number => number,
            int or long => Convert.ToDouble(cell, CultureInfo.InvariantCulture),
            _ => null,
        };

    private static string Text(object? cell) =>
        cell switch
        {
            null => "nothing",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => $"'{cell}'",
        };
}

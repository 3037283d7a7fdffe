using System.Text.Json;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>
/// The table of columns under a heading of a page in docs/schema, made from what a report says of its columns. With ROOTSCOPE_APPROVE=1
/// it is written where it stands.
/// </summary>
internal static class SchemaPage
{
    /// <summary>Set to 1, tests write what they find.</summary>
    private const string Switch = "ROOTSCOPE_APPROVE";
    private const string Head = "| column | unit | meaning |";
    private static readonly Lock Writing = new();

    public static bool IsApproving => Environment.GetEnvironmentVariable(Switch) == "1";

    /// <summary>The table of a report's columns; units that hang on the table or the trade are said in general.</summary>
    public static string[] TableOf(JsonElement report)
    {
        string? money = report.GetProperty("provenance").TryGetProperty("table", out JsonElement table)
            ? table.GetProperty("unit").GetString()
            : null;
        return
        [
            Head,
            "| --- | --- | --- |",
            .. report
                .GetProperty("columns")
                .EnumerateArray()
                .Select(c =>
                {
                    string unit = c.GetProperty("unit").GetString()!;
                    string said =
                        unit == money ? Column.Money
                        : unit == "not stated" ? "unit of the trade"
                        : unit;
                    string shown = said.Length == 0 ? string.Empty : said + " ";
                    string meaning = c.GetProperty("meaning").GetString()!.Replace("|", "\\|", StringComparison.Ordinal);
                    return $"| `{c.GetProperty("name").GetString()}` | {shown}| {meaning} |";
                }),
        ];
    }

    /// <summary>The table under a heading of a page.</summary>
    public static string[] Documented(string page, string kind) =>
        [.. Section(File.ReadAllLines(page), kind).SkipWhile(l => l != Head).TakeWhile(l => l.StartsWith('|'))];

    /// <summary>Writes the table under a heading of a page, which begins with a table's head.</summary>
    public static void Write(string page, string kind, string[] table)
    {
        lock (Writing)
        {
            string[] lines = File.ReadAllLines(page);
            int section = Array.IndexOf(lines, $"## {kind}");
            int begin = section < 0 ? -1 : Array.IndexOf(lines, Head, section);
            if (begin < 0)
            {
                File.WriteAllText(page, string.Join('\n', [.. lines, string.Empty, $"## {kind}", string.Empty, .. table]) + "\n");
                return;
            }

            int end = begin;
            while (end < lines.Length && lines[end].StartsWith('|'))
            {
                end++;
            }

            File.WriteAllText(page, string.Join('\n', [.. lines[..begin], .. table, .. lines[end..]]) + "\n");
        }
    }

    private static IEnumerable<string> Section(string[] lines, string kind) =>
        lines.SkipWhile(l => l != $"## {kind}").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal));
}

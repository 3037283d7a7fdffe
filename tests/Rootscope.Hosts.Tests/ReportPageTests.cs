using System.Text.Json;

namespace Rootscope.Hosts.Tests;

/// <summary>
/// docs/schema describes every report: the rankings, the accounts and scenarios on pages of their own, the others in a section by kind with
/// a row by column.
/// </summary>
public class ReportPageTests
{
    public static TheoryData<string> Commands =>
        [
            "roots",
            "roots --by technology",
            "roots compare",
            "roots world-2011 --region CHN --supply imported --origin USA",
            "root 068",
            "roots validate --labels samples/expert-list.csv --draws 100",
            "accounts china-2020 --measure output-multiplier",
            "accounts list",
            "accounts paths china-2020 --final 079",
            "complexity samples/made-exports.csv",
            "complexity samples/made-exports.csv --of products",
            "complexity samples/made-exports.csv --of pairs --country MORVA",
            "weakspots --exposure off",
            "weakspots show battery_materials --exposure off",
            "catalogue list",
            "catalogue show pv",
            "catalogue check",
            "data list",
            "data show china-2020",
            "data show china-2020 --industries",
            "data check china-2020",
            "data concordances",
            "doctor",
            "shock run samples/digital-spinning.yaml -q",
            "shock run samples/digital-spinning.yaml --sweep elasticity -q",
            "shock check samples/chip-equipment-embargo.yaml",
            "dependence samples/made-trade.csv --importer CHN",
            "data list --trade",
            "network risk samples/network-edges.csv samples/network-firms.csv",
            "network draw samples/network-edges.csv samples/network-firms.csv",
            "network blacklist samples/network-edges.csv samples/network-firms.csv --listed samples/network-listed.csv",
            "network ensemble china-2020 --firms 200 --draws 2 --select top:3 --listed top:2",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_column_of_a_report_is_documented(string command)
    {
        string root = SourceFolder.Repository();
        string[] words =
        [
            .. command
                .Replace("samples/", Path.Combine(root, "samples") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                .Split(' '),
        ];
        CliRun run = await CliRun.Of([.. words, "-f", "json"]);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        string kind = report.GetProperty("provenance").GetProperty("kind").GetString()!;
        string[] columns = [.. report.GetProperty("columns").EnumerateArray().Select(c => $"`{c.GetProperty("name").GetString()}`")];
        string[] own =
        [
            .. File.ReadAllText(PageOf(root, kind.StartsWith("accounts", StringComparison.Ordinal) ? "accounts.md" : "roots.md"))
                .Split('`'),
        ];
        if (kind is "roots" or "root" or "accounts" or "accounts-list" or "accounts-paths")
        {
            Assert.Equal(columns, columns.Where(c => own.Contains(c.Trim('`'))));
            return;
        }

        string[] documented =
        [
            .. File.ReadAllLines(PageOf(root, kind.StartsWith("shock", StringComparison.Ordinal) ? "shock.md" : "reports.md"))
                .SkipWhile(l => l != $"## {kind}")
                .Skip(1)
                .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
                .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
                .Select(l => l.Split('|')[1].Trim()),
        ];
        Assert.True(documented.Length > 0, $"docs/schema/reports.md has no section '## {kind}'.");
        Assert.Equal(columns, documented);
    }

    private static string PageOf(string root, string name) => Path.Combine(root, "docs", "schema", name);
}

using System.Text.Json;
using Rootscope.Hosts.Tests.Answers;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>
/// docs/schema describes every report in a section by kind, whose table of columns is made from what the report says of itself:
/// ROOTSCOPE_APPROVE=1 writes it anew.
/// </summary>
public class ReportPageTests
{
    public static TheoryData<string> Commands =>
        [
            "roots",
            "roots --horizon settled",
            "roots --horizon settled --by technology",
            "roots compare",
            "roots world-2011 --region CHN --supply imported --origin USA",
            "root 068 --horizon settled",
            "root 068 --alone --supply all",
            "roots validate --labels samples/expert-list.csv --draws 100 --permutations 1",
            "accounts china-2020 --measure output-multiplier",
            "accounts exposure world-2011 --region USA",
            "accounts decompose china-2020 china-2020 --measure value-added",
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
            "shock run samples/digital-spinning.yaml",
            "shock run samples/digital-spinning.yaml --sweep elasticity",
            "shock check samples/chip-equipment-embargo.yaml",
            "shock compare samples/tariff-round.yaml samples/chip-equipment-embargo.yaml --lens extraction",
            "dependence samples/made-trade.csv --importer CHN",
            "data list --trade",
            "admin list --data none",
            "screen Example --list plain:samples/restricted-parties.csv",
            "screen explain Example --list plain:samples/restricted-parties.csv",
            "screen owners samples/owners.csv --list plain:samples/restricted-parties.csv --accept-matches --date 2026-01-31",
            "screen lists list",
            "screen audit",
            "network risk samples/network-edges.csv samples/network-firms.csv",
            "network draw samples/network-edges.csv samples/network-firms.csv",
            "network blacklist samples/network-edges.csv samples/network-firms.csv --listed samples/network-listed.csv",
            "network ensemble china-2020 --firms 200 --draws 2 --select top:3 --listed top:2",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_column_of_a_report_is_documented_with_its_unit_and_meaning(string command)
    {
        string root = SourceFolder.Repository();
        string[] words =
        [
            .. command
                .Replace("samples/", Path.Combine(root, "samples") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                .Split(' '),
        ];
        CliRun run = await CliRun.Once([.. words, "-q", "-f", "json"]);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        string kind = report.GetProperty("provenance").GetProperty("kind").GetString()!;
        string page = Path.Combine(root, "docs", "schema", PageOf(kind));
        string[] table = SchemaPage.TableOf(report);
        if (SchemaPage.IsApproving)
        {
            SchemaPage.Write(page, kind, table);
            return;
        }

        Assert.Equal(table, SchemaPage.Documented(page, kind));
    }

    private static string PageOf(string kind) =>
        kind switch
        {
            "roots" or "root" or "at-stake" or "stake-of-one" => "roots.md",
            "accounts-exposure" or "accounts-decompose" => $"{kind}.md",
            _ when kind.StartsWith("accounts", StringComparison.Ordinal) => "accounts.md",
            _ when kind.StartsWith("shock", StringComparison.Ordinal) => "shock.md",
            _ => "reports.md",
        };
}

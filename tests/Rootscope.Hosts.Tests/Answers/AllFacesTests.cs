using System.Text.Json;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Tests;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>One question has one answer, whoever is asked: the bits of every column that two faces share are the same.</summary>
public partial class AllFacesTests(Faces faces) : IClassFixture<Faces>
{
    /// <summary>Columns that are words of a face and no figure: languages, lists of names, numbers of rows among those shown.</summary>
    private static readonly string[] Words =
    [
        "part",
        "fact",
        "area",
        "item",
        "name",
        "text",
        "status",
        "corner",
        "dependence",
        "holder",
        "subject",
        "source",
    ];

    /// <summary>Rankings: the table, the region, what a row is, the cut, and the supply.</summary>
    public static TheoryData<string, string?, string, string, string> Rankings =>
        new()
        {
            { "china-2020", null, "industry", "0.5", "all" },
            { "china-2020", null, "technology", "0.5", "all" },
            { "china-2020", null, "industry", "0.7", "all" },
            { "china-2020", null, "technology", "0.7", "imported" },
            { "usa-2017", null, "technology", "0.5", "all" },
            { "world-2011", "DEU", "industry", "0.5", "imported" },
        };

    [Theory]
    [MemberData(nameof(Rankings))]
    public async Task A_ranking_is_the_same_through_every_face(string table, string? region, string by, string cut, string supply)
    {
        Assert.SkipUnless(table != "usa-2017" || Laws.AsksForMore, "takes half a minute: ROOTSCOPE_CASES=2 asks for it");
        string query = $"table={table}&by={by}&cut={cut}&supply={supply}" + (region is null ? string.Empty : $"&region={region}");
        string[] arguments = ["roots", table, "--horizon", "settled", "--by", by, "--cut", cut, "--supply", supply, "--top", "0"];
        var answers = new Dictionary<string, FaceRows>(StringComparer.Ordinal)
        {
            ["library"] = Library(table, region, by, cut, supply),
            ["command line"] = FaceRows.Of(
                await faces.Command(region is null ? arguments : [.. arguments, "--region", region]),
                (row, _) => Text(row, "name")
            ),
            ["API"] = FaceRows.Of(await faces.Address($"/api/v1/roots?{query}"), (row, _) => Text(row, "name")),
            ["figure as JSON"] = FaceRows.Of(await faces.Address($"/figures/economy.json?{query}"), (row, _) => Text(row, "name")),
            ["figure as CSV"] = FaceRows.OfCsv(await faces.Text($"/figures/economy.csv?{query}"), (row, _) => row["name"]),
            ["tool"] = FaceRows.Of(
                await faces.Tool(
                    "rank_roots",
                    [
                        ("table", table),
                        ("by", by),
                        ("cut", double.Parse(cut, System.Globalization.CultureInfo.InvariantCulture)),
                        ("supply", supply),
                        ("top", 0),
                        .. region is null ? Array.Empty<(string, object?)>() : [("region", (object?)region)],
                    ]
                ),
                (row, _) => Text(row, "name")
            ),
        };
        if (by == "industry")
        {
            answers["region's figure"] = FaceRows.Of(
                await faces.Address($"/figures/region-roots.json?{query}"),
                (row, _) => Text(row, "name")
            );
        }

        AssertSame(answers, shared: 4);
    }

    /// <summary>One thing: its name, the table, and the figure data of its page.</summary>
    public static TheoryData<string, string> Things =>
        new()
        {
            { "semi_equipment", "china-2020" },
            { "068", "china-2020" },
            { "logic_chips", "usa-2017" },
        };

    [Theory]
    [MemberData(nameof(Things))]
    public async Task One_technology_or_industry_is_the_same_through_every_face(string name, string table)
    {
        Assert.SkipUnless(table != "usa-2017" || Laws.AsksForMore, "takes half a minute: ROOTSCOPE_CASES=2 asks for it");
        bool isTechnology = faces.Analyst.Catalogue.Technologies.Any(t => t.Id == name);
        TechnologyAnswer answer = faces.Analyst.Technology(new TechnologyQuestion(name, table));
        var library = new FaceRows { ["figures"] = Cells(answer.Under(LensRegistry.Default.Usual)) };
        for (int t = 0; t < answer.Pyramid.Tiers.Count; t++)
        {
            library[$"pyramid {t}"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["value"] = answer.Pyramid.Tiers[t].Carried,
                ["supported"] = answer.Pyramid.Tiers[t].Supported,
            };
        }

        string path = isTechnology ? $"technologies/{name}" : $"industries/{name}";
        string kind = isTechnology ? "fact" : "part";
        var answers = new Dictionary<string, FaceRows>(StringComparer.Ordinal)
        {
            ["library"] = library,
            ["command line"] = FaceRows.Of(await faces.Command("root", name, table, "--horizon", "settled"), Counted(CommandKey)),
            ["API"] = FaceRows.Of(await faces.Address($"/api/v1/{path}?table={table}"), Counted(row => PartKey(Text(row, kind)))),
            ["figure"] = FaceRows.Of(
                Renamed(await faces.Address($"/figures/pyramid.json?table={table}&of={name}"), "carried", "value"),
                Counted(_ => "pyramid")
            ),
        };
        if (isTechnology)
        {
            answers["tool"] = FaceRows.Of(
                await faces.Tool("show_technology", ("technology", name), ("table", table)),
                Counted(row => PartKey(Text(row, kind)))
            );
        }

        AssertSame(answers, shared: 2);
        Assert.Contains("pyramid 1", answers["command line"].Keys);
        Assert.Contains("buyer 9", answers["API"].Keys);
    }

    [Theory]
    [InlineData("china-2020", null, "all")]
    [InlineData("world-2011", "CHN", "imported")]
    public async Task What_is_at_stake_is_the_same_through_every_face(string table, string? region, string supply)
    {
        string query = $"table={table}&supply={supply}" + (region is null ? string.Empty : $"&region={region}");
        string[] arguments = ["roots", table, "--supply", supply, "--top", "0"];
        StakeAnswer answer = faces.Analyst.Stake(
            new StakeQuestion(new EconomyQuestion(table) { Region = region })
            {
                Supply = supply == "imported" ? SupplyScope.Imported : SupplyScope.All,
            }
        );
        var library = new FaceRows();
        foreach (StakeRow row in answer.Rows)
        {
            library[row.Name] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["rank"] = (double?)row.Rank,
                ["atStake"] = row.AtStake,
                ["atStakeShare"] = row.AtStakeShare,
                ["tailShare"] = row.TailShare,
                ["leverage"] = row.Leverage,
                ["timesTypical"] = row.TimesTypical,
                ["yearsToReplace"] = row.YearsToReplace,
            };
        }

        AssertSame(
            new Dictionary<string, FaceRows>(StringComparer.Ordinal)
            {
                ["library"] = library,
                ["command line"] = FaceRows.Of(
                    await faces.Command(region is null ? arguments : [.. arguments, "--region", region]),
                    (row, _) => Text(row, "name")
                ),
                ["API"] = FaceRows.Of(await faces.Address($"/api/v1/at-stake?{query}"), (row, _) => Text(row, "name")),
                ["API as CSV"] = FaceRows.OfCsv(await faces.Text($"/api/v1/at-stake.csv?{query}"), (row, _) => row["name"]),
                ["tool"] = FaceRows.Of(
                    await faces.Tool(
                        "rank_stakes",
                        [
                            ("table", table),
                            ("supply", supply),
                            ("top", 0),
                            .. region is null ? Array.Empty<(string, object?)>() : [("region", (object?)region)],
                        ]
                    ),
                    (row, _) => Text(row, "name")
                ),
            },
            shared: 7 * answer.Rows.Count
        );
    }

    private FaceRows Library(string table, string? region, string by, string cut, string supply)
    {
        RootAnswer answer = faces.Analyst.Roots(
            new RootQuestion(new EconomyQuestion(table) { Region = region })
            {
                By = by == "technology" ? RootSubject.Technology : RootSubject.Industry,
                Cut = double.Parse(cut, System.Globalization.CultureInfo.InvariantCulture),
                Supply = supply == "imported" ? SupplyScope.Imported : SupplyScope.All,
            }
        );
        var rows = new FaceRows();
        foreach (RootRow row in by == "industry" ? answer.Rows : [])
        {
            rows[row.Name] = new Dictionary<string, object?>(Cells(row), StringComparer.Ordinal) { ["rank"] = (double?)row.Rank };
        }

        foreach (TechnologyRow row in answer.Technologies)
        {
            rows[row.Technology.Name] = new Dictionary<string, object?>(Cells(row.Root), StringComparer.Ordinal)
            {
                ["rank"] = (double?)row.Rank,
                ["carrier"] = row.Carrier?.Code,
            };
        }

        return rows;
    }

    private static Dictionary<string, object?> Cells(RootRow? row) =>
        new(StringComparer.Ordinal)
        {
            ["outputShare"] = row?.OutputShare,
            ["domarWeight"] = row?.DomarWeight,
            ["firstOrderLoss"] = row?.FirstOrderLoss,
            ["loss"] = row?.Loss,
            ["excessLoss"] = row?.ExcessLoss,
            ["leverage"] = row?.Leverage,
            ["gap"] = row?.Gap,
            ["reach"] = row?.Reach,
        };

    /// <summary>Every pair of faces agrees on every figure that both have, and each has enough of them to be compared.</summary>
    private static void AssertSame(Dictionary<string, FaceRows> answers, int shared)
    {
        var wrong = new List<string>();
        string[] names = [.. answers.Keys];
        for (int a = 0; a < names.Length; a++)
        {
            for (int b = a + 1; b < names.Length; b++)
            {
                int compared = 0;
                foreach ((string row, IReadOnlyDictionary<string, object?> cells) in answers[names[a]])
                {
                    if (!answers[names[b]].TryGetValue(row, out IReadOnlyDictionary<string, object?>? others))
                    {
                        continue;
                    }

                    string[] columns = [.. cells.Keys.Where(c => others.ContainsKey(c) && !Words.Contains(c, StringComparer.Ordinal))];
                    compared += columns.Length;
                    wrong.AddRange(
                        columns
                            .Where(c => !AreSame(cells[c], others[c]))
                            .Select(c => $"{row}, {c}: {cells[c] ?? "null"} ({names[a]}), {others[c] ?? "null"} ({names[b]})")
                    );
                }

                if (compared < shared)
                {
                    wrong.Add($"{names[a]} and {names[b]} share {compared} figures, fewer than {shared}");
                }
            }
        }

        Assert.Empty(wrong.Take(20));
    }

    private static bool AreSame(object? first, object? second) =>
        (first, second) switch
        {
            (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
            // A code of digits alone reads back from CSV as a number.
            (double a, string b) => double.TryParse(b, System.Globalization.CultureInfo.InvariantCulture, out double number) && number == a,
            (string, double) => AreSame(second, first),
            _ => Equals(first, second),
        };

    private static long? Bits(JsonElement row, string column) =>
        row.GetProperty(column) is { ValueKind: JsonValueKind.Number } number ? BitConverter.DoubleToInt64Bits(number.GetDouble()) : null;

    private static string? Text(JsonElement row, string column) => row.GetProperty(column).GetString();

    /// <summary>The key of a part, with its number among the rows of that part.</summary>
    private static Func<JsonElement, int, string?> Counted(Func<JsonElement, string?> part)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return (row, _) =>
        {
            if (part(row) is not { } name)
            {
                return null;
            }

            if (name == "figures")
            {
                return name;
            }

            seen[name] = seen.GetValueOrDefault(name, -1) + 1;
            return $"{name} {seen[name]}";
        };
    }

    private static string? CommandKey(JsonElement row) =>
        Text(row, "part") == "figures" && Text(row, "item") != "equilibrium" ? null : PartKey(Text(row, "part"));

    private static string? PartKey(string? part) =>
        part is "figures" or "rating" or "pyramid" or "chain" or "path" or "supplier" or "buyer" ? part : null;

    /// <summary>Rows with one column under another name.</summary>
    private static JsonElement Renamed(JsonElement rows, string from, string to) =>
        JsonDocument.Parse(rows.GetRawText().Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal)).RootElement;
}

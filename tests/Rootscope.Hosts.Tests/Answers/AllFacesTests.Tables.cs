using System.Text.Json;
using Rootscope.Accounts.Exposure;
using Rootscope.Accounts.Measures;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Networks;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Scenarios;
using Rootscope.Answers.Trade;
using Rootscope.Dependence;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade.Ensembles;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>What is asked of whole tables: scenarios and accounts.</summary>
public partial class AllFacesTests
{
    [Theory]
    [InlineData("digital-spinning", "on", RatingUse.On)]
    [InlineData("digital-spinning", "off", RatingUse.Off)]
    [InlineData("tariff-round", "on", RatingUse.On)]
    public async Task A_scenario_is_the_same_through_every_face(string template, string capital, RatingUse use)
    {
        // A short horizon: days cost time, and faces differ on none.
        string text = ScenarioFiles.Template(template) + "horizon: 2 months\n";
        string ratings = QuestionWords.Ratings.WordOf(use);
        ScenarioAnswer answer = faces.Analyst.Scenario(
            new ScenarioQuestion(text) { Capital = QuestionWords.Capitals.Read("capital", capital), Ratings = use }
        );
        SectorIndex sectors = answer.Result.Table.Source.Sectors;
        var library = new FaceRows();
        foreach (LensResult lens in answer.Result.Lenses.Where(l => l.HasFigures))
        {
            foreach (RegionOutcome region in lens.Figures.Regions)
            {
                library[$"{lens.Lens.Word} {sectors.Regions[region.Region].Code}"] = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["loss"] = region.Loss,
                };
            }
        }

        string run = await faces.Send(text, $"capital={capital}&ratings={ratings}");
        AssertSame(
            new Dictionary<string, FaceRows>(StringComparer.Ordinal)
            {
                ["library"] = library,
                ["command line"] = FaceRows.Of(
                    await faces.Command("shock", "run", faces.Written("scenario.yaml", text), "--capital", capital, "--ratings", ratings),
                    (row, _) => Text(row, "part") == "region" && HasFigures(row) ? LensAndRegion(row) : null
                ),
                ["API"] = FaceRows.Of(await faces.Address($"/api/v1/runs/{run}/losses"), (row, _) => LensAndRegion(row)),
                ["API as CSV"] = FaceRows.OfCsv(
                    await faces.Text($"/api/v1/runs/{run}/losses.csv"),
                    (row, _) => $"{row["lens"]} {row["region"]}"
                ),
                ["page's figure"] = Transposed(await faces.Address($"/runs/{run}.json")),
                ["tool"] = FaceRows.Of(
                    await faces.Tool("run_scenario", ("scenario", text), ("capital", capital), ("ratings", ratings)),
                    (row, _) => LensAndRegion(row)
                ),
            },
            shared: library.Count
        );
    }

    /// <summary>One measure, its table, and what picks rows of pairs.</summary>
    public static TheoryData<string, string, string?, string?> Accounts =>
        new()
        {
            { "output-multiplier", "china-2020", null, null },
            { "extraction-partial", "usa-2017", null, null },
            { "extraction-bilateral", "world-2011", "TWN.c14", "CHN" },
        };

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task An_account_is_the_same_through_every_face(string measure, string table, string? supplier, string? buyer)
    {
        AccountsAnswer answer = faces.Analyst.Accounts(new AccountsQuestion(measure, table) { Supplier = supplier, Buyer = buyer });
        SectorIndex sectors = answer.Result.Table.Sectors;
        var library = new FaceRows();
        foreach (AccountRow row in answer.Rows)
        {
            library[
                string.Join(
                    ' ',
                    sectors.Regions[row.Key.Region].Code,
                    row.Key.Industry is { } industry ? sectors.Industries[industry].Code : null,
                    row.Partner is { } partner ? sectors.Regions[partner.Region].Code : null,
                    row.Partner?.Industry is { } bought ? sectors.Industries[bought].Code : null
                )
            ] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["value"] = row.Value };
        }

        (string Name, string? Value)[] picked = [("supplier", supplier), ("buyer", buyer)];
        string[] words = [.. picked.Where(p => p.Value is not null).SelectMany(p => (string[])[$"--{p.Name}", p.Value!])];
        string query =
            $"measure={measure}&table={table}" + string.Concat(picked.Where(p => p.Value is not null).Select(p => $"&{p.Name}={p.Value}"));
        AssertSame(
            new Dictionary<string, FaceRows>(StringComparer.Ordinal)
            {
                ["library"] = library,
                ["command line"] = FaceRows.Of(
                    await faces.Command(["accounts", table, "--measure", measure, .. words]),
                    (row, _) => Place(c => row.TryGetProperty(c, out JsonElement cell) ? cell.GetString() : null)
                ),
                ["API"] = FaceRows.Of(
                    await faces.Address($"/api/v1/accounts?{query}"),
                    (row, _) => Place(c => row.GetProperty(c).GetString())
                ),
                ["API as CSV"] = FaceRows.OfCsv(await faces.Text($"/api/v1/accounts.csv?{query}"), (row, _) => Place(c => row[c])),
                ["tool"] = FaceRows.Of(
                    await faces.Tool(
                        "show_accounts",
                        [
                            ("measure", measure),
                            ("table", table),
                            ("top", 0),
                            .. picked.Where(p => p.Value is not null).Select(p => (p.Name, (object?)p.Value)),
                        ]
                    ),
                    (row, _) => Place(c => row.GetProperty(c).GetString())
                ),
            },
            shared: library.Count
        );
    }

    [Theory]
    [InlineData("CHN")]
    [InlineData("USA")]
    public async Task Where_inputs_come_from_is_the_same_through_every_face(string buyer)
    {
        ExposureAnswer answer = faces.Analyst.Exposure(new ExposureQuestion(buyer));
        SectorIndex sectors = answer.Table.Sectors;
        var library = new FaceRows();
        foreach (SourceShare share in answer.Shares)
        {
            library[sectors.Regions[share.Region].Code] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["lookThrough"] = share.LookThrough,
                ["faceValue"] = share.FaceValue,
                ["hidden"] = share.Hidden,
            };
        }

        AssertSame(
            new Dictionary<string, FaceRows>(StringComparer.Ordinal)
            {
                ["library"] = library,
                ["command line"] = FaceRows.Of(
                    await faces.Command("accounts", "exposure", "world-2011", "--region", buyer),
                    (row, _) => Text(row, "region")
                ),
                ["region's figure"] = FaceRows.Of(
                    await faces.Address($"/figures/origins.json?table=world-2011&region={buyer}"),
                    (row, _) => Text(row, "region")
                ),
                ["figure as CSV"] = FaceRows.OfCsv(
                    await faces.Text($"/figures/origins.csv?table=world-2011&region={buyer}"),
                    (row, _) => row["region"]
                ),
            },
            shared: 3 * (library.Count - 1)
        );
    }

    [Fact]
    public async Task Complexity_and_dependence_are_the_same_through_every_face()
    {
        string exports = Sample("made-exports.csv");
        var complexity = new FaceRows();
        foreach (ComplexityYear year in faces.Analyst.Complexity(new ComplexityQuestion(exports) { Year = "all" }).Years)
        {
            for (int c = 0; c < year.Profile.Advantage.Countries.Count; c++)
            {
                complexity[$"{year.Year} {year.Profile.Advantage.Countries[c]}"] = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["eci"] = year.Profile.Complexity.Countries?[c],
                    ["fitness"] = year.Profile.Fitness.Fitness[c],
                    ["coi"] = year.Profile.Outlook?.Index[c],
                };
            }
        }

        AssertSame(
            new Dictionary<string, FaceRows>(StringComparer.Ordinal)
            {
                ["library"] = complexity,
                ["command line"] = FaceRows.Of(
                    await faces.Command("complexity", exports, "--year", "all"),
                    (row, _) => $"{row.GetProperty("year").GetInt32()} {Text(row, "country")}"
                ),
            },
            shared: 3 * complexity.Count
        );
        string trade = Sample("made-trade.csv");
        var dependence = new FaceRows();
        foreach (DependenceRow row in faces.Analyst.Dependence(new DependenceQuestion(trade) { Importer = "CHN" }).Rows)
        {
            dependence[row.Product] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["margin"] = row.Verdict.Margin,
                ["yearsHeld"] = (double?)row.Verdict.YearsHeld,
            };
        }

        AssertSame(
            new Dictionary<string, FaceRows>(StringComparer.Ordinal)
            {
                ["library"] = dependence,
                ["command line"] = FaceRows.Of(
                    await faces.Command("dependence", trade, "--importer", "CHN", "--top", "0"),
                    (row, _) => Text(row, "product")
                ),
            },
            shared: 2 * dependence.Count
        );
    }

    private static string Sample(string name) => Path.Combine(SourceFolder.Repository(), "samples", name);

    [Theory]
    [InlineData("china-2020", null, "none")]
    [InlineData("world-2011", "CHN", "reference")]
    public async Task Networks_of_an_economy_are_the_same_through_every_face(string table, string? region, string bridge)
    {
        NetworkEnsembleAnswer answer = faces.Analyst.NetworkEnsemble(
            new NetworkEnsembleQuestion(
                new NetworkQuestion(
                    new EconomyQuestion(table)
                    {
                        Region = region,
                        Capital = CapitalTreatment.Off,
                        Technologies = bridge,
                    }
                )
                {
                    Firms = "200",
                    Draws = 2,
                }
            )
            {
                Select = "top:2",
                Listed = "top:1",
            }
        );
        var library = new FaceRows();
        foreach (EnsembleFigure figure in answer.Ensemble.Figures)
        {
            library[$"{StatusWords.Of(figure.Part)} {figure.Name} {figure.Figure}"] = new Dictionary<string, object?>(
                StringComparer.Ordinal
            )
            {
                ["value"] = figure.First,
                ["low"] = figure.Band.Low,
                ["median"] = figure.Band.Median,
                ["high"] = figure.Band.High,
            };
        }

        string[] words = ["network", "ensemble", table, "--firms", "200", "--draws", "2", "--select", "top:2", "--listed", "top:1"];
        JsonElement told = await faces.Report([.. words, "--bridge", bridge, .. region is null ? (string[])[] : ["--region", region]]);
        AssertSame(
            new Dictionary<string, FaceRows>(StringComparer.Ordinal)
            {
                ["library"] = library,
                ["command line"] = FaceRows.Of(
                    told.GetProperty("rows"),
                    (row, _) => $"{Text(row, "part")} {Text(row, "name")} {Text(row, "figure")}"
                ),
            },
            shared: library.Count
        );
        JsonElement provenance = told.GetProperty("provenance");
        Assert.Equal(answer.Question.ContentHash, provenance.GetProperty("questionHash").GetString());
        Assert.Equal(
            answer.Economy.Steps.Select(s => s.Done),
            provenance.GetProperty("economy").EnumerateArray().Select(s => s.GetProperty("done").GetString())
        );
        Assert.Equal(
            region is null ? ["table", "capital", "technologies"] : ["table", "region", "capital", "technologies"],
            answer.Economy.Steps.Select(s => s.Name)
        );
    }

    /// <summary>What an account's row is about: region and code of both sides.</summary>
    private static string Place(Func<string, string?> cell) =>
        string.Join(' ', cell("region"), cell("code"), cell("partnerRegion"), cell("partnerCode"));

    private static string LensAndRegion(JsonElement row) => $"{Text(row, "lens")} {Text(row, "region")}";

    private static bool HasFigures(JsonElement row) => Text(row, "status") is "ok" or "partial" or "collapse";

    /// <summary>A figure with a column a lens, as rows of lens and region.</summary>
    private static FaceRows Transposed(JsonElement rows)
    {
        var lenses = LensRegistry.Default.Words.ToDictionary(
            w => w.Replace("-", string.Empty, StringComparison.Ordinal),
            StringComparer.OrdinalIgnoreCase
        );
        var result = new FaceRows();
        foreach (JsonElement row in rows.EnumerateArray())
        {
            foreach (JsonProperty cell in row.EnumerateObject().Where(c => lenses.ContainsKey(c.Name)))
            {
                result[$"{lenses[cell.Name]} {Text(row, "region")}"] = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["loss"] = cell.Value.GetDouble(),
                };
            }
        }

        return result;
    }
}

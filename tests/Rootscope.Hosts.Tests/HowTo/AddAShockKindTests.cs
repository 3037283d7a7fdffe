using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Kinds.SupplyCuts;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.HowTo;

/// <summary>docs/how-to/add-a-shock-kind.md, done: a kind is a folder, a line and a row of the schema.</summary>
public class AddAShockKindTests
{
    private const string Example = "tests/Rootscope.Hosts.Tests/HowTo/Strike.cs";

    private static readonly ShockKinds Kinds = ShockKinds.Default.With(new StrikeKind());

    [Fact]
    public void The_page_has_the_kind_that_is_tested()
    {
        string page = Read("docs/how-to/add-a-shock-kind.md");
        string code = Read(Example);
        Assert.Contains(code[code.IndexOf("/// <summary>", StringComparison.Ordinal)..].TrimEnd(), page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_file_may_hold_the_kind_and_every_lens_answers_it()
    {
        ScenarioReading reading = Check("{ product: \"094\", region: CHN, days: 73, note: wages }");
        Assert.Empty(reading.Faults);
        StrikeShock strike = Assert.IsType<StrikeShock>(Assert.Single(reading.Scenario!.Shocks));
        Assert.Equal((73, "wages"), (strike.Days, strike.Note));

        // A fifth of the year is a fifth of the output.
        Scenario cut = reading.Scenario with
        {
            Shocks =
            [
                new SupplyCutShock
                {
                    Products = strike.Products,
                    Region = "CHN",
                    Share = 0.2,
                },
            ],
        };
        Assert.Equal(Losses(cut, reading.Table!), Losses(reading.Scenario, reading.Table!));
        Assert.NotEqual(cut.ContentHash, reading.Scenario.ContentHash);
    }

    [Theory]
    [InlineData("{ product: \"094\", region: CHN, days: 400 }", "at most 365")]
    [InlineData("{ product: \"094\", region: CHN }", "'days' is missing in this strike")]
    [InlineData("{ product: \"094\", region: CHN, days: 3, share: 0.5 }", "share")]
    public void Faults_of_the_kind_are_answered_by_its_fields(string values, string told) =>
        Assert.Contains(told, Assert.Single(Check(values).Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_the_line_in_the_registry_the_kind_is_unknown()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("strike.yaml", Yaml("{ product: \"094\", region: CHN, days: 73 }"));
        Assert.Contains(
            "there is no kind of shock 'strike'",
            ScenarioFiles.Check(file, new TableLibrary()).Faults[0].Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => Kinds.With(new StrikeKind()));
    }

    [Fact]
    public void The_schema_has_every_kind_with_its_fields()
    {
        string[] rows = Read("docs/schema/scenario.md").Split('\n');
        HashSet<string> everywhere = [.. ShockFields.Times.Select(f => f.Name), "note"];
        string said = string.Join('\n', rows);
        Assert.All(everywhere, name => Assert.Contains($"`{name}`", said, StringComparison.Ordinal));
        foreach (IShockKind kind in ShockKinds.Default.All)
        {
            string row = Assert.Single(rows, r => r.StartsWith($"| `{kind.Word}` |", StringComparison.Ordinal));
            Assert.All(
                kind.Fields.Where(f => !everywhere.Contains(f.Name)),
                f => Assert.Contains($"`{f.Name}`", row, StringComparison.Ordinal)
            );
        }
    }

    private static double[] Losses(Scenario scenario, FlowTable table) =>
        [
            .. ScenarioRun
                .Of(scenario, table, LensRegistry.Default.All, progress: null, TestContext.Current.CancellationToken)
                .Lenses.Select(l => l.Figures.Regions[0].Loss),
        ];

    private static ScenarioReading Check(string values)
    {
        using var folder = new TemporaryFolder();
        return ScenarioFiles.Check(folder.Write("strike.yaml", Yaml(values)), new TableLibrary(), Kinds);
    }

    private static string Yaml(string values) => $"name: Strike\ntable: china-2020\nshocks:\n  - strike: {values}\n";

    private static string Read(string file) => File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), file)).ReplaceLineEndings("\n");
}

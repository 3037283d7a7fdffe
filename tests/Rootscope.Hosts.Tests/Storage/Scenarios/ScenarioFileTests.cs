using System.Text;
using Rootscope.Shocks.Kinds.Bans;
using Rootscope.Shocks.Kinds.Capital;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Scenarios;

/// <summary>Scenario files: what sound ones mean, and what every fault is answered with.</summary>
public class ScenarioFileTests
{
    private const string Head = "name: N\ntable: world-2011\nshocks:\n";
    private const string Ban = "product: c14, from: [USA], to: [CHN]";

    [Fact]
    public void The_example_of_the_documentation_is_read_as_it_is_meant()
    {
        ScenarioReading reading = Read(
            """
            name: Chip-making equipment is embargoed
            table: world-2011
            horizon: 24 months
            shocks:
              - ban:      { product: semi_equipment, carrier: c13, share_of_carrier: 0.06, from: [USA, JPN, NLD], to: [CHN], share: 0.9, start: month 0, ramp: 6 months }
              - tariff:   { product: c14, from: [CHN], to: [USA], rate: 0.25 }
              - blacklist: { firms: [ "Example Instruments Co., Ltd" ], list: csl, scope: imports, product: c14, region: CHN, share: 0.01 }
              - capital:  { region: CHN, technology: [logic_chips], carrier: c14, share_of_carrier: 0.05, investment: -0.3 }
              - uplift:   { region: CHN, industry: textiles, productivity: +0.20, note: digital spinning }
            elasticities: short-run       # a named set, or inline
            draws: 200
            """
        );
        Assert.Empty(reading.Faults);
        Scenario scenario = reading.Scenario!;
        Assert.Equal((24, 200, "short-run"), ((int)scenario.HorizonMonths!, scenario.Draws, scenario.Elasticities.Name));
        BanShock ban = Assert.IsType<BanShock>(scenario.Shocks[0]);
        Assert.Equal(
            new ScenarioProduct("c13", "semi_equipment", "Semiconductor manufacturing equipment", 0.06),
            Assert.Single(ban.Products)
        );
        Assert.Equal(["USA", "JPN", "NLD"], ban.From);
        Assert.Equal(new ShockTiming(0, 6), ban.Timing);
        Assert.Equal("logic_chips", Assert.Single(Assert.IsType<CapitalShock>(scenario.Shocks[3]).Products).Technology);
        Assert.Equal("c4", Assert.Single(scenario.Shocks[4].Products).Code);
        Assert.Equal("digital spinning", scenario.Shocks[4].Note);
    }

    [Fact]
    public void Spelling_and_layout_do_not_change_the_hash()
    {
        string one = Read(Head + "  - ban: { product: c14, from: [USA, JPN], to: CHN, share: 90% }\n").Scenario!.ContentHash;
        string other = Read(
            "table: world-2011\nelasticities: short-run\nname: Another\nshocks:\n- ban:\n    to: [china]\n    from: [Japan, United "
                + "States]\n    industry: electrical and optical equipment\n    share: 0.9\n"
        ).Scenario!.ContentHash;
        Assert.Equal(one, other);
    }

    [Fact]
    public void Inline_elasticities_replace_those_of_a_set()
    {
        Scenario scenario = Read(
            Head + $"  - ban: {{ {Ban} }}\nelasticities:\n  set: long-run\n  domestic-imported: {{ all: 3, c14: 1.5 }}\n  final-demand: 1\n"
        ).Scenario!;
        Assert.Equal(
            (3, 1.5, 1, 0.1),
            (
                scenario.Elasticities.Of(Shocks.Lenses.Equilibrium.Nests.Nest.DomesticImported, "c1"),
                scenario.Elasticities.Of(Shocks.Lenses.Equilibrium.Nests.Nest.DomesticImported, "c14"),
                scenario.Elasticities.Of(Shocks.Lenses.Equilibrium.Nests.Nest.FinalDemand),
                scenario.Elasticities.Of(Shocks.Lenses.Equilibrium.Nests.Nest.AmongInputs)
            )
        );
    }

    [Fact]
    public void A_technology_that_is_an_industry_of_the_table_is_taken_whole_and_says_so()
    {
        ScenarioReading reading = Read(
            "name: N\ntable: usa-2017\nshocks:\n  - supply_cut: { technology: semi_equipment, region: USA, share: 0.5, supply: imported }\n"
        );
        Assert.Equal(
            new ScenarioProduct("333242", "semi_equipment", "Semiconductor manufacturing equipment"),
            Assert.Single(reading.Scenario!.Shocks[0].Products)
        );
        Assert.Contains(reading.Notes, n => n.Contains("grade A", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("table: world-2011\nshocks: [{ ban: { product: c14, from: USA, to: CHN } }]", 1, 1, "'name' is missing")]
    [InlineData("name: N\nshocks: [{ ban: { product: c14, from: USA, to: CHN } }]", 1, 1, "'table' is missing")]
    [InlineData("name: N\ntable: world-2012\nshocks: [{ ban: { product: c14, from: USA, to: CHN } }]", 2, 8, "Nearest: world-2011")]
    [InlineData("name: N\ntable: world-2011", 1, 1, "'shocks' is missing")]
    [InlineData("name: N\ntable: world-2011\nshocks: []", 3, 9, "'shocks' is empty")]
    [InlineData("name: N\ntable: world-2011\nshocks: ban", 3, 9, "'shocks' is to be a list")]
    [InlineData(Head + "  - c14", 4, 5, "an item of 'shocks' is to be a block")]
    [InlineData(Head + "  - {}", 4, 5, "this shock is empty")]
    [InlineData(Head + "  - bann: { product: c14, from: USA, to: CHN }", 4, 11, "Nearest: ban.")]
    [InlineData(Head + "  - ban:\n", 4, 9, "'ban' has no values")]
    [InlineData(Head + "  - ban: c14", 4, 10, "'ban' has no values")]
    [InlineData(Head + "  - ban:\n    product: c14", 5, 14, "Indent the values further than 'ban'")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN, shar: 0.9 }", 4, 46, "Nearest: share")]
    [InlineData(Head + "  - ban: { from: USA, to: CHN }", 4, 10, "'product' (or 'industry', 'technology') is missing in this ban")]
    [InlineData(Head + "  - ban: { product: c14, industry: c13, from: USA, to: CHN }", 4, 36, "mean the same")]
    [InlineData(Head + "  - ban: { product: c99, from: USA, to: CHN }", 4, 21, "There is no single industry 'c99'. Nearest: c9")]
    [InlineData(
        Head + "  - ban: { product: [c14, machine_tool], from: USA, to: CHN }",
        4,
        27,
        "Nearest technology of the catalogue: machine_tools"
    )]
    [InlineData(Head + "  - ban: { product: c14, from: USB, to: CHN }", 4, 32, "There is no region 'USB'. Nearest: USA")]
    [InlineData(Head + "  - ban: { product: c14, from: [USA, Chyna], to: CHN }", 4, 38, "Nearest: China")]
    [InlineData(Head + "  - ban: { product: c14, from: [all, USA], to: CHN }", 4, 32, "Keep 'all' alone")]
    [InlineData(Head + "  - ban: { product: c14, from: all, to: all }", 4, 41, "Name the regions of one side")]
    [InlineData(Head + "  - ban: { product: c14, from: abroad, to: CHN }", 4, 32, "which holds 41 regions")]
    [InlineData(Head + "  - ban: { product: c14, from: [USA, CHN], to: CHN }", 4, 48, "'to' names CHN, which 'from' names too")]
    [InlineData(
        Head + "  - ban: { product: c14, from: USA, to: CHN, share: 1.5 }",
        4,
        53,
        "Expected a number above 0 and at most 1, such as 0.9"
    )]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN, share: much }", 4, 53, "which is no number")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN, share: \"0,9\" }", 4, 53, "Decimals take a point: 0.9")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN, share: [0.9] }", 4, 53, "'share' is to be one value")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN, share: .nan }", 4, 53, "which is no number")]
    [InlineData(
        Head + "  - ban: { product: c14, from: USA, to: CHN, outside_price: 1 }",
        4,
        61,
        "Expected a number above 1 and at most 1000, such as 5"
    )]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN, share: 0.5, outside_price: 5 }", 4, 73, "Keep one of the two")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN, start: soon }", 4, 53, "Give a moment such as 'month 0'")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN, ramp: 6 weeks }", 4, 52, "such as '6 months'")]
    [InlineData(
        Head + "  - tariff: { product: c14, from: USA, to: CHN }",
        4,
        13,
        "'rate' is missing in this tariff. What is added to the rate. It is a number above 0 and at most 10, such as 0.25."
    )]
    [InlineData(Head + "  - supply_cut: { product: c14, region: [USA, CHN], share: 0.5 }", 4, 41, "write one shock a region")]
    [InlineData(Head + "  - supply_cut: { product: c14, region: all, share: 0.5 }", 4, 41, "Name one region of world-2011")]
    [InlineData(
        Head + "  - supply_cut: { product: c14, region: USA, share: 0.5, supply: foreign }",
        4,
        66,
        "It is one of domestic, imported, all"
    )]
    [InlineData(Head + "  - uplift: { product: c14, region: USA, productivity: 0 }", 4, 56, "which changes nothing")]
    [InlineData(Head + "  - blacklist: { firms: [], list: csl }", 4, 25, "'firms' is empty")]
    [InlineData(
        Head + "  - ban: { product: semi_equipment, from: USA, to: CHN }",
        4,
        21,
        "Add 'carrier: c13' (Machinery, Nec, which carries it by the catalogue, grade C) and 'share_of_carrier: …' (below 0.1)"
    )]
    [InlineData(Head + "  - ban: { product: semi_equipment, carrier: c13, from: USA, to: CHN }", 4, 46, "without 'share_of_carrier'")]
    [InlineData(
        Head + "  - ban: { product: semi_equipment, carrier: c131, share_of_carrier: 0.1, from: USA, to: CHN }",
        4,
        46,
        "The catalogue names c13 as the carrier of semi_equipment"
    )]
    [InlineData(
        Head + "  - ban: { product: semi_equipment, carrier: c13, share_of_carrier: 1.1, from: USA, to: CHN }",
        4,
        69,
        "Expected a number above 0 and at most 1, such as 0.06"
    )]
    [InlineData(
        Head + "  - ban: { product: c14, carrier: c13, from: USA, to: CHN }",
        4,
        35,
        "'carrier' goes with a technology of the catalogue, but 'c14' is the industry"
    )]
    [InlineData(
        Head + "  - ban: { product: [semi_equipment, robots], carrier: c13, share_of_carrier: 0.1, from: USA, to: CHN }",
        4,
        56,
        "Write one shock for each"
    )]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN }\nhorizon: soon", 5, 10, "such as '24 months' or '2 years'")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN }\ndraws: many", 5, 8, "Give a whole number")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN }\ndraws: -1", 5, 8, "Give 0 for none")]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN }\nelasticities: shortrun", 5, 15, "Nearest: short-run")]
    [InlineData(
        Head + "  - ban: { product: c14, from: USA, to: CHN }\nelasticities: { among-inputs: -1 }",
        5,
        31,
        "a number of at least 0"
    )]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN }\nelasticities: { among-input: 1 }", 5, 17, "Nearest: among-inputs")]
    [InlineData(
        Head + "  - ban: { product: c14, from: USA, to: CHN }\nelasticities: { among-inputs: { c99: 1 } }",
        5,
        38,
        "has no industry with the code 'c99'"
    )]
    [InlineData(Head + "  - ban: { product: c14, from: USA, to: CHN }\nhorizons: 2 years", 5, 1, "Nearest: horizon")]
    [InlineData(Head + "  - ban: &b { product: c14, from: USA, to: CHN }\n  - ban: *b", 5, 10, "is an alias. Write the value out")]
    [InlineData(Head + "  - ban: { product: c14, product: c13, from: USA, to: CHN }", 4, 26, "Duplicate key")]
    [InlineData("name: [", 2, 1, "cannot be read as YAML")]
    [InlineData("- name", 1, 1, "is no block of keys and values")]
    public void A_fault_has_its_place_and_its_repair(string yaml, int line, int column, string told)
    {
        ScenarioReading reading = Read(yaml);
        Assert.Null(reading.Scenario);
        ScenarioFault fault = Assert.Single(reading.Faults);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData(
        "from: [USA], to: [CHN]",
        "There is no region 'USA': china-2020 has one region, CHN, and all that lies outside it is 'abroad'"
    )]
    [InlineData("from: abroad, to: abroad", "'to' names abroad, which 'from' names too")]
    public void A_table_of_one_region_knows_only_abroad_beside_itself(string regions, string told)
    {
        ScenarioReading reading = Read($"name: N\ntable: china-2020\nshocks:\n  - ban: {{ product: \"094\", {regions} }}\n");
        Assert.Contains(told, reading.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_found_at_once_and_a_run_tells_how_many()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write(
            "faults.yaml",
            Head + "  - ban: { product: c99, from: USB, to: CHN, share: 2 }\n  - tarif: {}\ndraws: x\n"
        );
        Assert.Equal([4, 4, 4, 5, 6], ScenarioFiles.Check(file, new TableLibrary()).Faults.Select(f => f.Line));
        TableException e = Assert.Throws<TableException>(() => ScenarioFiles.Read(file, new TableLibrary()));
        Assert.StartsWith($"{file}, line 4, column 21: There is no single industry 'c99'.", e.Message, StringComparison.Ordinal);
        Assert.Contains("There are 4 more faults", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_of_one_carrier_have_to_leave_something_over()
    {
        const string Each = "  - uplift: {{ product: {0}, carrier: c13, share_of_carrier: {1}, region: CHN, productivity: 0.1 }}\n";
        ScenarioReading reading = Read(
            Head
                + string.Format(System.Globalization.CultureInfo.InvariantCulture, Each + "{2}", "robots", "0.6", string.Empty)
                + string.Format(System.Globalization.CultureInfo.InvariantCulture, Each, "semi_equipment", "0.5")
        );
        Assert.Contains("sum to 1.1", Assert.Single(reading.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bombs_and_giants_are_refused_before_they_are_built()
    {
        var bomb = new StringBuilder("a: &a [x, x, x]\n");
        for (char c = 'b'; c < 'z'; c++)
        {
            bomb.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{c}: &{c} [*{(char)(c - 1)}, *{(char)(c - 1)}, *{(char)(c - 1)}]\n"
            );
        }

        Assert.Contains("is an alias", Assert.Single(Read(bomb.ToString()).Faults).Message, StringComparison.Ordinal);
        Assert.Contains("levels deep", Assert.Single(Read("a: " + new string('[', 5000)).Faults).Message, StringComparison.Ordinal);
        Assert.Contains("has 1100000 bytes", Assert.Single(Read(new string('#', 1_100_000)).Faults).Message, StringComparison.Ordinal);
        Assert.Contains(
            "there is no such file",
            Assert.Single(ScenarioFiles.Check("nowhere.yaml", new TableLibrary()).Faults).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Spoilt_files_end_in_a_scenario_or_in_faults()
    {
        const int Rounds = 300;
        string[] templates = [.. ScenarioFiles.Templates.Select(ScenarioFiles.Template)];
        for (int round = 0; round < Rounds; round++)
        {
            var stream = new Random(round);
            var text = new StringBuilder(templates[stream.Next(templates.Length)]);
            for (int edit = 0; edit <= stream.Next(4); edit++)
            {
                Spoil(text, stream);
            }

            ScenarioReading reading = Read(text.ToString());
            Assert.Equal(reading.Scenario is null, reading.Faults.Count > 0);
            Assert.All(reading.Faults, f => Assert.True(f.Message.Length > 10 && f.Line >= 0, f.Message));
        }
    }

    private static void Spoil(StringBuilder text, Random stream)
    {
        const string Odd = "{}[]:,&*!|>'\"%@`#-? \n\t\0\u200b0919é~";
        int at = stream.Next(text.Length);
        switch (stream.Next(4))
        {
            case 0:
                text.Insert(at, Odd[stream.Next(Odd.Length)]);
                break;
            case 1:
                text.Remove(at, Math.Min(stream.Next(1, 12), text.Length - at));
                break;
            case 2:
                text[at] = Odd[stream.Next(Odd.Length)];
                break;
            default:
                text.Insert(at, text.ToString(at, Math.Min(stream.Next(1, 60), text.Length - at)));
                break;
        }
    }

    private static ScenarioReading Read(string yaml)
    {
        using var folder = new TemporaryFolder();
        return ScenarioFiles.Check(folder.Write("scenario.yaml", yaml), new TableLibrary());
    }
}

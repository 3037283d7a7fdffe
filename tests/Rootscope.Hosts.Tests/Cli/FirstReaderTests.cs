using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Rootscope.Answers;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Cli;
using Rootscope.Cli.Options;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests.Cli;

/// <summary>What somebody meets who knows README and help alone: names, units, ranges, messages.</summary>
public partial class FirstReaderTests
{
    [Theory]
    [InlineData("chips", "logic_chips")]
    [InlineData("GPU", "logic_chips")]
    [InlineData("lithography", "semi_equipment")]
    [InlineData("EUV", "semi_equipment")]
    [InlineData("光刻机", "semi_equipment")]
    [InlineData("machine tools", "machine_tools")]
    [InlineData("工业母机", "machine_tools")]
    public async Task A_technology_is_found_by_what_people_call_it_in_every_command(string name, string technology)
    {
        Assert.Equal(technology, CatalogueLibrary.Read().Find(name).Id);
        CliRun shown = await CliRun.Of("catalogue", "show", name, "-q", "-f", "csv");
        Assert.Equal(ExitCode.Ok, shown.Code);
        CliRun root = await CliRun.Of("root", name, "--horizon", "settled", "-q", "-f", "csv");
        Assert.Equal(ExitCode.Ok, root.Code);
        CliRun shock = await CliRun.Of(
            "shock",
            "cut",
            name,
            "--table",
            "china-2020",
            "--region",
            "CHN",
            "--share",
            "0.5",
            "--lens",
            "first-order",
            "-q"
        );
        Assert.Equal(string.Empty, shock.Error);
        Assert.Equal(ExitCode.Ok, shock.Code);
    }

    [Fact]
    public void No_two_technologies_are_called_the_same()
    {
        string[] names =
        [
            .. CatalogueLibrary
                .Read()
                .Technologies.SelectMany(t =>
                    t.Synonyms.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                ),
        ];
        Assert.NotEmpty(names);
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task A_typing_error_names_the_nearest_technologies()
    {
        CliRun run = await CliRun.Of("root", "litography");
        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.Contains("lithography", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_part_for_several_technologies_has_its_own_name()
    {
        CliRun run = await CliRun.Of(
            "shock",
            "ban",
            "memory_chips",
            "--from",
            "USA,KOR",
            "--to",
            "CHN",
            "--share",
            "0.5",
            "--lens",
            "first-order"
        );
        Assert.Contains("Ban on 50% of Semiconductors", run.Words, StringComparison.Ordinal);
        Assert.Contains("one part for Advanced logic and AI chips; Memory chips;", run.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ban on 50% of Memory chips", run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_has_what_is_at_stake_beside_it_with_why_they_differ()
    {
        CliRun run = await CliRun.Of([
            "shock",
            "ban",
            "semi_equipment",
            "--from",
            "all",
            "--to",
            "CHN",
            "--share",
            "0.5",
            "--table",
            "china-2020",
            "--lens",
            "equilibrium",
        ]);
        CliRun root = await CliRun.Of("root", "semi_equipment", "china-2020", "--supply", "imported", "--alone", "-q");
        string share = PercentForm()
            .Match(root.Output.Split('\n').First(l => l.StartsWith("50% of imports", StringComparison.Ordinal))[4..])
            .Value;
        Assert.Contains("Another question, the same cut", run.Words, StringComparison.Ordinal);
        Assert.Contains($"{share} of a year's final spending is lost in all", run.Words, StringComparison.Ordinal);
        Assert.Contains("Why they differ", run.Words, StringComparison.Ordinal);
        Assert.Contains("'Loses' is summed over the 10.0 years", root.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Traits_of_a_part_have_the_values_of_the_part_and_name_its_class()
    {
        var analyst = new Analyst(new TableLibrary(), threads: 2);
        StakeOfOneAnswer part = analyst.StakeOfOne(new StakeOfOneQuestion("semi_equipment") { Alone = true });
        TraitOfOne imports = part.Traits.Single(t => t.Trait == ProductTrait.Imports);
        IReadOnlyDictionary<ProductTrait, double?[]> own = TableTraits.Of(part.Economy.Table, region: null);
        Assert.Equal(own[ProductTrait.Imports][part.Product], imports.Value);
        Assert.True(imports.Value > 0.5);
        Assert.StartsWith("ranked as its class 078, 24.74%", imports.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_holder_stands_beside_what_it_holds_and_a_part_of_a_list_is_told_as_one()
    {
        var analyst = new Analyst(new TableLibrary(), threads: 2);
        var answer = analyst.WeakSpots(new WeakSpotQuestion());
        string text = Rootscope.Cli.Output.TableReport.ToText(
            Rootscope.Answers.WeakSpots.WeakSpotsReport.Of(answer, "weakspots"),
            quiet: true,
            Rootscope.Cli.Output.TableRoom.Unlimited
        );
        Assert.Contains("NLD 100% of EUV lithography tools, 2025 (1 of 6 published)", text, StringComparison.Ordinal);
        Assert.Contains("what is not named is not known", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_by_approximation_is_called_so()
    {
        Assert.Equal("nine draws in ten", StakeWords.English.Band);
        Assert.Equal("90% band, approximate", (StakeWords.English with { IsRough = true }).Band);
    }

    [Fact]
    public void What_a_table_misspells_is_shown_as_it_is_written() => Assert.Equal("Entertainment", BriefName.Of("Eentertainment"));

    [Fact]
    public async Task Every_place_tells_money_of_an_economy_in_one_unit()
    {
        CliRun root = await CliRun.Of("root", "semi_equipment", "china-2020", "--supply", "imported", "--alone");
        CliRun shock = await CliRun.Of(
            "shock",
            "cut",
            "094",
            "--table",
            "china-2020",
            "--region",
            "CHN",
            "--share",
            "0.5",
            "--lens",
            "first-order"
        );
        Assert.Contains("bn CNY", root.Output, StringComparison.Ordinal);
        Assert.Contains("bn CNY", shock.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tn CNY", root.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("× 10 000 yuan", shock.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no folder '/nosuch' to write 'out.json' into", "roots", "-o", "/nosuch/out.json")]
    [InlineData(
        "a shock that lasts no time does not happen",
        "shock",
        "ban",
        "094",
        "--from",
        "all",
        "--to",
        "CHN",
        "--table",
        "china-2020",
        "--for",
        "0 months"
    )]
    [InlineData("Add --carrier c15 ", "shock", "ban", "uav", "--from", "USA", "--to", "CHN")]
    public async Task A_message_speaks_the_words_of_the_line(string told, params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);
        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("…'", run.Error, StringComparison.Ordinal);
    }

    /// <summary>What a command needs beside the option that is tried.</summary>
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["roots"] = ["china-2020"],
        ["root"] = ["094"],
        ["accounts"] = ["china-2020", "--measure", "extraction-partial"],
    };

    public static TheoryData<string, string, string> Ranges()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (Command command in CommandTree.Build().Subcommands.Where(c => Needed.ContainsKey(c.Name)))
        {
            foreach (Option option in command.Options)
            {
                if (RangeForm().Match(option.Description ?? string.Empty) is { Success: true } range)
                {
                    double low = double.Parse(range.Groups["low"].Value, CultureInfo.InvariantCulture);
                    double high = double.Parse(range.Groups["high"].Value, CultureInfo.InvariantCulture);
                    cases.Add(command.Name, option.Name, Text(range.Groups["from"].Value == "above" ? low : low - 0.001));
                    cases.Add(command.Name, option.Name, Text(range.Groups["to"].Value == "below" ? high : high + 0.001));
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task What_help_says_is_outside_a_range_is_refused(string command, string option, string outside)
    {
        CliRun run = await CliRun.Of([command, .. Needed[command], option, outside, "-q"]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_help_says_is_inside_a_range_is_taken()
    {
        foreach (double cut in new[] { 1e-6, 0.999999 })
        {
            Assert.Empty(new StakeQuestion { Cut = cut }.Faults());
        }

        Assert.Empty(new RootQuestion { Cut = 1, Lens = LensRegistry.Default.Named("extraction") }.Faults());
        Assert.Empty(
            new StakeQuestion
            {
                Exports = 0,
                AtMostYears = 1000,
                Discount = 1,
            }.Faults()
        );
        Assert.Empty(
            new StakeQuestion
            {
                Exports = 100,
                AtMostYears = 0.001,
                Discount = 0,
            }.Faults()
        );
        Assert.Equal(18, Ranges().Count);
    }

    private static string Text(double x) => x.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "(?<from>above|from) (?<low>[0-9]+) (and )?(?<to>at most|below|to) (?<high>[0-9]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RangeForm();

    [GeneratedRegex("[0-9]+\\.[0-9]+%", RegexOptions.None, 1000)]
    private static partial Regex PercentForm();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>What is at stake with machinery for semiconductors: what anybody who knows the industry expects of the answer.</summary>
public class StakeOfOneTests
{
    /// <summary>Makers of components are the buyers by definition; some machines go to research and to makers of displays.</summary>
    private const double LeastAtMakers = 0.5;

    /// <summary>The trapezium rule over sixty steps of a path that falls steeply within its first year.</summary>
    private const double OfASum = 0.03;

    /// <summary>A list that nobody can look through is no list.</summary>
    private const int FewEnough = 100;

    private static readonly Dictionary<string, StakeOfOneAnswer> Answers = new[] { "china-2020", "usa-2017" }.ToDictionary(
        t => t,
        t => new Analyst(new TableLibrary(), threads: 2).StakeOfOne(new StakeOfOneQuestion("semi_equipment", t) { Alone = true }),
        StringComparer.Ordinal
    );

    [Fact]
    public void A_technology_without_a_part_says_next_to_its_figures_whose_buyers_it_has()
    {
        StakeOfOneAnswer answer = new Analyst(new TableLibrary(), threads: 2).StakeOfOne(
            new StakeOfOneQuestion("hydrogen", "china-2020") { Alone = true, Supply = SupplyScope.Imported }
        );
        Assert.Equal("087", answer.Code);
        Assert.Single(StakeOfOneWords.Of(answer), w => w.StartsWith("Its buyers are its carrier's: ", StringComparison.Ordinal));
        Assert.DoesNotContain(StakeOfOneWords.Of(Answers["china-2020"]), w => w.Contains("its carrier's", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "china-2020",
        "Software, rest|Internet and related services|Retail trade (with e-commerce)|Manufacture of computers",
        "Semiconductors|electronic components"
    )]
    [InlineData(
        "usa-2017",
        "Software publishers|Data processing, hosting|Nonstore retailers (with e-commerce)|Wired telecommunications carriers",
        "Semiconductor and|Other electronic component|Printed circuit"
    )]
    public void Machinery_is_used_up_by_makers_of_components_and_chains_reach_software_and_internet_services(
        string table,
        string ends,
        string makers
    )
    {
        StakeOfOneAnswer answer = Answers[table];
        double atMakers = answer
            .Buyers.Where(b => makers.Split('|').Any(m => b.Name.Contains(m, StringComparison.Ordinal)))
            .Sum(b => b.ShareOfCapital ?? 0);
        Assert.InRange(atMakers, LeastAtMakers, 1);
        string told = StakeOfOneReport.Of(answer, CatalogueLibrary.Read(), "root").ToMarkdown();
        Assert.All(
            ends.Split('|'),
            end => Assert.Contains(BriefName.Of(end)[..Math.Min(20, BriefName.Of(end).Length)], told, StringComparison.Ordinal)
        );
        Assert.Contains("[capital]", told, StringComparison.Ordinal);
        Assert.Contains("Who uses which capital goods: stocks of the United States", told, StringComparison.Ordinal);
        Assert.All(
            answer.Chains,
            chain => Assert.Equal(chain.Chain.Links.Select(l => l.Carried).OrderDescending(), chain.Chain.Links.Select(l => l.Carried))
        );
    }

    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    public void Chains_to_other_services_lead_to_each_section_before_any_is_led_to_twice(string table)
    {
        IReadOnlyList<StakeEnd> chains = Answers[table].Chains;
        var told = StakeEnds.Told(chains).ToDictionary(k => k.Kind, k => k.Ends);
        Assert.All(told.Values, ends => Assert.InRange(ends.Count, 1, 8));
        Assert.All(told.Values, ends => Assert.Equal(ends.OrderByDescending(e => e.Chain.Carried), ends));
        StakeEnd[] services =
        [
            .. chains.Where(c => c.Section is { } s && string.CompareOrdinal(s, "F") > 0 && s != "J" && !c.HoldsCommerce),
        ];
        int sections = services.Select(c => c.Section).Distinct().Count();
        Assert.Equal(Math.Min(8, sections), told[StakeEndKind.Services].Select(c => c.Section).Distinct().Count());
        Assert.Single(told[StakeEndKind.Information], e => e.HoldsCommerce);
    }

    /// <summary>
    /// Who loses most is the buyer whose machines wear out; those further on lose less, and the product itself is not told.
    /// </summary>
    [Theory]
    [InlineData("china-2020", "Semiconductors|Communication equipment")]
    [InlineData("usa-2017", "Semiconductor and related device")]
    public void Makers_of_components_lose_most_and_what_stands_on_them_after_them(string table, string first)
    {
        StakeOfOneAnswer answer = Answers[table];
        string[] names = first.Split('|');
        Assert.All(
            names.Zip(answer.Losers),
            pair => Assert.StartsWith(pair.First, BriefName.Of(pair.Second.Name), StringComparison.Ordinal)
        );
        Assert.Equal(answer.Losers.Max(l => l.Loses[0] * l.Output), answer.Losers[0].Loses[0] * answer.Losers[0].Output);
        Assert.DoesNotContain(answer.Losers, l => l.Code == answer.Code);
        StakeBuyer maker = answer.Buyers.Single(b => b.Code == answer.Losers[0].Code);
        Assert.Equal(answer.Losers[0].Loses[0], maker.Loses);
        double stake = answer.Under(answer.Rankings[0]).AtStakeShare!.Value;
        StakeBuyer investment = answer.Buyers.First(b =>
            !answer.Economy.Table.Sectors.Industries.Any(i => i.Code == b.Code) && !b.Name.StartsWith("Export", StringComparison.Ordinal)
        );
        Assert.Equal(stake, investment.Loses);
    }

    [Fact]
    public void What_three_industries_lose_is_what_the_page_of_the_method_says()
    {
        string[] lost =
        [
            .. new[] { "094-semiconductors", "090-computers", "091" }.Select(code =>
                Answers["china-2020"].Losers.Single(l => l.Code == code).Loses[0]!.Value.ToString("0%", CultureInfo.InvariantCulture)
            ),
        ];
        string page = string.Join(
            ' ',
            File.ReadAllText(Path.Combine(SourceFolder.Repository(), "docs", "methods", "stake.md")).Split((char[]?)null)
        );
        string told =
            $"costs makers of semiconductors {lost[0]} of a year's output, of computers {lost[1]}, of communication equipment {lost[2]}.";
        Assert.Contains(told, Regex.Replace(page, " +", " ", RegexOptions.None, TimeSpan.FromSeconds(5)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("china-2020")]
    [InlineData("usa-2017")]
    public void The_area_under_the_path_is_what_is_at_stake(string table)
    {
        StakeOfOneAnswer answer = Answers[table];
        for (int s = 0; s < answer.Rankings.Count; s++)
        {
            StakeMoment[] path = [.. answer.Paths[s].Moments.Where(m => m.MissingFlow > 0)];
            double area = path.Zip(path.Skip(1), (a, b) => 0.5 * (a.Loss!.Value + b.Loss!.Value) * (b.Years - a.Years)).Sum();
            double atStake = answer.Under(answer.Rankings[s]).AtStakeShare!.Value;
            Assert.InRange(area, (1 - OfASum) * atStake, (1 + OfASum) * atStake);
            Assert.Equal(
                [0, 0.5, 1, 2, 3, 5, 10],
                answer.Paths[s].Marks.Select(m => m.Years).Where(y => !y.Equals(answer.Years.Years) || y == 10).Distinct()
            );
        }
    }

    [Fact]
    public void Every_trait_is_told_with_its_rank_its_meaning_and_its_source()
    {
        StakeOfOneAnswer answer = Answers["usa-2017"];
        Assert.Equal(Enum.GetValues<ProductTrait>(), answer.Traits.Select(t => t.Trait));
        Assert.All(answer.Traits, t => Assert.False(string.IsNullOrWhiteSpace(t.Words) || string.IsNullOrWhiteSpace(t.Source)));
        Assert.InRange(answer.Years.Years, answer.Years.Low!.Value, answer.Years.High!.Value);
        TraitOfOne exports = answer.Traits.Single(t => t.Trait == ProductTrait.Exports);
        FlowTable table = answer.Economy.Whole;
        Assert.Equal(TableTotals.Exports(table)[answer.Product] / table.Output[answer.Product], exports.Value);
    }

    [Fact]
    public void Two_purchases_of_semiconductors_stand_out_and_chains_do_not_lead_through_them_in_silence()
    {
        FlowTable table = EmbeddedTables.Read("usa-2017");
        IReadOnlyList<OutstandingCell> cells = TableReview.CellsThatStandOut(table);
        Assert.InRange(cells.Count, 2, FewEnough);
        string[] buyers =
        [
            .. cells
                .Where(c => table.Sectors.IndustryOf(new(c.Seller)).Code == "334413")
                .Select(c => table.Sectors.IndustryOf(new(c.Buyer)).Name),
        ];
        Assert.Contains(buyers, b => b.StartsWith("Drugs and druggists", StringComparison.Ordinal));
        Assert.Contains(buyers, b => b.StartsWith("Soft drink", StringComparison.Ordinal));
        StakeOfOneAnswer answer = Answers["usa-2017"];
        Assert.DoesNotContain(answer.Chains, c => c.Chain.StandsOut);
        Assert.All(answer.ChainsThroughOutstanding, c => Assert.True(c.Chain.StandsOut));
        Assert.Contains("[!]", StakeOfOneReport.Of(answer, CatalogueLibrary.Read(), "root").ToMarkdown(), StringComparison.Ordinal);
        StakeOfOneAnswer chips = new Analyst(new TableLibrary(), threads: 2).StakeOfOne(
            new StakeOfOneQuestion("334413", "usa-2017") { Alone = true, Supply = SupplyScope.Imported },
            progress: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            buyers.Order(StringComparer.Ordinal),
            chips.Buyers.Where(b => b.StandsOut).Select(b => b.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_product_without_a_name_and_a_path_of_one_year_are_refused_together()
    {
        var question = new StakeOfOneQuestion(" ", new StakeQuestion("china-2020") { Horizon = 2 });
        Assert.Equal(["name", "horizon"], question.Faults().Select(f => f.Option));
    }
}

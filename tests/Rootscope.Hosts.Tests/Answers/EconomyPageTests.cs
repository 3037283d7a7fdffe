using System.Globalization;
using System.Text.RegularExpressions;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Tests.Published;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>The table of docs/methods/economy.md that follows ten technologies through the steps is the one that the code gives.</summary>
public partial class EconomyPageTests
{
    private static readonly string[] Named =
    [
        "semi_equipment",
        "logic_chips",
        "basic_software",
        "instruments",
        "machine_tools",
        "aero_engines",
        "li_ion",
        "biologics",
        "special_alloys",
        "medical_imaging",
    ];

    private static bool HasPlaces => Laws.AsksForMore || Environment.GetEnvironmentVariable("ROOTSCOPE_APPROVE") == "1";

    private readonly Analyst _analyst = new(new TableLibrary(), threads: 2);

    /// <summary>
    /// Places among all sectors need all of them solved seven times: the normal run solves the ten, and holds all but their places.
    /// </summary>
    [Fact]
    public void Each_step_s_effect_on_ten_technologies_is_the_computed_one()
    {
        var unrated = new EconomyQuestion("china-2020") { Ratings = RatingUse.Off };
        var rated = new EconomyQuestion("china-2020");
        (StakeRanking Ranking, EconomyUnderStudy Economy)[] steps =
        [
            Rank(new StakeQuestion(unrated) { Capital = StakeCapital.Off }, splits: false),
            Rank(new StakeQuestion(unrated) { Capital = StakeCapital.Flow }, splits: false, spread: true),
            Rank(new StakeQuestion(unrated) { Capital = StakeCapital.Flow }, splits: false),
            Rank(new StakeQuestion(unrated), splits: false),
            Rank(new StakeQuestion(unrated), splits: true),
            Rank(new StakeQuestion(rated), splits: true),
            Rank(new StakeQuestion(rated) { Supply = SupplyScope.Imported }, splits: true),
        ];
        PageTable.Check(
            "economy.md",
            "## Each step's effect on ten technologies",
            [
                .. Named
                    .Select(TechnologyOf)
                    .Select(t => $"| {t.Name} | {string.Join(" | ", steps.Select(s => Cell(s.Ranking, s.Economy, t)))} |"),
            ],
            read: HasPlaces ? null : row => Place().Replace(row, string.Empty)
        );
    }

    private (StakeRanking Ranking, EconomyUnderStudy Economy) Rank(StakeQuestion question, bool splits, bool spread = false)
    {
        (EconomyUnderStudy economy, StakeInputs inputs, _) = StakeMaking.Of(question, _analyst.Economy(question.Economy, splits));
        StakeRanking ranking = StakeRanking.Of(
            spread ? StakeMaking.SpreadByDepreciation(inputs) : inputs,
            StakeMaking.OptionsOf(question, economy),
            products: HasPlaces ? null : [.. Named.Select(id => Carrier(TechnologyOf(id), economy)).Distinct()],
            threads: 2,
            progress: null,
            TestContext.Current.CancellationToken
        );
        return (ranking, economy);
    }

    private string Cell(StakeRanking ranking, EconomyUnderStudy economy, Technology technology)
    {
        string code = economy.Table.Sectors.Industries[Carrier(technology, economy).Value].Code;
        StakeRow row = ranking.Rows.First(r => r.Code == code);
        string place = HasPlaces ? string.Create(CultureInfo.InvariantCulture, $" ({row.Rank})") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{row.AtStakeShare * 100:0.00} · {row.Leverage:0.0}{place}");
    }

    private Technology TechnologyOf(string id) => _analyst.Catalogue.Technologies.First(t => t.Id == id);

    private IndustryNumber Carrier(Technology technology, EconomyUnderStudy economy)
    {
        string code = TechnologyRanking.CarrierOf(technology, economy.Table, _analyst.Catalogue, economy.Bridge)!.Code;
        return new(economy.Table.Sectors.Industries.Index().First(i => i.Item.Code == code).Index);
    }

    [GeneratedRegex(@" \(\d+\)", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}

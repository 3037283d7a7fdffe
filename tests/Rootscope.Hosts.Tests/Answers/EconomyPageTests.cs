using System.Globalization;
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
public class EconomyPageTests
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

    private readonly Analyst _analyst = new(new TableLibrary(), threads: 2);

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
                    .Select(id => _analyst.Catalogue.Technologies.First(t => t.Id == id))
                    .Select(t => $"| {t.Name} | {string.Join(" | ", steps.Select(s => Cell(s.Ranking, s.Economy, t)))} |"),
            ]
        );
    }

    private (StakeRanking Ranking, EconomyUnderStudy Economy) Rank(StakeQuestion question, bool splits, bool spread = false)
    {
        (EconomyUnderStudy economy, StakeInputs inputs, _) = StakeMaking.Of(question, _analyst.Economy(question.Economy, splits));
        StakeRanking ranking = StakeRanking.Of(
            spread ? StakeMaking.SpreadByDepreciation(inputs) : inputs,
            StakeMaking.OptionsOf(question, economy),
            products: null,
            threads: 2,
            progress: null,
            TestContext.Current.CancellationToken
        );
        return (ranking, economy);
    }

    private string Cell(StakeRanking ranking, EconomyUnderStudy economy, Technology technology)
    {
        string code = TechnologyRanking.CarrierOf(technology, economy.Table, _analyst.Catalogue, economy.Bridge)!.Code;
        StakeRow row = ranking.Rows.First(r => r.Code == code);
        return string.Create(CultureInfo.InvariantCulture, $"{row.AtStakeShare * 100:0.00} · {row.Leverage:0.0} ({row.Rank})");
    }
}

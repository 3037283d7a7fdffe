using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Scenarios;
using Rootscope.Answers.Stake;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>A scenario happens to the economy that the root ranking ranks.</summary>
public class ScenarioEconomyTests
{
    /// <summary>Two solvers, of one shock and of a batch of cuts, stop at residuals of 1e-12 on the way to one equilibrium.</summary>
    private const double SameLoss = 1e-9;

    private static readonly Analyst Analyst = new(new TableLibrary(), threads: 1);

    [Theory]
    [InlineData("094", RootSubject.Industry)]
    [InlineData("068", RootSubject.Industry)]
    [InlineData("semi_equipment", RootSubject.Technology)]
    public void A_cut_of_supply_loses_what_the_root_ranking_says(string product, RootSubject by)
    {
        ScenarioAnswer answer = Run(Cut(product), q => q);
        foreach (string lens in (string[])["equilibrium", "extraction", "first-order"])
        {
            RootAnswer ranking = Analyst.Roots(new RootQuestion("china-2020") { By = by, Lens = LensRegistry.Default.Named(lens) });
            RootRow row =
                by == RootSubject.Industry
                    ? ranking.Rows.Single(r => r.Code == product)
                    : ranking.Technologies.Single(t => t.Technology.Id == product).Root!;
            Assert.Equal(row.Loss!.Value, LossOf(answer, lens), SameLoss);
            Assert.True(row.Loss > 100 * SameLoss, string.Create(CultureInfo.InvariantCulture, $"{lens}: {row.Loss}"));
        }
    }

    [Theory]
    [InlineData("capital")]
    [InlineData("technologies")]
    [InlineData("ratings")]
    public void Every_option_of_the_economy_moves_a_scenario_as_it_moves_the_ranking(string option)
    {
        ScenarioAnswer usual = Run(Cut("semi_equipment"), q => q);
        ScenarioAnswer other = Run(
            option == "technologies" ? Cut("semi_equipment", ", carrier: \"072\", share_of_carrier: 0.02") : Cut("semi_equipment"),
            q =>
                option switch
                {
                    "capital" => q with { Capital = CapitalTreatment.Off },
                    "technologies" => q with { Technologies = EconomyQuestion.None },
                    _ => q with { Ratings = RatingUse.Off },
                }
        );
        Assert.True(Math.Abs(LossOf(usual, "equilibrium") - LossOf(other, "equilibrium")) > 1000 * SameLoss);
    }

    [Fact]
    public void Factors_that_stay_are_an_option_and_a_line_of_the_file_alike()
    {
        const string Line = "shocks:\n  - ban: { product: c14, from: [CHN], to: [USA], share: 0.5 }\n";
        static ScenarioQuestion Equilibrium(ScenarioQuestion q) => q with { Lenses = [LensRegistry.Default.Named("equilibrium")] };
        ScenarioAnswer written = Run("name: Ban\ntable: world-2011\nfactors: fixed\n" + Line, Equilibrium);
        ScenarioAnswer asked = Run("name: Ban\ntable: world-2011\n" + Line, q => Equilibrium(q) with { Factors = FactorMobility.Fixed });
        ScenarioAnswer mobile = Run(
            "name: Ban\ntable: world-2011\nfactors: fixed\n" + Line,
            q => Equilibrium(q) with { Factors = FactorMobility.Mobile }
        );
        static double[] Losses(ScenarioAnswer answer) => [.. answer.Result.Lenses.Single().Figures.Regions.Select(r => r.Loss)];
        Assert.Equal(Losses(written), Losses(asked));
        Assert.Contains(Losses(mobile).Zip(Losses(asked)), pair => Math.Abs(pair.First - pair.Second) > 1000 * SameLoss);
    }

    [Fact]
    public void A_ban_on_chip_tools_stops_makers_of_semiconductors_first_under_the_cascade_and_makes_them_dear_in_equilibrium()
    {
        ScenarioAnswer ban = Run(
            "name: Ban\ntable: china-2020\nshocks:\n  - ban: { product: semi_equipment, from: [abroad], to: [CHN], share: 0.9 }\n",
            q => q
        );
        Dictionary<string, SectorOutcome> cascade = OutcomesOf(ban, "cascade");
        Assert.Equal("094-semiconductors", cascade.MinBy(s => s.Value.OutputChange).Key);
        Assert.All((string[])["094-semiconductors", "094-components", "094"], code => Assert.True(cascade[code].OutputChange < 0, code));
        Dictionary<string, SectorOutcome> equilibrium = OutcomesOf(ban, "equilibrium");
        Assert.Equal("094-semiconductors", equilibrium.MaxBy(s => s.Value.CostChange).Key);
    }

    [Fact]
    public void A_declared_share_sets_the_size_of_the_part_and_leaves_its_buyers()
    {
        ScenarioTable sized = Run(Cut("semi_equipment", ", carrier: \"078\", share_of_carrier: 0.05"), q => q).Result.Table;
        ScenarioTable own = Run(Cut("semi_equipment"), q => q).Result.Table;
        Assert.Equal(0.05, PartOf(sized) / Of(sized, "078"), SameLoss);
        Assert.NotEqual(0.05, PartOf(own) / Of(own, "078"), 2);
        Assert.Equal(0.05, sized.ShareOf(sized.Carried[0]));
        Assert.Equal(PartOf(own) / Of(own, "078"), own.ShareOf(own.Carried[0]), SameLoss);
        Assert.Equal(own.Table.Sectors.Industries.Select(i => i.Code), sized.Table.Sectors.Industries.Select(i => i.Code));

        static double PartOf(ScenarioTable table) => table.Table.Output[table.NumbersOf(table.Carried[0])[0]];

        static double Of(ScenarioTable table, string code) => table.Source.Output[table.Source.Sectors.FindIndustry(code)];
    }

    [Fact]
    public void In_a_table_of_many_regions_the_technology_has_buyers_of_its_own_and_capital_goods_are_inputs()
    {
        ScenarioStudy study = Study(ScenarioFiles.Template("chip-equipment-embargo"));
        int regions = study.Made.Source.Sectors.Regions.Count;
        Assert.Equal(study.Made.Source.Size + regions, study.Made.Table.Size);
        Assert.Contains(study.Made.Notes, n => n.Contains("use of capital goods", StringComparison.Ordinal));
        Assert.All(study.Made.Table.Output.ToArray().Zip(study.Economy.Table.Output.ToArray()), o => Assert.Equal(o.First, o.Second));
        Assert.Equal(
            "semi_equipment",
            Assert.Single(Assert.Single(study.Made.Bridge!.Parts).Technologies, t => t.Id == "semi_equipment").Id
        );
    }

    [Fact]
    public void An_embargo_of_chip_tools_makes_electronics_fall_first_where_it_hits_under_every_lens_of_buyers()
    {
        // 6% of machinery is more than is published: with the reference's 1.6% the inventory lens has paper fall first, in doubt.
        const string Embargo =
            "name: Embargo\ntable: world-2011\nhorizon: 24 months\nshocks:\n"
            + "  - ban: { product: semi_equipment, carrier: c13, share_of_carrier: 0.06, from: [USA, JPN, NLD], to: [CHN], share: 0.9, "
            + "start: month 0, ramp: 6 months }\nelasticities: short-run\n";
        ScenarioAnswer answer = Run(Embargo, q => q);
        ScenarioTable table = answer.Result.Table;
        int china = table.Table.Sectors.FindRegion("CHN");
        int makers = (china * table.ProductCount) + table.Table.Sectors.FindIndustry("c14");
        int[] tools = [.. table.NumbersOf(table.Carried[0]).Select(p => (china * table.ProductCount) + p)];
        foreach (string lens in (string[])["cascade", "inventory", "equilibrium"])
        {
            LensResult result = answer.Result.Lenses.Single(l => l.Lens.Word == lens);
            SectorOutcome[] chinese =
            [
                .. result.Figures.Sectors.Where(s => table.Table.Sectors.RegionNumberOf(s.Sector) == china && !tools.Contains(s.Sector)),
            ];
            SectorOutcome first = chinese.Where(s => s.OutputChange is not null).MinBy(s => s.OutputChange)!;
            Assert.Equal((lens, makers), (lens, (int)first.Sector));
            Assert.True(first.OutputChange < 0);
        }

        LensResult years = answer.Result.Lenses.Single(l => l.Lens.Word == "equilibrium");
        Assert.Equal(china, years.Figures.Regions.MaxBy(r => r.Loss)!.Region);
    }

    /// <summary>Its industries hold divisions of ISIC that are rated: a lack of one small good does not stop everybody.</summary>
    [Fact]
    public void In_a_table_of_many_regions_inputs_are_rated_so_that_a_lack_of_chip_tools_does_not_stop_everything()
    {
        string ban =
            "name: Ban\ntable: world-2011\nhorizon: 6 months\nshocks:\n"
            + "  - ban: { product: semi_equipment, from: [USA, JPN, NLD], to: [CHN], share: 0.9 }\n";
        ILens inventory = LensRegistry.Default.Named("inventory");
        ScenarioAnswer rated = Run(ban, q => q with { Lenses = [inventory] });
        ScenarioAnswer alone = Run(ban, q => q with { Lenses = [inventory], Essentiality = EssentialityRatings.AllEssential });
        Assert.True(LossIn(rated) > 0);
        Assert.True(100 * LossIn(rated) < LossIn(alone), string.Create(CultureInfo.InvariantCulture, $"{LossIn(rated)} {LossIn(alone)}"));
        Assert.DoesNotContain(NotesOf(rated), n => n.Contains("alone and critical", StringComparison.Ordinal));
        Assert.Contains(NotesOf(alone), n => n.Contains("alone and critical", StringComparison.Ordinal));

        static double LossIn(ScenarioAnswer answer) =>
            answer.Result.Lenses[0].Figures.Regions[answer.Result.Table.Table.Sectors.FindRegion("CHN")].Loss;

        static IReadOnlyList<string> NotesOf(ScenarioAnswer answer) => answer.Result.Lenses[0].Figures.Notes;
    }

    [Fact]
    public void What_is_forbidden_is_had_from_others_in_the_years_to_replace_or_in_a_time_that_is_said()
    {
        double[] losses = [.. new[] { "never", "by-product", "1 month" }.Select(Loss)];
        Assert.True(losses[0] > losses[1] && losses[1] > losses[2], string.Join(' ', losses));
        ScenarioStudy study = Study(Text("by-product"));
        ScenarioTable table = ScenarioTable.Of(study.Scenario, study.Made);
        IndustryNumber tools = table.NumbersOf(table.Carried[0])[0];
        StakeOfOneAnswer stake = Analyst.StakeOfOne(new StakeOfOneQuestion("semi_equipment", "china-2020") { Alone = true });
        Assert.Equal(stake.Years.Years * 12, table.MonthsToReplace(tools)!.Value, 1e-9);
        Assert.NotEqual(study.Scenario.ContentHash, Study(Text("never")).Scenario.ContentHash);

        double Loss(string replacement) =>
            LossOf(Run(Text(replacement), q => q with { Lenses = [LensRegistry.Default.Named("inventory")] }), "inventory");

        static string Text(string replacement) =>
            $"name: Ban\ntable: china-2020\nhorizon: 24 months\nreplacement: {replacement}\nshocks:\n"
            + "  - ban: { product: semi_equipment, from: [abroad], to: [CHN], share: 0.9 }\n";
    }

    [Fact]
    public void A_run_has_one_hash_for_all_spellings_of_its_scenario_and_another_for_every_economy()
    {
        ScenarioStudy study = Study(Cut("094"));
        ScenarioStudy respelt = Study("# A remark.\n" + Cut("Manufacture of electronic components"));
        string hash = study.Question.RunHash(study.Reading.Scenario!, study.Made.Source);
        Assert.Equal(hash, respelt.Question.RunHash(respelt.Reading.Scenario!, respelt.Made.Source));
        Assert.NotEqual(study.Question.ContentHash, respelt.Question.ContentHash);
        Assert.NotEqual(hash, (study.Question with { Capital = CapitalTreatment.Off }).RunHash(study.Reading.Scenario!, study.Made.Source));
    }

    [Fact]
    public void A_scenario_with_a_fault_is_refused_with_its_place()
    {
        TableException fault = Assert.Throws<TableException>(() => Run(Cut("no such thing"), q => q));
        Assert.StartsWith("scenario, line 4", fault.Place, StringComparison.Ordinal);
        QuestionException empty = Assert.Throws<QuestionException>(() => new ScenarioQuestion(" ") { Lenses = [] }.Validate());
        Assert.Equal(["scenario", "lens"], empty.Faults.Select(f => f.Option));
    }

    private static string Cut(string product, string more = "") =>
        "name: Cut\ntable: china-2020\nshocks:\n  - supply_cut: { "
        + $"product: \"{product}\", region: CHN, share: 0.5, supply: all{more} }}\n";

    private static ScenarioAnswer Run(string scenario, Func<ScenarioQuestion, ScenarioQuestion> with) =>
        Analyst.Scenario(with(new ScenarioQuestion(scenario)), progress: null, TestContext.Current.CancellationToken);

    private static double LossOf(ScenarioAnswer answer, string lens) =>
        answer.Result.Lenses.Single(l => l.Lens.Word == lens).Figures.Regions[0].Loss;

    private static ScenarioStudy Study(string scenario)
    {
        var question = new ScenarioQuestion(scenario);
        return Analyst.Study(question, Analyst.Check(question));
    }

    private static Dictionary<string, SectorOutcome> OutcomesOf(ScenarioAnswer answer, string lens) =>
        answer
            .Result.Lenses.Single(l => l.Lens.Word == lens)
            .Figures.Sectors.ToDictionary(s => answer.Result.Table.Table.Sectors.IndustryOf(s.Sector).Code, StringComparer.Ordinal);
}

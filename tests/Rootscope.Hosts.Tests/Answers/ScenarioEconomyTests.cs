using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Scenarios;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;

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
    public void Report()
    {
        ScenarioAnswer ban = Run(
            "name: Ban\ntable: china-2020\nshocks:\n  - ban: { product: semi_equipment, from: [abroad], to: [CHN], share: 0.9 }\n",
            q => q
        );
        var text = new System.Text.StringBuilder();
        foreach (string n in ban.Result.Notes.Concat(ban.Study.Reading.Notes).Concat(ban.Study.Economy.Steps.Select(s => s.ToString())))
        {
            text.AppendLine(n);
        }

        foreach (LensResult lens in ban.Result.Lenses)
        {
            text.AppendLine($"{lens.Lens.Word} {lens.Status}");
            foreach (SectorOutcome s in lens.Figures.Sectors)
            {
                string code = ban.Result.Table.Table.Sectors.IndustryOf(s.Sector).Code;
                if (code.StartsWith("09", StringComparison.Ordinal) || code.Contains("-", StringComparison.Ordinal))
                {
                    text.AppendLine($"{code} {ban.Result.Table.Table.Sectors.IndustryOf(s.Sector).Name} {s.Output} {s.OutputChange} {s.CostChange}");
                }
            }
        }

        File.WriteAllText("/tmp/shock-ban.txt", text.ToString());
    }

    private static string Cut(string product, string more = "") =>
        "name: Cut\ntable: china-2020\nshocks:\n  - supply_cut: { "
        + $"product: \"{product}\", region: CHN, share: 0.5, supply: all{more} }}\n";

    private static ScenarioAnswer Run(string scenario, Func<ScenarioQuestion, ScenarioQuestion> with) =>
        Analyst.Scenario(with(new ScenarioQuestion(scenario)), progress: null, TestContext.Current.CancellationToken);

    private static double LossOf(ScenarioAnswer answer, string lens) =>
        answer.Result.Lenses.Single(l => l.Lens.Word == lens).Figures.Regions[0].Loss;
}

using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tests.Published;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>Why a cut of imports can cost more than one of all supply: the table of docs/methods/stake.md is the computed one.</summary>
public class StakeSupplyPageTests
{
    /// <summary>Semiconductor machinery of usa-2017.</summary>
    private const string Machinery = "333242";

    private static readonly SupplyScope[] Supplies = [SupplyScope.All, SupplyScope.Domestic, SupplyScope.Imported];

    private readonly Analyst _analyst = new(new TableLibrary(), threads: 2);

    [Fact]
    public async Task Exports_and_the_substitution_of_home_for_abroad_decide_which_cut_costs_more()
    {
        using var folder = new TemporaryFolder();
        string substituting = folder.Write("half.csv", HomeForAbroad("0.5"));
        var usual = new StakeQuestion("usa-2017") { Horizon = 0.25 };
        (string Change, StakeQuestion Question)[] rows =
        [
            ("none", usual),
            ("exports nearly keep their composition (`--exports 0.3`)", usual with { Exports = 0.3 }),
            ("exports keep their composition (`--exports 0`)", usual with { Exports = 0 }),
            ("home and abroad substitute by 0.5, not 0.05", usual with { Elasticities = substituting }),
            ("three years to adapt (`--elasticities medium-run`)", usual with { Elasticities = "medium-run" }),
            ("machines count as formation (`--capital off`)", usual with { Capital = StakeCapital.Off }),
        ];
        EconomyUnderStudy economy = _analyst.Economy(usual.RatedEconomy);
        double[][] losses = await Task.Run(
            () => rows.Select(r => Losses(r.Question, economy)).ToArray(),
            TestContext.Current.CancellationToken
        );

        // The claim itself, whatever the digits: imports cost more as it is, and less once either cause is taken away.
        Assert.True(losses[0][2] > losses[0][0]);
        Assert.All(losses.Skip(1), l => Assert.True(l[2] < l[0]));
        PageTable.Check(
            "stake.md",
            "### Why imports can cost more than all supply",
            [
                .. rows.Zip(
                    losses,
                    (r, l) =>
                        $"| {r.Change} | {string.Join(" | ", l.Select(x => (x * 100).ToString("0.000", CultureInfo.InvariantCulture)))} |"
                ),
            ]
        );
    }

    /// <summary>The short-run set with another end of irreplaceability for home against abroad.</summary>
    private static string HomeForAbroad(string irreplaceable)
    {
        string[] lines = File.ReadAllLines(
            Path.Combine(SourceFolder.Repository(), "src", "Rootscope.Storage", "Embedded", "Data", "elasticities", "short-run.csv")
        );
        int at = Array.FindIndex(lines, l => l.StartsWith("domestic-imported,", StringComparison.Ordinal));
        string[] cells = lines[at].Split(',', 6);
        Assert.Equal("0.05", cells[4]);
        cells[4] = irreplaceable;
        lines[at] = string.Join(',', cells);
        return string.Join('\n', lines) + "\n";
    }

    private static double[] Losses(StakeQuestion question, EconomyUnderStudy studied)
    {
        (EconomyUnderStudy economy, StakeInputs inputs, _) = StakeMaking.Of(question, studied);
        IndustryNumber product = inputs.Table.Sectors.FindIndustry(Machinery);
        return
        [
            .. Supplies.Select(s =>
                StakeRanking
                    .Of(inputs, StakeMaking.OptionsOf(question, economy) with { Supply = s }, [product], threads: 2)
                    .Rows[0]
                    .AtStakeShare!.Value
            ),
        ];
    }
}

using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Stake;
using Rootscope.Roots.Validation;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Storage.Formats.Nbs;
using Rootscope.Tests;
using Rootscope.Tests.Published;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>What docs/methods/validity.md says of the stake is what the code gives today.</summary>
public class StakeValidityPageTests
{
    private const int Permutations = 3;

    /// <summary>The guards of the larger table take a minute and more: with ROOTSCOPE_CASES above 1 only.</summary>
    private static readonly bool WithAll = Laws.AsksForMore;

    private static readonly (string File, string Items)[] Lists =
    [
        ("dev_cn35.csv", ""),
        ("dev_mic2025.csv", ""),
        ("dev_mic2025.csv", "_c"),
    ];

    /// <summary>Tables in fine classes whose products have a way to those of the lists.</summary>
    private static readonly string[] EarlierTables = ["china_2012_139", "china_2017_149", "china_2018_153"];

    private readonly Analyst _analyst = new(new TableLibrary(), threads: 2);

    [Theory]
    [InlineData("china-2020", true)]
    [InlineData("usa-2017", false)]
    public void The_documented_scores_of_the_stake_and_its_guards_are_the_computed_ones(string table, bool always)
    {
        Assert.SkipUnless(always || WithAll || Laws.AsksForMore, "takes most of a minute: ROOTSCOPE_CASES=2 asks for it");
        bool withGuards = always || WithAll;
        var question = new StakeQuestion(table);
        EconomyUnderStudy economy = _analyst.Economy(question.Economy);
        ExpertLabels[] labels = [.. Lists.Select(l => Labels(economy, l.File, l.Items))];
        var guards = new GuardOptions { Seed = 1, Permutations = Permutations };

        // Which industries are compared is the same for every list.
        StakeScores scores = withGuards
            ? _analyst.StakeScores(question, labels[0], guards, TestContext.Current.CancellationToken)
            : new StakeScores([.. MeasuresOf(table)], []);
        var ratings = ProductRatings.Of(economy.Evidence!.Products);
        var index = new MeasureValues(
            "index-alone",
            [.. economy.Table.Sectors.Industries.Select(i => ratings.Find(i.Code)?.Irreplaceability)]
        );
        PageTable.Check(
            "validity.md",
            $"### `{table}`: at stake and its guards",
            [
                .. (withGuards ? scores.Measures.Append(index) : scores.Measures).Select(m =>
                    $"| {m.Name} | {string.Join(" | ", labels.Select(l => Area(m, l)))} |"
                ),
                .. scores.Permuted.Select(m => $"| {m.Name} | {string.Join(" | ", labels.Select(l => Spread(m, l)))} |"),
            ],
            isPart: !withGuards
        );
    }

    [Fact]
    public void The_documented_scores_of_earlier_Chinese_tables_are_the_computed_ones()
    {
        var rows = new List<string>();
        foreach (string table in EarlierTables)
        {
            string file = SharedData.Require("data", "china_io_nbs", $"{table}.csv");
            var analyst = new Analyst(new TableLibrary(), threads: 2, _ => NbsReader.Read(file, table));
            var question = new StakeQuestion(new EconomyQuestion(table) { Ratings = RatingUse.Any });
            EconomyUnderStudy economy = analyst.Economy(question.Economy);
            ExpertLabels[] labels = [.. Lists.Select(l => Labels(economy, l.File, l.Items))];
            var none = new GuardOptions { Seed = 1, Permutations = 0 };
            StakeScores scores = analyst.StakeScores(question, labels[0], none, TestContext.Current.CancellationToken);
            rows.AddRange(
                scores
                    .Measures.Where(m => m.Name.StartsWith(StakeMeasures.AtStake, StringComparison.Ordinal))
                    .Select(m => $"| {table} | {m.Name} | {string.Join(" | ", labels.Select(l => AreaOf(m, l)))} |")
            );
        }

        PageTable.Check("validity.md", "### Earlier Chinese tables: at stake", rows);
    }

    /// <summary>What is scored without guards, from the ranking of all products that other tests ask for too.</summary>
    private static IEnumerable<MeasureValues> MeasuresOf(string table)
    {
        foreach ((SupplyScope supply, string suffix) in new[] { (SupplyScope.All, ""), (SupplyScope.Imported, "-imports") })
        {
            StakeRow[] rows = [.. EmbeddedStakes.Of(table, supply).Rows.OrderBy(r => r.Product)];
            yield return new(StakeMeasures.AtStake + suffix, [.. rows.Select(r => r.AtStakeShare)]);
            yield return new(StakeMeasures.Leverage + suffix, [.. rows.Select(r => r.Status == CutStatus.NoUse ? null : r.Leverage)]);
        }
    }

    private static ExpertLabels Labels(EconomyUnderStudy economy, string list, string items)
    {
        string file = SharedData.Require("data", "expert_lists", list);
        return ExpertLists.LabelsOf(
            economy.Table,
            [.. LabelReader.Read(file).Where(m => m.Item.EndsWith(items, StringComparison.Ordinal))]
        );
    }

    private static string Area(MeasureValues measure, ExpertLabels labels)
    {
        ValidityRow row = ValidityTable.Of([measure], labels, new BootstrapOptions { Seed = 1 })[0];
        return string.Create(CultureInfo.InvariantCulture, $"{row.Area:0.00} ({row.Low:0.00} to {row.High:0.00})");
    }

    private static string AreaOf(MeasureValues measure, ExpertLabels labels)
    {
        ValidityRow row = ValidityTable.Of([measure], labels, new BootstrapOptions { Seed = 1, Draws = BootstrapOptions.FewestDraws })[0];
        return string.Create(CultureInfo.InvariantCulture, $"{row.Area:0.00} ({row.Positives} of {row.Industries})");
    }

    private static string Spread(PermutedMeasure measure, ExpertLabels labels)
    {
        var row = ValidityTable.Of(measure, labels);
        return string.Create(CultureInfo.InvariantCulture, $"{row.Area:0.00} ({row.Low:0.00} to {row.High:0.00})");
    }
}

using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Storage.Formats;
using Rootscope.Tables;
using Rootscope.Tables.Capital;
using Rootscope.Tests.Published;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>What anybody who knows the industries expects, and what a ranking that discriminates has to show.</summary>
public class StakeSenseTests
{
    /// <summary>Makers of components are the buyers by definition; some machines go to research and to makers of displays.</summary>
    private const double LeastAtMakers = 0.5;

    /// <summary>Where everything has the same leverage nothing is ranked: the upper tenth starts at twenty times the lower.</summary>
    private const double LeastSpread = 20;

    private readonly Analyst _analyst = new(new TableLibrary(), threads: 2);

    /// <summary>094 electronic components, 096 instruments, 078 other special machinery.</summary>
    [Fact]
    public void Components_instruments_and_special_machinery_are_among_the_first_ten_of_what_China_imports()
    {
        StakeRanking ranking = EmbeddedStakes.Of("china-2020", SupplyScope.Imported);
        string[] first = [.. ranking.Rows.Take(10).Select(r => r.Code)];
        Assert.Superset(
            new HashSet<string>(["094", "096", "078"], StringComparer.Ordinal),
            new HashSet<string>(first, StringComparer.Ordinal)
        );
    }

    /// <summary>One definition (docs/methods/stake.md): a ranking, its money and the base of a shock share it.</summary>
    [Fact]
    public async Task A_years_final_spending_is_one_figure_on_every_face()
    {
        const double Rounding = 1e-9;
        StakeRanking ranking = EmbeddedStakes.Of("china-2020", SupplyScope.Imported);
        double defined = TableTotals.Absorption(ranking.Inputs.Support).Sum(x => Math.Max(0, x));
        Assert.Equal(1, ranking.FinalSpending / defined, Rounding);
        Assert.All(
            ranking.Rows.Where(r => r.AtStakeShare > 0),
            r => Assert.Equal(1, r.AtStake!.Value / r.AtStakeShare!.Value / defined, Rounding)
        );
        string[] cut = ["shock", "cut", "094", "--region", "CHN", "--share", "0.5", "--table", "china-2020"];
        CliRun shock = await CliRun.Of([.. cut, "--lens", "first-order", "-f", "csv"]);
        string[] lines = shock.Output.Split('\n');
        int at = Array.IndexOf(lines.First(l => l.StartsWith("part,", StringComparison.Ordinal)).Split(','), "base");
        string told = lines.First(l => l.StartsWith("region,", StringComparison.Ordinal)).Split(',')[at];
        Assert.Equal(1, double.Parse(told, CultureInfo.InvariantCulture) / defined, Rounding);
    }

    [Theory]
    [InlineData("china-2020", true, "078-semiconductor-machinery", "094")]
    [InlineData("usa-2017", false, "333242", "33441A 334413 334418")]
    public void Most_machinery_for_semiconductors_is_used_up_by_makers_of_components(
        string table,
        bool splits,
        string machinery,
        string makers
    )
    {
        EconomyUnderStudy studied = _analyst.Economy(new EconomyQuestion(table), aboutTechnologies: splits);
        (_, StakeInputs inputs, CapitalUse? use) = StakeMaking.Of(new StakeQuestion(table), studied);
        int size = inputs.Table.Size;
        int row = inputs.Table.Sectors.FindIndustry(machinery);
        double[] cells = [.. use!.Cells.Slice(row * size, size)];
        string[] codes = [.. inputs.Table.Sectors.Industries.Select(i => i.Code)];
        double atMakers = Enumerable.Range(0, size).Where(j => makers.Split(' ').Any(m => IsOrIsPartOf(codes[j], m))).Sum(j => cells[j]);
        Assert.True(cells.Sum() > 0);
        Assert.InRange(atMakers / cells.Sum(), LeastAtMakers, 1);
    }

    /// <summary>The spread is told on the page of the validity test.</summary>
    [Fact]
    public void Leverage_spreads_over_more_than_a_decade_as_documented()
    {
        var rows = new List<string>();
        string[] tables = ["china-2020", "usa-2017"];
        foreach (string table in Laws.AsksForMore ? tables : tables[..1])
        {
            double all = SpreadOf(table, SupplyScope.All);
            double imports = SpreadOf(table, SupplyScope.Imported);
            Assert.All([all, imports], s => Assert.InRange(s, LeastSpread, double.MaxValue));
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"| {table} | {all:0} | {imports:0} |"));
        }

        PageTable.Check("validity.md", "### Spread of the leverage of a stake", rows, isPart: !Laws.AsksForMore);
    }

    /// <summary>Imported tables of coarse classes, through concordances.</summary>
    [Theory]
    [InlineData("iot", "DEU", "oecd_iot_2018ed/DEU2015dom.csv")]
    [InlineData("wiod2016", "DEU", "wiod2016_national_2014/intermediate_2014_long.csv wiod2016_national_2014/accounts_2014.csv")]
    public void A_national_table_of_the_OECD_or_of_WIOD_2016_ranks_with_ratings(string format, string country, string files)
    {
        using var folder = new TemporaryFolder();
        string[] paths = [.. files.Split(' ').Select(f => SharedData.Require(["data", .. f.Split('/')]))];
        var library = new TableLibrary(folder.PathOf("workspace"));
        library.Workspace.Put(TableFormats.Known.Read(format, paths, "own", country: format == "iot" ? null : country));
        var analyst = new Analyst(library, threads: 2);
        StakeAnswer answer = analyst.Stake(new StakeQuestion("own") { Supply = SupplyScope.Imported });
        Assert.NotNull(answer.Economy.Elasticities.RatedBy);
        StakeRow[] ranked = [.. answer.Ranking.Rows.Where(r => r.AtStakeShare > 0)];
        Assert.True(ranked.Length > 15, $"{ranked.Length} products have a stake");
        Assert.True(ranked.Select(r => r.YearsToReplace).Distinct().Count() > 5, "ratings give products years of their own");
        double[] leverages = [.. ranked.Select(r => r.Leverage).OfType<double>().Where(l => l > 0).Order()];
        Assert.True(leverages[^1] > 5 * leverages[0], $"leverages from {leverages[0]} to {leverages[^1]}");
    }

    private static double SpreadOf(string table, SupplyScope supply)
    {
        double[] leverages = [.. EmbeddedStakes.Of(table, supply).Rows.Select(r => r.Leverage).OfType<double>().Where(l => l > 0).Order()];
        Assert.True(leverages.Length > 100);
        return leverages[leverages.Length * 9 / 10] / leverages[leverages.Length / 10];
    }

    private static bool IsOrIsPartOf(string code, string industry) =>
        code == industry || code.StartsWith(industry + "-", StringComparison.Ordinal);
}

using System.Globalization;
using Rootscope.Accounts;
using Rootscope.Storage.Formats.Wiod2013;
using Rootscope.Tables;

namespace Rootscope.Tests.Published;

/// <summary>Upstreamness of the world table of 2011 against the figures that Antràs and Chor published for the same release.</summary>
/// <remarks>
/// Their figures were made from the table before its cells were rounded to whole millions, with the net inventories correction.
/// </remarks>
public class PublishedStagesTests
{
    /// <summary>What rounding the cells leaves of the agreement: small sectors of small countries move, all others stay.</summary>
    private const double LeastCorrelation = 0.997;

    /// <summary>Half a unit of the third decimal, for large sectors, in which rounding disappears.</summary>
    private const double ThreeDecimals = 0.0005;

    /// <summary>Rounded cells move the world's mean in the ninth digit.</summary>
    private const double MeanTolerance = 1e-7;

    private static readonly Lazy<FlowTable> World = new(() =>
        WiodReader.Read(SharedData.Require("data", "wiod2013", "wiot2011.csv"), "world-2011")
    );

    [Fact]
    public void Upstreamness_agrees_with_the_published_figures()
    {
        FlowTable table = World.Value;
        Dictionary<string, double> published = Published("2011");
        double[] computed = ProductionStages.Upstreamness(DirectAllocation.OfDomesticUse(table, netOfInventories: true));
        var pairs = new List<(double Mine, double Theirs)>();
        for (int k = 0; k < table.Size; k++)
        {
            if (table.Output[k] > 0 && published.TryGetValue(table.Sectors.LabelOf(new(k)), out double theirs))
            {
                pairs.Add((computed[k], theirs));
            }
        }

        Assert.InRange(pairs.Count, 1300, 1435);
        Assert.InRange(Correlation(pairs), LeastCorrelation, 1);
        foreach (string code in (string[])["c12", "c13", "c14", "c15"])
        {
            Assert.True(table.Sectors.TryFindIndustry(code, out IndustryNumber industry));
            double mine = computed[table.Sectors.SectorOf(table.Sectors.FindRegion("CHN"), new(industry))];
            Assert.Equal(published[$"CHN.{code}"], mine, ThreeDecimals);
        }
    }

    [Fact]
    public void The_world_stands_as_far_from_final_use_as_from_primary_inputs()
    {
        const double Known = 2.152571974758146;
        FlowTable table = World.Value;
        double up = WeightedMean(table, ProductionStages.Upstreamness(table));
        double down = WeightedMean(table, ProductionStages.Downstreamness(table));
        Close.Equal(up, down, 1e-12);
        Close.Equal(Known, up, MeanTolerance);
    }

    private static double WeightedMean(FlowTable table, double[] values)
    {
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < values.Length; k++)
        {
            sum += table.Output[k] * values[k];
            weight += table.Output[k];
        }

        return sum / weight;
    }

    private static double Correlation(List<(double Mine, double Theirs)> pairs)
    {
        double meanMine = pairs.Average(p => p.Mine);
        double meanTheirs = pairs.Average(p => p.Theirs);
        double cross = pairs.Sum(p => (p.Mine - meanMine) * (p.Theirs - meanTheirs));
        double mine = pairs.Sum(p => (p.Mine - meanMine) * (p.Mine - meanMine));
        double theirs = pairs.Sum(p => (p.Theirs - meanTheirs) * (p.Theirs - meanTheirs));
        return cross / Math.Sqrt(mine * theirs);
    }

    /// <summary>The published column GVC_Ui by label; the file spells Romania and the rest of the world otherwise than the table.</summary>
    private static Dictionary<string, double> Published(string year)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(SharedData.Require("data", "concordances", "upstream.csv")).Skip(1))
        {
            string[] cells = line.Replace("\"", string.Empty, StringComparison.Ordinal).Split(',');
            if (cells[0] == year && double.TryParse(cells[3], CultureInfo.InvariantCulture, out double value))
            {
                string region = cells[1] switch
                {
                    "ROU" => "ROM",
                    "ROW" => "RoW",
                    var other => other,
                };
                figures[$"{region}.c{cells[2]}"] = value;
            }
        }

        return figures;
    }
}

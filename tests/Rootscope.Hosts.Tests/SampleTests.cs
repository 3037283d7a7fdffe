using System.Globalization;
using Rootscope.Samples;
using Rootscope.Shocks.Lenses;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests;

/// <summary>The programs of samples/library do what they say, on the public surface alone.</summary>
public class SampleTests
{
    [Fact]
    public void The_sample_that_ranks_roots_gives_the_ranking()
    {
        string[][] rows = Rows(RankRoots.Write);
        Tables.FlowTable table = new TableLibrary().Read("china-2020");
        var options = new Roots.RootOptions
        {
            Equilibrium = new Shocks.Lenses.Equilibrium.EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") },
        };
        Assert.Equal(Roots.RootRanking.Of(table, options).Rows.Take(5).Select(r => r.Code), rows.Select(r => r[1]));
        double[] leverages = [.. rows.Select(r => double.Parse(r[3], CultureInfo.InvariantCulture))];
        Assert.Equal(leverages.OrderDescending(), leverages);
    }

    [Fact]
    public void The_sample_that_runs_a_scenario_answers_under_every_lens()
    {
        using var folder = new TemporaryFolder();
        string template = Rootscope.Storage.Scenarios.ScenarioFiles.Template("chip-equipment-embargo");
        string file = folder.Write(
            "embargo.yaml",
            template.Replace("semi_equipment,", "semi_equipment, carrier: c13, share_of_carrier: 0.016,", StringComparison.Ordinal)
        );
        string[][] rows = Rows(output => RunScenario.Write(file, output));
        string[] words = [.. LensRegistry.Default.All.Select(l => l.Word)];
        Assert.Equal(words, rows.Select(r => r[0]).Where(w => w.Length > 0));
        Assert.Contains(rows, r => r[0] == "equilibrium" && r[2] == "CHN");
    }

    [Fact]
    public void The_sample_that_adds_a_format_reads_a_table_by_it_and_names_the_line_of_a_fault()
    {
        using var folder = new TemporaryFolder();
        string sound = folder.Write("sound.tsv", "\tA\tB\tdemand\nA\t1\t2\t7\nB\t3\t4\t3\n");
        Assert.Equal(
            [
                ["A", "10.0"],
                ["B", "10.0"],
            ],
            Rows(output => AddFormat.Write(sound, output))
        );
        string spoilt = folder.Write("spoilt.tsv", "\tA\tB\tdemand\nB\t3\t4\t3\nA\t1\t2\t7\n");
        Tables.TableException fault = Assert.Throws<Tables.TableException>(() => Rows(output => AddFormat.Write(spoilt, output)));
        Assert.Contains("line 2", fault.Message, StringComparison.Ordinal);
    }

    private static string[][] Rows(Action<TextWriter> sample)
    {
        using var output = new StringWriter { NewLine = "\n" };
        sample(output);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))];
    }
}

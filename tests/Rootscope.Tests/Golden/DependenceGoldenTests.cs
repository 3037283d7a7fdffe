using System.Globalization;
using System.Text.Json;
using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tests.Dependence;

namespace Rootscope.Tests.Golden;

/// <summary>The made trade of six economies, against figures that another program computed.</summary>
public class DependenceGoldenTests
{
    /// <summary>Both sides sum a few dozen terms in their own order.</summary>
    private const double Rounding = 1e-12;

    private static readonly string[] Region = ["AA", "BB"];

    [Fact]
    public void The_rule_of_the_european_commission_agrees_for_every_year_and_product()
    {
        TradePanel panel = Trade();
        DependenceRule rule = DependenceRules.Read("eu2021");
        var bloc = new Bloc("RR", "The region", Region);
        foreach (JsonProperty expected in Expected("cdi").EnumerateObject())
        {
            (int year, string product) = YearAndProduct(expected.Name);
            DependenceRow row = RowOf(panel, bloc, rule, year, product);
            Equal(expected.Value, "CDI1", row, DependenceIndicator.ImportConcentration);
            Equal(expected.Value, "CDI2", row, DependenceIndicator.ExternalShare);
            Equal(expected.Value, "CDI3_total_exports", row, DependenceIndicator.ImportExportRatio);
            Equal(expected.Value, "CDI3_extra_exports", row, DependenceIndicator.ExternalImportExportRatio);
            Assert.Equal(expected.Value.GetProperty("dependent").GetBoolean(), row.Verdict.IsDependent);
        }
    }

    [Fact]
    public void The_rule_of_geodep_agrees_for_every_economy_and_product_in_every_year_and_over_three()
    {
        TradePanel panel = Trade();
        DependenceRule rule = DependenceRules.Read("geodep");
        int seen = 0;
        foreach (JsonProperty expected in Expected("geodep").EnumerateObject())
        {
            string[] key = expected.Name.Split('/');
            DependenceRow row = RowOf(panel, Bloc.Of(key[0]), rule, 2021, key[1]);
            Assert.Equal(expected.Value.GetProperty("dependent_2of3").GetBoolean(), row.Verdict.IsDependent);
            foreach (JsonElement year in expected.Value.GetProperty("years").EnumerateArray())
            {
                int number = year.GetProperty("year").GetInt32();
                DependenceRow single = RowOf(panel, Bloc.Of(key[0]), rule, number, key[1]);
                Equal(year, "c1_import_hhi", single, DependenceIndicator.ImportConcentration);
                Equal(year, "c2_export_hhi", single, DependenceIndicator.WorldExportConcentration);
                IndicatorValue ratio = single.Conditions[2].Value;
                Equal(year, "c3_import_export_ratio", ratio);
                Assert.Equal(year.GetProperty("all3").GetBoolean(), row.Years.Single(y => y.Year == number).Holds);
                seen++;
            }
        }

        Assert.Equal(90, seen);
    }

    [Fact]
    public void Concentration_of_world_exports_and_the_network_agree()
    {
        TradePanel panel = Trade();
        DependenceRule rule = DependenceRules.Read("geodep");
        foreach (JsonProperty expected in Expected("concentration").EnumerateObject())
        {
            (int year, string product) = YearAndProduct(expected.Name);
            DependenceRow row = RowOf(panel, Bloc.Of("AA"), rule, year, product);
            Equal(expected.Value, "world_export_hhi", row, DependenceIndicator.WorldExportConcentration);
            Equal(expected.Value, "world_export_theil", row, DependenceIndicator.WorldExportTheil);
            JsonElement network = Expected("network").GetProperty(expected.Name);
            Equal(network, "sd_weighted_outdegree_pop", row, DependenceIndicator.ExporterShareDeviation);
            Equal(network, "mean_fagiolo_clustering", row, DependenceIndicator.Clustering);
        }
    }

    [Fact]
    public void Centrality_agrees_for_every_economy()
    {
        TradePanel panel = Trade();
        foreach (JsonProperty expected in Expected("network").EnumerateObject())
        {
            (int year, string product) = YearAndProduct(expected.Name);
            ProductNetwork network = ProductNetwork.Of(panel, year, product);
            Equal(expected.Value, "outdegree", network.Economies.Select(e => e.OutDegree));
            Equal(expected.Value, "weighted_outdegree_share", network.Economies.Select(e => e.ExportShare));
            Close.Equal(expected.Value.GetProperty("mean_fagiolo_clustering").GetDouble(), network.MeanClustering, Rounding, expected.Name);
            Close.Equal(
                expected.Value.GetProperty("sd_weighted_outdegree_pop").GetDouble(),
                network.ExporterShareDeviation,
                Rounding,
                expected.Name
            );
        }
    }

    private static TradePanel Trade() =>
        TradePanel.Of(TradeTexts.Flows(File.ReadAllText(SharedData.Require("golden", "dependence", "trade.csv"))));

    private static JsonElement Expected(string part) =>
        JsonDocument.Parse(File.ReadAllText(SharedData.Require("golden", "dependence", "expected.json"))).RootElement.GetProperty(part);

    private static (int Year, string Product) YearAndProduct(string key) =>
        (int.Parse(key.Split('/')[0], CultureInfo.InvariantCulture), key.Split('/')[1]);

    private static DependenceRow RowOf(TradePanel panel, Bloc buyer, DependenceRule rule, int year, string product)
    {
        var result = DependenceAnalysis.Of(panel, buyer, rule, new DependenceOptions { Years = [year], WithClustering = true });
        return result.Rows[panel.FindProduct(product)];
    }

    private static void Equal(JsonElement expected, string name, DependenceRow row, DependenceIndicator indicator) =>
        Equal(expected, name, row.Indicators![indicator]);

    private static void Equal(JsonElement expected, string name, IndicatorValue actual)
    {
        JsonElement value = expected.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(actual.Value);
            return;
        }

        Close.Equal(value.GetDouble(), Assert.NotNull(actual.Value), Rounding, name);
    }

    private static void Equal(JsonElement expected, string name, IEnumerable<double> actual) =>
        Close.Equal([.. expected.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())], [.. actual], Rounding, name);
}

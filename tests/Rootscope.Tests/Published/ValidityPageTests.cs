using System.Globalization;
using Rootscope.Roots;
using Rootscope.Roots.Validation;
using Rootscope.Shocks.Equilibrium;
using Rootscope.Storage;
using Rootscope.Storage.Readers;
using Rootscope.Tables;

namespace Rootscope.Tests.Published;

/// <summary>The tables of docs/methods/validity.md are those that the code gives today.</summary>
public class ValidityPageTests
{
    public static TheoryData<string, string, string> Tables => new()
    {
        { "usa-2017", "dev_cn35.csv", "" },
        { "usa-2017", "dev_mic2025.csv", "" },
        { "usa-2017", "dev_mic2025.csv", "_c" },
        { "china-2020", "dev_cn35.csv", "" },
        { "china-2020", "dev_mic2025.csv", "" },
        { "china-2020", "dev_mic2025.csv", "_c" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_documented_table_is_the_computed_one(string table, string list, string items)
    {
        string file = SharedData.Require("data", "expert_lists", list);
        string[] expected = [.. Score(EmbeddedTables.Read(table), file, items).Select(RowOf)];
        string page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot(), "docs", "methods", "validity.md"));
        string heading = $"### `{table}`, `{list}`{(items.Length > 0 ? $", items ending in `{items}`" : string.Empty)}";
        int start = page.IndexOf(heading + "\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/methods/validity.md has no heading '{heading}'.");
        string[] found = [.. page[start..].Split('\n').Skip(1).SkipWhile(l => !l.StartsWith("| ", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith("| ", StringComparison.Ordinal))];
        Assert.True(expected.SequenceEqual(found), $"The table below '{heading}' should read:\n{string.Join('\n', expected)}");
    }

    private static IReadOnlyList<ValidityRow> Score(FlowTable table, string file, string items)
    {
        ExpertMention[] mentions = [.. LabelReader.Read(file).Where(m => m.Item.EndsWith(items, StringComparison.Ordinal))];
        var options = new RootOptions { Capital = CapitalTreatment.Off, Equilibrium = new EquilibriumOptions { Elasticities = ElasticitySets.Read("short-run") } };
        var labels = ExpertLabels.Of(table.Sectors.Industries, table.Metadata.Classification, mentions);
        return ValidityTable.Of(ValidityMeasures.Of(RootRanking.Of(table, options)), labels, new BootstrapOptions { Seed = 1 });
    }

    private static string RowOf(ValidityRow row) => string.Create(
        CultureInfo.InvariantCulture, $"| {row.Measure} | {row.Area:0.00} | {row.Low:0.00} to {row.High:0.00} | {row.Positives} of {row.Industries} |");
}

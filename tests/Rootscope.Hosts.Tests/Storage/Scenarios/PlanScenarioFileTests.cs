using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Scenarios;

/// <summary>Scenarios of plans are read, or refused with the place and the repair.</summary>
public class PlanScenarioFileTests
{
    [Fact]
    public void A_scenario_is_a_name_and_cuts()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "a.yaml",
            "name: Two cuts\ncuts:\n- { technology: li_ion, share: 0.5 }\n- { technology: li_ion, share: 80%, year: 2 }\n"
        );
        PlanScenarioFile scenario = Assert.Single(PlanScenarioFile.ReadAll(folder.Root));
        Assert.Equal("Two cuts", scenario.Name);
        Assert.Equal([new PlannedCut("li_ion", 0.5, 0), new PlannedCut("li_ion", 0.8, 2)], scenario.Cuts);
    }

    [Theory]
    [InlineData("- { technology: li_ion, share: 0.5, year: -1 }", "'year' is -1")]
    [InlineData("- { technology: li_ion, share: 0.5, year: 1000 }", "'year' is 1000")]
    [InlineData("- { technology: li_ion, share: 3 }", "'3' is no share of imports")]
    [InlineData("- { technology: li_ion, share: 0.5 }\n- { technology: li_ion, share: 0.2 }", "is cut twice in year 0")]
    [InlineData("[]", "cuts nothing")]
    public void What_is_none_is_refused_with_its_place(string cuts, string words)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.yaml", $"name: Faulty\ncuts:{(cuts == "[]" ? " " : "\n")}{cuts}\n");
        TableException fault = Assert.Throws<TableException>(() => PlanScenarioFile.ReadAll(folder.Root));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), fault.Message, StringComparison.Ordinal);
    }
}
